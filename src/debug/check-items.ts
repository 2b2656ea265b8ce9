/** What a check of RFC 9293, 3.10.7 looks at: fields of the segment (SEG.SEQ ...) and variables of the TCB. */
import type { PeerField } from '../program/expression';
import { readVariable } from '../simulation/variables';
import type { TraceEvent, TraceSegment } from '../trace/event';
import type { Numbers } from '../trace/segment-text';
import { say } from '../words/sentence';
import { type Check, type Ordinal, type Section, sectionOf } from './check';
import type { Item } from './item';
import { questionOf } from './rule-document';
import type { Sight } from './scope';
import { valueText } from './values';

/** A segment's field by the RFC's name, or a variable of the TCB. */
type Looked = 'SEG.SEQ' | 'SEG.ACK' | 'SEG.LEN' | 'SEG.WND' | 'SEG.UP' | 'CTL' | PeerField;

const ARRIVED: Readonly<Record<Section, Readonly<Partial<Record<Ordinal, readonly Looked[]>>>>> = {
  '3.10.7.1': { first: ['CTL', 'SEG.SEQ', 'SEG.ACK', 'SEG.LEN'] },
  '3.10.7.2': { first: ['CTL'], second: ['CTL', 'SEG.ACK'], third: ['CTL', 'SEG.SEQ'], fourth: ['CTL'] },
  '3.10.7.3': {
    first: ['CTL', 'SEG.ACK', 'snd.una', 'snd.nxt'],
    second: ['CTL'],
    fourth: ['CTL', 'SEG.SEQ', 'SEG.ACK'],
    fifth: ['CTL'],
  },
  '3.10.7.4': {
    first: ['SEG.SEQ', 'SEG.LEN', 'rcv.nxt', 'rcv.wnd'],
    second: ['CTL', 'SEG.SEQ', 'rcv.nxt', 'rcv.wnd'],
    fourth: ['CTL', 'SEG.SEQ'],
    fifth: ['CTL', 'SEG.ACK', 'SEG.WND', 'snd.una', 'snd.nxt', 'snd.wnd', 'snd.wl1', 'snd.wl2'],
    sixth: ['CTL', 'SEG.UP', 'rcv.up'],
    seventh: ['SEG.SEQ', 'SEG.LEN', 'rcv.nxt', 'rcv.wnd'],
    eighth: ['CTL', 'rcv.nxt'],
  },
};

export function checkItems(
  { world, frame, numbers, said }: Sight,
  check: Check,
  { segment }: TraceEvent,
): readonly Item[] {
  const { state, ordinal, row } = check;
  const looked = (ordinal && ARRIVED[sectionOf(state)][ordinal]) ?? [];
  const fields = looked.map((name): Item => {
    if (isOfSegment(name)) return { name, value: segment === undefined ? '' : segmentField(segment, name, numbers) };
    return { name: name.toUpperCase(), value: valueText(readVariable(world, frame.peer, name), numbers) };
  });
  const found: readonly Item[] =
    row === undefined
      ? [{ name: said(say('found')), value: said(say('nothing; the next check follows')) }]
      : [
          { name: said(say('found')), value: row.event },
          { name: said(say('actions')), value: row.actions.join(', ') || said(say('none')) },
          { name: said(say('why')), value: said(say(row.why)) },
        ];
  const question = ordinal && questionOf(state, ordinal);
  const asked: readonly Item[] = question ? [{ name: said(say('question')), value: said(question) }] : [];
  return [...asked, ...fields, ...found];
}

const isOfSegment = (name: Looked): name is Exclude<Looked, PeerField> => name === 'CTL' || name.startsWith('SEG.');

function segmentField(segment: TraceSegment, name: Exclude<Looked, PeerField>, numbers: Numbers): string {
  const absolute = numbers === 'absolute';
  switch (name) {
    case 'CTL':
      return segment.flags;
    case 'SEG.SEQ':
      return absolute ? `#${segment.absSeq}` : String(segment.seq);
    case 'SEG.ACK':
      if (segment.ack === undefined) return 'off';
      return absolute ? `#${segment.absAck}` : String(segment.ack);
    case 'SEG.LEN':
      return String(segment.len + controls(segment));
    case 'SEG.WND':
      return String(segment.win);
    case 'SEG.UP':
      return segment.urg === undefined ? 'off' : String(segment.urg);
  }
}

/** SYN and FIN count one each (3.4). */
const controls = ({ flags }: TraceSegment): number =>
  flags.split('+').filter((flag) => flag === 'SYN' || flag === 'FIN').length;
