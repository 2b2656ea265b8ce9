/**
 * The receive window (RFC 9293, 3.8.6). `rcvWnd` is what was offered; its right edge never moves back, and it moves
 * forward only by a worthwhile step (3.8.6.2.2, MUST-39), so that the other side is not lured into tiny segments.
 */
import { byteLength } from './bytes';
import type { Draft } from './draft';
import type { TcpOptions } from './options';
import type { Tcb } from './tcb';

const SIXTEEN_BITS = 65_535;

/** The window field of a SYN is never scaled (RFC 7323, 2.2). */
export const synWindow = (options: TcpOptions): number => Math.min(options.window, SIXTEEN_BITS);

/** What could be offered, as far as the 16 bits and the shift can say it. */
function room(tcb: Tcb, options: TcpOptions): number {
  const unit = 2 ** tcb.rcvShift;
  // A buffer smaller than the unit could not be said at all, and nothing would ever be sent.
  const buffer = options.window === 0 ? 0 : Math.max(options.window, unit);
  const free = Math.max(0, buffer - byteLength(tcb.readable));
  return Math.min(Math.floor(free / unit), SIXTEEN_BITS) * unit;
}

/** True if the window can be opened by a step worth telling (Fr = 1/2). */
export function windowCanOpen(tcb: Tcb, options: TcpOptions): boolean {
  const step = room(tcb, options) - tcb.rcvWnd;
  return step > 0 && step >= Math.min(options.window / 2, tcb.sendMss);
}

/** The window for the next segment: RCV.WND is brought up to date and returned. */
export function offerWindow(tcb: Draft<Tcb>, options: TcpOptions): number {
  if (windowCanOpen(tcb, options)) tcb.rcvWnd = room(tcb, options);
  const unit = 2 ** tcb.rcvShift;
  const sayable = Math.min(Math.floor(tcb.rcvWnd / unit), SIXTEEN_BITS) * unit;
  if (sayable === tcb.rcvWnd || sayable + unit > room(tcb, options)) return sayable;
  // Rounded up only where there is room: what was ever offered must be taken (RFC 7323, 2.4).
  tcb.rcvWnd = sayable + unit;
  return tcb.rcvWnd;
}
