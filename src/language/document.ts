/**
 * A whole file: its lines, and the lines that an edit leaves as they were.
 *
 * Rule 1: a file has the lines an editor shows; the last one is empty if the text ends with a line end.
 * Rule 2: lines with the same text are one and the same object, within a document and from one version to the next.
 */
import { parseLine } from './parser';
import type { Document, Line } from './tree';

const LINE_END = /\r\n|\n|\r/;
const LINE_ENDS = /\r\n|\n|\r/g;

/** The lines of a text, without their ends: `\n`, `\r\n` or a lone `\r`. */
export const splitLines = (text: string): readonly string[] => text.split(LINE_END);

export const parse = (text: string): Document => reparse({ lines: [], newline: '\n' }, text);

/** The document of the new text; lines that `previous` has are taken from it. */
export function reparse(previous: Document, text: string): Document {
  const known = new Map<string, Line>(previous.lines.map((line) => [line.text, line]));
  const lines = splitLines(text).map((lineText) => {
    const shared = known.get(lineText);
    if (shared) return shared;
    const line = parseLine(lineText);
    known.set(lineText, line);
    return line;
  });
  return { lines, newline: lineEnd(text) };
}

/** The line end of a text that has only one kind; `\n` otherwise. */
function lineEnd(text: string): Document['newline'] {
  const kinds = new Set(text.match(LINE_ENDS));
  const [only] = kinds;
  return kinds.size === 1 && (only === '\r\n' || only === '\r') ? only : '\n';
}
