/** A text in quotation marks, with the escapes of JSON. */
import { say } from '../words/sentence';
import type { Diagnostic } from './diagnostics';
import type { Token } from './lexer';

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** Reads the text that opens at `start`. `"` is closed by `"` alone; other marks by any of their kind. */
export function lexText(
  text: string,
  folded: string,
  start: number,
): { readonly token: Token & { kind: 'text' }; readonly problems: readonly Diagnostic[] } {
  const problems: Diagnostic[] = [];
  const plain = text[start] === '"';
  const line = plain ? text : folded;
  const mark = line[start];
  let value = '';
  let at = start + 1;
  while (at < text.length && line[at] !== mark) {
    if (text[at] !== '\\') {
      value += text[at];
      at += 1;
      continue;
    }
    const read = readEscape(text, at);
    if (read.problem) problems.push(read.problem);
    value += read.value;
    at = read.end;
  }
  const closed = at < text.length;
  const end = closed ? at + 1 : text.length;
  if (!closed) {
    problems.push({
      code: 'unterminated-text',
      severity: 'error',
      start,
      end,
      message: say('the text has no closing quotation mark'),
      fix: { title: say('add the quotation mark'), start: end, end, text: '"' },
    });
  }
  if (!plain) problems.push(quotationMarks(text, folded, start, end, value));
  return { token: { kind: 'text', text: text.slice(start, end), value, start, end }, problems };
}

interface Escape {
  readonly value: string;
  readonly end: number;
  readonly problem: Diagnostic | undefined;
}

function readEscape(text: string, start: number): Escape {
  const letter = text[start + 1] ?? '';
  const simple = ESCAPES.get(letter);
  if (simple !== undefined) return { value: simple, end: start + 2, problem: undefined };
  const code = /^u([0-9a-fA-F]{4})/.exec(text.slice(start + 1, start + 6));
  if (code)
    return { value: String.fromCharCode(Number.parseInt(code[1] ?? '', 16)), end: start + 6, problem: undefined };
  const [written, right] = meantEscape(text.slice(start, start + 6));
  const end = start + written.length;
  return {
    value: letter,
    end,
    problem: {
      code: 'bad-escape',
      severity: 'error',
      start,
      end,
      message: say(
        '"{0}" is not an escape sequence; there are those of JSON: {1}',
        written,
        '\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0041',
      ),
      fix: { title: say('write "{0}"', right), start, end, text: right },
    },
  };
}

/** What was written, and what was meant by it: `\x41`, `\0` and `\'` are escapes in other languages. */
function meantEscape(text: string): readonly [string, string] {
  const hexadecimal = /^\\x[0-9a-fA-F]{2}/.exec(text)?.[0];
  if (hexadecimal) return [hexadecimal, `\\u00${hexadecimal.slice(2)}`];
  if (text.startsWith('\\0')) return ['\\0', '\\u0000'];
  if (text.startsWith("\\'")) return ["\\'", "'"];
  const written = text.slice(0, 2);
  return [written, `\\${written}`];
}

function quotationMarks(text: string, folded: string, start: number, end: number, value: string): Diagnostic {
  const right = JSON.stringify(value);
  const single = folded[start] === "'" && text[start] === "'";
  return {
    code: single ? 'single-quotes' : 'full-width',
    severity: 'warning',
    start,
    end,
    message: say('a text stands in straight double quotation marks'),
    fix: { title: say('write "{0}"', right), start, end, text: right },
  };
}
