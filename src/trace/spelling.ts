/** How state names are shown: `FIN_WAIT_1`, as the language writes them, or `FIN-WAIT-1`, as RFC 9293 does. */
import { STATES } from '../tcp/state';

export type StateSpelling = 'FIN_WAIT_1' | 'FIN-WAIT-1';

export const isSpelling = (value: unknown): value is StateSpelling => value === 'FIN_WAIT_1' || value === 'FIN-WAIT-1';

/** RFC 9293 calls SYN_RCVD `SYN-RECEIVED`. */
const SAID_OTHERWISE: Readonly<Record<string, string>> = { SYN_RCVD: 'SYN-RECEIVED' };

const COMPOSED = STATES.filter((name) => name.includes('_'));
const NAMES = new RegExp(`(?<![\\w-])(?:${COMPOSED.join('|')})(?![\\w-])`, 'g');

/** The text with every state name in it spelled so. */
export const respelled = (text: string, spelling: StateSpelling): string =>
  spelling === 'FIN_WAIT_1' ? text : text.replace(NAMES, (name) => SAID_OTHERWISE[name] ?? name.replaceAll('_', '-'));
