import assert from 'node:assert/strict';
import { markdown } from '../../src/exporters/markdown';
import { matchesGolden } from '../golden';
import { runsOf } from '../scenarios';
import { HOSTILE, played } from './played';

const report = (text: string): readonly string[] => [...markdown(played(text))];

describe('the report', () => {
  for (const name of ['handshake-and-close', 'http-exchange-recorded', 'unreachable-server']) {
    it(`of ${name} is the one that was accepted`, () => {
      const text = runsOf(`examples/${name}.tcpscn`).map((trace) => `${[...markdown(trace)].join('\n')}\n`);
      matchesGolden(`test/exporters/golden/${name}.md`, text.join('\n'));
    });
  }

  it('begins with what failed, with the hints', () => {
    const lines = report('client connect\nclient -> server  ACK\nexpect client CLOSED\n');
    assert.deepEqual(lines.slice(0, lines.indexOf('## Peers')), [
      '# test',
      '',
      '4 events in 0.010 s; 2 failed.',
      '',
      '## What failed',
      '',
      '- Line 2, at 0.000 s, event 2: the segment client -\\> server is not the one written',
      '  - expected: `ACK`',
      '  - actual: `SYN seq=0`',
      '',
      '- Line 3, at 0.010 s, event 4: the condition does not hold',
      '  - expected: `client CLOSED`',
      '  - actual: `client.state is SYN_SENT`',
      '',
    ]);
  });

  it('counts no judgments where there is none', () => {
    assert.equal(report('client connect\n')[2], '1 event in 0.000 s.');
  });

  it('writes the options as the language does, without those that have their default', () => {
    const lines = report(
      'peer a :80 scripted iss=random mss=536\npeer b window=64KiB delayed-ack=200ms nagle=off wscale=7 user-timeout=2min read=auto\nnetwork delay=5ms\nnetwork a -> b loss=1.5% bandwidth=10Mbps\nb connect\n',
    );
    assert.deepEqual(lines.slice(lines.indexOf('## Peers') + 4, lines.indexOf('## Ladder') - 1), [
      '| a | `:80` | `scripted iss=random mss=536` |',
      '| b | | `window=65536 wscale=7 nagle=off delayed-ack=200ms user-timeout=120s` |',
      '',
      'Network: `delay=5ms bandwidth=10000000bps loss=1.5%` from a to b, `delay=5ms` back.',
    ]);
  });

  it('takes no markup from the texts of a scenario', () => {
    const lines = report(HOSTILE);
    assert.equal(
      lines[0],
      '# \\<b\\>x\\</b\\> ; end \\# %%\\{init: \\{\\}\\}%% \\| \\`code\\` \\$\\$x\\$\\$ \\\\n --\\> "q" 关闭 😀',
    );
    const row = lines.find((line) => line.startsWith('| 3 '));
    assert.equal(
      row,
      '| 3 | 0.000 | end | `note` | | | wrap: loop;\\\\u000aend\\\\u000a%% hidden \\&lt; \\#35; \\<br/\\> \\~\\~\\~ \\| \\*a\\* \\_b\\_ \\[c\\](d) |',
    );
  });

  it('ends no code before its end', () => {
    const lines = report('note "```` and `"\nclient send "a`b|c"\n');
    const fence = lines.find((line) => line.endsWith('text'));
    assert.equal(fence, '`````text');
    assert.equal(lines.filter((line) => line === '`````').length, 1);
    assert.match(lines.at(-1) ?? '', /\| ``send "a`b\\\|c"`` \|/);
  });
});
