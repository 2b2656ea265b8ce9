import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from '../../src/language/document';
import { parseExpression, parseLine } from '../../src/language/parser';
import type { StatementKind } from '../../src/language/tree';
import { almostLine, bare, KITCHEN_LINES, KITCHEN_SINK } from './trees';

const statementOf = (text: string): unknown => bare(parseLine(text).statement);
const codesOf = (text: string): readonly string[] => parseLine(text).diagnostics.map((diagnostic) => diagnostic.code);

/** A slip, what it is understood as, and the warning; none if it is no more than white space. */
const SLIPS: readonly (readonly [string, string, string])[] = [
  ['expect client.cwnd = 10', 'expect client.cwnd == 10', 'single-equals'],
  ['server -> client SYN/ACK seq=0', 'server -> client SYN+ACK seq=0', 'flag-separator'],
  ['server -> client SYN,ACK', 'server -> client SYN+ACK', 'flag-separator'],
  ['server -> client SYN-ACK', 'server -> client SYN+ACK', 'flag-separator'],
  ['server -> client SYN ACK ack=1', 'server -> client SYN+ACK ack=1', 'flag-separator'],
  ['server -> client SYNACK', 'server -> client SYN+ACK', 'flag-separator'],
  ['server -> client syn | ack', 'server -> client SYN+ACK', 'flag-separator'],
  ['wait 20 ms', 'wait 20ms', 'space-before-unit'],
  ['network loss=1 %', 'network loss=1%', 'space-before-unit'],
  ['server <- client SYN', 'client -> server SYN', 'left-arrow'],
  ['server<-client SYN', 'client -> server SYN', 'left-arrow'],
  ['server ← client SYN', 'client -> server SYN', 'left-arrow'],
  ['client->server SYN', 'client -> server SYN', 'arrow-spacing'],
  ['client → server SYN', 'client -> server SYN', 'full-width'],
  ['client —> server SYN', 'client -> server SYN', 'arrow-shape'],
  ['client => server SYN', 'client -> server SYN', 'arrow-shape'],
  ['Client -> server SYN SEQ=0', 'Client -> server SYN seq=0', 'wrong-case'],
  ['EXPECT client ESTABLISHED', 'expect client ESTABLISHED', 'wrong-case'],
  ['client Connect', 'client connect', 'wrong-case'],
  ['expect a.x == 1 && b.x == 2', 'expect a.x == 1 and b.x == 2', 'symbol-operator'],
  ['expect a CLOSED||b CLOSED', 'expect a CLOSED or b CLOSED', 'symbol-operator'],
  ['expect !a CLOSED', 'expect not a CLOSED', 'symbol-operator'],
  ['note “hello”', 'note "hello"', 'full-width'],
  ['peer client mss＝1460', 'peer client mss=1460', 'full-width'],
  ['wait （1s - time）', 'wait (1s - time)', 'full-width'],
  ['expect client in CLOSED，LISTEN', 'expect client in CLOSED, LISTEN', 'full-width'],
  ['client -> server SYN as s1 lost', 'client -> server SYN lost as s1', 'word-order'],
  ['client -> server ACK ack = d0.ack + 10', 'client -> server ACK ack=d0.ack+10', 'space-in-value'],
  ['client -> server ACK sack=8..16, 2..4', 'client -> server ACK sack=8..16,2..4', 'space-in-value'],
  ['client -> server SYN wscale off', 'client -> server SYN wscale=off', 'missing-equals'],
  ['peer client nagle OFF', 'peer client nagle=off', 'wrong-case'],
  ['peer client rtoMin=1s', 'peer client rto-min=1s', 'option-spelling'],
  ['== Open', '== Open ==', 'chapter-end'],
  ['＝＝ Open ＝＝', '== Open ==', ''],
  ['\tclient　connect ', 'client connect', ''],
  ['\uFEFFclient connect', 'client connect', ''],
];

describe('parser', () => {
  it('reads every line of the kitchen sink without a diagnostic', () => {
    for (const line of KITCHEN_LINES) assert.deepEqual(parseLine(line).diagnostics, [], line);
  });

  it('meets every kind of statement in the kitchen sink', () => {
    const kinds = new Set(parse(KITCHEN_SINK).lines.map((line) => line.statement.kind));
    const all: Record<Exclude<StatementKind, 'broken'>, true> = {
      blank: true,
      scenario: true,
      peer: true,
      network: true,
      let: true,
      chapter: true,
      call: true,
      segment: true,
      inject: true,
      rule: true,
      release: true,
      replay: true,
      wait: true,
      'wait-until': true,
      run: true,
      handshake: true,
      expect: true,
      'expect-no': true,
      always: true,
      never: true,
      finally: true,
      'never-segment': true,
      note: true,
    };
    assert.deepEqual([...kinds].sort(), Object.keys(all).sort());
  });

  it('gives every word of a segment line its range', () => {
    const line = parseLine('client -> server  SYN+ACK  seq=0  lost as s1  # gone');
    assert.deepEqual(line.statement, {
      kind: 'segment',
      direction: {
        from: { text: 'client', start: 0, end: 6 },
        to: { text: 'server', start: 10, end: 16 },
        start: 0,
        end: 16,
      },
      pattern: {
        flags: {
          kind: 'exact',
          names: [
            { text: 'SYN', value: 'SYN', start: 18, end: 21 },
            { text: 'ACK', value: 'ACK', start: 22, end: 25 },
          ],
          start: 18,
          end: 25,
        },
        fields: [
          {
            name: { text: 'seq', value: 'seq', start: 27, end: 30 },
            value: { kind: 'value', value: { kind: 'number', value: 0, start: 31, end: 32 } },
            start: 27,
            end: 32,
          },
        ],
        start: 18,
        end: 32,
      },
      outcome: { kind: 'lost', amount: undefined, start: 34, end: 38 },
      capture: { text: 's1', start: 42, end: 44 },
      start: 0,
      end: 44,
    });
    assert.deepEqual(line.comment, { text: '# gone', start: 46, end: 52 });
  });

  it('binds or weaker than and, not, comparison, sum, product and minus', () => {
    const grouped = 'expect (a.x == 1) or ((not (b.x < (1 + (2 * (-3))))) and c.x == 2)';
    assert.deepEqual(statementOf('expect a.x == 1 or not b.x < 1 + 2 * -3 and c.x == 2'), statementOf(grouped));
    assert.deepEqual(statementOf('let x = 5 - 3 - 1'), statementOf('let x = (5 - 3) - 1'));
  });

  it('takes numbers in every unit', () => {
    const values: readonly (readonly [string, object])[] = [
      ['0x5b4', { kind: 'number', value: 1460 }],
      ['64KiB', { kind: 'number', value: 65_536 }],
      ['10MB', { kind: 'number', value: 10_000_000 }],
      ['1.5KB', { kind: 'number', value: 1_500 }],
      ['10Mbps', { kind: 'number', value: 10_000_000 }],
      ['100kbps', { kind: 'number', value: 100_000 }],
      ['200us', { kind: 'duration', microseconds: 200 }],
      ['1.1s', { kind: 'duration', microseconds: 1_100_000 }],
      ['2min', { kind: 'duration', microseconds: 120_000_000 }],
      ['2msl', { kind: 'msl', count: 2 }],
      ['1.5%', { kind: 'percentage', fraction: 0.015 }],
      ['#305419896', { kind: 'absolute', value: 305_419_896 }],
    ];
    for (const [text, value] of values) {
      assert.deepEqual(statementOf(`let x = ${text}`), { kind: 'let', name: { text: 'x' }, value }, text);
    }
  });

  it('tells an absolute number from a comment by what stands before it', () => {
    assert.equal(parseLine('client -> server SYN seq=#5').comment, undefined);
    assert.equal(parseLine('expect #5 == client.iss').comment, undefined);
    assert.equal(parseLine('server listen #1 of 2').comment?.text, '#1 of 2');
    assert.equal(parseLine('expect client.iss == # five').comment?.text, '# five');
  });

  it('reads hyphens as part of states and options, and as minus between values', () => {
    assert.deepEqual(statementOf('expect client FIN-WAIT-1'), statementOf('expect client FIN_WAIT_1'));
    assert.deepEqual(statementOf('expect client.state == SYN-SENT'), statementOf('expect client.state == SYN_SENT'));
    assert.deepEqual(statementOf('wait 1s-time'), statementOf('wait (1s - time)'));
    assert.deepEqual(statementOf('a -> b ACK ack=x-1'), statementOf('a -> b ACK ack=(x - 1)'));
    assert.deepEqual(codesOf('wait 1s-time'), []);
    assert.deepEqual(codesOf('a -> b ACK ack=d0.ack-d1.len'), []);
  });

  it('understands likely slips as what was meant', () => {
    for (const [slip, right, code] of SLIPS) {
      assert.deepEqual(statementOf(slip), statementOf(right), slip);
      assert.deepEqual(
        parseLine(slip).diagnostics.filter((diagnostic) => diagnostic.severity === 'error'),
        [],
        slip,
      );
      if (code === '') assert.deepEqual(codesOf(slip), [], slip);
      else assert.ok(codesOf(slip).includes(code), `${slip}: ${codesOf(slip).join()}`);
    }
  });

  it('mends every slip by its fixes alone, without changing what was understood', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...SLIPS.map(([slip]) => slip)), almostLine), (slip) => {
        const { statement, diagnostics } = parseLine(slip);
        if (diagnostics.some((diagnostic) => diagnostic.severity === 'error')) return;
        let text = slip;
        for (let [first] = diagnostics; first?.fix; [first] = parseLine(text).diagnostics) {
          text = text.slice(0, first.fix.start) + first.fix.text + text.slice(first.fix.end);
        }
        assert.deepEqual(codesOf(text), [], text);
        assert.deepEqual(statementOf(text), bare(statement), text);
      }),
      { numRuns: 2000 },
    );
  });

  it('does not take the unit for a peer, nor a comparison with a minus for an arrow', () => {
    assert.deepEqual(codesOf('drop next 3 s -> ms'), []);
    assert.deepEqual(codesOf('never client.error <-1'), []);
    assert.equal(parseLine('never client.cwnd <-1').statement.kind, 'never');
  });

  it('does not take an option for the unit of the number before it', () => {
    assert.deepEqual(codesOf('client set mss=500 msl=1s'), []);
    assert.deepEqual(codesOf('client -> server SYN seq=1 s=2'), ['unknown-field']);
  });

  it('accepts names in any script', () => {
    assert.deepEqual(codesOf('客户端 -> 服务器 SYN'), []);
  });

  it('decodes the escapes of JSON', () => {
    const { statement } = parseLine(String.raw`note "a\"\\\/\b\f\n\r\té"`);
    assert.equal(statement.kind === 'note' && statement.text.value, 'a"\\/\b\f\n\r\té');
  });

  it('reads an expression by itself, for watches and breakpoints', () => {
    assert.deepEqual(bare(parseExpression('client.snd.nxt')), {
      expression: { kind: 'field', owner: { text: 'client' }, name: { text: 'snd.nxt' } },
      diagnostics: [],
    });
    assert.deepEqual(
      parseExpression('client.snd.nxt ==').diagnostics.map((diagnostic) => diagnostic.code),
      ['incomplete-line'],
    );
    assert.deepEqual(
      parseExpression('').diagnostics.map((diagnostic) => diagnostic.code),
      ['incomplete-line'],
    );
  });

  it('never fails, and keeps every range inside the line', () => {
    fc.assert(
      fc.property(fc.oneof(almostLine, fc.string({ unit: 'binary' })), (text) => {
        const line = parseLine(text);
        for (const { start, end, fix } of line.diagnostics) {
          assert.ok(0 <= start && start <= end && end <= text.length, `${start}..${end}`);
          if (fix) assert.ok(0 <= fix.start && fix.start <= fix.end && fix.end <= text.length);
        }
        const { start, end } = line.statement;
        assert.ok(0 <= start && start <= end && end <= text.length);
        if (line.statement.kind === 'broken') assert.notEqual(line.diagnostics.length, 0);
        parseExpression(text);
      }),
      { numRuns: 3000 },
    );
  });

  it('does not read lines beyond 10,000 characters, and one below quickly', () => {
    assert.deepEqual(codesOf('x'.repeat(1_000_000)), ['line-too-long']);
    for (const piece of ['SYN+', 'a=1 ', '(', '-', '"', '==', '= ', '# ', '1..', '\\', '！', 'a.', '\u0001']) {
      assert.ok(parseLine(`client -> server ${piece.repeat(9_900 / piece.length)}`));
      assert.ok(parseLine(`expect ${piece.repeat(9_900 / piece.length)}`));
      assert.ok(parseLine(`== ${piece.repeat(9_900 / piece.length)}`));
    }
  });
});
