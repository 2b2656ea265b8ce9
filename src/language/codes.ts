/**
 * The diagnostics that reading a single line can give: code, severity, what it is about, and a line that shows it.
 *
 * An `error` keeps the file from running. A `warning` is a likely slip: it was understood, and the fix writes it right.
 */
import type { Diagnostic } from './diagnostics';

interface CodeEntry {
  readonly severity: Diagnostic['severity'];
  readonly meaning: string;
  /** A line that gives this diagnostic and no other. */
  readonly example: string;
}

const error = (meaning: string, example: string): CodeEntry => ({ severity: 'error', meaning, example });
const warning = (meaning: string, example: string): CodeEntry => ({ severity: 'warning', meaning, example });

export const CODES = {
  'unreadable-text': error('Characters that no statement can contain.', 'client @ send'),
  'line-too-long': error('A line of more than 10,000 characters is not read.', `note "${'x'.repeat(10_000)}"`),
  'too-complex': error('A line with more than 200 operators or 500 parentheses.', `wait ${'1s+'.repeat(201)}1s`),
  'unterminated-text': error('A text without its closing quotation mark.', 'note "hello'),
  'bad-escape': error('A backslash before something that JSON does not allow there.', 'client send "\\x41"'),
  'unknown-unit': error('A number followed by something that is no unit.', 'wait 20sec'),
  'bad-number': error('A number that is too large, or not whole where it must be.', 'client send 1.5'),
  'bad-name': error('A name that is not made of letters, digits and _.', 'release syn-ack'),
  'reserved-name': error('A name that is a word of the language.', 'let time = 5s'),
  'bad-address': error('An address that is not HOST:PORT or :PORT.', 'peer client 10.0.0.1'),
  'bad-value': error('An option takes plain values, not calculations.', 'network delay=10..50ms'),
  'missing-value': error('A field, an option, a verb or an outcome without the value it needs.', 'client send'),
  'incomplete-line': error('The line ends where something must follow.', 'client ->'),
  'unexpected-text': error('Something stands where it cannot.', 'client connect now'),
  'unknown-statement': error(
    'A line that begins with no word of the language and no peer that does something.',
    'expct',
  ),
  'unknown-verb': error('Something that no application does.', 'client conect'),
  'unknown-flag': error('A flag that TCP does not have.', 'client -> server SIN'),
  'unknown-field': error('A field that a segment line does not have.', 'client -> server ACK sq=1'),
  'unknown-outcome': error('Something that cannot become of a segment.', 'client -> server ACK lots'),
  'unknown-option': error('An option that a peer, or the network, does not have.', 'peer client mms=1460'),
  'unknown-state': error('A state that TCP does not have.', 'expect client ESTABLSHED'),
  'repeated-flag': error('A flag written twice.', 'client -> server SYN+SYN'),
  'repeated-field': error('A field written twice.', 'client -> server ACK ack=1 ack=2'),
  'repeated-option': error('An option written twice on one line.', 'peer client mss=1460 mss=536'),
  'chained-comparison': error('Two comparisons in a row.', 'expect 0 < client.cwnd < 10'),
  'expect-segment': error('A segment line checks by itself and needs no expect.', 'expect client -> server SYN'),
  'missing-expect': error('A condition without the word expect.', 'client ESTABLISHED'),
  'missing-let': error('A value is given to a name without the word let.', 't0 = time'),
  'full-width': warning(
    'Full-width or typographic punctuation, as input methods write it.',
    'client send 100 ＃ bytes',
  ),
  'wrong-case': warning('A word of the language with capital letters.', 'Expect client ESTABLISHED'),
  'single-quotes': warning('A text in single quotation marks.', "note 'hello'"),
  'single-equals': warning('A comparison with = where == is meant.', 'expect client.cwnd = 10'),
  'double-equals': warning('A value is given with == where = is meant.', 'client -> server SYN seq==0'),
  'missing-equals': warning('A field or an option without the = before its value.', 'client -> server SYN seq 0'),
  'symbol-operator': warning('&&, || and ! where the words and, or and not are meant.', 'expect !client CLOSED'),
  'minus-without-spaces': warning('A minus between names without spaces around it.', 'expect a.time-b.time < 1s'),
  'space-before-unit': warning('A space between a number and its unit.', 'wait 20 ms'),
  'space-in-value': warning('Spaces inside a value that is not in parentheses.', 'client -> server SYN seq = 0'),
  'flag-separator': warning('Flags joined by something other than +.', 'server -> client SYN/ACK'),
  'left-arrow': warning('A direction written from right to left.', 'server <- client SYN'),
  'arrow-shape': warning('An arrow that is not ->.', 'client --> server SYN'),
  'arrow-spacing': warning('An arrow without spaces around it.', 'client->server SYN'),
  'option-spelling': warning('An option spelled with _ or without its hyphen.', 'peer client delayed_ack=40ms'),
  'word-order': warning('The outcome of a segment after its name.', 'client -> server SYN as s1 lost'),
  'chapter-end': warning('A chapter without its closing ==.', '== Open'),
} satisfies Record<string, CodeEntry>;

export type Code = keyof typeof CODES;
