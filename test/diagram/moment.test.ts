import assert from 'node:assert/strict';
import { momentOf } from '../../src/diagram/moment';
import { sceneOf } from '../../src/diagram/scene';
import { sequenceBar } from '../../src/diagram/sequence-bar';
import { svgText } from '../../src/diagram/shape';
import { rows } from '../../src/tcp/fsm';
import { english } from '../../src/words/sentence';
import { runsOf } from '../scenarios';

const [trace] = runsOf('examples/handshake-and-close.tcpscn');
assert.ok(trace);
const scene = sceneOf(trace, rows);
const next = (n: number) =>
  momentOf(scene, n).next.map(({ peer, row, by }) => `${peer} ${row.event} -> ${row.to} (${by.kind})`);

describe('a moment', () => {
  it('tells both TCBs before and after the event', () => {
    const { tcb } = momentOf(scene, 6);
    assert.deepEqual(
      tcb[0].filter((variable) => variable.name.startsWith('snd.') || variable.name === 'rcv.nxt').slice(0, 3),
      [
        { name: 'snd.una', before: 0, after: 1 },
        { name: 'snd.nxt', before: 1, after: 1 },
        { name: 'snd.wnd', before: 0, after: 65535 },
      ],
    );
    assert.ok(tcb[1].every((variable) => variable.before === variable.after));
  });

  it('has no TCB before the first event', () => {
    const named = momentOf(scene, 0)
      .tcb.flat()
      .map(({ name, after }) => `${name} ${after}`);
    assert.deepEqual(
      named.filter((variable) => !variable.endsWith(' 0')),
      [],
    );
  });

  it('knows what can happen next, what is under way first, then what is due, then what the applications may do', () => {
    assert.deepEqual(next(5), [
      '0 rcv SYN,ACK -> ESTABLISHED (segment)',
      '0 retransmission timeout -> SYN_SENT (timer)',
      '1 retransmission timeout -> SYN_RCVD (timer)',
      '0 CLOSE -> CLOSED (call)',
      '0 ABORT -> CLOSED (call)',
      '1 CLOSE -> FIN_WAIT_1 (call)',
      '1 ABORT -> CLOSED (call)',
    ]);
    assert.deepEqual(next(17).slice(0, 2), [
      '0 rcv FIN -> TIME_WAIT (segment)',
      '1 retransmission timeout -> LAST_ACK (timer)',
    ]);
  });

  it('says nothing of the recorded future', () => {
    for (let n = 0; n <= trace.events.length; n += 1) {
      const shorter = sceneOf({ ...trace, events: trace.events.slice(0, n) }, rows);
      assert.deepEqual(momentOf(shorter, n).next, momentOf(scene, n).next);
    }
  });
});

describe('the sequence space as a bar', () => {
  it('is empty without a connection, and names its marks with one', () => {
    assert.match(svgText(sequenceBar(scene, 0, 0, 300, english)), /aria-label="client: no connection"/);
    const text = svgText(sequenceBar(scene, 0, 11, 300, english));
    assert.match(text, />UNA 1</);
    assert.match(text, />NXT 2</);
  });
});
