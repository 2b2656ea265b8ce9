/** The colours of a terminal. A pipe, `NO_COLOR` (no-color.org) and a dumb terminal have none. */
import { PLAIN, type Style } from '../checks/style';
import type { Io } from './io';

const sgr =
  (on: number, off: number) =>
  (text: string): string =>
    text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`;

const COLOURED: Style = {
  strong: sgr(1, 22),
  quiet: sgr(2, 22),
  good: sgr(32, 39),
  bad: sgr(31, 39),
  warn: sgr(33, 39),
};

export function styleFor({ isTTY, env }: Pick<Io, 'isTTY' | 'env'>): Style {
  const refused = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  return isTTY && !refused ? COLOURED : PLAIN;
}
