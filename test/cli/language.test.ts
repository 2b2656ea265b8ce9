import assert from 'node:assert/strict';
import { FAILS, folder, HOLDS, tcpscn, WRONG } from './world';

describe('the language of the command line', () => {
  const place = folder({ 'good.tcpscn': HOLDS, 'fails.tcpscn': FAILS, 'wrong.tcpscn': WRONG });
  after(place.remove);
  const run = (...argv: string[]) => tcpscn(place.root, argv);
  const inChinese = (...argv: string[]) => tcpscn(place.root, argv, { env: { TCPSCN_LANGUAGE: 'zh-cn' } });

  it('is chosen by an option, before or behind the command, or by the environment', async () => {
    const said = '✓ good.tcpscn  1 个场景\n\n1 个通过\n';
    assert.equal((await run('check', 'good.tcpscn', '--language', 'zh-cn')).stdout, said);
    assert.equal((await run('--language=zh-cn', 'check', 'good.tcpscn')).stdout, said);
    assert.equal((await inChinese('check', 'good.tcpscn')).stdout, said);
    const english = await tcpscn(place.root, ['check', 'good.tcpscn', '--language', 'en'], {
      env: { TCPSCN_LANGUAGE: 'zh-cn' },
    });
    assert.equal(english.stdout, '✓ good.tcpscn  1 scenario\n\n1 passed\n');
  });

  it('is named as locales name it, too; but the locale of the machine does not choose it', async () => {
    for (const name of ['zh_CN.UTF-8', 'zh', 'zh-Hans-CN', 'ZH-CN'])
      assert.match((await run('check', 'good.tcpscn', '--language', name)).stdout, /1 个通过/);
    const { stdout } = await tcpscn(place.root, ['check', 'good.tcpscn'], {
      env: { LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8', LANGUAGE: 'zh_CN' },
    });
    assert.match(stdout, /1 passed/);
  });

  it('is refused if there is no such language', async () => {
    const stderr = 'there is no language "zh-tw"; choose one of en, zh-cn\n';
    assert.deepEqual(await run('check', '--language', 'zh-tw'), { status: 2, stdout: '', stderr });
    const none = await run('check', '--language');
    assert.deepEqual([none.status, none.stderr], [2, '--language <language> needs a value\n']);
  });

  it('is that of help, of complaints, of failures and of the ladder', async () => {
    assert.match((await inChinese('--help')).stdout, /^用法： tcpscn .*\n选项：\n.*\n命令：\n.*\n退出状态：\n/s);
    assert.match((await inChinese('check', '--help')).stdout, /输出的格式（可选：.*默认："pretty"）/);
    assert.equal((await inChinese('check', 'none')).stderr, 'none：不存在\n');
    assert.match((await inChinese('check', 'wrong.tcpscn')).stdout, /错误: 未知的端“clinet”；是否想写“client”？/);
    const { stdout } = await inChinese('check', 'fails.tcpscn');
    for (const words of [' 期望  client ESTABLISHED\n', ' 实际  client.state 为 CLOSED\n'])
      assert.ok(stdout.includes(words));
    assert.match((await inChinese('run', 'good.tcpscn')).stdout, /\d 个事件，历时 0\.030 s；1 个判定成立。\n$/);
    assert.match((await inChinese('run', 'good.tcpscn', '-f', 'markdown')).stdout, /^## 两端\n/m);
    assert.match((await inChinese('run', 'fails.tcpscn', '-f', 'mermaid')).stdout, /第 \d+ 行.*期望/);
    assert.match((await inChinese('machine')).stdout, /^从 +事件 +动作 +到 +条款\n/);
  });

  it('is English in what machines read', async () => {
    for (const format of ['json', 'junit', 'tap']) {
      const argv = ['check', '-f', format];
      assert.deepEqual(await inChinese(...argv), await run(...argv));
    }
    for (const argv of [
      ['run', 'fails.tcpscn', '-f', 'jsonl'],
      ['machine', '-f', 'json'],
    ]) {
      assert.deepEqual(await inChinese(...argv), await run(...argv));
    }
  });
});
