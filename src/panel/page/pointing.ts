/** What one points at in a picture: shapes say what they are (diagram/shape.ts). */
import { post } from './host';
import { view } from './steps';

export type Pointed =
  | { readonly kind: 'state'; readonly state: string }
  | { readonly kind: 'edge'; readonly edge: string }
  | { readonly kind: 'segment'; readonly id: number }
  | { readonly kind: 'event'; readonly n: number }
  | { readonly kind: 'field'; readonly field: string };

const NAMED = '[data-field], [data-segment], [data-row], [data-state], [data-event]';

/** The element that is meant, and what it is. */
export function pointedAt(
  target: EventTarget | null,
): { readonly element: Element; readonly what: Pointed } | undefined {
  const element = target instanceof Element ? target.closest(NAMED) : null;
  if (element === null) return undefined;
  const what = meaningOf(element);
  return what && { element, what };
}

function meaningOf(element: Element): Pointed | undefined {
  const of = (name: string): string | undefined => element.getAttribute(`data-${name}`) ?? undefined;
  const [field, segment, edge, state, event] = [of('field'), of('segment'), of('row'), of('state'), of('event')];
  if (field !== undefined) return { kind: 'field', field };
  if (segment !== undefined) return { kind: 'segment', id: Number(segment) };
  if (edge !== undefined) return { kind: 'edge', edge };
  if (state !== undefined) return { kind: 'state', state };
  return event === undefined ? undefined : { kind: 'event', n: Number(event) };
}

const eventAt = (target: EventTarget | null): number | undefined => {
  const named = target instanceof Element ? target.closest('[data-event]') : null;
  return named === null ? undefined : Number(named.getAttribute('data-event'));
};

/** Shows the moment of the event that is pointed at. */
export function goByPointer({ target }: MouseEvent): void {
  const n = eventAt(target);
  if (n !== undefined) view(n, target);
}

/** Shows its line in the editor. */
export function revealByPointer({ target }: MouseEvent): void {
  const n = eventAt(target);
  if (n !== undefined && n > 0) post({ kind: 'reveal', n });
}
