import assert from 'node:assert/strict';
import type { Statement } from '../../src/program/program';
import { statement } from './page';

const number = (value: number) => ({ kind: 'constant', value: { kind: 'number', value } });
const time = (value: number) => ({ kind: 'constant', value: { kind: 'time', value } });

/** A statement without its line and its segment, which has tests of its own. */
function told(...lines: readonly string[]): object {
  const last: Statement = statement(...lines);
  const { line, ...rest } = last;
  assert.equal(line, lines.length);
  if ('segment' in rest) return { ...rest, segment: rest.segment.source };
  return 'rule' in rest ? { ...rest, rule: { ...rest.rule, segment: rest.rule.segment.source } } : rest;
}

describe('a lowered statement', () => {
  it('is a call, with its amount or its options', () => {
    assert.deepEqual(told('server listen'), { kind: 'call', peer: 1, call: { verb: 'listen' } });
    assert.deepEqual(told('client crash'), { kind: 'call', peer: 0, call: { verb: 'crash' } });
    assert.deepEqual(told('client send 1000 urgent'), {
      kind: 'call',
      peer: 0,
      call: { verb: 'send', amount: number(1000), urgent: true },
    });
    assert.deepEqual(told('client recv all'), { kind: 'call', peer: 0, call: { verb: 'recv', amount: 'all' } });
    assert.deepEqual(told('client recv 5'), { kind: 'call', peer: 0, call: { verb: 'recv', amount: number(5) } });
    assert.deepEqual(told('client set wscale=off nagle=off iss=300,random'), {
      kind: 'call',
      peer: 0,
      call: {
        verb: 'set',
        options: { wscale: undefined, nagle: false },
        iss: [300, 'random'],
        source: 'set wscale=off nagle=off iss=300,random',
      },
    });
    assert.deepEqual(told('client set mss=536'), {
      kind: 'call',
      peer: 0,
      call: { verb: 'set', options: { mss: 536 }, iss: undefined, source: 'set mss=536' },
    });
  });

  it('is a segment line, with its outcome and its name', () => {
    const outcome = (text: string) => {
      const last = statement(`client -> server SYN ${text}`);
      assert.ok(last.kind === 'segment');
      return { outcome: last.outcome, capture: last.capture };
    };
    assert.deepEqual(outcome(''), { outcome: { kind: 'arrives' }, capture: undefined });
    assert.deepEqual(outcome('lost'), { outcome: { kind: 'lost' }, capture: undefined });
    assert.deepEqual(outcome('held as s'), { outcome: { kind: 'held' }, capture: 's' });
    assert.deepEqual(outcome('duplicated').outcome, { kind: 'duplicated', times: undefined });
    assert.deepEqual(outcome('duplicated 3').outcome, { kind: 'duplicated', times: number(3) });
    assert.deepEqual(outcome('delayed 200ms').outcome, { kind: 'delayed', by: time(200_000) });
  });

  it('is an injection, a release or a replay', () => {
    assert.deepEqual(told('inject client -> server RST seq=5 as old'), {
      kind: 'inject',
      segment: 'RST seq=5',
      capture: 'old',
    });
    assert.deepEqual(told('client -> server SYN held as s', 'release s'), { kind: 'release', capture: 's' });
    assert.deepEqual(told('client -> server SYN as s', 'replay s'), { kind: 'replay', capture: 's' });
  });

  it('is a rule for segments that no line names', () => {
    assert.deepEqual(told('drop next client -> server FIN'), {
      kind: 'rule',
      rule: { action: 'drop', count: number(1), segment: 'FIN', by: undefined },
    });
    assert.deepEqual(told('delay next 3 server -> client by 5ms'), {
      kind: 'rule',
      rule: { action: 'delay', count: number(3), segment: '', by: time(5000) },
    });
    assert.deepEqual(told('corrupt all client -> server ACK len=0'), {
      kind: 'rule',
      rule: { action: 'corrupt', count: 'all', segment: 'ACK len=0', by: undefined },
    });
  });

  it('lets time pass', () => {
    assert.deepEqual(told('wait 500ms'), { kind: 'wait', duration: time(500_000), source: '500ms' });
    assert.deepEqual(told('wait until client CLOSED within 5s'), {
      kind: 'wait-until',
      condition: { expression: { kind: 'in-state', peer: 0, states: ['CLOSED'] }, source: 'client CLOSED' },
      within: time(5_000_000),
    });
    assert.deepEqual(told('run'), { kind: 'run' });
    assert.deepEqual(told('handshake server -> client'), { kind: 'handshake', from: 1, to: 0 });
  });

  it('judges and remarks', () => {
    const condition = { expression: { kind: 'in-state', peer: 0, states: ['CLOSED'] }, source: 'client CLOSED' };
    assert.deepEqual(told('always client CLOSED'), { kind: 'always', condition });
    assert.deepEqual(told('never client CLOSED'), { kind: 'never', condition });
    assert.deepEqual(told('finally client CLOSED'), { kind: 'finally', condition });
    assert.deepEqual(told('never server -> client RST'), { kind: 'never-segment', segment: 'RST' });
    assert.deepEqual(told('expect no server -> client RST for 1s'), {
      kind: 'expect-no',
      segment: 'RST',
      during: time(1_000_000),
    });
    assert.deepEqual(told('note server "so"'), { kind: 'note', peer: 1, text: 'so' });
    assert.deepEqual(told('note "so"'), { kind: 'note', peer: undefined, text: 'so' });
  });
});
