import assert from 'node:assert/strict';
import { version } from '../../package.json';
import { rows } from '../../src/tcp/fsm';
import { FAILS, folder, HOLDS, tcpscn } from './world';

describe('the command line', () => {
  const place = folder({ 'good.tcpscn': HOLDS, 'fails.tcpscn': FAILS });
  after(place.remove);
  const run = (...argv: string[]) => tcpscn(place.root, argv);

  it('prints its version and its help', async () => {
    assert.deepEqual(await run('--version'), { status: 0, stdout: `${version}\n`, stderr: '' });
    const help = await run('--help');
    assert.deepEqual([help.status, help.stderr], [0, '']);
    for (const word of ['check', 'run', 'format', 'machine', 'Exit status'])
      assert.ok(help.stdout.includes(word), word);
    assert.match(
      (await run('check', '--help')).stdout,
      /--format <format>.*choices: "pretty", "json", "junit", "tap"/s,
    );
  });

  for (const [argv, english, chinese] of [
    [
      ['nonsense', 'x'],
      'there is no command "nonsense"; choose one of check, run, format, record, import, machine, dap',
      '没有命令“nonsense”；可选的有 check, run, format, record, import, machine, dap',
    ],
    [['chek'], 'there is no command "chek"; did you mean "check"?', '没有命令“chek”；是否想写“check”？'],
    [
      ['check', '--nonsense'],
      'there is no option --nonsense; --help shows those that there are',
      '没有选项 --nonsense；--help 列出所有选项',
    ],
    [['run', '--formt'], 'there is no option --formt; did you mean --format?', '没有选项 --formt；是否想写 --format？'],
    [['run'], 'the argument <file> is missing; --help explains it', '缺少参数 <file>；--help 有说明'],
    [['run', 'a', '-o'], '-o, --output <file> needs a value', '-o, --output <file> 需要一个值'],
    [['run', 'a', 'b'], 'too many arguments: "run" takes 1, and here are 2', '参数太多：“run”取 1 个，这里有 2 个'],
    [
      ['check', '-f', 'xml'],
      '-f, --format <format> cannot be "xml"; choose one of pretty, json, junit, tap',
      '-f, --format <format> 不能是“xml”；可选的有 pretty, json, junit, tap',
    ],
  ] as const) {
    it(`says what is wrong with "tcpscn ${argv.join(' ')}", in each language`, async () => {
      assert.deepEqual(await run(...argv), { status: 2, stdout: '', stderr: `${english}\n` });
      assert.equal((await run('--language', 'zh-cn', ...argv)).stderr, `${chinese}\n`);
    });
  }

  it('says what it can do if it is not told what to do', async () => {
    const { status, stdout, stderr } = await run();
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^Usage: tcpscn/);
  });

  it('prints the machine in each of its forms', async () => {
    const table = await run('machine');
    assert.equal(table.status, 0);
    assert.equal(table.stdout.trimEnd().split('\n').length, rows.length + 1);
    assert.match((await run('machine', '-f', 'mermaid')).stdout, /^stateDiagram-v2\n/);
    assert.match((await run('machine', '-f', 'dot')).stdout, /^digraph tcp \{/);
    assert.equal(JSON.parse((await run('machine', '-f', 'json')).stdout).rows.length, rows.length);
  });

  it('apologises in one sentence for a fault of its own, and shows the stack only if asked', async () => {
    const broken = {
      get NO_COLOR(): string {
        throw new Error('The world has no colours.');
      },
    };
    assert.deepEqual(await tcpscn(place.root, ['check'], { env: broken }), { status: 2, stdout: '', stderr: apology });
    const debug = Object.defineProperty(broken, 'TCPSCN_DEBUG', { value: '1' });
    const { stderr } = await tcpscn(place.root, ['check'], { env: debug });
    assert.ok(stderr.startsWith(apology), stderr);
    assert.match(stderr, /\n {4}at /);
  });
  const apology =
    `tcpscn ${version} broke one of its own rules: The world has no colours. ` +
    'Please report this, with the file that caused it.\n';

  it('says so if the output cannot be written', async () => {
    const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    const { status, stderr } = await tcpscn(place.root, ['machine'], { stdout: () => Promise.reject(full) });
    assert.deepEqual([status, stderr], [2, 'cannot write the output: no space is left on the device\n']);
  });
});
