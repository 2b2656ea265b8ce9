/** What a log point prints: text in which `{expression}` stands for a value. `{{` and `}}` are braces. */
import type { Expression } from '../program/expression';
import type { Names } from '../program/names';
import { evaluate } from '../simulation/evaluate';
import type { World } from '../simulation/world';
import type { Numbers } from '../trace/segment-text';
import type { Sentence } from '../words/sentence';
import { isSentence, readExpression } from './expressions';
import type { Program } from './program';
import { valueText } from './values';

export type LogMessage = readonly (string | Expression)[];

/** The parts of a message, or what is wrong with one of its expressions. */
export function readLogMessage(program: Program, names: Names, written: string): LogMessage | Sentence {
  const parts: (string | Expression)[] = [];
  for (const [part] of written.matchAll(/\{\{|\}\}|\{[^{}]*\}|[^{}]+|[{}]/g)) {
    if (part.length < 3 || !part.startsWith('{')) parts.push(part === '{{' || part === '}}' ? part.slice(1) : part);
    else {
      const read = readExpression(program, names, part.slice(1, -1), undefined);
      if (isSentence(read)) return read;
      parts.push(read.expression);
    }
  }
  return parts;
}

export const logText = (message: LogMessage, world: World, numbers: Numbers): string =>
  message.map((part) => (typeof part === 'string' ? part : valueText(evaluate(world, part), numbers))).join('');
