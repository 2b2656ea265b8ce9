/** The pictures on buttons, drawn in the colour of their text. */

const PATHS = {
  first: 'M3.5 3v10M13 3L6 8l7 5z',
  previous: 'M11 3L4 8l7 5z',
  play: 'M4.5 3l9 5-9 5z',
  pause: 'M5.5 3v10M10.5 3v10',
  next: 'M5 3l7 5-7 5z',
  last: 'M12.5 3v10M3 3l7 5-7 5z',
  save: 'M8 10V2M5 5l3-3 3 3M2 10v4h12v-4',
  funnel: 'M2 3h12L9.5 8.5V13l-3 1V8.5z',
  close: 'M4 4l8 8M12 4l-8 8',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  coverage: 'M2.5 13.5h11M4.5 13V9M8 13V3M11.5 13V6',
  help: 'M5.8 6a2.3 2.3 0 1 1 3.2 2.3c-.7.3-1 .8-1 1.5M8 12.2v.6',
} as const;

export type IconName = keyof typeof PATHS;

const FILLED: readonly IconName[] = ['play', 'pause', 'next', 'previous', 'first', 'last'];

export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg class={FILLED.includes(name) ? 'icon filled' : 'icon'} viewBox="0 0 16 16" aria-hidden="true">
    <path d={PATHS[name]} />
  </svg>
);
