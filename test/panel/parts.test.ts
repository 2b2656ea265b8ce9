/** The panel's pure parts: addresses of clauses, marks, values, cells, coverage. */
import assert from 'node:assert/strict';
import { sceneOf } from '../../src/diagram/scene';
import type { Shape } from '../../src/diagram/shape';
import { stateDiagram } from '../../src/diagram/state-diagram';
import { stretchesOf } from '../../src/panel/chapters';
import { clauseAddress, clauseText } from '../../src/panel/clause';
import { countOfEdge, covered } from '../../src/panel/coverage-shapes';
import { eventWords, logCells, searchText, sendWords } from '../../src/panel/log-cells';
import { EDGE, marksOf, momentAt, placeOf } from '../../src/panel/marks';
import { valueText, variableName } from '../../src/panel/values';
import { rows } from '../../src/tcp/fsm';
import { countRows, rowKey } from '../../src/trace/coverage';
import type { Trace } from '../../src/trace/trace';
import { english, render } from '../../src/words/sentence';
import { runsOf } from '../scenarios';

function first(name: string): Trace {
  const [trace] = runsOf(`examples/${name}.tcpscn`);
  assert.ok(trace);
  return trace;
}

describe('the address of a clause', () => {
  it('is known for every rule of the machine', () => {
    for (const { rule } of rows) assert.ok(clauseAddress(rule), rule);
  });

  it('is that of the section, in the RFC that is named', () => {
    const rfc = 'https://www.rfc-editor.org/rfc/';
    assert.equal(clauseAddress('3.10.7.4, fifth check'), `${rfc}rfc9293#section-3.10.7.4`);
    assert.equal(clauseAddress('RFC 1337, 3 (F1)'), `${rfc}rfc1337#section-3`);
    assert.equal(clauseAddress('RFC 9293, 3.3.2'), `${rfc}rfc9293#section-3.3.2`);
    assert.equal(clauseAddress('RFC 6928'), `${rfc}rfc6928`);
    assert.equal(clauseAddress('the author'), undefined);
    assert.equal(clauseText('3.10.8'), 'RFC 9293, 3.10.8');
    assert.equal(clauseText('RFC 6298, 5'), 'RFC 6298, 5');
  });
});

describe('the marks of the scrubber', () => {
  const { scenario, events } = first('handshake-and-close');

  it('are numbers, dots or ticks, as there is room', () => {
    assert.equal(marksOf(events, scenario, 1000).size, 'number');
    assert.equal(marksOf(events, scenario, 300).size, 'dot');
    assert.equal(marksOf(events, scenario, 120).size, 'tick');
    assert.deepEqual(marksOf([], scenario, 300).marks, []);
  });

  it('never touch, and where one stands for several it is what matters most', () => {
    const { marks } = marksOf(events, scenario, 60);
    for (const [index, { x }] of marks.entries()) assert.ok(index === 0 || x - (marks[index - 1]?.x ?? 0) >= 3);
    assert.ok(marks.some(({ kind }) => kind === 'lost'));
  });

  it('stand where the pointer finds them', () => {
    for (const width of [120, 333, 1000]) {
      for (const last of [1, 28, 60]) {
        for (let n = 0; n <= last; n += 1) assert.equal(momentAt(placeOf(n, last, width), last, width), n);
      }
    }
    assert.equal(placeOf(0, 28, 500), EDGE);
    assert.equal(momentAt(-50, 28, 500), 0);
    assert.equal(momentAt(9999, 28, 500), 28);
  });

  it('have the chapters above them', () => {
    assert.deepEqual(stretchesOf(first('zero-window')), [
      { title: undefined, from: 1, to: 11 },
      { title: 'Knocking', from: 12, to: 25 },
      { title: 'The program reads', from: 26, to: 35 },
    ]);
  });
});

describe('a value of the TCB', () => {
  const bases = { iss: 4_294_967_295, irs: 300 };
  it('is relative, or that of the header', () => {
    assert.equal(valueText('snd.una', 1, 'relative', bases), '1');
    assert.equal(valueText('snd.una', 1, 'absolute', bases), '0');
    assert.equal(valueText('rcv.nxt', 1, 'absolute', bases), '301');
    assert.equal(valueText('snd.wnd', 1, 'absolute', bases), '1');
    assert.equal(valueText('snd.una', 'off', 'absolute', bases), '—');
  });
  it('is a time with its unit', () => {
    assert.equal(valueText('rto', 1_000_000, 'relative', bases), '1 s');
    assert.equal(valueText('timer.retransmit', 1_050_000, 'relative', bases), '1.050 s');
  });
  it('has the name that the RFC writes', () => {
    assert.deepEqual(['snd.una', 'iss', 'cwnd', 'timer.persist'].map(variableName), [
      'SND.UNA',
      'ISS',
      'cwnd',
      'timer.persist',
    ]);
  });
});

describe('a row of the log', () => {
  const { events } = first('handshake-and-close');
  const cells = events.map((event) => logCells(event, new Map(), 'relative', render));

  it('says what happened in the words of the RFC', () => {
    assert.deepEqual(
      [1, 3, 5, 18, 20].map((n) => [eventWords(events[n - 1] ?? never()), sendWords(events[n - 1] ?? never())]),
      [
        ['listen', ''],
        ['connect', 'snd SYN'],
        ['rcv SYN', 'snd SYN,ACK'],
        ['FIN,ACK lost', ''],
        ['retransmission timeout', 'snd FIN,ACK'],
      ],
    );
  });

  it('speaks of the segment that came, or of the first that is sent', () => {
    const shown = (n: number) => cells.map(({ from, to, flags, seq, ack }) => [from, to, flags, seq, ack])[n - 1];
    assert.deepEqual(shown(3), ['client', 'server', 'SYN', '0', '']);
    assert.deepEqual(shown(5), ['client', 'server', 'SYN', '0', '']);
    assert.deepEqual(shown(6), ['server', 'client', 'SYN,ACK', '0', '1']);
  });

  it('can be found by any of its words', () => {
    const found = (text: string) => cells.filter((row) => searchText(row).includes(text)).map(({ n }) => n);
    assert.deepEqual(found('fin_wait_2 → time_wait'), [21]);
    assert.deepEqual(found('lost'), [18, 21, 25]);
    assert.deepEqual(found('client -> server syn'), [3, 5]);
  });

  it('tells a failure from what happens in the script', () => {
    assert.deepEqual(
      [1, 2, 9, 18, 20].map((n) => cells[n - 1]?.mood),
      ['plain', 'script', 'script', 'bad', 'timer'],
    );
  });
});

describe('the diagram of coverage', () => {
  const trace = first('handshake-and-close');
  const taken = countRows(trace.events);
  const counts = rows.map((row) => taken.get(rowKey(row)) ?? 0);
  const diagram = covered(stateDiagram(sceneOf(trace, rows), 28, 'wide', english), rows, counts);

  function* edges(shape: Shape): Generator<readonly [string, string]> {
    const { class: look, 'data-row': edge } = shape.attributes;
    if (edge !== undefined && String(look).startsWith('edge')) yield [String(edge), String(look)];
    for (const child of shape.children) if (typeof child !== 'string') yield* edges(child);
  }
  const looks = new Map(edges(diagram));

  it('marks an edge that nobody takes, and gives the others weight', () => {
    assert.equal(looks.get('SYN_SENT>SYN_RCVD'), 'edge never');
    assert.equal(looks.get('SYN_SENT>ESTABLISHED'), 'edge weight-5');
    for (const [edge, look] of looks) {
      const count = countOfEdge(edge, rows, counts);
      if (count !== undefined) assert.equal(look === 'edge never', count === 0, edge);
    }
  });
});

function never(): never {
  throw new Error('The example has fewer events.');
}
