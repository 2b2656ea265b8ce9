/** What each statement does: `(world, statement) -> (world, events)`. */
import type { Call, Path, PeerIndex, Statement, StatementOf } from '../program/program';
import { patternBytes, textBytes } from '../tcp/bytes';
import type { Stimulus } from '../tcp/endpoint';
import { NO_HISTORY } from '../tcp/tcb';
import type { UserCall } from '../tcp/work';
import { say } from '../words/sentence';
import { seeded } from './chance';
import { evaluate, evaluateNumber, holds } from './evaluate';
import { shakeHands } from './handshake';
import { describe, judgeCondition, judged, showDuration } from './judgment';
import { type Moment, moment, type Scene } from './moment';
import { drain, passTime } from './passing';
import { differences, makeSegment, writeDirection, writeSegment } from './pattern';
import { takeSegment } from './segment-line';
import { deliver, stimulate } from './stimulus';
import { changes } from './variables';
import { nextHappening, onWire } from './wire';
import { type Flight, tcpPeer, type Watch, type World, withPeer } from './world';

type Run = Generator<Moment, World>;

/** Executes a statement. `world.until` is set if it was begun before and time was passing. */
export function execute(scene: Scene, world: World, statement: Statement): Run {
  switch (statement.kind) {
    case 'let':
      return define(world, statement);
    case 'network':
      return changeNetwork(scene, world, statement);
    case 'call':
      return once(callPeer(scene, world, statement.peer, statement.call));
    case 'segment':
      return takeSegment(scene, world, statement);
    case 'inject':
      return inject(scene, world, statement);
    case 'rule':
      return addRule(scene, world, statement);
    case 'release':
      return release(scene, world, statement.capture);
    case 'replay':
      return replay(scene, world, statement.capture);
    case 'wait':
      return wait(scene, world, statement);
    case 'wait-until':
      return waitUntil(scene, world, statement);
    case 'run':
      return run(scene, world);
    case 'handshake':
      return shakeHands(scene, world, statement);
    case 'expect':
      return once(judgeCondition(scene, world, statement.condition, statement.line));
    case 'expect-no':
      return expectNo(scene, world, statement);
    case 'always':
    case 'never':
    case 'finally':
    case 'never-segment':
      return watch(scene, world, statement);
    case 'note': {
      const peer = statement.peer === undefined ? undefined : scene.scenario.peers[statement.peer].name;
      return once(moment(scene, world, { kind: 'note', peer, text: say('{0}', statement.text) }));
    }
  }
}

function* once(only: Moment): Run {
  yield only;
  return only.world;
}

// biome-ignore lint/correctness/useYield: a declaration is no event
function* define(world: World, { name, value }: StatementOf<'let'>): Run {
  return { ...world, lets: { ...world.lets, [name]: evaluate(world, value) } };
}

function* changeNetwork(scene: Scene, world: World, statement: StatementOf<'network'>): Run {
  const paths: [Path, Path] = [...world.paths];
  for (const { from, path } of statement.changes) paths[from] = { ...paths[from], ...path };
  const chance = statement.seed === undefined ? world.chance : seeded(statement.seed);
  return yield* once(moment(scene, { ...world, paths, chance }, { kind: 'rule', text: say('the network changes') }));
}

// ---------------------------------------------------------------- calls

function callPeer(scene: Scene, world: World, index: PeerIndex, call: Call): Moment {
  if (call.verb === 'crash') return crash(scene, world, index);
  if (call.verb === 'set') return set(scene, world, index, call);
  const stimulus: Stimulus = { kind: 'call', call: userCall(world, index, call) };
  return stimulate(scene, world, index, stimulus, { kind: 'call', call: callText(world, call) });
}

const KINDS = {
  listen: 'passive OPEN',
  connect: 'active OPEN',
  close: 'CLOSE',
  abort: 'ABORT',
  status: 'STATUS',
} as const;

function userCall(world: World, index: PeerIndex, call: Exclude<Call, { verb: 'crash' | 'set' }>): UserCall {
  if (call.verb === 'send') {
    const value = evaluate(world, call.amount);
    const at = sentSoFar(world, index);
    const text = value.kind === 'text' ? textBytes(value.value) : patternBytes(at, evaluateNumber(world, call.amount));
    return { kind: 'SEND', text, urgent: call.urgent };
  }
  if (call.verb === 'recv') {
    const amount = call.amount === 'all' ? Number.POSITIVE_INFINITY : evaluateNumber(world, call.amount);
    return { kind: 'RECEIVE', amount };
  }
  return { kind: KINDS[call.verb] };
}

/** How much text the application has handed over: where the pattern goes on. */
function sentSoFar(world: World, index: PeerIndex): number {
  const { tcb, history } = tcpPeer(world, index).endpoint;
  const waiting = tcb === undefined ? 0 : tcb.text.reduce((sum, piece) => sum + pieceLength(piece), 0);
  return history.acked + waiting;
}

const pieceLength = (piece: { kind: 'pattern'; length: number } | { kind: 'literal'; bytes: string }): number =>
  piece.kind === 'pattern' ? piece.length : piece.bytes.length;

function callText(world: World, call: Call): string {
  if (call.verb === 'send') {
    const value = evaluate(world, call.amount);
    const amount = value.kind === 'text' ? JSON.stringify(value.value) : String(evaluateNumber(world, call.amount));
    return `send ${amount}${call.urgent ? ' urgent' : ''}`;
  }
  if (call.verb !== 'recv') return call.verb;
  return `recv ${call.amount === 'all' ? 'all' : evaluateNumber(world, call.amount)}`;
}

/** The host loses its memory: no TCP takes part in it, so there is no row. */
function crash(scene: Scene, world: World, index: PeerIndex): Moment {
  const peer = tcpPeer(world, index);
  const { sentUpTo } = peer.endpoint.history;
  const history = { ...NO_HISTORY, sentUpTo };
  const after = withPeer(world, index, {
    ...peer,
    endpoint: { ...peer.endpoint, tcb: undefined, history },
    timers: [],
  });
  return moment(scene, after, {
    kind: 'call',
    call: 'crash',
    peer: scene.scenario.peers[index].name,
    result: 'ok',
    changes: changes(world, after, index),
  });
}

/** Options from now on; what they are is looked at when they are next needed. */
function set(scene: Scene, world: World, index: PeerIndex, call: Extract<Call, { verb: 'set' }>): Moment {
  const peer = tcpPeer(world, index);
  const options = { ...peer.endpoint.options, ...call.options };
  const iss = call.iss === undefined ? {} : { iss: call.iss, connections: 0 };
  const after = withPeer(world, index, { ...peer, ...iss, endpoint: { ...peer.endpoint, options } });
  return moment(scene, after, {
    kind: 'call',
    call: call.source,
    peer: scene.scenario.peers[index].name,
    result: 'ok',
    changes: changes(world, after, index),
  });
}

// ---------------------------------------------------------------- segments that the script makes or moves

function* inject(scene: Scene, world: World, statement: StatementOf<'inject'>): Run {
  const { segment: pattern, capture } = statement;
  const flight: Flight = {
    id: world.segments + 1,
    from: pattern.from,
    to: pattern.to,
    segment: makeSegment(world, pattern),
    sentAt: world.time,
    sent: undefined,
    due: world.time,
    order: world.order + 1,
    retransmission: false,
    fate: 'arrives',
    ruled: false,
  };
  const captures = capture === undefined ? world.captures : { ...world.captures, [capture]: flight };
  const made = { ...world, captures, segments: flight.id, order: flight.order };
  return yield* once(deliver(scene, made, flight));
}

function* release(scene: Scene, world: World, name: string): Run {
  const flight = world.held[name];
  if (flight === undefined) return yield* nothingHeld(scene, world, name);
  const { [name]: _, ...held } = world.held;
  return yield* once(deliver(scene, { ...world, held }, flight));
}

/** The line with `held` did not take a segment, or it was released before. */
function* nothingHeld(scene: Scene, world: World, name: string): Run {
  return yield* once(
    judged(scene, world, {
      ok: false,
      line: scene.line,
      message: say('no segment {0} is held', name),
      expected: `${name} held`,
      actual: 'nothing',
    }),
  );
}

function* replay(scene: Scene, world: World, name: string): Run {
  const flight = world.captures[name];
  if (flight === undefined) {
    return yield* once(
      judged(scene, world, {
        ok: false,
        line: scene.line,
        message: say('no segment {0} was sent', name),
        expected: `${name} sent`,
        actual: 'nothing',
      }),
    );
  }
  return yield* once(deliver(scene, world, flight));
}

function* addRule(scene: Scene, world: World, { rule, line }: StatementOf<'rule'>): Run {
  const left = rule.count === 'all' ? Number.POSITIVE_INFINITY : evaluateNumber(world, rule.count);
  const by = rule.by === undefined ? 0 : evaluateNumber(world, rule.by);
  const rules = [...world.rules, { action: rule.action, left, segment: rule.segment, by, line }];
  const count = rule.count === 'all' ? 'all' : `next ${left}`;
  const segments = `${writeDirection(scene.scenario, rule.segment)} ${rule.segment.source}`.trimEnd();
  const text = say('from here on: {0} {1} {2}', rule.action, count, segments);
  return yield* once(moment(scene, { ...world, rules }, { kind: 'rule', text }));
}

// ---------------------------------------------------------------- time

function* wait(scene: Scene, world: World, { duration }: StatementOf<'wait'>): Run {
  const begun = begin(world, evaluateNumber(world, duration));
  const now = yield* passTime(scene, begun);
  return yield* tellEnd(scene, begun, now);
}

/** Ten minutes, in microseconds. */
const PATIENCE = 600_000_000;

function* waitUntil(scene: Scene, world: World, statement: StatementOf<'wait-until'>): Run {
  const { condition, within } = statement;
  const limit = within === undefined ? PATIENCE : evaluateNumber(world, within);
  const begun = begin(world, limit);
  const now = yield* passTime(
    scene,
    begun,
    (later) => holds(later, condition.expression) || nextHappening(later) === undefined,
  );
  if (holds(now, condition.expression)) return yield* tellEnd(scene, begun, now);
  const idle = nextHappening(now) === undefined;
  return yield* once(
    judged(scene, now, {
      ok: false,
      line: statement.line,
      message: idle
        ? say('the condition does not hold, and nothing is left to happen')
        : say('the condition does not hold within {0}', showDuration(limit)),
      expected: condition.source,
      actual: describe(scene.scenario, now, condition.expression),
    }),
  );
}

function* run(scene: Scene, world: World): Run {
  const now = yield* drain(scene, world);
  return yield* tellEnd(scene, world, now);
}

const begin = (world: World, duration: number): World =>
  world.until === undefined ? { ...world, until: world.time + Math.max(0, duration) } : world;

/** Time passed after the last event, or nothing happened at all: an event says so. */
function* tellEnd(scene: Scene, begun: World, now: World): Run {
  if (now.events !== begun.events && now.time === now.lastEventAt) return now;
  return yield* once(moment(scene, now, { kind: 'wait', text: say('time passes until {0}', showDuration(now.time)) }));
}

// ---------------------------------------------------------------- judgments

function* expectNo(scene: Scene, world: World, statement: StatementOf<'expect-no'>): Run {
  const { segment, during, line } = statement;
  const refuse = (now: World, flight: Flight): Moment =>
    judged(scene, now, {
      ok: false,
      line,
      message: say('a segment {0} that must not be', writeDirection(scene.scenario, segment)),
      expected: `no ${writeDirection(scene.scenario, segment)} ${segment.source}`.trimEnd(),
      actual: writeSegment(now, flight.from, flight.segment),
    });
  const matching = (now: World): Flight | undefined =>
    onWire(now, segment.from).find((flight) => differences(now, segment, flight.segment).length === 0);
  const begun = during === undefined ? world : begin(world, evaluateNumber(world, during));
  // What was sent while time passed is on the wire for an instant at least: it is looked for after every event.
  let found = matching(begun);
  const now =
    during === undefined || found !== undefined
      ? begun
      : yield* passTime(scene, begun, (later) => {
          found = matching(later);
          return found !== undefined;
        });
  if (found !== undefined) return yield* once(refuse(now, found));
  const source = `no ${writeDirection(scene.scenario, segment)} ${segment.source}`.trimEnd();
  return yield* once(judged(scene, now, { ok: true, line, message: say('holds'), expected: source, actual: source }));
}

function* watch(scene: Scene, world: World, statement: Watch): Run {
  const watches = [...world.watches, statement];
  const source =
    statement.kind === 'never-segment'
      ? `${writeDirection(scene.scenario, statement.segment)} ${statement.segment.source}`.trimEnd()
      : statement.condition.source;
  const kind = statement.kind === 'never-segment' ? 'never' : statement.kind;
  return yield* once(
    moment(scene, { ...world, watches }, { kind: 'rule', text: say('from here on: {0} {1}', kind, source) }),
  );
}
