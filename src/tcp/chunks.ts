/**
 * A list of which every event makes another version: in chunks, so that what is put in or taken away costs a copy of one
 * chunk and not of all. Plain data, like everything in a TCB or a world.
 *
 * Rule: no chunk is empty, so an empty list has none.
 */
export type Chunks<T> = readonly (readonly T[])[];

/** A chunk that grows beyond it is cut in two. */
const LARGEST = 256;

export const NOTHING: Chunks<never> = [];

export const first = <T>(list: Chunks<T>): T | undefined => list[0]?.[0];

export const isEmpty = (list: Chunks<unknown>): boolean => list.length === 0;

/** Every item in order. */
export const all = <T>(list: Chunks<T>): readonly T[] => (list.length === 1 ? (list[0] ?? []) : list.flat());

export function count(list: Chunks<unknown>): number {
  let items = 0;
  for (const chunk of list) items += chunk.length;
  return items;
}

/** The list with an item at its end. */
export const append = <T>(list: Chunks<T>, item: T): Chunks<T> => insert(list, item, () => true);

/** The list with an item behind the last one for which `isBefore` holds; it holds for all before that one. */
export function insert<T>(list: Chunks<T>, item: T, isBefore: (other: T) => boolean): Chunks<T> {
  let at = list.length - 1;
  for (let head = list[at]?.[0]; at > 0 && head !== undefined && !isBefore(head); head = list[at]?.[0]) at -= 1;
  const chunk = list[at];
  if (chunk === undefined) return [[item]];
  let place = chunk.length;
  for (let other = chunk[place - 1]; other !== undefined && !isBefore(other); other = chunk[place - 1]) place -= 1;
  const longer = place === chunk.length ? chunk.concat([item]) : chunk.toSpliced(place, 0, item);
  return replaced(list, at, longer.length > LARGEST ? cut(longer, place) : [longer]);
}

/** In halves; but what is filled at its end stays full. */
function cut<T>(chunk: readonly T[], place: number): Chunks<T> {
  const middle = place === chunk.length - 1 ? LARGEST : LARGEST / 2;
  return [chunk.slice(0, middle), chunk.slice(middle)];
}

/** The list from the first item on for which `isThere` holds; it holds for all behind that one. */
export function itemsFrom<T>(list: Chunks<T>, isThere: (item: T) => boolean): Chunks<T> {
  const at = list.findIndex((chunk) => isThere(chunk[chunk.length - 1] as T)); // no chunk is empty
  const chunk = list[at];
  if (chunk === undefined) return NOTHING;
  const place = chunk.findIndex(isThere);
  if (at === 0 && place === 0) return list;
  return [place === 0 ? chunk : chunk.slice(place), ...list.slice(at + 1)];
}

export function withoutFirst<T>(list: Chunks<T>): Chunks<T> {
  const [chunk, ...more] = list;
  return chunk === undefined || chunk.length === 1 ? more : [chunk.slice(1), ...more];
}

/** The list without the first item for which `isIt` holds; the list itself if there is none. */
export function without<T>(list: Chunks<T>, isIt: (item: T) => boolean): Chunks<T> {
  const at = list.findIndex((chunk) => chunk.some(isIt));
  const chunk = list[at];
  if (chunk === undefined) return list;
  return replaced(list, at, chunk.length === 1 ? NOTHING : [chunk.toSpliced(chunk.findIndex(isIt), 1)]);
}

/** The list with another first item. */
export const withFirst = <T>(list: Chunks<T>, item: T): Chunks<T> =>
  list[0] === undefined ? [[item]] : replaced(list, 0, [[item, ...list[0].slice(1)]]);

const replaced = <T>(list: Chunks<T>, at: number, by: Chunks<T>): Chunks<T> =>
  list.length === 1 ? by : [...list.slice(0, at), ...by, ...list.slice(at + 1)];
