/**
 * Every English sentence of the product, which is the key of its translations: those that stand in `say('...')`, found
 * in the sources, and those of the tables whose texts are said, looked up in the tables themselves.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CAPTURE_FIELDS, GLOBALS, PEER_FIELDS } from '../../src/language/vocabulary/expression-fields';
import { FIELDS } from '../../src/language/vocabulary/fields';
import { FLAG_WORDS, FLAGS } from '../../src/language/vocabulary/flags';
import { CONNECTIVES, STATEMENTS } from '../../src/language/vocabulary/keywords';
import { NETWORK_OPTIONS } from '../../src/language/vocabulary/network-options';
import { OUTCOMES } from '../../src/language/vocabulary/outcomes';
import { PEER_OPTIONS } from '../../src/language/vocabulary/peer-options';
import { STATES } from '../../src/language/vocabulary/states';
import { UNITS } from '../../src/language/vocabulary/units';
import { VERBS } from '../../src/language/vocabulary/verbs';
import { rows } from '../../src/tcp/fsm';
import { unreachable } from '../../src/tcp/unreachable';

const VOCABULARY = [
  ...[STATES, FLAGS, FLAG_WORDS, FIELDS, VERBS, OUTCOMES, STATEMENTS, CONNECTIVES],
  ...[PEER_OPTIONS, NETWORK_OPTIONS, PEER_FIELDS, CAPTURE_FIELDS, GLOBALS, UNITS],
];

/** What is said that does not stand in `say('...')`: as the sources write it, and where its texts come from. */
const TABLES: Readonly<Record<string, () => readonly string[]>> = {
  meaning: () => textsOf(VOCABULARY, 'meaning'),
  gives: () => textsOf(VOCABULARY, 'gives'),
  why: () => rows.map(({ why }) => why),
  reason: () => unreachable.map(({ reason }) => reason),
};

/** Every text with this name in a table, however deep. */
function textsOf(table: unknown, name: string): readonly string[] {
  if (typeof table !== 'object' || table === null) return [];
  return Object.entries(table).flatMap(([key, value]) =>
    key === name && typeof value === 'string' ? [value] : textsOf(value, name),
  );
}

export interface Said {
  /** `src/debug/stop.ts:77`, or the name of a table. */
  readonly where: string;
  readonly english: string;
}

/** `say(...)`, and on the panel's page `t(...)`. What stands first in the parentheses: a text in quotation marks, or anything else. */
const CALL =
  /(?<![\w.]|function )(?:say|t)\(\s*(?:('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`[^`$]*`)\s*[,)]|([^\s'"`][^\n]*|['"`]))/g;

/** `say(row.why)`, `say(meaning)`: the last name says which table it is. */
const FROM_TABLE = /^(?:[\w.]|\[\w+\])*?\b(\w+)[,)]/;

/** Every sentence, and the calls that say something which is neither a literal nor of a known table. */
export function saidInSources(): { readonly said: readonly Said[]; readonly unknown: readonly string[] } {
  const said: Said[] = [];
  const unknown: string[] = [];
  const used = new Set<string>();
  for (const file of sources()) {
    const source = readFileSync(file, 'utf8');
    for (const { index, 1: literal, 2: other = '' } of source.matchAll(CALL)) {
      const where = `${file}:${source.slice(0, index).split('\n').length}`;
      const table = FROM_TABLE.exec(other)?.[1];
      if (literal !== undefined) said.push({ where, english: textOf(literal) });
      else if (table !== undefined && Object.hasOwn(TABLES, table)) used.add(table);
      else unknown.push(`${where}: say(${other}`);
    }
  }
  for (const table of used) said.push(...(TABLES[table]?.() ?? []).map((english) => ({ where: table, english })));
  unknown.push(...Object.keys(TABLES).filter((table) => !used.has(table)));
  return { said, unknown };
}

/** The files of `src/`, or of one of its folders; `say` itself stands in words/sentence.ts. */
export const sources = (folder = ''): readonly string[] =>
  readdirSync(path.join('src', folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join('src', folder, file.replaceAll(path.sep, '/')))
    .filter((file) => /\.tsx?$/.test(file) && file !== 'src/words/sentence.ts')
    .sort();

const textOf = (literal: string): string => literal.slice(1, -1).replace(/\\(.)/g, '$1');
