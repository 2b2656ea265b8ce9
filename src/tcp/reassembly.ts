/**
 * Text in the order it was sent (RFC 9293, 3.10.7.4): a segment is trimmed to the window at both edges, what begins
 * above RCV.NXT is held (SHLD-31), and what has become next in order is taken.
 */
import { type Bytes, byteLength, concatenate, sliceBytes } from './bytes';
import type { Draft } from './draft';
import { has, type Segment } from './segment';
import { advance, distance, precedes, precedesOrIs, type Seq } from './seq';
import type { Held, Tcb } from './tcb';

/** The part of a segment that lies in the receive window. `seq` is where its text begins. */
export interface Trimmed {
  readonly seq: Seq;
  readonly text: Bytes;
  /** The FIN lies in the window. */
  readonly fin: boolean;
}

/** Trims text and FIN to the window, SYN away: its number comes before the first byte. */
export function trim(tcb: Tcb, segment: Segment): Trimmed {
  const first = has(segment, 'SYN') ? advance(segment.seq, 1) : segment.seq;
  const length = byteLength(segment.text);
  const skip = Math.min(Math.max(0, distance(first, tcb.rcvNxt)), length);
  const room = distance(first, advance(tcb.rcvNxt, tcb.rcvWnd));
  const text = sliceBytes(segment.text, skip, Math.max(skip, Math.min(length, room)));
  const finAt = advance(first, length);
  const fin = has(segment, 'FIN') && length < room && precedesOrIs(tcb.rcvNxt, finAt);
  return { seq: advance(first, skip), text, fin };
}

/** Takes text that begins at RCV.NXT, and what was held behind it. Returns how many bytes became readable. */
export function takeText(tcb: Draft<Tcb>, text: Bytes): number {
  const before = byteLength(tcb.readable);
  append(tcb, text);
  for (let next = tcb.held[0]; next !== undefined && precedesOrIs(next.seq, tcb.rcvNxt); next = tcb.held[0]) {
    append(tcb, sliceBytes(next.text, distance(next.seq, tcb.rcvNxt)));
    if (next.fin && tcb.rcvNxt === advance(next.seq, byteLength(next.text))) break; // the eighth check takes it
    tcb.held = tcb.held.slice(1);
  }
  return byteLength(tcb.readable) - before;
}

function append(tcb: Draft<Tcb>, text: Bytes): void {
  const length = byteLength(text);
  tcb.readable = concatenate(tcb.readable, text);
  tcb.rcvNxt = advance(tcb.rcvNxt, length);
  tcb.rcvWnd = Math.max(0, tcb.rcvWnd - length);
}

/** True if a FIN that was held is the next thing in order. */
export function heldFinIsNext(tcb: Tcb): boolean {
  const [next] = tcb.held;
  return next?.fin === true && advance(next.seq, byteLength(next.text)) === tcb.rcvNxt;
}

/** Keeps a piece that is not next in order. What is held already wins where pieces overlap; neighbours join. */
export function hold(tcb: Draft<Tcb>, piece: Held): void {
  const kept: Held[] = [];
  let added: Held = piece;
  for (const held of tcb.held) {
    if (precedes(endOf(held), added.seq)) kept.push(held);
    else if (precedes(endOf(added), held.seq)) {
      kept.push(added);
      added = held;
    } else added = join(held, added);
  }
  tcb.held = [...kept, added];
}

const endOf = (held: Held): Seq => advance(held.seq, byteLength(held.text));

function join(old: Held, added: Held): Held {
  const before = sliceBytes(added.text, 0, Math.max(0, distance(added.seq, old.seq)));
  const after = sliceBytes(added.text, Math.max(0, distance(added.seq, endOf(old))));
  return {
    seq: precedes(added.seq, old.seq) ? added.seq : old.seq,
    text: concatenate(concatenate(before, old.text), after),
    fin: old.fin || added.fin,
  };
}
