/** What stands beside a lifeline in the ladder: the state as a chip, the call or the timer, a text of its own. */

import { visible } from '../trace/columns';
import type { TraceEvent } from '../trace/event';
import { render, type Sentence, say, type Translate } from '../words/sentence';
import { ABOVE_CARD, type Card, extraLine, hasStimulus, type Ladder, LINE_HEIGHT, TEXT_SIZE } from './ladder';
import { bead, beadWidth, lettering, nodeSize, SIDES } from './parts';
import { classes, type Shape, shape } from './shape';
import { fitting, textWidth } from './text-width';
import { TIMER_WORDS } from './timer-spans';

const CARD_TITLES: Readonly<Record<Card['kind'], Sentence>> = {
  note: say('note'),
  rule: say('rule'),
  failure: say('failed'),
};

const chipSize = (ladder: Ladder): number => (ladder.form === 'wide' ? 11 : 9.5);

/** The state that a peer is in from this event on, and what made it so. */
export function beside(
  ladder: Ladder,
  peer: 0 | 1,
  { event, states, y }: { event: TraceEvent; states: readonly string[]; y: number },
  isNow: boolean,
): readonly Shape[] {
  const outward = peer === 0 ? -1 : 1;
  const lifeline = ladder.lifelines[peer];
  const size = chipSize(ladder);
  const limit = peer === 0 ? ladder.clock + 4 : ladder.width - 4;
  const shapes: Shape[] = [];
  const number = beadWidth({ peer: SIDES[peer], n: event.n, size: nodeSize(event.n) });
  const gap = Math.max(ladder.form === 'wide' ? 17 : 12, number / 2 + 4);
  let x = lifeline + outward * gap;
  const state = states.at(-1);
  const scripted = ladder.trace.scenario.peers[peer].kind === 'scripted';
  if (state !== undefined) {
    const name = scripted ? `(${state})` : state;
    const width = textWidth(name, size, 'mono') + (ladder.form === 'wide' ? 13 : 8);
    shapes.push(chip(peer, name, { x: x + (outward * width) / 2, y }, width, size, isNow));
    x += outward * (width + 8);
  }
  const anchor = peer === 0 ? 'end' : 'start';
  if (hasStimulus(event)) {
    // In the narrow form it stands above the chip.
    const [at, row] =
      ladder.form === 'narrow' && state !== undefined ? [lifeline + outward * gap, y - 14] : [x, y + size * 0.36];
    const text = fitting(stimulus(event), Math.abs(limit - at), size, 'mono', true);
    const look = event.kind === 'timer' ? 'timers' : 'strong';
    shapes.push(lettering(text, { x: at, y: row }, { size, face: 'mono', bold: true, anchor, class: look }));
  }
  const extra = extraLine(event, states);
  if (extra !== '') {
    const at = lifeline + outward * gap;
    const text = fitting(visible(extra), Math.abs(limit - at), size - 0.5);
    const look = event.error === undefined ? 'muted' : 'lost';
    shapes.push(lettering(text, { x: at, y: y + LINE_HEIGHT + 6 }, { size: size - 0.5, anchor, class: look }));
  }
  return shapes;
}

const stimulus = (event: TraceEvent): string =>
  event.kind === 'timer' ? (event.timer === undefined ? '' : TIMER_WORDS[event.timer]) : visible(event.call ?? '');

function chip(
  peer: 0 | 1,
  name: string,
  at: { x: number; y: number },
  width: number,
  size: number,
  isNow: boolean,
): Shape {
  return shape(
    'g',
    { class: classes('chip', SIDES[peer], isNow && 'now'), 'data-state': name.replace(/[()]/g, '') },
    shape('rect', { class: 'shape', x: at.x - width / 2, y: at.y - 8.5, width, height: 17, rx: 5 }),
    lettering(name, { x: at.x, y: at.y + size * 0.36 }, { size, face: 'mono', bold: isNow, anchor: 'middle' }),
  );
}

/** A note, a rule or a judgment that failed, on a ground that hides what is behind it. */
export function cardShape(
  ladder: Ladder,
  event: TraceEvent,
  card: Card,
  top: number,
  n: number,
  translate: Translate,
): Shape {
  const height = card.lines.length * LINE_HEIGHT + 16;
  const y = top + (card.side === undefined ? ABOVE_CARD : 0);
  const about = ladder.trace.scenario.peers.findIndex(({ name }) => name === event.peer);
  const look = card.kind === 'failure' ? 'lost' : (SIDES[about] ?? 'neutral');
  const box = { x: card.x, y: y + 2, width: card.width, height, rx: 6 };
  return shape(
    'g',
    { class: classes('card', card.kind, look, event.n > n && 'faded'), 'data-event': event.n },
    shape('title', {}, render(CARD_TITLES[card.kind], translate)),
    shape('rect', { class: 'paper', ...box }),
    shape('rect', { class: 'shape', ...box }),
    bead({ peer: SIDES[about] ?? 'neutral', n: event.n, size: 8.5 }, { x: card.x + 13, y: y + 16 }),
    ...card.lines.map((line, index) =>
      lettering(
        line,
        { x: card.x + 28, y: y + 20 + index * LINE_HEIGHT },
        { size: TEXT_SIZE, ...(card.kind === 'failure' && index === 0 ? { bold: true } : {}) },
      ),
    ),
  );
}
