/** What must hold at every moment of every run. Each law throws with its own words. */

import assert from 'node:assert/strict';
import type { PeerIndex } from '../../src/program/program';
import type { Moment } from '../../src/simulation/moment';
import { changes } from '../../src/simulation/variables';
import { onWire } from '../../src/simulation/wire';
import type { Flight, World } from '../../src/simulation/world';
import { newWorld, stateOfPeer, tcpPeer } from '../../src/simulation/world';
import { byteLength, patternBytes, sameBytes } from '../../src/tcp/bytes';
import { has, type Segment, segmentEnd } from '../../src/tcp/segment';
import { advance, distance, latest, precedes, precedesOrIs, type Seq } from '../../src/tcp/seq';
import type { Shown } from '../../src/trace/event';
import type { Played } from './play';

/** What one side has done and heard so far. */
interface Side {
  /** The right edge of the window it was offered, and of the one it has offered. */
  offered: Seq | undefined;
  offers: Seq | undefined;
  /** The number after its FIN. */
  fin: Seq | undefined;
}

/** Checks a run between two peers that run TCP, whatever its script does. */
export function lawsOfEveryRun(played: Played): void {
  let before: World = newWorld(played.scenario);
  for (const moment of played.moments) {
    const { world, event } = moment;
    assert.equal(event.n, before.events + 1, 'events are numbered without a gap');
    assert.equal(event.time, world.time, 'an event happens at the time of its world');
    assert.ok(world.time >= before.time, 'time does not run backwards');
    rowsTaken(played, moment, before);
    wireInOrder(world);
    for (const index of [0, 1] as const) bounds(world, index);
    before = world;
  }
  silentAfterAbort(played);
}

/** Checks a run with one connection whose text is the pattern, and in which nothing is injected. */
export function lawsOfTransfer(played: Played): void {
  lawsOfEveryRun(played);
  const sides: readonly [Side, Side] = [newSide(), newSide()];
  let before: World = newWorld(played.scenario);
  for (const moment of played.moments) {
    hear(played, moment, before, sides);
    for (const flight of sentBy(moment)) sends(moment.world, flight, sides[flight.from]);
    before = moment.world;
  }
  foldedChanges(played);
}

/** What TCP does is never silent, and the states of the rows are the states of the peer. */
function rowsTaken({ scenario }: Played, { world, event }: Moment, before: World): void {
  if (event.kind !== 'arrive' && event.kind !== 'timer' && event.kind !== 'call') {
    assert.deepEqual(event.rows, [], 'only what reaches a TCP takes rows');
    return;
  }
  if (event.call === 'crash' || event.call?.startsWith('set ')) return;
  const index = event.peer === scenario.peers[0].name ? 0 : 1;
  assert.equal(event.rows[0]?.from, stateOfPeer(before.peers[index]), 'the first row begins where the peer was');
  assert.equal(event.rows.at(-1)?.to, stateOfPeer(world.peers[index]), 'the last row ends where the peer is');
}

/** Next to arrive first. */
function wireInOrder(world: World): void {
  const wire = onWire(world);
  for (const [index, flight] of wire.entries()) {
    const next = wire[index + 1];
    const inOrder =
      next === undefined || flight.due < next.due || (flight.due === next.due && flight.order < next.order);
    assert.ok(inOrder, 'the wire is in the order of arrival');
  }
}

/** After the reset of an ABORT nothing but answers to strays is sent until the next OPEN: a reset each. */
function silentAfterAbort({ scenario, moments }: Played): void {
  for (const { name } of scenario.peers) {
    let aborted = false;
    for (const { event } of moments) {
      if (event.peer !== name) continue;
      if (event.call === 'abort') aborted = true;
      else if (event.call === 'listen' || event.call === 'connect') aborted = false;
      else if (aborted) {
        const other = event.sends.filter(({ flags }) => !flags.includes('RST'));
        assert.deepEqual(other, [], 'after an abort only resets are sent');
      }
    }
  }
}

const newSide = (): Side => ({ offered: undefined, offers: undefined, fin: undefined });

/** What an event has sent, in the order of sending. */
const sentBy = ({ world, event }: Moment): readonly Flight[] =>
  onWire(world)
    .filter(({ sent }) => sent === event.n)
    .toSorted((a, b) => a.order - b.order);

/** What arrives offers a window. */
function hear({ scenario }: Played, { event }: Moment, before: World, sides: readonly [Side, Side]): void {
  if (event.kind !== 'arrive') return;
  const to: PeerIndex = event.peer === scenario.peers[0].name ? 0 : 1;
  const flight = onWire(before).find(({ id }) => id === event.segment?.id);
  if (flight === undefined || !has(flight.segment, 'ACK') || has(flight.segment, 'RST')) return;
  const edge = rightEdge(flight.segment);
  sides[to].offered = sides[to].offered === undefined ? edge : latest(sides[to].offered, edge);
}

const rightEdge = ({ ack, win }: Segment): Seq => advance(ack, win);

function sends(world: World, { segment, from, due, sentAt }: Flight, side: Side): void {
  const { endpoint, base } = tcpPeer(world, from);
  const length = byteLength(segment.text);
  assert.ok(due >= sentAt, 'nothing arrives before it was sent');
  if (has(segment, 'RST')) return;
  if (has(segment, 'FIN')) {
    assert.ok(side.fin === undefined || side.fin === segmentEnd(segment), 'one FIN, with one number');
    side.fin = segmentEnd(segment);
  }
  if (length > 0) {
    const at = distance(advance(base, 1), segment.seq);
    assert.ok(sameBytes(segment.text, patternBytes(at, length)), 'a number carries the same byte each time');
  }
  if (length > 0 || has(segment, 'FIN')) {
    assert.ok(side.offered !== undefined, 'no text before the other side has offered a window');
    const beyond = distance(side.offered, segmentEnd(segment));
    assert.ok(
      beyond <= 0 || (beyond === 1 && segmentEnd(segment) === advance(segment.seq, 1)),
      'only a probe exceeds the window',
    );
  }
  if (has(segment, 'ACK') && !has(segment, 'SYN')) {
    const unit = 2 ** (endpoint.tcb?.rcvShift ?? 0);
    const edge = rightEdge(segment);
    assert.ok(
      side.offers === undefined || distance(side.offers, edge) > -unit,
      'a window that was offered is not taken back',
    );
    side.offers = side.offers === undefined ? edge : latest(side.offers, edge);
  }
}

function bounds(world: World, index: PeerIndex): void {
  const { tcb, history } = tcpPeer(world, index).endpoint;
  assert.ok(history.acked <= history.sent, 'nothing is acknowledged that was not sent');
  if (tcb === undefined) return;
  assert.ok(precedesOrIs(tcb.sndUna, tcb.sndNxt), 'SND.UNA =< SND.NXT');
  assert.ok(!precedes(advance(tcb.sndNxt, 1), tcb.sndMax), 'at most a probe lies beyond SND.NXT');
}

/** The changes of the events, one after the other, lead from the begin to the end (docs/trace.md). */
function foldedChanges({ scenario, moments }: Played): void {
  const last = moments.at(-1);
  if (last === undefined) return;
  for (const index of [0, 1] as const) {
    const folded = new Map<string, readonly [Shown, Shown]>();
    for (const { event } of moments) {
      if (event.peer !== scenario.peers[index].name) continue;
      for (const [name, [was, is]] of Object.entries(event.changes)) {
        const first = folded.get(name);
        assert.equal(was, first?.[1] ?? was, `${name} is before an event what it was after the last`);
        folded.set(name, [first?.[0] ?? was, is]);
      }
    }
    const changed = [...folded].filter(([, [was, is]]) => was !== is);
    assert.deepEqual(
      Object.fromEntries(changed.sort()),
      Object.fromEntries(Object.entries(changes(newWorld(scenario), last.world, index)).sort()),
      'the changes lead to the end',
    );
  }
}
