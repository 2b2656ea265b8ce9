/**
 * The TextMate grammar, made from the vocabulary: colours before (and without) the extension's own parser.
 *
 * `media/tcpscn.tmLanguage.json` is its printed copy. Rule 1: patterns match within one line, as the language does.
 * Rule 2: they are regular expressions both of Oniguruma and of JavaScript, so that a test can run them.
 */
import { FIELDS } from './vocabulary/fields';
import { FLAG_WORDS, FLAGS } from './vocabulary/flags';
import { CONNECTIVES, STATEMENTS } from './vocabulary/keywords';
import { NETWORK_OPTIONS } from './vocabulary/network-options';
import { OUTCOMES } from './vocabulary/outcomes';
import { PEER_OPTIONS } from './vocabulary/peer-options';
import { STATES } from './vocabulary/states';
import { UNITS } from './vocabulary/units';
import { VERBS } from './vocabulary/verbs';

export interface Pattern {
  readonly name?: string;
  readonly match?: string;
  readonly include?: string;
  readonly captures?: Readonly<Record<string, Pattern>>;
  readonly patterns?: readonly Pattern[];
}

export interface Grammar {
  readonly name: string;
  readonly scopeName: string;
  readonly fileTypes: readonly string[];
  readonly patterns: readonly Pattern[];
  readonly repository: Readonly<Record<string, { readonly patterns: readonly Pattern[] }>>;
}

const scope = (name: string): Pattern => ({ name: `${name}.tcpscn` });
const matched = (match: string, name: string): Pattern => ({ ...scope(name), match });
const capturing = (match: string, ...captures: readonly Pattern[]): Pattern => ({
  match,
  captures: Object.fromEntries(captures.map((capture, index) => [String(index + 1), capture])),
});
const include = (...names: readonly string[]): readonly Pattern[] => names.map((name) => ({ include: `#${name}` }));

/** One of the words, the longest first. */
const oneOf = (words: readonly string[]): string => `(?:${[...words].sort((a, b) => b.length - a.length).join('|')})`;

/** The word in any case: `[Ss][Yy][Nn]`. */
const anyCase = (word: string): string =>
  [...word].map((letter) => (/[A-Z]/.test(letter) ? `[${letter}${letter.toLowerCase()}]` : letter)).join('');

const NAME = '[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*';
const WORD_END = '(?![\\p{L}\\p{N}_-])';
const NO_VALUE = '(?!\\s*=)';

const PEER = scope('entity.name.type.peer');
const SEGMENT_NAME = scope('variable.other.constant.segment');
const KEYWORD = scope('keyword.control');
const ARROW = scope('keyword.operator.arrow');
const ASSIGNMENT = scope('keyword.operator.assignment');

const stateWords = Object.values(STATES)
  .flatMap(({ name, spellings }) => [name, ...spellings])
  .map((spelling) => anyCase(spelling).replaceAll('_', '[-_]'));

const flagWords = [...Object.keys(FLAGS), ...Object.keys(FLAG_WORDS)].map(anyCase);

const statementWords = Object.keys(STATEMENTS);
const declarations = Object.values(STATEMENTS).filter((entry) => entry.group === 'declaration');
const LOGICAL = ['and', 'or', 'not', 'in'];
const VARIABLES = ['time', 'wire'];
const connectives = Object.keys(CONNECTIVES).filter((word) => ![...LOGICAL, ...VARIABLES, 'off'].includes(word));

export function textMateGrammar(): Grammar {
  return {
    name: 'TCP scenario',
    scopeName: 'source.tcpscn',
    fileTypes: ['tcpscn'],
    patterns: include('chapter', 'declaration', 'call', 'statement', 'direction', 'expression'),
    repository: {
      comment: { patterns: [matched('#.*$', 'comment.line.number-sign')] },
      chapter: {
        patterns: [
          capturing(
            '^\\s*(==+)\\s*(.*?)\\s*(?:(==+)\\s*(#.*)?)?$',
            scope('punctuation.definition.heading'),
            scope('markup.heading.chapter'),
            scope('punctuation.definition.heading'),
            scope('comment.line.number-sign'),
          ),
        ],
      },
      declaration: { patterns: declarationPatterns() },
      call: {
        patterns: [
          capturing(`^\\s*(${NAME})\\s+(set)${WORD_END}(.*)$`, PEER, scope('support.function.verb'), {
            patterns: include('options'),
          }),
          capturing(
            `^\\s*(${NAME})\\s+(${oneOf(Object.keys(VERBS))})${WORD_END}`,
            PEER,
            scope('support.function.verb'),
          ),
        ],
      },
      statement: {
        patterns: [
          capturing(`^\\s*(release|replay)\\s+(${NAME})`, KEYWORD, SEGMENT_NAME),
          capturing(`^\\s*(note)\\s+(${NAME})(?=\\s*")`, KEYWORD, PEER),
          capturing(`^\\s*(${oneOf(statementWords)})${WORD_END}(?!\\s*->)`, KEYWORD),
        ],
      },
      direction: {
        patterns: [
          capturing(`(${NAME})\\s*(->)\\s*(${NAME})(.*)$`, PEER, ARROW, PEER, { patterns: include('segment') }),
        ],
      },
      segment: {
        patterns: [
          ...include('literals'),
          capturing(`\\b(as)\\s+(${NAME})`, scope('keyword.other'), SEGMENT_NAME),
          capturing(
            `(?<![\\p{L}\\p{N}_.-])(${oneOf(Object.keys(FIELDS))})(=)`,
            scope('variable.parameter.field'),
            ASSIGNMENT,
          ),
          matched(`(?<![\\p{L}\\p{N}_.=-])sackok${WORD_END}`, 'variable.parameter.field'),
          matched(`(?<![\\p{L}\\p{N}_.=-])${oneOf(flagWords)}${WORD_END}${NO_VALUE}`, 'constant.language.flag'),
          matched(`(?<=\\s)${oneOf(['lost', 'corrupted'])}${WORD_END}`, 'markup.deleted.outcome'),
          matched(
            `(?<=\\s)${oneOf(Object.keys(OUTCOMES).filter((word) => word !== 'lost' && word !== 'corrupted'))}${WORD_END}`,
            'markup.changed.outcome',
          ),
          ...include('expression'),
        ],
      },
      options: {
        patterns: [
          ...include('literals'),
          capturing(
            `(?<![\\p{L}\\p{N}_.-])(${oneOf([...Object.keys(PEER_OPTIONS), ...Object.keys(NETWORK_OPTIONS)])})(=)`,
            scope('support.type.property-name.option'),
            ASSIGNMENT,
          ),
          matched(`(?<=[=,])[a-z][a-z0-9-]*`, 'constant.language.choice'),
          matched(`\\bscripted${WORD_END}`, 'storage.modifier'),
        ],
      },
      literals: { patterns: literalPatterns() },
      expression: { patterns: expressionPatterns() },
    },
  };
}

function declarationPatterns(): readonly Pattern[] {
  const words = oneOf(declarations.map((entry) => entry.name).filter((word) => word !== 'peer' && word !== 'network'));
  const options: Pattern = { patterns: include('options') };
  const storage = scope('storage.type');
  return [
    capturing(
      `^\\s*(peer)\\s+(${NAME})(?:\\s+(\\S*:[0-9]+))?(.*)$`,
      storage,
      PEER,
      scope('string.unquoted.address'),
      options,
    ),
    capturing(`^\\s*(network)\\s+(${NAME})\\s*(->)\\s*(${NAME})(.*)$`, storage, PEER, ARROW, PEER, options),
    capturing(`^\\s*(network)${WORD_END}(.*)$`, storage, options),
    capturing(`^\\s*(let)\\s+(${NAME})\\s*(=)`, storage, scope('variable.other.constant'), ASSIGNMENT),
    capturing(`^\\s*(${words})${WORD_END}(?!\\s*->)`, storage),
  ];
}

function literalPatterns(): readonly Pattern[] {
  const units = oneOf(Object.keys(UNITS).filter((unit) => unit !== '%'));
  return [
    // An absolute number, `#` and all, stands after an operator; anything else that begins with `#` is a comment.
    matched(
      '(?<=[=<>+*(,.-]|[=<>+*(,.-] |and |or |not |expect |always |never |finally |until )#(?:0[xX][0-9a-fA-F]+|[0-9]+)',
      'constant.numeric.absolute',
    ),
    ...include('comment'),
    {
      ...scope('string.quoted.double'),
      match: '"(?:[^"\\\\]|\\\\.)*(?:"|$)',
      captures: {
        '0': {
          patterns: [
            matched('\\\\(?:["\\\\/bfnrt]|u[0-9a-fA-F]{4})', 'constant.character.escape'),
            matched('\\\\.', 'invalid.illegal.escape'),
          ],
        },
      },
    },
    matched('\\b0[xX][0-9a-fA-F]+\\b', 'constant.numeric.hex'),
    capturing(
      `(?<![\\p{L}\\p{N}_])([0-9]+(?:\\.[0-9]+)?)(?:(${units})\\b|(%))`,
      scope('constant.numeric'),
      scope('keyword.other.unit'),
      scope('keyword.other.unit'),
    ),
    matched('(?<![\\p{L}\\p{N}_])[0-9]+(?:\\.[0-9]+)?(?![\\p{L}_])', 'constant.numeric'),
  ];
}

function expressionPatterns(): readonly Pattern[] {
  return [
    ...include('literals'),
    matched('\\bwire\\.count\\b', 'variable.language'),
    capturing(`(${NAME})\\.(${NAME}(?:\\.${NAME})*)`, scope('variable.other.object'), scope('variable.other.property')),
    {
      ...scope('entity.name.type.peer'),
      match: `(?<![\\p{L}\\p{N}_.-])(?!${oneOf([...LOGICAL, 'until'])}${WORD_END})${NAME}(?=\\s+(?:in${WORD_END}|${oneOf(stateWords)}${WORD_END}))`,
    },
    matched(`(?<![\\p{L}\\p{N}_.-])${oneOf(stateWords)}${WORD_END}`, 'constant.language.state'),
    matched(`(?<![\\p{L}\\p{N}_.-])${oneOf(LOGICAL)}${WORD_END}`, 'keyword.operator.logical'),
    matched(`(?<![\\p{L}\\p{N}_.-])${oneOf(connectives)}${WORD_END}`, 'keyword.other'),
    matched(`(?<![\\p{L}\\p{N}_.-])off${WORD_END}`, 'constant.language'),
    matched(`(?<![\\p{L}\\p{N}_.-])time${WORD_END}`, 'variable.language'),
    matched('==|!=|<=|>=|<|>', 'keyword.operator.comparison'),
    matched('\\.\\.', 'keyword.operator.range'),
    matched('[+*-]', 'keyword.operator.arithmetic'),
  ];
}
