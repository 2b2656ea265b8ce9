/** The retransmission timeout (RFC 6298). Durations in microseconds. */
import type { TcpOptions } from './options';

export interface RoundTrip {
  readonly srtt: number | undefined;
  readonly rttvar: number;
  readonly rto: number;
}

const SECOND = 1_000_000;

const clamp = (rto: number, options: TcpOptions): number => Math.min(Math.max(rto, options.rtoMin), options.rtoMax);

/** (2.2) for the first measurement, (2.3) for the others, then (2.4) and (2.5). The clock's granularity is 1 us. */
export function measured(trip: RoundTrip, sample: number, options: TcpOptions): RoundTrip {
  const first = trip.srtt === undefined;
  const rttvar = first ? sample / 2 : (3 * trip.rttvar + Math.abs((trip.srtt ?? 0) - sample)) / 4;
  const srtt = first ? sample : (7 * (trip.srtt ?? 0) + sample) / 8;
  const rto = clamp(Math.round(srtt + Math.max(1, 4 * rttvar)), options);
  return { srtt: Math.round(srtt), rttvar: Math.round(rttvar), rto };
}

/** (5.5): twice as long, within the bound of (2.5). */
export const backedOff = (rto: number, options: TcpOptions): number => Math.min(rto * 2, options.rtoMax);

/** (5.7): after a SYN timed out, data begins with at least three seconds. */
export const afterSynTimeout = (options: TcpOptions): number => Math.max(3 * SECOND, options.rtoInitial);
