/** What a file holds, without running it: its scenarios by name, line and tags. Errors in its text hide nothing. */
import type { Document } from '../language/tree';
import { scenariosOf } from '../program/scenarios';
import { scenarioName } from './reading';
import { tagsOf } from './tags';

export interface Item {
  readonly name: string;
  /** 1-based line of its `scenario` line; 1 in a file without one. */
  readonly line: number;
  /** 1-based, the last line that is its own. */
  readonly end: number;
  /** Each once, in the order in which they are written. */
  readonly tags: readonly string[];
}

/** In the order of their lines; a file without a `scenario` line has one, named after the file. */
export function contentsOf(document: Document, fileName: string): readonly Item[] {
  const { shared, own } = tagsOf(document);
  const { scenarios } = scenariosOf(document, scenarioName(fileName));
  return scenarios.map(({ title, opening }, index) => {
    const line = opening?.number ?? 1;
    const next = scenarios[index + 1]?.opening?.number ?? document.lines.length + 1;
    const tags = [...new Set([...shared, ...(own.get(line) ?? [])])];
    return { name: title, line, end: next - 1, tags };
  });
}
