/** The menu of what can be taken out of the panel. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { exports } from './exports';
import { Icon } from './icons';
import { inWords, t } from './words';

export function ExportMenu() {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const items = (): readonly HTMLElement[] => [
    ...(root.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? []),
  ];
  const close = (focus: boolean): void => {
    setOpen(false);
    if (focus) root.current?.querySelector<HTMLElement>('button')?.focus();
  };
  useLayoutEffect(() => {
    if (!open) return;
    items()[0]?.focus();
    const elsewhere = (event: Event): void => {
      if (!root.current?.contains(event.target as Node)) close(false); // targets of pointer events are nodes
    };
    document.addEventListener('pointerdown', elsewhere);
    return () => document.removeEventListener('pointerdown', elsewhere);
  }, [open]);
  const step = (event: KeyboardEvent): void => {
    const all = items();
    const here = all.indexOf(document.activeElement as HTMLElement); // -1 for any other
    const to = { ArrowDown: here + 1, ArrowUp: here - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Escape') close(true);
    else if (event.key === 'Tab') close(false);
    else if (to !== undefined) all[to % all.length]?.focus();
    else return;
    if (event.key !== 'Tab') event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="menu-place" ref={root}>
      <button
        type="button"
        aria-label={t('Export')}
        title={t('Export')}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="save" />
        <span class="words">{t('Export')}</span>
      </button>
      {open ? (
        <div class="menu" role="menu" aria-label={t('Export')} tabIndex={-1} onKeyDown={step}>
          {exports.value.map(({ key, name, run }) => (
            <button
              key={key}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                close(true);
                void run();
              }}
            >
              {inWords(name)}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
