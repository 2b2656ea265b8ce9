/**
 * A box that scrolls by itself to where the moment is. How far it is scrolled is known while it is drawn, so what is
 * drawn first is what one will see; and a box in which one has just pointed at something stays where it is.
 */
import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';

/** The box in which the moment was chosen that is shown next. */
let pointed: Element | null = null;

/** The moment is chosen by pointing at it: its box stays, so that a second click meets what the first one did. */
export function pointAt(target: EventTarget | null): void {
  pointed = target instanceof Element ? target.closest('[data-following]') : null;
}

interface Following {
  readonly top: number;
  /** To be called when it is scrolled. */
  readonly scrolled: (top: number) => void;
}

/** `follow` tells how far a box should be scrolled that is scrolled so far; it is asked whenever one of `when` changes. */
export function useFollowing(
  box: RefObject<HTMLElement | null>,
  begin: number,
  follow: (top: number) => number,
  when: readonly unknown[],
): Following {
  const wanted = useRef(begin);
  useMemo(() => {
    if (pointed === null || pointed !== box.current) wanted.current = follow(wanted.current);
    else pointed = null;
  }, when);
  // When all that changes is drawn: to scroll is to lay out, and that is to happen once.
  useLayoutEffect(
    () =>
      queueMicrotask(() => {
        if (box.current !== null) box.current.scrollTop = wanted.current;
      }),
    when,
  );
  return {
    top: wanted.current,
    scrolled: (top) => {
      wanted.current = top;
    },
  };
}
