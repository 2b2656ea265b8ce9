/** What is said of the thing that one points at, or has the focus on. */
import { signal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { type Pointed, pointedAt } from './pointing';
import { TipText } from './tip-text';

interface Tip {
  readonly what: Pointed;
  readonly element: Element;
}

const tip = signal<Tip | undefined>(undefined);

const PATIENCE = 350;

export function Tooltip() {
  const box = useRef<HTMLDivElement>(null);
  useEffect(listen, []);
  const shown = tip.value;
  // Where there is room: below what it is about, else above; never beyond the edges of the page.
  useLayoutEffect(() => {
    if (box.current === null || shown === undefined) return;
    const about = shown.element.getBoundingClientRect();
    const { width, height } = box.current.getBoundingClientRect();
    const below = about.bottom + 6 + height <= window.innerHeight;
    const left = Math.min(Math.max(6, about.left + about.width / 2 - width / 2), window.innerWidth - width - 6);
    const top = below ? about.bottom + 6 : Math.max(6, about.top - 6 - height);
    box.current.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  });
  if (shown === undefined) return null;
  return (
    <div ref={box} id="tip" class="tip" role="tooltip">
      <TipText what={shown.what} />
    </div>
  );
}

/** A tooltip can be pointed at itself, put away with Escape, and follows the focus too. */
function listen(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (target: EventTarget | null, patience: number): void => {
    clearTimeout(timer);
    if (target instanceof Element && target.closest('.tip') !== null) return;
    const pointed = pointedAt(target);
    if (pointed === undefined) {
      timer = setTimeout(hide, PATIENCE);
    } else if (pointed.element !== tip.value?.element) {
      timer = setTimeout(() => put(pointed), tip.value === undefined ? patience : patience / 3);
    }
  };
  const over = ({ target }: Event): void => show(target, PATIENCE);
  const focused = ({ target }: Event): void => {
    if (target instanceof Element && target.matches('[data-field]')) show(target, 0);
    else hide();
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || tip.value === undefined) return;
    hide();
    event.stopPropagation();
  };
  const end = new AbortController();
  const { signal } = end;
  document.addEventListener('pointerover', over, { signal });
  document.addEventListener('focusin', focused, { signal });
  document.addEventListener('pointerdown', hide, { signal });
  document.addEventListener('keydown', pressed, { signal, capture: true });
  document.documentElement.addEventListener('pointerleave', hide, { signal });
  function hide(): void {
    clearTimeout(timer);
    put(undefined);
  }
  return () => {
    hide();
    end.abort();
  };
}

function put(next: Tip | undefined): void {
  tip.value?.element.removeAttribute('aria-describedby');
  tip.value = next;
  if (next?.element instanceof HTMLElement) next.element.setAttribute('aria-describedby', 'tip');
}
