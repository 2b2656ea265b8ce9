/**
 * The tables of the language reference, printed from the vocabulary.
 *
 * In `docs/language.md` a table stands between `<!-- printed: verbs -->` and `<!-- /printed -->`; a test compares it
 * with a fresh print.
 */
import { CODES } from './codes';
import type { Choice, Entry, OptionEntry } from './vocabulary';
import { CAPTURE_FIELDS, GLOBALS, PEER_FIELDS } from './vocabulary/expression-fields';
import { FIELDS } from './vocabulary/fields';
import { FLAG_WORDS, FLAGS } from './vocabulary/flags';
import { CONNECTIVES, STATEMENTS } from './vocabulary/keywords';
import { NETWORK_OPTIONS } from './vocabulary/network-options';
import { OUTCOMES } from './vocabulary/outcomes';
import { PEER_OPTIONS } from './vocabulary/peer-options';
import { STATES } from './vocabulary/states';
import { UNITS } from './vocabulary/units';
import { VERBS } from './vocabulary/verbs';

const code = (text: string): string => `\`${text}\``;

/** A table in Markdown, its columns as wide as needed and no wider. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}

const meaningOf = (entry: Entry): string =>
  entry.available === false ? `${entry.meaning} *Not in this version yet.*` : entry.meaning;

const formsOf = (entry: { readonly forms: readonly string[] }): string => entry.forms.map(code).join('<br>');

const clauseOf = (entry: Entry): string => entry.clause ?? '';

const KINDS: { readonly [K in OptionEntry['value']]: string } = {
  'on-off': '`on` or `off`',
  size: 'a size in bytes',
  count: 'a number',
  duration: 'a duration',
  'duration or range': 'a duration or a range',
  percentage: 'a percentage',
  bandwidth: 'bits a second',
  word: 'a word',
  'iss list': 'numbers, or `random`',
};

/** What an option can be set to; words with what each means. */
function valuesOf(entry: OptionEntry): string {
  if (entry.value === 'word') return entry.choices.map(choiceOf).join('; ');
  return entry.orOff ? `${KINDS[entry.value]}, or \`off\`` : KINDS[entry.value];
}

function choiceOf(choice: Choice): string {
  const meaning = `${choice.meaning.charAt(0).toLowerCase()}${choice.meaning.slice(1, -1)}`;
  return `${code(choice.name)}: ${meaning}${choice.available === false ? ' (not in this version yet)' : ''}`;
}

const optionTable = (options: readonly OptionEntry[]): string =>
  table(
    ['option', 'default', 'takes', 'meaning', 'standard'],
    options.map((entry) => [code(entry.name), code(entry.default), valuesOf(entry), meaningOf(entry), clauseOf(entry)]),
  );

/** Examples of diagnostics, each line in its own span; what would not fit is cut off. */
const exampleOf = (example: string): string =>
  example
    .split('\n')
    .map((line) => code(line.length > 60 ? `${line.slice(0, 30)}...` : line))
    .join('<br>');

/** A table of diagnostics. Those that need more than one line to be seen are not the language's own. */
export const diagnosticTable = (
  codes: Readonly<Record<string, { readonly severity: string; readonly meaning: string; readonly example: string }>>,
): string =>
  table(
    ['code', 'severity', 'what it is about', 'for example'],
    Object.entries(codes).map(([name, { severity, meaning, example }]) => [
      code(name),
      severity,
      meaning,
      exampleOf(example),
    ]),
  );

const TABLES = {
  statements: (): string =>
    table(
      ['line', 'meaning'],
      Object.values(STATEMENTS).map((entry) => [formsOf(entry), meaningOf(entry)]),
    ),
  states: (): string =>
    table(
      ['state', 'meaning', 'also accepted', '`ss`', '`netstat`'],
      Object.values(STATES).map((entry) => [
        code(entry.name),
        entry.meaning,
        entry.spellings.map(code).join(' '),
        entry.ss,
        entry.netstat,
      ]),
    ),
  flags: (): string =>
    table(
      ['flag', 'meaning', 'standard'],
      [...Object.values(FLAGS), ...Object.values(FLAG_WORDS)].map((entry: Entry) => [
        code(entry.name),
        entry.meaning,
        clauseOf(entry),
      ]),
    ),
  fields: (): string =>
    table(
      ['field', 'meaning', 'standard'],
      Object.values(FIELDS).map((entry) => [formsOf(entry), entry.meaning, clauseOf(entry)]),
    ),
  verbs: (): string =>
    table(
      ['verb', 'meaning', 'RFC 9293', 'sockets'],
      Object.values(VERBS).map((entry) => [
        formsOf(entry),
        entry.meaning,
        [entry.userCall, entry.clause?.replace('RFC 9293, ', '')].filter((part) => part !== undefined).join(', '),
        entry.sockets ?? '',
      ]),
    ),
  outcomes: (): string =>
    table(
      ['outcome', 'the segment'],
      Object.values(OUTCOMES).map((entry) => [formsOf(entry), entry.meaning]),
    ),
  'peer-options': (): string => optionTable(Object.values(PEER_OPTIONS)),
  'network-options': (): string => optionTable(Object.values(NETWORK_OPTIONS)),
  'peer-fields': (): string => fieldTable('PEER.', Object.values(PEER_FIELDS)),
  'segment-fields': (): string => fieldTable('NAME.', Object.values(CAPTURE_FIELDS)),
  globals: (): string => fieldTable('', Object.values(GLOBALS)),
  units: (): string =>
    table(
      ['unit', 'meaning'],
      Object.values(UNITS).map((entry) => [code(entry.name), entry.meaning]),
    ),
  keywords: (): string =>
    [...Object.keys(STATEMENTS), ...Object.keys(CONNECTIVES)]
      .map(code)
      .sort((a, b) => (a < b ? -1 : 1))
      .join(' '),
  'line-diagnostics': (): string => diagnosticTable(CODES),
} as const;

function fieldTable(owner: string, entries: readonly (Entry & { readonly gives: string })[]): string {
  return table(
    ['', 'gives', 'meaning', 'standard'],
    entries.map((entry) => [code(`${owner}${entry.name}`), entry.gives, entry.meaning, clauseOf(entry)]),
  );
}

/** The names of the tables, for a test that all of them are used. */
export const TABLE_NAMES: readonly string[] = Object.keys(TABLES);

const PRINTED = /(<!-- printed: ([a-z-]+) -->\n)[\s\S]*?(<!-- \/printed -->)/g;

/** The page with its tables printed afresh; `others` are tables of other floors, by name. */
export function withTables(page: string, others: Readonly<Record<string, string>> = {}): string {
  const tables: Readonly<Record<string, () => string>> = TABLES;
  return page.replace(PRINTED, (_, open: string, name: string, close: string) => {
    const printed = others[name] ?? tables[name]?.();
    if (printed === undefined) throw new Error(`the reference has no table "${name}"`);
    return `${open}\n${printed}\n\n${close}`;
  });
}
