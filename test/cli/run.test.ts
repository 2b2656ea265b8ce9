import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FAILS, folder, HOLDS, tcpscn, WRONG } from './world';

describe('tcpscn run', () => {
  const place = folder({
    'good.tcpscn': HOLDS,
    'fails.tcpscn': FAILS,
    'wrong.tcpscn': WRONG,
    'two.tcpscn': `scenario "first"\nserver listen\nscenario "second"\n${HOLDS}`,
    'dir.tcpscn/x': '',
  });
  after(place.remove);
  const run = (...argv: string[]) => tcpscn(place.root, ['run', ...argv]);

  it('draws the ladder', async () => {
    assert.deepEqual(await run('good.tcpscn'), {
      status: 0,
      stdout: `\
good

 no    time  client                                                 server

             CLOSED                                                 CLOSED
  1   0.000                                               (listen)  LISTEN
  2   0.000  SYN_SENT     (connect)
  3   0.010  SYN_SENT     --> <SEQ=0><CTL=SYN>                 -->  SYN_RCVD
  4   0.020  ESTABLISHED  <-- <SEQ=0><ACK=1><CTL=SYN,ACK>      <--  SYN_RCVD
  5   0.030  ESTABLISHED  --> <SEQ=1><ACK=1><CTL=ACK>          -->  ESTABLISHED

6 events in 0.030 s; 1 judgment held.
`,
      stderr: '',
    });
  });

  it('ends with 1 if a judgment failed', async () => {
    const { status, stdout } = await run('fails.tcpscn');
    assert.equal(status, 1);
    assert.match(stdout, /✗ line 4: /);
  });

  it('prints one JSON object a line', async () => {
    const { stdout } = await run('--format', 'jsonl', 'good.tcpscn');
    const events = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      events.map(({ n, kind, peer }) => [n, kind, peer].join(' ')),
      ['1 call server', '2 call client', '3 arrive server', '4 arrive client', '5 arrive server', '6 expect '],
    );
  });

  it('prints the log', async () => {
    const { stdout } = await run('-f', 'log', 'good.tcpscn');
    assert.match(stdout, /^no +time +peer +event/);
    assert.equal(stdout.trimEnd().split('\n').length, 7);
  });

  it('draws the picture', async () => {
    const { status, stdout, stderr } = await run('-f', 'svg', 'good.tcpscn');
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, /^<svg class="tcp" xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+" height="\d+"/);
    assert.match(stdout, /<title>good<\/title>.*<\/svg>\n$/s);
  });

  it('plays the scenario that is asked for, else the first, and says that there are others', async () => {
    const first = await run('two.tcpscn');
    assert.equal(first.stdout.split('\n')[0], 'first');
    assert.equal(first.stderr, 'playing "first"; 1 more in two.tcpscn, chosen with --scenario NAME\n');
    const second = await run('two.tcpscn', '--scenario', 'second');
    assert.equal(second.stdout.split('\n')[0], 'second');
    assert.equal(second.stderr, '');
    assert.deepEqual(await run('two.tcpscn', '--scenario', 'third'), {
      status: 2,
      stdout: '',
      stderr: 'two.tcpscn has no scenario "third"; it has\n  first\n  second\n',
    });
  });

  it('writes into a file', async () => {
    assert.deepEqual(await run('good.tcpscn', '-o', 'out.txt'), { status: 0, stdout: '', stderr: '' });
    assert.equal(readFileSync(path.join(place.root, 'out.txt'), 'utf8'), (await run('good.tcpscn')).stdout);
    assert.deepEqual(await run('good.tcpscn', '-o', 'no/such/folder.txt'), {
      status: 2,
      stdout: '',
      stderr: 'no/such/folder.txt: does not exist\n',
    });
  });

  it('does not run a text with errors, and says where they are', async () => {
    const { status, stdout, stderr } = await run('wrong.tcpscn');
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^wrong\.tcpscn:1:1 {2}error: unknown peer "clinet"/);
    assert.match(stderr, /wrong\.tcpscn was not run: its text has errors\.\n$/);
  });

  it('says why a file cannot be read', async () => {
    assert.equal((await run('dir.tcpscn')).stderr, 'dir.tcpscn: is a folder, not a file\n');
    assert.deepEqual(await run('nowhere.tcpscn'), {
      status: 2,
      stdout: '',
      stderr: 'nowhere.tcpscn: does not exist\n',
    });
  });

  it('writes a capture into a pipe or a file, and not to a terminal', async () => {
    const { status, stdout } = await run('good.tcpscn', '--format', 'pcapng');
    assert.equal(status, 0);
    await run('good.tcpscn', '--format', 'pcapng', '-o', 'out.pcapng');
    assert.equal(readFileSync(path.join(place.root, 'out.pcapng'), 'latin1'), stdout);
    assert.deepEqual(await tcpscn(place.root, ['run', 'good.tcpscn', '-f', 'pcapng'], { isTTY: true }), {
      status: 2,
      stdout: '',
      stderr: 'pcapng is not text, and is not written to a terminal; -o FILE writes it into a file.\n',
    });
    const toFile = await tcpscn(place.root, ['run', 'good.tcpscn', '-f', 'pcapng', '-o', 'b.pcapng'], { isTTY: true });
    assert.equal(toFile.status, 0);
  });

  it('lists the formats it has if it does not have one', async () => {
    const { status, stderr } = await run('good.tcpscn', '--format', 'dot');
    assert.equal(status, 2);
    assert.equal(
      stderr,
      '-f, --format <format> cannot be "dot"; choose one of ladder, log, jsonl, mermaid, markdown, svg, packetdrill, pcapng\n',
    );
  });
});
