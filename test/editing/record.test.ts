import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { check } from '../../src/checks/check';
import { readProgram } from '../../src/checks/reading';
import { record } from '../../src/editing/record';
import { parse } from '../../src/language/document';
import type { Scenario } from '../../src/program/program';
import { run } from '../../src/simulation/run';
import { render } from '../../src/words/sentence';

const EVERYTHING = { linesOnly: false };

function recorded(text: string, options = EVERYTHING) {
  const recording = record(text, 'sketch', options);
  assert.ok(recording.kind === 'recorded', 'the text has errors');
  return recording;
}

const after = (text: string, options = EVERYTHING): string => recorded(text, options).text;
const notes = (text: string): readonly string[] =>
  recorded(text).notes.map(({ line, sentence }) => `${line}: ${render(sentence)}`);

const scenarios = (text: string): readonly Scenario[] => {
  const reading = readProgram({ name: 'sketch', text });
  return reading.kind === 'program' ? reading.scenarios : [];
};

/** What left the wire, and how, and when. */
const departures = (text: string): readonly string[] =>
  scenarios(text).flatMap((scenario) =>
    run(scenario).events.flatMap(({ kind, time, segment }) =>
      segment !== undefined && ['arrive', 'lost', 'discard'].includes(kind)
        ? [`${time} ${kind} ${segment.from} ${segment.flags} ${segment.seq} ${segment.ack} ${segment.len}`]
        : [],
    ),
  );

const failures = (text: string): number =>
  check({ name: 'sketch', text }).scenarios.reduce((sum, scenario) => sum + scenario.failures.length, 0);

/** The laws of recording, for a text without errors. */
function holdsFor(text: string): void {
  const { text: once, holds } = recorded(text);
  assert.deepEqual(departures(once), departures(text));
  assert.equal(after(once), once);
  assert.equal(holds, true);
  assert.ok(failures(once) <= failures(text), once);
}

describe('recording a sketch without segment lines', () => {
  it('puts the lines of what arrives in the place of a run, and before what is left of a wait', () => {
    const sketch = `# Open and close
server listen
client connect
run
expect client ESTABLISHED

client send 3000
wait 500ms  # the data
client close
wait 2msl
wait until client FIN_WAIT_2
server close
wait (3s - time)  # until 3 s
run
`;
    assert.equal(
      after(sketch),
      `# Open and close
server listen
client connect
client -> server  SYN      seq=0
server -> client  SYN+ACK  seq=0 ack=1
client -> server  ACK      seq=1 ack=1
expect client ESTABLISHED

client send 3000
client -> server  ACK  seq=1..1461 ack=1
client -> server  ACK  seq=1461..2921 ack=1
server -> client  ACK  seq=1 ack=1461
server -> client  ACK  seq=1 ack=2921
client -> server  ACK  seq=2921..3001 ack=1
server -> client  ACK  seq=1 ack=3001
wait 460ms  # the data
client close
client -> server  FIN+ACK  seq=3001 ack=1
server -> client  ACK      seq=1 ack=3002
wait (2msl - 20ms)
wait until client FIN_WAIT_2
server close
wait (3s - time)  # until 3 s
server -> client  FIN+ACK  seq=1 ack=3002
client -> server  ACK      seq=3002 ack=2
`,
    );
    holdsFor(sketch);
  });

  it('writes what becomes of each segment, and takes what rules have done out of them', () => {
    const sketch = `handshake client -> server
drop next client -> server DATA  # once
corrupt next 3 server -> client ACK
delay all server -> client FIN+ACK by 30ms
client send 10
run
wait until client.acked == 10
duplicate next 3 client -> server FIN+ACK  # one is sent
client close
wait 15ms
server close
wait 300ms
`;
    assert.equal(
      after(sketch),
      `handshake client -> server
# once
delay all server -> client FIN+ACK by 30ms
client send 10
client -> server  ACK  seq=1..11 ack=1  lost
client -> server  ACK  seq=1..11 ack=1
server -> client  ACK  seq=1 ack=11  corrupted
client -> server  ACK  seq=1..11 ack=1
server -> client  ACK  seq=1 ack=11  corrupted
client -> server  ACK  seq=1..11 ack=1
server -> client  ACK  seq=1 ack=11  corrupted
client -> server  ACK  seq=1..11 ack=1
server -> client  ACK  seq=1 ack=11
wait until client.acked == 10
duplicate next 2 client -> server FIN+ACK  # one is sent
client close
client -> server  FIN+ACK  seq=11 ack=1  duplicated
wait 5ms
server close
server -> client  ACK      seq=1 ack=12
server -> client  ACK      seq=1 ack=12
server -> client  FIN+ACK  seq=1 ack=12  delayed 30ms
server -> client  FIN+ACK  seq=1 ack=12
client -> server  ACK      seq=12 ack=2
wait 250ms
`,
    );
    holdsFor(sketch);
  });

  it('writes a run in which nothing is to arrive as it is, and leaves at the end what is on the wire', () => {
    const sketch = 'server listen\nrun  # nothing\nclient connect\n';
    assert.equal(after(sketch), sketch);
    assert.equal(recorded(sketch).underway, 1);
  });

  it('keeps the comment of a run, and the line ends of the file', () => {
    assert.equal(
      after('client connect\r\nrun # refused\r\nnote "end"'),
      'client connect\r\n# refused\r\nclient -> server  SYN      seq=0\r\nserver -> client  RST+ACK  seq=0 ack=1\r\nnote "end"',
    );
  });

  it('writes the numbers of the header if the scenario does', () => {
    const sketch = 'peer client iss=4294967295\nclient connect\nrun\ninject server -> client RST seq=#7\n';
    assert.match(
      after(sketch),
      /client -> server {2}SYN {6}seq=#4294967295\nserver -> client {2}RST\+ACK {2}seq=#0 ack=#0\n/,
    );
  });

  it('writes the options of a SYN that are not what every SYN has, a window of 0, and the urgent pointer', () => {
    const sketch = `peer client mss=536 wscale=2
peer server window=4 read=manual
server listen
client connect
run
client send "abcd" urgent
run
`;
    assert.equal(
      after(sketch),
      `peer client mss=536 wscale=2
peer server window=4 read=manual
server listen
client connect
client -> server  SYN      seq=0 mss=536 wscale=2
server -> client  SYN+ACK  seq=0 ack=1
client -> server  ACK      seq=1 ack=1
client send "abcd" urgent
client -> server  ACK+URG  seq=1..5 ack=1 urg=4
server -> client  ACK      seq=1 ack=5 win=0
`,
    );
  });

  it('waits before a segment that is sent later than a segment line waits for one', () => {
    const sketch =
      'peer client rto-initial=15min rto-max=60min\nclient connect\nserver listen\ndrop next client -> server\nwait 20min\n';
    const text = after(sketch);
    assert.match(text, /client -> server {2}SYN {2}seq=0 {2}lost\nwait 899.99s\nclient -> server {2}SYN/);
    holdsFor(sketch);
  });

  it('does not touch what it cannot write: a scripted peer sends what a line makes, once', () => {
    const sketch = 'peer server scripted\nhandshake client -> server\nserver -> client ACK len=5 underway\nrun\n';
    assert.equal(after(sketch), sketch);
    assert.deepEqual(notes(sketch), [
      '4: a segment that a scripted peer has sent arrives here, which no line can name: it stays as it is',
    ]);
  });

  it('leaves lines in which segments are held back, if that cannot be written exactly, and records the others', () => {
    const sketch = `network loss=40% reorder=20% seed=288
server listen
client connect
wait 15ms
run
wait 2.98s
server close
network loss=0% reorder=0%
run
`;
    assert.equal(
      after(sketch),
      `network loss=40% reorder=20% seed=288
server listen
client connect
wait 15ms
client -> server  SYN      seq=0
server -> client  SYN+ACK  seq=0 ack=1  lost
client -> server  SYN      seq=0
server -> client  ACK      seq=1 ack=1  lost
server -> client  SYN+ACK  seq=0 ack=1  lost
client -> server  SYN      seq=0
server close
network loss=0% reorder=0%
run
`,
    );
    const why = 'a segment is held back here, at the instant of something else: it stays as it is';
    assert.deepEqual(notes(sketch), [`4: ${why}`, `9: ${why}`]);
    holdsFor(sketch);
  });
});

describe('recording a file that has segment lines', () => {
  const RIGHT = `handshake client -> server
client send 10
client -> server  ACK  seq=1..11 ack=1  as data  # ten bytes
server -> client  ACK  seq=1 ack=11
client close
client -> server  FIN+ACK  seq=11 ack=1  lost
client -> server  FIN+ACK  seq=11
server -> client  ACK      seq=1 ack=12
`;

  it('changes nothing if every line holds', () => {
    assert.equal(after(RIGHT), RIGHT);
    assert.equal(recorded(RIGHT).holds, true);
  });

  it('mends what is wrong, and only that', () => {
    const wrong = RIGHT.replace('seq=1..11', 'seq=1..5').replace('ack=11\n', 'ack=9\n').replace('seq=11\n', 'seq=4\n');
    assert.equal(after(wrong), RIGHT);
    assert.deepEqual(notes(wrong), []);
  });

  it('puts a line where one lacks', () => {
    const lacking = RIGHT.replace('server -> client  ACK  seq=1 ack=11\n', '');
    assert.equal(
      after(lacking.replace('FIN+ACK  seq=11 ack=1  lost', 'FIN+ACK  seq=11 ack=1')),
      after(lacking).replace('  lost', ''),
    );
    const missing = RIGHT.replace(/^client -> server {2}ACK.*\n/m, '');
    assert.equal(after(missing), RIGHT.replace('  as data  # ten bytes', ''));
  });

  it('takes a line away whose segment never comes, says so, and keeps its comment', () => {
    const more = RIGHT.replace('client close', 'server -> client  FIN+ACK  seq=1 ack=11  # too early\nclient close');
    assert.equal(after(more), RIGHT.replace('client close', '# too early\nclient close'));
    assert.deepEqual(notes(more), ['5: no such segment is sent: the line goes']);
  });

  it('keeps such a line if others need its name', () => {
    const needed = `${RIGHT}server -> client  FIN+ACK  held as fin\nrelease fin\n`;
    assert.equal(after(needed), needed);
    assert.deepEqual(notes(needed), ['9: no such segment is sent; the line stays, for others need it']);
    assert.equal(recorded(needed).holds, false);
  });

  it('names what arrives in a run as well, unless only the lines are to be mended', () => {
    const more = `${RIGHT}server close\nrun\n`;
    assert.equal(after(more, { linesOnly: true }), more);
    assert.equal(
      after(more),
      `${RIGHT}server close\nserver -> client  FIN+ACK  seq=1 ack=12\nclient -> server  ACK      seq=12 ack=2\n`,
    );
  });

  it('keeps outcomes, names and the spelling of what is right', () => {
    const text =
      'handshake client -> server\nclient send 0x10\nclient -> server PSH+ACK seq=0x1 ack=9 len=16 held as d\nrelease d\n';
    assert.equal(
      after(text),
      'handshake client -> server\nclient send 0x10\nclient -> server  PSH+ACK  seq=0x1 ack=1 len=16  held as d\nrelease d\n',
    );
  });

  it('changes nothing in a text with errors', () => {
    const recording = record('clinet connect\n', 'x', EVERYTHING);
    assert.deepEqual(recording.kind === 'errors' && recording.diagnostics.map(({ line }) => line), [1]);
  });
});

describe('the laws of recording', () => {
  /** A `run` in the place of each block of segment lines, but for those that the text cannot do without. */
  function sketched(text: string): string {
    const isLine = (line: string): boolean => parse(line).lines.some(({ statement }) => statement.kind === 'segment');
    const lines = text.split('\n');
    const sketch = lines.flatMap((line, index) =>
      isLine(line) ? (isLine(lines[index + 1] ?? '') ? [] : ['run']) : [line],
    );
    return sketch.join('\n');
  }

  for (const file of readdirSync('examples').filter((file) => file.endsWith('.tcpscn'))) {
    it(`hold for ${file}, and for it without its segment lines`, () => {
      const text = readFileSync(`examples/${file}`, 'utf8');
      holdsFor(text);
      const sketch = sketched(text);
      if (scenarios(sketch).length > 0) holdsFor(sketch);
    });
  }

  it('hold for files in which lines are wrong, lack, or are too many', function () {
    this.timeout(60_000);
    const files = readdirSync('examples')
      .filter((file) => file.endsWith('.tcpscn'))
      .map((file) => readFileSync(`examples/${file}`, 'utf8').split('\n'));
    const damage = fc.tuple(fc.constantFrom('change', 'delete', 'double', 'swap'), fc.nat());
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.array(damage, { minLength: 1, maxLength: 3 }), (file, damages) => {
        const lines = [...file];
        for (const [kind, at] of damages) {
          const places = [...lines.keys()].filter((place) => / -> .*\b(seq|ack)=\d/.test(lines[place] ?? ''));
          const place = places[at % places.length] ?? 0;
          const line = lines[place] ?? '';
          if (kind === 'delete') lines.splice(place, 1);
          if (kind === 'change') lines[place] = line.replace(/\b(seq|ack)=\d+/, '$1=5');
          if (kind === 'double') lines.splice(place, 0, line.replace(/ (as|held as) \w+/, ''));
          if (kind === 'swap') lines.splice(place, 2, lines[place + 1] ?? '', line);
        }
        const text = lines.join('\n');
        if (scenarios(text).length === 0) return;
        const { text: once } = recorded(text);
        assert.equal(after(once), once);
      }),
      { numRuns: 100 },
    );
  });

  it('hold for scenarios of every kind', function () {
    this.timeout(60_000);
    const peer = fc.constantFrom('client', 'server');
    const direction = fc.constantFrom('client -> server', 'server -> client');
    const rule = fc
      .tuple(
        fc.constantFrom('drop', 'duplicate', 'corrupt', 'delay'),
        fc.constantFrom('next', 'next 2', 'all'),
        direction,
        fc.constantFrom('', ' DATA', ' ACK', ' FIN+ACK'),
      )
      .map(([action, count, way, flags]) => `${action} ${count} ${way}${flags}${action === 'delay' ? ' by 25ms' : ''}`);
    const line = fc.oneof(
      fc.tuple(peer, fc.integer({ min: 1, max: 5000 })).map(([name, size]) => `${name} send ${size}`),
      fc
        .tuple(peer, fc.constantFrom('close', 'abort', 'listen', 'connect', 'crash', 'close'))
        .map((words) => words.join(' ')),
      rule,
      fc.constantFrom(
        'run',
        'wait 5ms',
        'wait 15ms',
        'wait 300ms',
        'wait 2s',
        'wait 5min',
        'run',
        'wait (time + 20ms)',
      ),
      fc.constantFrom(
        'wait until client.acked > 1000',
        'wait until wire.count == 0 within 1s',
        'expect no client -> server FIN+ACK for 10ms',
      ),
    );
    const network = fc
      .record({
        delay: fc.constantFrom('10ms', '0ms', '1ms..30ms'),
        loss: fc.constantFrom('0%', '10%', '40%'),
        duplicate: fc.constantFrom('0%', '10%'),
        reorder: fc.constantFrom('0%', '20%'),
        corrupt: fc.constantFrom('0%', '10%'),
        seed: fc.integer({ min: 1, max: 1000 }),
      })
      .map(
        (options) =>
          `network ${Object.entries(options)
            .map(([key, value]) => `${key}=${value}`)
            .join(' ')}`,
      );
    fc.assert(
      fc.property(network, fc.array(line, { maxLength: 12 }), (path, lines) => {
        holdsFor(`${path}\nserver listen\nclient connect\nrun\n${lines.join('\n')}\n`);
      }),
      { numRuns: 150 },
    );
  });
});
