/**
 * The machine as data: that stepping it is what XState says, that every row can be read, and that every row that can be
 * reached is reached by a scenario that people can step through.
 */
import assert from 'node:assert/strict';
import { transition } from 'xstate';
import { everyEvent, type Row, rowName, rows, step } from '../../src/tcp/fsm';
import { EVENT_TYPES, tcpMachine } from '../../src/tcp/machine';
import { STATES } from '../../src/tcp/state';
import { unreachable } from '../../src/tcp/unreachable';
import { addCounts, countRows, coverage } from '../../src/trace/coverage';
import { runsOf, scenarioFiles } from '../scenarios';

describe('the state machine', () => {
  it('steps as XState steps it, from every state, at every event, with every combination of facts', () => {
    for (const state of STATES) {
      const snapshot = tcpMachine.resolveState({ value: state });
      for (const event of everyEvent()) {
        const row = step(state, event);
        const [next, actions] = transition(tcpMachine, snapshot, event);
        const expected = { to: next.value, actions: actions.map(({ type }) => type) };
        const actual = { to: row?.to ?? state, actions: row?.actions ?? [] };
        const facts = JSON.stringify(event.facts);
        assert.deepEqual(actual, expected, `${state} / ${event.type} with ${facts}`);
      }
    }
  });

  it('has the eleven states of RFC 9293, 3.3.2, each reachable from CLOSED', () => {
    assert.deepEqual(Object.keys(tcpMachine.states), [...STATES]);
    const found = new Set<string>(['CLOSED']);
    for (let size = 0; size !== found.size; ) {
      size = found.size;
      for (const { from, to } of rows) if (found.has(from)) found.add(to);
    }
    assert.deepEqual([...found].sort(), [...STATES].sort());
  });

  it('has no event without a row', () => {
    const used = new Set<string>(rows.map(({ event }) => event));
    assert.deepEqual(
      EVENT_TYPES.filter((event) => !used.has(event)),
      [],
    );
  });

  it('has a row for every call in every state, so that none is met with silence', () => {
    const calls = ['passive OPEN', 'active OPEN', 'SEND', 'RECEIVE', 'CLOSE', 'ABORT', 'STATUS'] as const;
    const missing = STATES.flatMap((state) =>
      calls
        .filter((call) => !rows.some(({ from, event }) => from === state && event === call))
        .map((call) => [state, call]),
    );
    assert.deepEqual(missing, []);
  });

  it('answers every call with ok, a state or an error', () => {
    const calls = new Set<string>(['passive OPEN', 'active OPEN', 'SEND', 'RECEIVE', 'CLOSE', 'ABORT', 'STATUS']);
    const silent = rows.filter(
      ({ event, actions }) =>
        calls.has(event) && !actions.some((action) => /^(ok|return state|error: .*)$/.test(action)),
    );
    assert.deepEqual(silent.map(rowName), []);
  });

  it('deletes the TCB in every row that leads to CLOSED, and in no other', () => {
    const wrong = rows.filter(
      ({ from, to, actions, event }) =>
        from !== 'CLOSED' && event !== 'rcv new SYN' && (to === 'CLOSED') !== actions.includes('delete TCB'),
    );
    assert.deepEqual(wrong.map(rowName), []);
  });

  it('never answers a reset with a reset, and with an ACK only to challenge it (RFC 5961, 3.2)', () => {
    const answers = rows
      .filter(({ event, actions }) => event.includes('RST') && actions.some((action) => action.startsWith('snd')))
      .map(({ event, actions }) => `${event}: ${actions.join(', ')}`);
    assert.deepEqual([...new Set(answers)], ['rcv RST in window: snd challenge ACK']);
  });
});

describe('a row of the state machine', () => {
  it('has a name of its own', () => {
    const names = rows.map(rowName);
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
    );
  });

  it('has a clause of RFC 9293, or of the RFC it names', () => {
    const clause =
      /^(3(\.\d+)+|RFC \d+)(, (\d|3(\.\d+)*|\w+ check|SHLD-\d+|Figure \d+))*( \((RFC \d+(, \d+(\.\d+)*)?|F1)\))?$/;
    assert.deepEqual(
      rows.filter(({ rule }) => !clause.test(rule)).map((row) => `${rowName(row)}: ${row.rule}`),
      [],
    );
  });

  it('has one sentence that says why', () => {
    const readable = ({ why }: Row): boolean =>
      /^[A-Z]/.test(why) && why.endsWith('.') && !/[.!?] *[A-Z]/.test(why) && !/ {2}|\s$/.test(why);
    assert.deepEqual(
      rows.filter((row) => !readable(row)).map((row) => `${rowName(row)}: ${row.why}`),
      [],
    );
  });

  it('can be taken: the rows above it for its event do not always hold', () => {
    const shadowed = rows.filter(({ from, event }, index) =>
      rows.slice(0, index).some((above) => above.from === from && above.event === event && above.guard === undefined),
    );
    assert.deepEqual(shadowed.map(rowName), []);
  });
});

describe('the rows that no run can take', () => {
  it('are rows of the machine, each with one sentence as the reason', () => {
    assert.deepEqual(
      unreachable.map(({ row }) => rowName(row)),
      [
        'LISTEN / user timeout',
        'SYN_RCVD / rcv FIN',
        'FIN_WAIT_2 / user timeout',
        'CLOSING / rcv URG',
        'CLOSING / rcv text',
        'CLOSING / rcv FIN',
        'TIME_WAIT / user timeout',
      ],
    );
    for (const { reason } of unreachable) assert.match(reason, /^[A-Z].*\.$/);
  });

  it('are the only ones that the examples and the test scenarios do not take', () => {
    const traces = scenarioFiles().flatMap((file) => runsOf(file));
    const { notTaken, unreachable: never } = coverage(
      rows,
      unreachable,
      addCounts(traces.map(({ events }) => countRows(events))),
    );
    assert.deepEqual(notTaken.map(rowName), [], 'these rows can be taken, and no scenario takes them');
    assert.deepEqual(
      never.map(({ row }) => rowName(row)),
      unreachable.map(({ row }) => rowName(row)),
      'a row that is said to be unreachable was taken',
    );
  });
});
