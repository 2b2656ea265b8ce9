import assert from 'node:assert/strict';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Batch } from '../../src/cli/worker';
import { FAILS, folder, HOLDS, tcpscn, WRONG, workerHere } from './world';

describe('tcpscn check', () => {
  const place = folder({
    'good.tcpscn': HOLDS,
    'b/two.tcpscn': HOLDS,
    'b/One.tcpscn': HOLDS,
    'b/readme.md': 'no scenario',
    'b/.hidden/x.tcpscn': WRONG,
    'b/node_modules/x.tcpscn': WRONG,
    'folder.tcpscn/inside.tcpscn': HOLDS,
    'fails.tcpscn': FAILS,
    'wrong.tcpscn': WRONG,
    'odd/binary.tcpscn': new Uint8Array([1, 0, 2]),
    'odd/capture.tcpscn': new Uint8Array([0xd4, 0xc3, 0xb2, 0xa1, 2, 0, 4, 0]),
    'odd/utf16.tcpscn': new Uint8Array([0xff, 0xfe, 0x61, 0]),
    'odd/latin1.tcpscn': new Uint8Array([0x6e, 0xe9]),
    'odd/large.tcpscn': ' '.repeat(16 * 1024 * 1024 + 1),
    'odd/z.tcpscn': HOLDS,
    'empty/readme.md': '',
  });
  symlinkSync('nowhere.tcpscn', path.join(place.root, 'odd/broken.tcpscn'));
  symlinkSync('.', path.join(place.root, 'odd/loop'));
  after(place.remove);
  const check = (...argv: string[]) => tcpscn(place.root, ['check', ...argv]);

  it('finds the scenarios of folders, in code-unit order, each file once', async () => {
    assert.deepEqual(await check('b/', 'good.tcpscn', './good.tcpscn', 'folder.tcpscn'), {
      status: 0,
      stdout: `\
✓ b/One.tcpscn  1 scenario
✓ b/two.tcpscn  1 scenario
✓ good.tcpscn  1 scenario
✓ folder.tcpscn/inside.tcpscn  1 scenario

4 passed
`,
      stderr: '',
    });
  });

  it('checks the current folder if no path is given', async () => {
    const { stdout } = await tcpscn(path.join(place.root, 'b'), ['check', '--format', 'tap']);
    assert.equal(stdout, 'TAP version 14\n1..2\nok 1 - One.tcpscn: One\nok 2 - two.tcpscn: two\n');
  });

  it('ends with 1 if a judgment failed, and shows it', async () => {
    const { status, stdout, stderr } = await check('fails.tcpscn', 'good.tcpscn');
    assert.equal(status, 1);
    assert.equal(stderr, '');
    assert.ok(stdout.startsWith('✗ fails.tcpscn\n  ✗ Refused\n'), stdout);
    assert.ok(stdout.includes('   4 | server -> client  SYN+ACK  seq=0 ack=1\n'), stdout);
    assert.ok(stdout.includes('this may follow from the first failure, in line 4'), stdout);
    assert.ok(stdout.includes('to step through it: code --goto fails.tcpscn:4, then F5'), stdout);
    assert.ok(stdout.endsWith('✓ good.tcpscn  1 scenario\n\n1 passed, 1 failed\n'), stdout);
  });

  it('ends with 2 if a text has errors, and still runs the others', async () => {
    const { status, stdout } = await check('wrong.tcpscn', 'fails.tcpscn', 'good.tcpscn');
    assert.equal(status, 2);
    assert.ok(stdout.includes('  wrong.tcpscn:1:1  error: unknown peer "clinet"'), stdout);
    assert.ok(stdout.includes('  did you mean  client connect\n'), stdout);
    assert.ok(stdout.endsWith('1 passed, 1 failed, 1 not run\n'), stdout);
  });

  it('reports what cannot be read as itself, without harm to other files', async () => {
    assert.deepEqual(await check('odd'), {
      status: 2,
      stdout: `\
✗ odd/binary.tcpscn
  error: is not a text file (unreadable-file)
✗ odd/broken.tcpscn
  error: does not exist (unreadable-file)
✗ odd/capture.tcpscn
  error: is a capture; "tcpscn import FILE" makes a scenario of it (unreadable-file)
✗ odd/large.tcpscn
  error: is too large: more than 16 MiB (unreadable-file)
✗ odd/latin1.tcpscn
  error: is not a text file in UTF-8 (unreadable-file)
✗ odd/utf16.tcpscn
  error: is text in UTF-16; save it in UTF-8 (unreadable-file)
✓ odd/z.tcpscn  1 scenario

1 passed, 6 not run
`,
      stderr: '',
    });
  });

  it('names the paths that do not exist, and runs nothing', async () => {
    assert.deepEqual(await check('good.tcpscn', 'nowhere', 'good.tcpscn/x'), {
      status: 2,
      stdout: '',
      stderr: 'nowhere: does not exist\ngood.tcpscn/x: does not exist\n',
    });
  });

  it('does not take a folder without scenarios for success', async () => {
    assert.deepEqual(await check('empty'), {
      status: 2,
      stdout: '',
      stderr: 'no scenario file (*.tcpscn) in empty\n',
    });
  });

  it('reads standard input', async () => {
    const { status, stdout } = await tcpscn(place.root, ['check', '-'], { input: FAILS });
    assert.equal(status, 1);
    assert.ok(stdout.startsWith('✗ <stdin>\n'), stdout);
    assert.ok(!stdout.includes('code --goto'), 'standard input cannot be opened in an editor');
  });

  it('prints JSON with the verdict of every scenario', async () => {
    const { status, stdout } = await check('--format', 'json', 'fails.tcpscn', 'wrong.tcpscn');
    const report = JSON.parse(stdout);
    assert.equal(status, 2);
    assert.deepEqual([report.version, report.passed, report.failed, report.errors], [1, 0, 1, 1]);
    assert.deepEqual(
      report.scenarios.map(({ name, status }: { name: string; status: string }) => `${name}: ${status}`),
      ['Refused: failed', 'wrong: error'],
    );
    assert.deepEqual(
      report.scenarios[0].failures.map(({ line }: { line: number }) => line),
      [4, 5],
    );
  });

  it('prints JUnit', async () => {
    const { stdout } = await check('--format', 'junit', 'good.tcpscn');
    assert.ok(stdout.includes('<testcase name="good" classname="good.tcpscn"'), stdout);
  });

  it('adds the rows of the machine that were taken', async () => {
    const { stdout } = await check('--coverage', 'good.tcpscn');
    assert.match(stdout, /\nRows of the state machine: \d+ of \d+ taken/);
    assert.match(stdout, /\n {2}CLOSED +passive OPEN .*-> LISTEN/);
    const json = JSON.parse((await check('--coverage', '--format=json', 'good.tcpscn')).stdout);
    assert.deepEqual(Object.keys(json.coverage), ['taken', 'notTaken', 'unreachable']);
    const junit = await check('--coverage', '--format=junit', 'good.tcpscn');
    assert.deepEqual([junit.status, junit.stdout], [2, '']);
  });

  it('uses colours on a terminal only, and not with NO_COLOR', async () => {
    const coloured = await tcpscn(place.root, ['check', 'good.tcpscn'], { isTTY: true });
    assert.ok(coloured.stdout.startsWith('\u001b[32m✓\u001b[39m good.tcpscn'), coloured.stdout);
    const plain = await tcpscn(place.root, ['check', 'good.tcpscn'], { isTTY: true, env: { NO_COLOR: '1' } });
    assert.ok(plain.stdout.startsWith('✓ good.tcpscn'), plain.stdout);
  });

  it('chooses by name and by tags', async () => {
    const tagged = folder({
      'a.tcpscn': `# tags: open\n\nscenario "First"\n${HOLDS}\n# Above it.\n# tags: close, slow\nscenario "Second"\n${HOLDS}`,
      'b.tcpscn': `scenario "Third"  # tags: slow\n${HOLDS}`,
      'wrong.tcpscn': WRONG,
    });
    const names = async (...argv: string[]) => {
      const { stdout, status } = await tcpscn(tagged.root, ['check', '--format', 'tap', ...argv]);
      return [status, ...(stdout.match(/(?<=ok \d+ - ).*$/gm) ?? [])];
    };
    assert.deepEqual(await names('--grep', 'First|ird'), [0, 'a.tcpscn: First', 'b.tcpscn: Third']);
    assert.deepEqual(await names('--tags', 'close'), [0, 'a.tcpscn: Second']);
    assert.deepEqual(await names('--tags', 'slow, close'), [0, 'a.tcpscn: Second', 'b.tcpscn: Third']);
    assert.deepEqual(await names('--tags', 'open'), [0, 'a.tcpscn: First', 'a.tcpscn: Second']);
    assert.deepEqual(await names('--tags', 'slow', '--grep', '^S'), [0, 'a.tcpscn: Second']);
    assert.deepEqual(await names('--grep', 'wrong'), [2, 'wrong.tcpscn: wrong']);
    assert.deepEqual(await tcpscn(tagged.root, ['check', '--grep', 'nothing']), {
      status: 2,
      stdout: '',
      stderr: 'no scenario has such a name or such tags\n',
    });
    assert.deepEqual(await tcpscn(tagged.root, ['check', '--grep', '(']), {
      status: 2,
      stdout: '',
      stderr: '--grep: ( is not a regular expression\n',
    });
    tagged.remove();
  });

  it('ends with the first that does not pass, if asked to', async () => {
    const bail = ['--bail', 'good.tcpscn', 'fails.tcpscn'];
    const { status, stdout } = await check('--format', 'tap', ...bail, 'wrong.tcpscn');
    assert.equal(status, 1);
    assert.deepEqual(stdout.match(/^(?:not )?ok.*$/gm), [
      'ok 1 - good.tcpscn: good',
      'not ok 2 - fails.tcpscn: Refused',
    ]);
    const last = async (...more: readonly string[]) =>
      (await check(...bail, ...more)).stdout.trimEnd().split('\n').at(-1);
    assert.deepEqual(
      [await last('wrong.tcpscn'), await last()],
      ['1 passed, 1 failed, what follows was not checked', '1 passed, 1 failed'],
    );
  });

  it('gives the same bytes with any number of workers', async () => {
    const many = folder(
      Object.fromEntries(
        Array.from({ length: 150 }, (_, n) => [`${n}.tcpscn`, n % 50 === 7 ? FAILS : n % 60 === 8 ? WRONG : HOLDS]),
      ),
    );
    for (const format of ['pretty', 'json', 'tap']) {
      for (const more of [['--coverage'], ['--bail'], ['--grep', '1']]) {
        const [one, two, five] = await Promise.all(
          ['1', '2', '5'].map((workers) => tcpscn(many.root, ['check', '-f', format, ...more, '--workers', workers])),
        );
        assert.deepEqual(two, one);
        assert.deepEqual(five, one);
      }
    }
    assert.deepEqual(await tcpscn(many.root, ['check', '--workers', 'two']), {
      status: 2,
      stdout: '',
      stderr: '--workers cannot be "two"; it is a number from 1 to 999\n',
    });
    many.remove();
  });

  it('ends if a worker breaks, and says so', async () => {
    const many = folder(Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`${n}.tcpscn`, HOLDS])));
    const startWorker = () => ({ ask: () => Promise.reject(new Error('out of memory')), stop: () => undefined });
    const { status, stdout, stderr } = await tcpscn(many.root, ['check', '--workers', '2'], { startWorker });
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /broke one of its own rules: Error: out of memory\. Please report this/);
    many.remove();
  });

  it('does a share of the work itself, however slow the other threads are', async () => {
    const many = folder(Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`${n}.tcpscn`, HOLDS])));
    let asked = 0;
    const startWorker = () => {
      const worker = workerHere();
      return {
        ...worker,
        ask: async (batch: Batch) => {
          asked += 1;
          for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
          return worker.ask(batch);
        },
      };
    };
    const { stdout } = await tcpscn(many.root, ['check', '--workers', '2'], { startWorker });
    assert.match(stdout, /\n200 passed\n$/);
    assert.equal(asked, 2, 'of the seven batches the other thread is given the first two at once');
    many.remove();
  });

  it('keeps a thousand failures of a scenario and counts the rest', async () => {
    const flapping = `always client.snd.nxt == client.snd.una\nhandshake client -> server\nclient set nagle=off\n${'client send 1\nrun\n'.repeat(1_100)}`;
    const { stdout } = await tcpscn(place.root, ['check', '-', '--format', 'json'], { input: flapping });
    const [scenario] = JSON.parse(stdout).scenarios;
    assert.deepEqual([scenario.failures.length, scenario.moreFailures], [1_000, 101]);
  });
});

describe('tcpscn check --watch', () => {
  /** Runs with a watch that makes one change after the other, and then ends. */
  async function watching(files: Record<string, string>, ...changes: ((root: string) => void)[]) {
    const place = folder(files);
    const watched: string[][] = [];
    const run = await tcpscn(place.root, ['check', '--watch'], {
      watchFolders: (folders) => {
        watched.push(folders.map((each) => path.relative(place.root, each)));
        return {
          changed: async () => {
            const change = changes.shift();
            change?.(place.root);
            return change !== undefined;
          },
          close: () => undefined,
        };
      },
    });
    place.remove();
    return { ...run, rounds: run.stdout.split('watching for changes; Ctrl+C ends this\n\n').slice(0, -1), watched };
  }

  it('tells what changes, what does not hold, and the count of all', async () => {
    const { status, rounds } = await watching(
      { 'a.tcpscn': HOLDS, 'b.tcpscn': HOLDS },
      (root) => writeFileSync(path.join(root, 'b.tcpscn'), WRONG),
      (root) => writeFileSync(path.join(root, 'readme.md'), 'no scenario'),
      (root) => writeFileSync(path.join(root, 'b.tcpscn'), `${HOLDS}\n`),
      (root) => rmSync(path.join(root, 'a.tcpscn')),
    );
    assert.equal(status, 0);
    assert.deepEqual(
      rounds.map((round) => round.match(/^[✓✗\d].*$/gm)),
      [
        ['✓ a.tcpscn  1 scenario', '✓ b.tcpscn  1 scenario', '2 passed'],
        ['✗ b.tcpscn', '1 passed, 1 not run'],
        ['✓ b.tcpscn  1 scenario', '2 passed'],
        ['1 passed'],
      ],
    );
  });

  it('watches the folders of its files, new ones too', async () => {
    const { rounds, watched } = await watching({ 'a.tcpscn': HOLDS }, (root) => {
      mkdirSync(path.join(root, 'new'));
      writeFileSync(path.join(root, 'new/b.tcpscn'), HOLDS);
    });
    assert.deepEqual(watched, [[], [''], [''], ['', 'new']]);
    assert.ok(rounds[1]?.startsWith('✓ new/b.tcpscn  1 scenario\n'), rounds[1]);
  });

  it('refuses what it has no place for', async () => {
    const refusal = async (...argv: string[]) => (await tcpscn('.', ['check', '--watch', ...argv])).stderr;
    assert.equal(await refusal('-'), '--watch needs files or folders; standard input does not change.\n');
    assert.equal(await refusal('--format', 'json'), '--watch goes with the format pretty: others are one document.\n');
    assert.equal(await refusal('--coverage'), '--watch does not go with --coverage.\n');
    assert.equal(await refusal('nowhere.tcpscn'), 'nowhere.tcpscn: does not exist\n');
  });
});
