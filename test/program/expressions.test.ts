import assert from 'node:assert/strict';
import type { Condition, Expression } from '../../src/program/expression';
import { statement } from './page';

/** The condition on the last line. */
function condition(...lines: readonly string[]): Condition {
  const last = statement(...lines);
  assert.ok(last.kind === 'expect');
  return last.condition;
}

/** The value of the last line, a `let`. */
function value(text: string, ...lines: readonly string[]): Expression {
  const last = statement('run', ...lines, `let x = ${text}`);
  assert.ok(last.kind === 'let');
  return last.value;
}

const constant = (kind: string, value: unknown) => ({ kind: 'constant', value: { kind, value } });

describe('a lowered expression', () => {
  it('has no units left', () => {
    assert.deepEqual(value('1460'), constant('number', 1460));
    assert.deepEqual(value('64KiB'), constant('number', 65_536));
    assert.deepEqual(value('25%'), constant('number', 0.25));
    assert.deepEqual(value('1.5s'), constant('time', 1_500_000));
    assert.deepEqual(value('200us'), constant('time', 200));
    assert.deepEqual(value('2msl'), { kind: 'msl', count: 2 });
    assert.deepEqual(value('"a\\r\\n"'), constant('text', 'a\r\n'));
    assert.deepEqual(value('#305419896'), {
      kind: 'constant',
      value: { kind: 'sequence', value: 305_419_896, base: undefined },
    });
    assert.deepEqual(value('Syn-Received'), constant('state', 'SYN_RCVD'));
  });

  it('has peers by their order, and segments and values by their names', () => {
    const lines = ['client -> server SYN as s', 'let n = 5'];
    assert.deepEqual(value('server.snd.nxt', ...lines), { kind: 'peer', peer: 1, field: 'snd.nxt' });
    assert.deepEqual(value('s.tsval', ...lines), { kind: 'capture', name: 's', field: 'tsval' });
    assert.deepEqual(value('n', ...lines), { kind: 'let', name: 'n' });
    assert.deepEqual(value('time', ...lines), { kind: 'time' });
    assert.deepEqual(value('wire.count', ...lines), { kind: 'wire-count' });
  });

  it('counts peers in the order of their declaration', () => {
    assert.deepEqual(condition('peer server', 'peer client', 'expect client ESTABLISHED'), {
      expression: { kind: 'in-state', peer: 1, states: ['ESTABLISHED'] },
      source: 'client ESTABLISHED',
    });
  });

  it('keeps the tree of operators, and the text of its author', () => {
    assert.deepEqual(
      condition('expect not client.visited closing and (client in FIN-WAIT-1, last_ack or 1 + 2 < -3)  # so'),
      {
        expression: {
          kind: 'and',
          left: { kind: 'not', operand: { kind: 'visited', peer: 0, state: 'CLOSING' } },
          right: {
            kind: 'or',
            left: { kind: 'in-state', peer: 0, states: ['FIN_WAIT_1', 'LAST_ACK'] },
            right: {
              kind: 'compare',
              operator: '<',
              left: { kind: 'calculate', operator: '+', left: constant('number', 1), right: constant('number', 2) },
              right: { kind: 'negate', operand: constant('number', 3) },
            },
          },
        },
        source: 'not client.visited closing and (client in FIN-WAIT-1, last_ack or 1 + 2 < -3)',
      },
    );
  });
});
