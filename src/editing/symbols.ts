/** The outline: scenarios, the peers that they declare, their chapters. */
import type { Document } from '../language/tree';
import { type Section, sectionsOf } from './sections';
import type { LineRange, Span } from './span';

export interface OutlineSymbol {
  readonly kind: 'scenario' | 'chapter' | 'peer';
  readonly name: string;
  /** What an outline shows beside the name: the rest of a `peer` line. */
  readonly detail: string;
  /** All that belongs to it. */
  readonly lines: LineRange;
  /** Where the cursor goes. */
  readonly span: Span;
  readonly children: readonly OutlineSymbol[];
}

/** The outline of a document, in the order of the file. Names are never empty. */
export function symbolsOf(document: Document): readonly OutlineSymbol[] {
  const peers = peersOf(document);
  const placed = place(sectionsOf(document), peers);
  return [...placed.left, ...placed.symbols].sort((a, b) => a.lines.first - b.lines.first);
}

/** The sections as symbols, each with the peers that stand in it, and the peers that stand in none. */
function place(sections: readonly Section[], peers: readonly OutlineSymbol[]) {
  const symbols: OutlineSymbol[] = [];
  let left = peers;
  for (const section of sections) {
    const { first, last } = section.lines;
    const inside = left.filter(({ span }) => span.line >= first && span.line <= last);
    if (inside.length > 0) left = left.filter((peer) => !inside.includes(peer));
    const inner: { readonly symbols: readonly OutlineSymbol[]; readonly left: readonly OutlineSymbol[] } = place(
      section.chapters,
      inside,
    );
    symbols.push({
      kind: section.kind,
      name: section.title.trim() === '' ? section.kind : section.title,
      detail: '',
      lines: section.lines,
      span: section.heading,
      children: [...inner.left, ...inner.symbols].sort((a, b) => a.lines.first - b.lines.first),
    });
  }
  return { symbols, left };
}

const peersOf = (document: Document): readonly OutlineSymbol[] =>
  document.lines.flatMap(({ statement, text }, line): OutlineSymbol[] => {
    if (statement.kind !== 'peer') return [];
    const { name, end } = statement;
    return [
      {
        kind: 'peer',
        name: name.text,
        detail: text.slice(name.end, end).trim(),
        lines: { first: line, last: line },
        span: { line, start: name.start, end: name.end },
        children: [],
      },
    ];
  });
