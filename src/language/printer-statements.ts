/** A statement as canonical text, in the cells between which a line has two spaces. */
import {
  joined,
  printExpression,
  printFieldValue,
  printLiteral,
  printQuantity,
  printText,
} from './printer-expressions';
import type { Direction, Expression, Flags, OptionNode, OptionValue, Outcome, Pattern, Statement } from './tree';

export interface Printed {
  readonly cells: readonly string[];
}

/** `source` is the line that the statement was read from: literals keep their spelling. */
export function printStatement(statement: Statement, source: string): Printed {
  const cells = printCells(statement, source);
  return { cells: typeof cells === 'string' ? (cells === '' ? [] : [cells]) : cells };
}

function printCells(statement: Statement, source: string): string | readonly string[] {
  const print = (expression: Expression): string => printExpression(expression, source);
  const amount = (expression: Expression): string => printQuantity(expression, source);
  switch (statement.kind) {
    case 'blank':
      return '';
    case 'broken':
      return source.slice(statement.start, statement.end);
    case 'scenario':
      return `scenario ${printText(statement.title, source)}`;
    case 'peer': {
      const { name, address, scripted, options } = statement;
      return joined('peer', name.text, address?.text, scripted?.text, printOptions(options, source));
    }
    case 'network': {
      const direction = statement.direction ? printDirection(statement.direction) : undefined;
      return joined('network', direction, printOptions(statement.options, source));
    }
    case 'let':
      return `let ${statement.name.text} = ${print(statement.value)}`;
    case 'chapter':
      return `== ${statement.title.text} ==`;
    case 'call': {
      const { peer, verb, options, urgent } = statement;
      const given = statement.amount ? amount(statement.amount) : verb.value === 'recv' ? 'all' : undefined;
      return joined(peer.text, verb.value ?? verb.text, given, urgent?.text, printOptions(options, source));
    }
    case 'segment':
      return segmentCells(statement, source);
    case 'inject': {
      const { direction, pattern, capture } = statement;
      const rest = patternCells(pattern, source);
      return spaced([`inject ${printDirection(direction)}`, ...rest, capture ? `as ${capture.text}` : '']);
    }
    case 'rule': {
      const { action, count, direction, pattern, by } = statement;
      const many = typeof count === 'string' ? count : `next ${amount(count)}`;
      const rest = patternCells(pattern, source);
      return joined(action, many, printDirection(direction), ...rest, by && `by ${amount(by)}`);
    }
    case 'release':
    case 'replay':
      return `${statement.kind} ${statement.capture.text}`;
    case 'wait':
      return `wait ${amount(statement.duration)}`;
    case 'wait-until': {
      const within = statement.within && `within ${amount(statement.within)}`;
      return joined('wait until', print(statement.condition), within);
    }
    case 'run':
      return 'run';
    case 'handshake':
      return `handshake ${printDirection(statement.direction)}`;
    case 'expect':
    case 'always':
    case 'never':
    case 'finally':
      return `${statement.kind} ${print(statement.condition)}`;
    case 'expect-no': {
      const { direction, pattern, during } = statement;
      const rest = patternCells(pattern, source);
      return joined('expect no', printDirection(direction), ...rest, during && `for ${amount(during)}`);
    }
    case 'never-segment': {
      const { direction, pattern } = statement;
      return joined('never', printDirection(direction), ...patternCells(pattern, source));
    }
    case 'note':
      return joined('note', statement.peer?.text, printText(statement.text, source));
  }
}

const spaced = (cells: readonly string[]): readonly string[] => cells.filter((cell) => cell !== '');

/** Direction and flags always; fields, then outcome and name, if there are any. */
function segmentCells(statement: Statement & { readonly kind: 'segment' }, source: string): readonly string[] {
  const { direction, pattern, outcome, capture } = statement;
  const [flags, fields] = patternCells(pattern, source);
  const tail = joined(outcome && printOutcome(outcome, source), capture && `as ${capture.text}`);
  return [printDirection(direction), flags, ...spaced([fields, tail])];
}

const printDirection = ({ from, to }: Direction): string => `${from.text} -> ${to.text}`;

function patternCells(pattern: Pattern, source: string): readonly [string, string] {
  const fields = pattern.fields.map(({ name, value }) => {
    const word = name.value ?? name.text;
    return value.kind === 'present' ? word : `${word}=${printFieldValue(value, source)}`;
  });
  return [pattern.flags ? printFlags(pattern.flags) : '', fields.join(' ')];
}

function printFlags({ kind, names }: Flags): string {
  const written = names.map((name) => name.value ?? name.text);
  const special = kind === 'exact' ? [] : [kind.toUpperCase()];
  return [...special, ...written].join('+') || 'NONE';
}

function printOutcome({ kind, amount }: Outcome, source: string): string {
  return amount ? `${kind} ${printQuantity(amount, source)}` : kind;
}

const printOptions = (options: readonly OptionNode[], source: string): string =>
  options.map(({ name, values }) => `${name.text}=${values.map((v) => printOption(v, source)).join(',')}`).join(' ');

function printOption(value: OptionValue, source: string): string {
  if (value.kind === 'word') return value.text;
  if (value.kind === 'range') return `${printLiteral(value.from, source)}..${printLiteral(value.to, source)}`;
  return printLiteral(value, source);
}
