/**
 * The state diagram at a moment: where both peers are, how they came there, what just happened, what may come.
 *
 * Rule 1: the picture depends on the scene, the moment and the language alone.
 * Rule 2: states and events are the RFC's words and stay; subtitles, regions and the legend are translated.
 */
import type { Row } from '../tcp/fsm';
import { STATES, type State } from '../tcp/state';
import { render, type Sentence, say, type Translate } from '../words/sentence';
import { ACTION_SIZE, boxOf, EVENT_SIZE, type LabelText, textOfEdge, textOfRows } from './edge-label';
import { EDGES, type Edge, type EdgeId, edgeId } from './edges';
import { type Form, GRIDS, type Grid, placeOf } from './grid';
import { legend } from './legend';
import { type Next, nextAt } from './next';
import { arrowhead, bead, lettering, SIDES, token } from './parts';
import { placeOn } from './route';
import { eventAt, initials, lastTaking, type Move, movesOf, type Scene, statesAt } from './scene';
import { classes, type Shape, shape } from './shape';
import { fitting } from './text-width';

/** What a state means, under its name. */
const SUBTITLES: Readonly<Record<State, Sentence>> = {
  CLOSED: say('no connection'),
  LISTEN: say('waiting for a SYN'),
  SYN_SENT: say('SYN sent · wait SYN,ACK'),
  SYN_RCVD: say('SYN,ACK sent · wait ACK'),
  ESTABLISHED: say('data flows both ways'),
  FIN_WAIT_1: say('FIN sent · wait ACK, FIN'),
  FIN_WAIT_2: say('FIN acked · wait FIN'),
  CLOSING: say('FINs crossed · wait ACK'),
  TIME_WAIT: say('wait 2 MSL'),
  CLOSE_WAIT: say('peer closed · wait CLOSE'),
  LAST_ACK: say('FIN sent · wait last ACK'),
};

/** The diagram after event `n`. */
export function stateDiagram(scene: Scene, n: number, form: Form, translate: Translate): Shape {
  const grid = GRIDS[form];
  const coming = nextAt(scene, n);
  const looks = EDGES[form].flatMap((edge) => look(scene, n, edge, coming) ?? []);
  const drawn = [...looks].sort((a, b) => a.weight - b.weight);
  const [first, second] = statesAt(scene, n);
  const [one, other] = scene.trace.scenario.peers;
  const said = say('{0} is {1}, {2} is {3}', one.name, first ?? '?', other.name, second ?? '?');
  return shape(
    'svg',
    {
      class: classes('tcp', 'diagram', form),
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${grid.width} ${grid.height}`,
      role: 'img',
      'aria-label': `${render(say('TCP state diagram'), translate)}. ${render(said, translate)}`,
    },
    ...(form === 'wide' ? [region('active', grid, translate), region('passive', grid, translate)] : []),
    ...drawn.map((each) => edgeShape(each, form)),
    ...(form === 'wide' ? drawn.flatMap((each) => labelShape(each, scene.rows) ?? []) : []),
    ...STATES.map((state) => node(state, [first === state, second === state], form, translate)),
    ...(form === 'wide' ? drawn.flatMap((each) => beads(each)) : []),
    ...tokens(scene, [first, second], grid, form),
    form === 'wide' ? legend(scene.trace, grid, translate) : caption(scene, n, grid),
  );
}

// ---------------------------------------------------------------- edges

export interface Look {
  readonly edge: Edge;
  /** The move that the event makes over this edge. */
  readonly current: Move | undefined;
  /** By peer: when it was taken last, and how often. */
  readonly taken: readonly [Taking, Taking];
  readonly next: 'next' | 'imminent' | undefined;
  readonly nextPeer: 0 | 1 | undefined;
  /** What is drawn over what. */
  readonly weight: number;
}
type Taking = { readonly n: number; readonly count: number } | undefined;

/** How an edge looks at a moment; undefined for a ghost that is not being taken. */
function look(scene: Scene, n: number, edge: Edge, next: readonly Next[]): Look | undefined {
  const event = eventAt(scene, n);
  const current = event && movesOf(event, scene.trace).find((move) => move.edge === edge.id);
  if (edge.ghost && current === undefined) return undefined;
  const taken = [lastTaking(scene, edge.id, 0, n), lastTaking(scene, edge.id, 1, n)] as const;
  const possible = next.filter(({ row }) => edgeId(row.from, row.to) === edge.id);
  const best = possible.find(({ by }) => by.kind !== 'call') ?? possible[0];
  const how = best && (best.by.kind === 'call' ? 'next' : 'imminent');
  const wasTaken = taken[0] !== undefined || taken[1] !== undefined;
  const weight = current ? 3 : wasTaken ? 2 : how ? 1 : 0;
  return { edge, current, taken, next: how, nextPeer: best?.peer, weight };
}

function edgeShape({ edge, current, taken, next, nextPeer }: Look, form: Form): Shape {
  const { route } = edge;
  const size = form === 'wide' ? 9 : 6.5;
  const line = (name: string): Shape => shape('path', { class: name, d: route.d });
  const both = taken[0] !== undefined && taken[1] !== undefined;
  const peer = current?.peer ?? (taken[1] !== undefined && !both ? 1 : taken[0] !== undefined ? 0 : nextPeer);
  const wasTaken = taken[0] !== undefined || taken[1] !== undefined;
  return shape(
    'g',
    {
      class: classes(
        'edge',
        edge.ghost && 'ghost',
        current ? 'current' : wasTaken ? 'taken' : next,
        (current || wasTaken || next) && peer !== undefined && SIDES[peer],
      ),
      'data-row': edge.id,
    },
    current && line('glow'),
    // Both have gone here: the first's solid line, and the second's dashes on it.
    both && current === undefined ? line('line under') : undefined,
    both && current === undefined
      ? shape('g', { class: classes('edge', 'taken', 'second') }, line('line'))
      : line('line'),
    arrowhead(route, current ? size * 1.25 : size),
    line('hit'),
  );
}

export function labelShape({ edge, current, taken, next, nextPeer }: Look, rows: readonly Row[]): Shape | undefined {
  const text = (current && textOfRows(current.rows)) ?? textOfEdge(edge, rows);
  if (text === undefined) return undefined;
  const box = boxOf(edge.label, text);
  const peer = current?.peer ?? (taken[0] !== undefined ? 0 : taken[1] !== undefined ? 1 : nextPeer);
  const wasTaken = taken[0] !== undefined || taken[1] !== undefined;
  const pad = current ? 3 : 0;
  const ground =
    current !== undefined || edge.label.anchor === 'middle'
      ? shape('rect', {
          class: 'ground',
          x: box.x - pad,
          y: box.y - pad / 2,
          width: box.width + 2 * pad,
          height: box.height + pad,
          rx: current ? 6 : 4,
        })
      : undefined;
  return shape(
    'g',
    {
      class: classes(
        'label',
        current ? 'current' : wasTaken ? 'taken' : next,
        (current || wasTaken || next) && peer !== undefined && SIDES[peer],
      ),
      'data-row': edge.id,
      'data-event': current && taken[current.peer]?.n,
    },
    ground,
    ...labelLines(text, box.middle.x, box.middle.y),
  );
}

function labelLines(text: LabelText, x: number, y: number): readonly Shape[] {
  const event = { size: EVENT_SIZE, bold: true, anchor: 'middle', class: 'event' } as const;
  if (text.action === undefined) return [lettering(text.event, { x, y: y + 4 }, event)];
  return [
    lettering(text.event, { x, y: y - 2.6 }, event),
    lettering(text.action, { x, y: y + 10 }, { size: ACTION_SIZE, anchor: 'middle', class: 'muted' }),
  ];
}

/** Numbers on the way: the first peer's near the beginning, the second's after it. */
function beads({ edge, taken }: Look): readonly Shape[] {
  return taken.flatMap((taking, peer) => {
    if (taking === undefined) return [];
    const side = SIDES[peer === 0 ? 0 : 1];
    const at = placeOn(edge.route, beadPlace(edge, peer === 1 && taken[0] !== undefined));
    const number = bead({ peer: side, n: taking.n, count: taking.count, size: 10 }, at);
    return [shape('g', { 'data-row': edge.id }, number)];
  });
}

/** Where a token stands at the beginning of a way. */
const BEADS: Readonly<Partial<Record<EdgeId, number>>> = {
  'SYN_RCVD>CLOSED': 44,
  'CLOSED>SYN_SENT': 36,
  'FIN_WAIT_1>CLOSING': 32,
};

/** Near the beginning, but clear of a token there; the second's, if both have gone here, further on. */
function beadPlace({ route, label, id }: Edge, further: boolean): number {
  const short = route.length < 90;
  const near = BEADS[id] ?? (short ? 11 : 20);
  if (!further) return near;
  if (short) return route.length - 20;
  return label.anchor === 'middle' && route.length < 400 ? route.length - 26 : near + 40;
}

// ---------------------------------------------------------------- states

/** A state, `here` if a peer is in it. */
export function node(state: State, here: readonly [boolean, boolean], form: Form, translate: Translate): Shape {
  const grid = GRIDS[form];
  const { x, y } = placeOf(state, grid);
  const [width, height] = [grid.nodeWidth, grid.nodeHeight];
  const rect = (name: string, inset: number, round: number): Shape =>
    shape('rect', {
      class: name,
      x: x - width / 2 + inset,
      y: y - height / 2 + inset,
      width: width - 2 * inset,
      height: height - 2 * inset,
      rx: round,
    });
  const radius = form === 'wide' ? 10 : 7;
  const side = here[0] ? 0 : 1;
  const occupied = here[0] || here[1];
  const inner = here[0] && here[1] ? shape('g', { class: 'second' }, rect('inner', 4.5, radius - 3.5)) : undefined;
  const subtitle = render(SUBTITLES[state], translate);
  return shape(
    'g',
    { class: classes('node', occupied && 'here', occupied && SIDES[side]), 'data-state': state },
    rect('border', 0, radius),
    occupied ? rect('ground', 0, radius) : undefined,
    inner,
    ...(form === 'wide'
      ? [
          lettering(state, { x, y: y - 2 }, { size: 13, face: 'mono', bold: true, anchor: 'middle', class: 'name' }),
          lettering(
            fitting(subtitle, width - 10, 9.5),
            { x, y: y + 12.5 },
            { size: 9.5, anchor: 'middle', class: 'muted' },
          ),
        ]
      : [
          lettering(
            state,
            { x, y: y + 4 },
            { size: 11, face: 'mono', bold: occupied, anchor: 'middle', class: 'name' },
          ),
        ]),
  );
}

function tokens(
  scene: Scene,
  states: readonly [string | undefined, string | undefined],
  grid: Grid,
  form: Form,
): readonly Shape[] {
  const letters = initials(scene.trace);
  return states.flatMap((name, index) => {
    const state = STATES.find((each) => each === name);
    if (state === undefined) return [];
    const peer = index === 0 ? 0 : 1;
    const { x, y } = placeOf(state, grid);
    const at = { x: x + (peer === 0 ? -1 : 1) * (grid.nodeWidth / 2), y: y - grid.nodeHeight / 2 };
    const guessed = scene.trace.scenario.peers[peer].kind === 'scripted';
    return [token(peer, letters[peer], at, form === 'wide' ? 25 : 18, guessed)];
  });
}

/** The ground under the states of one side of the close. */
export function region(which: 'active' | 'passive', grid: Grid, translate: Translate): Shape {
  const [a, b] = which === 'active' ? (['FIN_WAIT_1', 'TIME_WAIT'] as const) : (['CLOSE_WAIT', 'LAST_ACK'] as const);
  const [from, to] = [placeOf(a, grid), placeOf(b, grid)];
  const x = from.x - grid.nodeWidth / 2 - 18;
  const y = from.y - grid.nodeHeight / 2 - 28;
  const right = to.x + grid.nodeWidth / 2 + 18;
  return shape(
    'g',
    { class: 'region' },
    shape('rect', { x, y, width: right - x, height: to.y + grid.nodeHeight / 2 + 26 - y, rx: 14 }),
    lettering(
      render(which === 'active' ? say('active close') : say('passive close'), translate),
      { x: right - 12, y: y + 15 },
      { size: 10.5, anchor: 'end', class: 'muted' },
    ),
  );
}

/** In the narrow form, one line for what just happened. */
function caption(scene: Scene, n: number, grid: Grid): Shape | undefined {
  const event = eventAt(scene, n);
  const move = event && movesOf(event, scene.trace).at(-1);
  if (move === undefined) return undefined;
  const text = textOfRows(move.rows);
  const states = move.edge.replace('>', ' → ');
  const words = text === undefined ? '' : `  ${text.event}${text.action === undefined ? '' : ` / ${text.action}`}`;
  const side = SIDES[move.peer];
  return shape(
    'g',
    { class: classes('caption', side), 'data-event': n },
    bead({ peer: side, n, size: 10 }, { x: 20, y: grid.legend - 4 }),
    lettering(
      fitting(`${states}${words}`, grid.width - 44, 10.5, 'mono'),
      { x: 38, y: grid.legend },
      { size: 10.5, face: 'mono' },
    ),
  );
}

/** The rows that an edge stands for, in the machine's order: for what is said when it is pointed at. */
export const rowsOfEdge = (id: EdgeId, rows: readonly Row[]): readonly Row[] =>
  rows.filter((row) => edgeId(row.from, row.to) === id);
