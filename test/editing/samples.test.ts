import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { firstSentence, SAMPLE_GROUPS, type SampleBundle, sampleText } from '../../src/editing/samples';
import { parse } from '../../src/language/document';
import { resolve } from '../../src/program/resolve';
import { run } from '../../src/simulation/run';
import { failuresOf } from '../../src/trace/judgments';
import { ladder } from '../../src/trace/ladder';

const NAMES = SAMPLE_GROUPS.flatMap(({ samples }) => samples.map(({ name }) => name));

const textOf = (name: string): string => readFileSync(`examples/${name}.tcpscn`, 'utf8');

describe('the samples', () => {
  it('are the examples, each of them once', () => {
    const files = readdirSync('examples')
      .filter((file) => file.endsWith('.tcpscn'))
      .map((file) => file.replace(/\.tcpscn$/, ''));
    assert.deepEqual([...NAMES].sort(), files.sort());
  });

  it('are in the package as they are, in every language', () => {
    const bundle: SampleBundle = JSON.parse(readFileSync('dist/samples.json', 'utf8'));
    assert.deepEqual(Object.keys(bundle).sort(), [...NAMES].sort());
    for (const name of NAMES) {
      assert.equal(sampleText(bundle, name, 'en'), textOf(name));
      assert.equal(sampleText(bundle, name, 'zh-cn'), textOf(`zh-cn/${name}`));
    }
  });

  it('have titles that can be told apart', () => {
    const titles = SAMPLE_GROUPS.flatMap(({ samples }) => samples.map(({ title }) => title.text));
    assert.deepEqual([...new Set(titles)], titles);
  });

  it('say in their first sentence what they show', () => {
    for (const name of NAMES) {
      assert.match(firstSentence(textOf(name)), /^.{10,140}[.?!]$/, name);
      assert.match(firstSentence(textOf(`zh-cn/${name}`)), /^.{5,70}[。？！]$/, name);
    }
  });

  it('are English where they are not translated', () => {
    const bundle = { open: { en: 'open', 'zh-cn': '打开' }, close: { en: 'close' } };
    assert.equal(sampleText(bundle, 'open', 'zh-CN'), '打开');
    assert.equal(sampleText(bundle, 'close', 'zh-cn'), 'close');
    assert.equal(sampleText(bundle, 'open', 'de'), 'open');
    assert.equal(sampleText(bundle, 'no such sample', 'en'), undefined);
  });

  for (const [text, sentence] of [
    ['# One. Two.\npeer a', 'One.'],
    ['# It goes on\n# in the next line: 1.5 times. And more.', 'It goes on in the next line: 1.5 times.'],
    ['# Why? Because.', 'Why?'],
    ['# `close` goes last. So it is.', 'close goes last.'],
    ['# RFC 9293, Figure 6: the handshake\npeer A', 'RFC 9293, Figure 6: the handshake'],
    ['# 三次握手，四次挥手。服务器的报文段丢失一次。\n', '三次握手，四次挥手。'],
    ['peer a\n# not at the beginning', ''],
    ['', ''],
  ] as const) {
    it(`reads ${JSON.stringify(text)} as ${JSON.stringify(sentence)}`, () => {
      assert.equal(firstSentence(text), sentence);
    });
  }
});

describe('the handshake that one breaks', () => {
  const text = textOf('break-the-handshake');

  /** Its ladder, and what failed. */
  function played(source: string) {
    const { program } = resolve(parse(source), 'break');
    const [scenario] = program?.scenarios ?? [];
    assert.ok(scenario);
    const trace = run(scenario);
    return { failures: trace.events.flatMap(failuresOf), ladder: [...ladder(trace)] };
  }

  it('holds as it is', () => {
    assert.deepEqual(played(text).failures, []);
  });

  it('shows SYN_RCVD and the retransmission once its third segment is lost, as its comment says', () => {
    const broken = text.replace('ACK      seq=1 ack=1', '$& lost');
    assert.notEqual(broken, text);
    const { failures, ladder: lines } = played(broken);
    assert.deepEqual(failures, []);
    const lost = lines.findIndex((line) => line.endsWith('(lost)'));
    assert.deepEqual(
      lines.slice(lost, lost + 5).map((line) => line.trim().replace(/ {2,}/g, '  ')),
      [
        '5  0.030  ESTABLISHED  --> <SEQ=1><ACK=1><CTL=ACK>  --X  (lost)',
        ':  (0.980 s)  :',
        '6  1.010  (timer retransmit)  SYN_RCVD',
        '7  1.020  ESTABLISHED  <-- <SEQ=0><ACK=1><CTL=SYN,ACK> (again) <--  SYN_RCVD',
        '8  1.030  ESTABLISHED  --> <SEQ=1><ACK=1><CTL=ACK>  -->  ESTABLISHED',
      ],
    );
  });
});
