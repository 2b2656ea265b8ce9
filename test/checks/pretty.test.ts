import assert from 'node:assert/strict';
import { pretty } from '../../src/checks/pretty';
import type { FileReport } from '../../src/checks/report';
import { PLAIN } from '../../src/checks/style';
import { segment } from '../trace/story';
import { all, good, passed } from './reports';

const plain = { style: PLAIN, translate: (text: string) => text, coverage: undefined };
const print = (files: readonly FileReport[], options = plain): string => [...pretty(files, options)].join('\n');

describe('the report for people', () => {
  it('has one line for a file in which all held', () => {
    const quiet = { ...good, scenarios: [passed('One', { unnamed: [segment(1, 'client', 'ACK', 1, 1)] })] };
    assert.equal(
      print([good, quiet]),
      ['✓ good.tcpscn  2 scenarios', '✓ good.tcpscn  1 scenario, 1 segment never named', '', '3 passed'].join('\n'),
    );
  });

  it('shows each failure with its line, what was, the wire, the events before and how to look into it', () => {
    assert.equal(
      print(all),
      `\
✓ good.tcpscn  2 scenarios
✗ examples/half close.tcpscn
  ✓ Open # 1
  ✗ Half <close>

    the segment is not the one expected
    examples/half close.tcpscn:4, at 0.020 s, event 4

       4 | server -> client  SYN+ACK  seq=0 ack=2  # wrong
         |                                   ^^^^^

    expected  SYN+ACK seq=0 ack=2
    actual    SYN+ACK seq=0 ack=1 win=65535
                            ^^^^^
    did you mean  server -> client  SYN+ACK  seq=0 ack=1  # wrong
    → did you mean \`ack=1\`?

    on the wire, next to arrive first
      client -> server  ACK seq=1 ack=1  (arrives at 0.030 s)
    the last events
      3  0.010  server  arrive  client -> server  SYN seq=0            LISTEN -> SYN_RCVD       sends SYN+ACK  3.10.7.4
      4  0.020  client  arrive  server -> client  SYN+ACK seq=0 ack=1  SYN_SENT -> ESTABLISHED  sends ACK      3.10.7.4
    to step through it: code --goto 'examples/half close.tcpscn:4', then F5

    the condition does not hold
    examples/half close.tcpscn:5, at 0.020 s, event 5
    this may follow from the first failure, in line 4

       5 | expect client CLOSED
         | ^^^^^^^^^^^^^^^^^^^^

    expected  client CLOSED
    actual    client.state is ESTABLISHED

    nothing is on the wire
    the last events
      3  0.010  server  arrive  client -> server  SYN seq=0            LISTEN -> SYN_RCVD       sends SYN+ACK  3.10.7.4
      4  0.020  client  arrive  server -> client  SYN+ACK seq=0 ack=1  SYN_SENT -> ESTABLISHED  sends ACK      3.10.7.4
    to step through it: code --goto 'examples/half close.tcpscn:5', then F5

    segments that no line names
      client -> server  ACK seq=1 ack=1

✗ wrong.tcpscn
  was not run: its text has errors

  wrong.tcpscn:6:1  error: unknown peer "clinet" (unknown-peer)
     6 | clinet close
       | ^^^^^^
  did you mean  client close

✗ locked\\u0007.tcpscn
  error: permission denied (unreadable-file)

3 passed, 1 failed, 2 not run
`.trimEnd(),
    );
  });

  it('emphasises and translates only as it is told to', () => {
    const style = { ...PLAIN, good: (text: string) => `<${text}>` };
    const translate = (text: string): string =>
      ({ '{0} scenarios': '{0} 个场景', '{0} passed': '{0} 通过' })[text] ?? text;
    assert.equal(
      print([good], { ...plain, style, translate }),
      ['<✓> good.tcpscn  2 个场景', '', '<2 通过>'].join('\n'),
    );
  });
});
