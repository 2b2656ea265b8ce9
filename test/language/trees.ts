/** What the tests of this folder share: the kitchen sink, damaged copies of it, and trees without their ranges. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Document } from '../../src/language/tree';
import { stateNamed } from '../../src/language/vocabulary/states';

export const KITCHEN_SINK = readFileSync('test/language/kitchen-sink.tcpscn', 'utf8');
export const KITCHEN_LINES = KITCHEN_SINK.trimEnd().split('\n');

/** A tree without ranges and spelling: what two texts have in common that mean the same. */
export function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  const record: Record<string, unknown> = { ...value };
  // A term is what it stands for, and a word alone can be a state.
  if ('text' in record && record['value'] !== undefined && !('kind' in record)) return record['value'];
  if (record['kind'] === 'name') return { kind: 'name', text: stateNamed(String(record['text'])) ?? record['text'] };
  const kept = Object.entries(record).filter(([key]) => key !== 'start' && key !== 'end');
  return Object.fromEntries(kept.map(([key, inner]) => [key, bare(inner)]));
}

/** Statements and comments of a document; blank lines left out. */
export const meaning = (document: Document): unknown =>
  document.lines
    .filter((line) => line.statement.kind !== 'blank' || line.comment !== undefined)
    .map((line) => ({ statement: bare(line.statement), comment: line.comment?.text }));

/** Pieces of lines, right and wrong, from which almost-lines are made. */
const PIECES = [
  ...new Set(
    KITCHEN_LINES.flatMap((line) => line.split(/(\s+|\b|(?<=[=(.,])|(?=[=().,]))/)).filter((piece) => piece !== ''),
  ),
  ...[
    '=',
    '==',
    '&&',
    '!',
    '（',
    '，',
    '“',
    '”',
    '→',
    '<-',
    '--',
    "'",
    '\\',
    '\\u12',
    '20 ms',
    'SYN-SENT',
    '..',
    '#',
    '-',
  ],
  ...['established', 'Expect', 'conect', '\u0000', '\ud800', '客户端', '1e9', '0x', '99999999999999999999', '\t', '　'],
];

/** A line that may or may not be one of the language. */
export const almostLine: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(' ')),
  fc
    .tuple(fc.constantFrom(...KITCHEN_LINES), fc.nat(100), fc.nat(3), fc.constantFrom('', ...PIECES))
    .map(([line, at, removed, put]) => line.slice(0, at) + put + line.slice(at + removed)),
  fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.replaceAll(/[\r\n]/g, ' ')),
);

/** A kitchen sink in which some lines were replaced, removed or put in. */
export const damagedSink: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.nat(KITCHEN_LINES.length), fc.nat(2), fc.array(almostLine, { maxLength: 2 })), { maxLength: 6 })
  .map((changes) => {
    const lines = [...KITCHEN_LINES];
    for (const [at, removed, put] of changes) lines.splice(at, removed, ...put);
    return `${lines.join('\n')}\n`;
  });
