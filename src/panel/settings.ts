/** Reads the settings that page and host tell each other. */
import { type Guard, oneOf, record } from './guards';
import type { Settings } from './protocol';

export const isSettings: Guard<Settings> = record<Settings>({
  numbers: oneOf('relative', 'absolute'),
  stateNames: oneOf('FIN_WAIT_1', 'FIN-WAIT-1'),
});
