/** Shapes of `diagram/` as elements of the page. */
import { h, type VNode } from 'preact';
import type { Shape } from '../../diagram/shape';
import { spelled } from './words';

/**
 * Text stays text: Preact makes a text node of it, with its state names as the person has set them. `more` adds
 * attributes to the outermost element.
 */
export function drawn({ name, attributes, children }: Shape, more: Readonly<Record<string, unknown>> = {}): VNode {
  return h(
    name,
    { ...attributes, ...more },
    ...children.map((child) => (typeof child === 'string' ? spelled(child) : drawn(child))),
  );
}
