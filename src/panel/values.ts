/** Variables of a TCB as people read them: numbers, times, moments. */
import { duration, moment } from '../trace/duration';
import type { Shown } from '../trace/event';
import type { Numbers } from '../trace/segment-text';

/** Which count from our ISS, and which from the other side's. */
const OWN: ReadonlySet<string> = new Set(['snd.una', 'snd.nxt', 'snd.up', 'snd.wl2']);
const OTHER: ReadonlySet<string> = new Set(['rcv.nxt', 'rcv.up', 'snd.wl1']);
const TIMES: ReadonlySet<string> = new Set(['rto', 'srtt']);

export interface Bases {
  readonly iss: Shown;
  readonly irs: Shown;
}

/** `SND.UNA`, as the RFC writes it; timers and what is ours as the language does. */
export const variableName = (name: string): string =>
  /^(?:snd|rcv)\.|^(?:iss|irs)$/.test(name) ? name.toUpperCase() : name;

/** The value of a variable of this name; what there is not is a dash. */
export function valueText(name: string, value: Shown, numbers: Numbers, { iss, irs }: Bases): string {
  if (value === 'off') return '—';
  if (typeof value !== 'number') return value;
  if (TIMES.has(name)) return duration(value);
  if (name.startsWith('timer.')) return moment(value);
  const base = OWN.has(name) ? iss : OTHER.has(name) ? irs : 0;
  return String(numbers === 'absolute' && typeof base === 'number' ? (value + base) >>> 0 : value);
}
