/** What a peer has to send, what it has sent, and what has arrived. */

import { otherPeer } from '../program/program';
import { relative } from '../simulation/world';
import { byteLength, byteString } from '../tcp/bytes';
import { all } from '../tcp/chunks';
import { advance, type Seq } from '../tcp/seq';
import type { Held, Sent, Tcb } from '../tcp/tcb';
import { unsent } from '../tcp/work';
import type { Numbers } from '../trace/segment-text';
import { type Sentence, say } from '../words/sentence';
import type { Item } from './item';
import { type BufferName, bufferBytes, bufferMemory } from './memory';
import type { Sight } from './scope';

export function bufferItems(sight: Sight): readonly Item[] {
  const { world, frame } = sight;
  const peer = world.peers[frame.peer];
  if (peer.kind === 'scripted') return [];
  const { tcb } = peer.endpoint;
  const items = [bufferItem(sight, say('to be acknowledged'), 'unacknowledged')];
  if (tcb !== undefined) {
    items.push(
      { name: sight.said(say('not sent yet')), value: sight.said(bytes(unsent(tcb))), type: say('bytes') },
      queueItem(sight, tcb),
      heldItem(sight, tcb),
    );
  }
  return [...items, bufferItem(sight, say('to be read'), 'readable'), bufferItem(sight, say('read'), 'read')];
}

const bytes = (count: number): Sentence => (count === 1 ? say('1 byte') : say('{0} bytes', count));

/** How much of a text is shown beside its length. */
const SHOWN = 40;

function bufferItem({ world, frame, said }: Sight, name: Sentence, buffer: BufferName): Item {
  const content = bufferBytes(world, frame.peer, buffer) ?? [];
  const length = byteLength(content);
  const begin = JSON.stringify(byteString(content, SHOWN)).slice(1, -1);
  const text = length === 0 ? '' : `  "${begin}${length > SHOWN ? '...' : ''}"`;
  return {
    name: said(name),
    value: said(bytes(length)) + text,
    type: say('bytes'),
    memory: bufferMemory(frame.after, frame.peer, buffer),
  };
}

function queueItem({ world, frame, numbers, said }: Sight, tcb: Tcb): Item {
  const queue = all(tcb.queue);
  const { base } = world.peers[frame.peer];
  const item = ({ seq, end, syn, fin }: Sent, index: number): Item => ({
    name: String(index + 1),
    value: `${rangeText(numbers, base, seq, end)}${syn ? ' SYN' : ''}${fin ? ' FIN' : ''}`,
  });
  const value = queue.length === 1 ? say('1 segment') : say('{0} segments', queue.length);
  return { name: said(say('retransmission queue')), value: said(value), children: () => queue.map(item) };
}

/** What arrived above RCV.NXT. */
function heldItem({ world, frame, numbers, said }: Sight, { held }: Tcb): Item {
  const { base } = world.peers[otherPeer(frame.peer)];
  const item = ({ seq, text, fin }: Held, index: number): Item => ({
    name: String(index + 1),
    value: `${rangeText(numbers, base, seq, advance(seq, byteLength(text)))}${fin ? ' FIN' : ''}`,
  });
  const value = held.length === 1 ? say('1 piece') : say('{0} pieces', held.length);
  return { name: said(say('out of order')), value: said(value), children: () => held.map(item) };
}

/** From the first number to the one after the last. */
const rangeText = (numbers: Numbers, base: Seq, from: Seq, to: Seq): string =>
  numbers === 'absolute' ? `#${from}..#${to}` : `${relative(base, from)}..${relative(base, to)}`;
