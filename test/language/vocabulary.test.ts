import assert from 'node:assert/strict';
import { CODES, type Code } from '../../src/language/codes';
import { parseLine } from '../../src/language/parser';
import type { OptionEntry } from '../../src/language/vocabulary';
import { CAPTURE_FIELDS, PEER_FIELDS } from '../../src/language/vocabulary/expression-fields';
import { FIELDS } from '../../src/language/vocabulary/fields';
import { FLAG_WORDS, FLAGS } from '../../src/language/vocabulary/flags';
import { CONNECTIVES, isKeyword, STATEMENTS } from '../../src/language/vocabulary/keywords';
import { NETWORK_OPTIONS } from '../../src/language/vocabulary/network-options';
import { OUTCOMES } from '../../src/language/vocabulary/outcomes';
import { PEER_OPTIONS } from '../../src/language/vocabulary/peer-options';
import { STATES, stateNamed } from '../../src/language/vocabulary/states';
import { UNITS } from '../../src/language/vocabulary/units';
import { VERBS } from '../../src/language/vocabulary/verbs';
import {
  CAPTURE_FIELDS as PROGRAM_CAPTURE_FIELDS,
  PEER_FIELDS as PROGRAM_PEER_FIELDS,
} from '../../src/program/expression';
import { FLAG } from '../../src/tcp/segment';
import { STATES as TCP_STATES } from '../../src/tcp/state';

const TABLES = {
  STATES,
  VERBS,
  FLAGS,
  FLAG_WORDS,
  FIELDS,
  OUTCOMES,
  PEER_OPTIONS,
  NETWORK_OPTIONS,
  PEER_FIELDS,
  CAPTURE_FIELDS,
  STATEMENTS,
  CONNECTIVES,
  UNITS,
};

describe('vocabulary', () => {
  it('says of every word what it means in one sentence, under its own name', () => {
    for (const [title, table] of Object.entries(TABLES)) {
      for (const [name, entry] of Object.entries(table)) {
        assert.equal(entry.name, name, title);
        assert.match(entry.meaning, /^[A-Z0-9].*[.]$/, `${title} ${name}`);
      }
    }
  });

  it('has the states and flags of the engine', () => {
    assert.deepEqual(Object.keys(STATES), TCP_STATES);
    assert.deepEqual(Object.keys(FLAGS).sort(), Object.keys(FLAG).sort());
  });

  it('has what a program can ask of peers and segments, and visited', () => {
    assert.deepEqual(
      Object.keys(PEER_FIELDS).filter((name) => name !== 'visited'),
      PROGRAM_PEER_FIELDS,
    );
    assert.deepEqual(Object.keys(CAPTURE_FIELDS), PROGRAM_CAPTURE_FIELDS);
  });

  it('knows states by every spelling people use', () => {
    const spellings = ['syn-sent', 'SYN_RECEIVED', 'Syn-Recv', 'FIN_WAIT1', 'fin-wait-2', 'TIMED_WAIT', 'established'];
    assert.deepEqual(spellings.map(stateNamed), [
      'SYN_SENT',
      'SYN_RCVD',
      'SYN_RCVD',
      'FIN_WAIT_1',
      'FIN_WAIT_2',
      'TIME_WAIT',
      'ESTABLISHED',
    ]);
    assert.equal(stateNamed('OPEN'), undefined);
    for (const { name, ss, netstat } of Object.values(STATES)) {
      // What the two programs show is accepted wherever it is no word of its own.
      if (!['UNCONN', 'ESTAB', 'CLOSE'].includes(ss)) assert.equal(stateNamed(ss), name);
      if (netstat !== 'CLOSE') assert.equal(stateNamed(netstat), name);
    }
  });

  it('has defaults that the parser reads, and choices among which they are', () => {
    const tables: readonly (readonly [string, Readonly<Record<string, OptionEntry>>])[] = [
      ['peer client', PEER_OPTIONS],
      ['network', NETWORK_OPTIONS],
    ];
    for (const [owner, table] of tables) {
      for (const entry of Object.values(table)) {
        if (entry.default !== 'mtu - 40') {
          assert.deepEqual(parseLine(`${owner} ${entry.name}=${entry.default}`).diagnostics, [], entry.name);
        }
        const words = entry.choices.map((choice) => choice.name);
        if (entry.value === 'word' || entry.value === 'on-off') assert.ok(words.includes(entry.default), entry.name);
      }
    }
  });

  it('keeps keywords apart from the words that follow a peer or a segment', () => {
    for (const word of [...Object.keys(VERBS), ...Object.keys(OUTCOMES), ...Object.keys(FIELDS)]) {
      assert.equal(isKeyword(word), false, word);
    }
  });

  it('has a line for every diagnostic that gives this one and no other', () => {
    for (const [code, { severity, example }] of Object.entries(CODES)) {
      const found = parseLine(example).diagnostics.map((diagnostic) => [diagnostic.code, diagnostic.severity]);
      assert.deepEqual(found, [[code, severity]], example.slice(0, 80));
    }
  });

  it('gives no diagnostic that is not in the table', () => {
    const known: readonly string[] = Object.keys(CODES) satisfies readonly (Code | string)[];
    const lines = Object.values(CODES).flatMap(({ example }) => [example, `${example} =`, `expect ${example}`]);
    for (const line of lines) {
      for (const { code } of parseLine(line).diagnostics) assert.ok(known.includes(code), code);
    }
  });
});
