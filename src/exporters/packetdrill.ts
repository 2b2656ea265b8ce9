/**
 * A trace as a script of packetdrill (https://github.com/google/packetdrill; Cardwell et al., "packetdrill: Scriptable
 * Network Stack Testing, from Sockets to Packets", USENIX ATC 2013): what one peer's sockets are told, what arrives there
 * (`<`), and what it is to send (`>`), so that a real stack can be asked whether it does the same.
 *
 * Rule 1: the script is that of the first peer that runs a TCP. What the other one does is seen in what arrives.
 * Rule 2: every time counts from the line before.
 * Rule 3: what packetdrill cannot say is a comment, and so is what does not reach the peer.
 */
import { visible } from '../trace/columns';
import { moment } from '../trace/duration';
import type { TraceEvent, TraceSegment } from '../trace/event';
import { failuresOf } from '../trace/judgments';
import { sectionsOf } from '../trace/sections';
import { statesPassed } from '../trace/states';
import type { Trace } from '../trace/trace';
import { render } from '../words/sentence';
import { windowField } from './packets';

interface Script {
  readonly name: string;
  readonly trace: Trace;
  /** What each peer's last SYN offered, by its name. */
  readonly shifts: Map<string, number | undefined>;
  /** The moment of the last line. */
  time: number;
  /** The descriptors: of the socket, of the connection, and the next one. */
  socket: number | undefined;
  connection: number | undefined;
  next: number;
}

/** The whole script; lines without their line breaks. */
export function* packetdrill(trace: Trace): Generator<string> {
  const { scenario, events } = trace;
  yield comment(scenario.name);
  const peer = scenario.peers.find(({ kind }) => kind === 'tcp');
  if (peer === undefined) {
    yield comment('Both peers are scripted: there is no TCP that could be asked.');
    return;
  }
  yield comment(`Seen from ${peer.name}. It reads what arrives as soon as it arrives, unless it says read().`);
  const script: Script = {
    name: peer.name,
    trace,
    shifts: new Map(),
    time: 0,
    socket: undefined,
    connection: undefined,
    next: 3,
  };
  for (const section of sectionsOf(trace)) {
    if (section.title !== undefined) yield* ['', comment(`== ${section.title} ==`)];
    for (const event of section.events) yield* lines(script, event);
  }
  const ended = events.at(-1)?.time ?? 0;
  if (ended > script.time) yield comment(`The scenario ends at ${moment(ended)}.`);
}

const comment = (text: string): string => `// ${visible(text)}`;

/** A line with its time: `+.01 < . 1:1(0) ack 1 win 1000`. */
function timed(script: Script, time: number, text: string): string {
  const passed = (time - script.time) / 1_000_000;
  script.time = time;
  return `+${passed === 0 ? '0' : String(Number(passed.toFixed(6))).replace(/^0\./, '.')} ${text}`;
}

// ---------------------------------------------------------------- events

function* lines(script: Script, event: TraceEvent): Generator<string> {
  for (const { from, flags, options } of event.sends)
    if (flags.split('+').includes('SYN')) script.shifts.set(from, options.wscale);
  if (event.peer === script.name || event.kind === 'note') yield* here(script, event);
  else yield* elsewhere(script, event);
  for (const { line, message } of failuresOf(event))
    yield comment(`line ${line} of the scenario failed: ${render(message)}`);
}

function* here(script: Script, event: TraceEvent): Generator<string> {
  const { kind, time, segment, text, sends, error } = event;
  if (kind === 'note' && text !== undefined) yield comment(render(text));
  if (kind === 'call') yield* called(script, event);
  if (kind === 'discard' && segment !== undefined)
    yield comment(`arrives with a wrong checksum: ${segmentText(segment, script)}`);
  if (kind === 'arrive' && segment !== undefined) yield timed(script, time, `< ${segmentText(segment, script)}`);
  if (kind === 'timer') yield comment(`the ${event.timer ?? ''} timer expires at ${moment(time)}`);
  if (error !== undefined && kind !== 'call') yield comment(`error: ${error}`);
  for (const sent of sends) yield timed(script, time, `> ${segmentText(sent, script)}`);
  const states = statesPassed(event);
  if (states.length > 0) yield comment(states.join(' -> '));
  if (states[0] === 'SYN_RCVD' && states.includes('ESTABLISHED') && script.connection === undefined) {
    script.connection = script.next++;
    yield timed(script, time, `accept(${script.socket ?? 3}, ..., ...) = ${script.connection}`);
  }
}

/** Of what happens to the other peer, or on the wire, only losses explain what the script shows. */
function* elsewhere(script: Script, { kind, segment }: TraceEvent): Generator<string> {
  if (kind === 'lost' && segment !== undefined)
    yield comment(`lost on the way from ${segment.from}: ${segmentText(segment, script)}`);
}

// ---------------------------------------------------------------- calls

function* called(script: Script, event: TraceEvent): Generator<string> {
  const { call = '', error, time } = event;
  const line = (text: string): string => timed(script, time, text);
  if (error !== undefined) {
    yield comment(`${call}: error: ${error}`);
    return;
  }
  const [verb, amount] = call.split(' ');
  const descriptor = script.connection ?? script.socket ?? 3;
  switch (verb) {
    case 'listen':
      yield* opened(script, time);
      yield line(`bind(${script.socket ?? 3}, ..., ...) = 0`);
      yield line(`listen(${script.socket ?? 3}, 1) = 0`);
      return;
    case 'connect':
      yield* opened(script, time);
      yield line(`fcntl(${script.socket ?? 3}, F_SETFL, O_RDWR|O_NONBLOCK) = 0`);
      yield line(`connect(${script.socket ?? 3}, ..., ...) = -1 EINPROGRESS (Operation now in progress)`);
      script.connection = script.socket;
      return;
    case 'send': {
      const length = lengthOf(call.slice('send '.length));
      const urgent = call.endsWith(' urgent');
      yield line(
        urgent
          ? `send(${descriptor}, ..., ${length}, MSG_OOB) = ${length}`
          : `write(${descriptor}, ..., ${length}) = ${length}`,
      );
      return;
    }
    case 'recv': {
      const read = received(event);
      if (read === 0) yield comment(`${call}: nothing is there yet`);
      else yield line(`read(${descriptor}, ..., ${amount === 'all' ? read : amount}) = ${read}`);
      return;
    }
    case 'close':
      // close() gives up receiving too: a stack would answer text with a reset (RFC 9293, 3.6.1).
      yield line(hearsMore(script, event) ? `shutdown(${descriptor}, SHUT_WR) = 0` : `close(${descriptor}) = 0`);
      return;
    case 'abort':
      yield line(`setsockopt(${descriptor}, SOL_SOCKET, SO_LINGER, {onoff=1, linger=0}, 8) = 0`);
      yield line(`close(${descriptor}) = 0`);
      return;
    default:
      yield comment(`${script.name} ${call}`);
  }
}

function* opened(script: Script, time: number): Generator<string> {
  if (script.socket !== undefined)
    yield comment('Another connection begins. packetdrill follows one: cut the script here.');
  script.socket = script.next++;
  script.connection = undefined;
  yield timed(script, time, `socket(..., SOCK_STREAM, IPPROTO_TCP) = ${script.socket}`);
  const { options } = script.trace.scenario.peers.find(({ name }) => name === script.name) ?? {};
  if (options?.mss !== undefined)
    yield timed(script, time, `setsockopt(${script.socket}, SOL_TCP, TCP_MAXSEG, [${options.mss}], 4) = 0`);
  if (options?.nagle === false)
    yield timed(script, time, `setsockopt(${script.socket}, SOL_TCP, TCP_NODELAY, [1], 4) = 0`);
}

/** Bytes of what `send` was given: a number, or a text as JSON. */
function lengthOf(amount: string): number {
  const given = amount.replace(/ urgent$/, '');
  return given.startsWith('"') ? new TextEncoder().encode(String(JSON.parse(given))).length : Number(given);
}

function received({ changes }: TraceEvent): number {
  const [before, after] = changes['received'] ?? [0, 0];
  return Number(after) - Number(before);
}

const hearsMore = (script: Script, { n }: TraceEvent): boolean =>
  script.trace.events.some(
    ({ n: later, kind, peer, segment }) =>
      later > n && kind === 'arrive' && peer === script.name && (segment?.len ?? 0) > 0,
  );

// ---------------------------------------------------------------- segments

const LETTERS: Readonly<Record<string, string>> = {
  SYN: 'S',
  FIN: 'F',
  RST: 'R',
  PSH: 'P',
  URG: 'U',
  ECE: 'E',
  CWR: 'W',
  ACK: '.',
};

/** `S. 0:0(0) ack 1 win 65535 <mss 1460>`: the numbers of text alone, SYN and FIN take none here. */
function segmentText(segment: TraceSegment, script: Script): string {
  const { flags, seq, ack, len, urg, from } = segment;
  const letters =
    flags
      .split('+')
      .map((name) => LETTERS[name] ?? '')
      .join('') || '-';
  const parts = [letters, `${seq >>> 0}:${(seq + len) >>> 0}(${len})`];
  if (ack !== undefined) parts.push(`ack ${ack >>> 0}`);
  // Which window a stack announces is its own choice; what arrives must have one.
  if (from !== script.name) parts.push(`win ${windowField(segment, script.shifts)}`);
  if (urg !== undefined) parts.push(`urg ${urg}`);
  const options = optionTexts(segment);
  if (options.length > 0) parts.push(`<${options.join(',')}>`);
  return parts.join(' ');
}

function optionTexts({ options }: TraceSegment): readonly string[] {
  const { mss, wscale, sackok, sack, tsval, tsecr } = options;
  return [
    ...(mss === undefined ? [] : [`mss ${mss}`]),
    ...(wscale === undefined ? [] : ['nop', `wscale ${wscale}`]),
    ...(sackok === undefined ? [] : ['nop', 'nop', 'sackOK']),
    ...(tsval === undefined && tsecr === undefined ? [] : ['nop', 'nop', `TS val ${tsval ?? 0} ecr ${tsecr ?? 0}`]),
    ...(sack === undefined
      ? []
      : ['nop', 'nop', `sack ${sack.map(([first, end]) => `${first >>> 0}:${end >>> 0}`).join(' ')}`]),
  ];
}
