/** How large an element is, as it changes. */
import { signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

const narrow = window.matchMedia('(max-width: 640px)');

/** Whether everything stands one below the other; the style sheet asks the same. */
export const stacked = signal(narrow.matches);
narrow.addEventListener('change', ({ matches }) => {
  stacked.value = matches;
});

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The element's size; 0 before it is first measured. */
export function useSize<T extends HTMLElement>(): readonly [RefObject<T | null>, Size] {
  const ref = useRef<T>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      setSize((known) => (known.width === width && known.height === height ? known : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}
