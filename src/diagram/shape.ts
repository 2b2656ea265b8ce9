/**
 * A picture as plain data: SVG elements that the panel's page draws and the command line prints.
 *
 * Rule 1: shapes are immutable, and numbers in them have at most two decimals: the same input gives the same bytes.
 * Rule 2: text from a scenario is text, never markup; it is escaped where it is printed.
 * Rule 3: a shape has classes, no colours. What can be pointed at says what it is: `data-event` (an event's number),
 *         `data-row` (an edge's id), `data-state`, `data-segment` (a segment's id), `data-peer`.
 */

export type ShapeName =
  | 'svg'
  | 'g'
  | 'defs'
  | 'marker'
  | 'style'
  | 'title'
  | 'desc'
  | 'path'
  | 'rect'
  | 'circle'
  | 'line'
  | 'text'
  | 'tspan';

export type Attributes = Readonly<Record<string, string | number>>;

export interface Shape {
  readonly name: ShapeName;
  readonly attributes: Attributes;
  readonly children: readonly (Shape | string)[];
}

/** At most two decimals, and no negative zero. */
export const rounded = (value: number): number => Math.round(value * 100) / 100 + 0;

/** A shape; attributes that are undefined are left out, numbers rounded. */
export function shape(
  name: ShapeName,
  given: Readonly<Record<string, string | number | undefined>>,
  ...children: readonly (Shape | string | undefined)[]
): Shape {
  const attributes: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(given)) {
    if (value !== undefined) attributes[key] = typeof value === 'number' ? rounded(value) : value;
  }
  return { name, attributes, children: children.filter((child) => child !== undefined) };
}

/** `one two`, without what is false; undefined if nothing is left. */
export function classes(...names: readonly (string | false | undefined)[]): string | undefined {
  const kept = names.filter((name) => name !== false && name !== undefined && name !== '');
  return kept.length > 0 ? kept.join(' ') : undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML does not allow even as an entity becomes U+FFFD. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);

/** The shape as SVG text, attributes in their order, on one line. */
export function svgText({ name, attributes, children }: Shape): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  const start = `<${name}${written.join('')}`;
  if (children.length === 0) return `${start}/>`;
  const content = children.map((child) => (typeof child === 'string' ? escaped(child) : svgText(child)));
  return `${start}>${content.join('')}</${name}>`;
}
