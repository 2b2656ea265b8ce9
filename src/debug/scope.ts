/** The scopes of a stack frame: what one peer knows, what is under way, and what the latest step has changed. */
import { PEER_FIELDS as MEANINGS } from '../language/vocabulary/expression-fields';
import { PEER_FIELDS, type PeerField } from '../program/expression';
import type { PeerIndex } from '../program/program';
import { isSettable } from '../simulation/settable';
import type { Step } from '../simulation/step';
import { changes, readVariable } from '../simulation/variables';
import { stateOfPeer, type World } from '../simulation/world';
import { deadline, TIMERS } from '../tcp/timers';
import { moment } from '../trace/duration';
import type { Numbers } from '../trace/segment-text';
import { type Sentence, say, type Words } from '../words/sentence';
import { bufferItems } from './buffer-items';
import { checkItems } from './check-items';
import type { Frame } from './frame';
import type { Item } from './item';
import type { Variable } from './peer-variable';
import type { Run } from './run';
import { valueText } from './values';
import { wireItems } from './wire-items';

export interface Scope {
  readonly kind: 'check' | 'tcb' | 'timers' | 'buffers' | 'wire' | 'changes';
  readonly name: Sentence;
  readonly items: () => readonly Item[];
  /** How a client may show it. */
  readonly hint: 'locals' | 'arguments' | undefined;
}

export interface Sight {
  readonly run: Run;
  readonly frame: Frame;
  readonly world: World;
  readonly numbers: Numbers;
  /** In the user's language. */
  readonly said: (words: Words) => string;
}

/** The scopes of a frame, in the order in which they are shown. */
export function scopesOf(sight: Sight): readonly Scope[] {
  const { frame } = sight;
  const found: Scope[] = [
    { kind: 'tcb', name: say('TCB'), items: () => tcbItems(sight), hint: 'locals' },
    { kind: 'timers', name: say('Timers'), items: () => timerItems(sight), hint: undefined },
    { kind: 'buffers', name: say('Buffers'), items: () => bufferItems(sight), hint: undefined },
    { kind: 'wire', name: say('On the wire'), items: () => wireItems(sight), hint: undefined },
    { kind: 'changes', name: say('Changed by this step'), items: () => changeItems(sight), hint: undefined },
  ];
  const { check, event } = frame;
  if (check === undefined || event === undefined) return found;
  return [
    { kind: 'check', name: say('Looked at'), items: () => checkItems(sight, check, event), hint: 'arguments' },
    ...found,
  ];
}

/** `data` is shown with the buffers, the timers by themselves. */
const OF_TCB = PEER_FIELDS.filter((field) => field !== 'data' && !field.startsWith('timer.'));

function tcbItems(sight: Sight): readonly Item[] {
  const { world, frame, run, said } = sight;
  const peer = world.peers[frame.peer];
  if (peer.kind === 'scripted')
    return [{ name: said(say('state (inferred)')), value: stateOfPeer(peer), type: say('state') }];
  return OF_TCB.map((field) => variableItem(run, world, frame.peer, field, sight.numbers));
}

/** A variable of a peer. */
export function variableItem(run: Run, world: World, peer: PeerIndex, field: PeerField, numbers: Numbers): Item {
  return {
    name: field,
    value: valueText(readVariable(world, peer, field), numbers),
    type: say(MEANINGS[field].gives),
    expression: `${run.program.scenario.peers[peer].name}.${field}`,
    variable: { peer, field },
    settable: isSettable(field),
  };
}

function timerItems({ world, frame, run, numbers, said }: Sight): readonly Item[] {
  const peer = world.peers[frame.peer];
  if (peer.kind === 'scripted') return [];
  const { tcb } = peer.endpoint;
  return TIMERS.map((timer): Item => {
    const at = tcb && deadline(tcb, timer);
    const field = PEER_FIELDS.find((each) => each === `timer.${timer}`);
    const due = at === undefined ? undefined : said(dueAt(at));
    if (field === undefined) return { name: timer, value: due ?? 'off', type: say('moment') };
    const item = variableItem(run, world, frame.peer, field, numbers);
    return { ...item, name: timer, value: due === undefined ? item.value : `${item.value} (${due})` };
  });
}

const dueAt = (at: number): Sentence => say('due at {0}', moment(at));

/** What the latest event, or the statement that was executed last, has changed at this peer. */
function changeItems({ run, frame, world, numbers, said }: Sight): readonly Item[] {
  const { timeline, place } = run;
  const first = frame.isPresent && place.kind !== 'event' ? statementBegin(run, frame.after) : frame.after;
  if (frame.after === 0 || first === 0) return [];
  const before = timeline.step(first).before;
  const { peer } = frame;
  if (world.peers[peer].kind === 'scripted') return stateChange(before, world, peer);
  const changed = changes(before, world, peer);
  const value = (field: PeerField) => changeText({ before, after: world }, { peer, field }, numbers, said);
  return PEER_FIELDS.filter((field) => changed[field] !== undefined).map((field) => ({
    name: field,
    value: value(field),
  }));
}

/** What has become of a variable between two worlds: `14600 -> 1000`. */
export function changeText(
  { before, after }: Pick<Step, 'before' | 'after'>,
  { peer, field }: Variable,
  numbers: Numbers,
  said: Sight['said'],
): string {
  return [before, after].map((world) => said(shownAt(world, peer, field, numbers))).join(' -> ');
}

/** A timer by the moment it is due: what is left of it changes all the time. */
function shownAt(world: World, peer: PeerIndex, field: PeerField, numbers: Numbers): Words {
  const value = readVariable(world, peer, field);
  if (!field.startsWith('timer.') || value.kind !== 'time') return valueText(value, numbers);
  return dueAt(world.time + value.value);
}

function stateChange(before: World, after: World, peer: PeerIndex): readonly Item[] {
  const [was, is] = [stateOfPeer(before.peers[peer]), stateOfPeer(after.peers[peer])];
  return was === is ? [] : [{ name: 'state', value: `${was} -> ${is}` }];
}

/** The first event of the statement to which event `n` belongs, or of what was typed in. */
function statementBegin({ timeline }: Run, n: number): number {
  if (n < 1 || !timeline.step(n).forked) return n < 1 ? 0 : timeline.beginOf(n);
  let first = n;
  while (first > 1 && timeline.step(first).event.kind !== 'fork') first -= 1;
  return first;
}
