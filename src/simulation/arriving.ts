/**
 * A segment while it is processed: the world between two checks of RFC 9293, 3.10.7, for those who look at one after the
 * other. To the simulation an arrival is one event.
 */
import { react } from '../tcp/endpoint';
import { seq } from '../tcp/seq';
import type { Tcb } from '../tcp/tcb';
import type { Step } from './step';
import { withoutFlight } from './wire';
import { tcpPeer, type World, withPeer } from './world';

/** The world in which an arrival has taken so many of its rows. The step is the arrival of a segment at a TCP. */
export function worldWhileArriving({ before, after }: Step, taken: number): World {
  const flight = after.arrivals.at(-1)?.flight;
  if (flight === undefined) throw new Error('A segment was looked at that has not arrived.');
  const now: World = { ...before, time: after.time, wire: withoutFlight(before.wire, flight) };
  const peer = tcpPeer(now, flight.to);
  const seen = new Map<number, Tcb | undefined>();
  const circumstances = { now: now.time, mtu: now.paths[flight.to].mtu, nextIss: seq(tcpPeer(after, flight.to).base) };
  react(peer.endpoint, { kind: 'arrive', segment: flight.segment }, circumstances, (count, tcb) => {
    if (!seen.has(count)) seen.set(count, tcb && { ...tcb });
  });
  const tcb = seen.has(taken) ? seen.get(taken) : peer.endpoint.tcb;
  return withPeer(now, flight.to, { ...peer, endpoint: { ...peer.endpoint, tcb } });
}
