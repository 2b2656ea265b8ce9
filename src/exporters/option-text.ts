/** The options of a peer and of a path as the scenario language writes them, but for those that have their default. */
import { DEFAULT_PATH } from '../program/paths';
import type { Path, Peer } from '../program/program';
import { DEFAULT_OPTIONS, type TcpOptions } from '../tcp/options';
import { showDuration } from '../trace/duration';

const onOff = (value: boolean): string => (value ? 'on' : 'off');
const durationOrOff = (value: number | undefined): string => (value === undefined ? 'off' : showDuration(value));
const percentage = (value: number): string => `${Number((value * 100).toPrecision(12))}%`;

type Written<T> = { readonly [K in keyof T]-?: readonly [name: string, write: (value: T[K]) => string] };

const PEER: Written<TcpOptions> = {
  mss: ['mss', String],
  window: ['window', String],
  wscale: ['wscale', String],
  nagle: ['nagle', onOff],
  delayedAck: ['delayed-ack', durationOrOff],
  msl: ['msl', showDuration],
  rtoInitial: ['rto-initial', showDuration],
  rtoMin: ['rto-min', showDuration],
  rtoMax: ['rto-max', showDuration],
  synRetries: ['syn-retries', String],
  retries: ['retries', String],
  userTimeout: ['user-timeout', durationOrOff],
  congestion: ['congestion', String],
  initialWindow: ['initial-window', String],
  read: ['read', String],
  challengeAck: ['challenge-ack', onOff],
  rfc1337: ['rfc1337', onOff],
  timewaitReuse: ['timewait-reuse', onOff],
  synFin: ['syn-fin', String],
};

const PATH: Written<Path> = {
  delay: ['delay', ({ from, to }) => (from === to ? showDuration(from) : `${showDuration(from)}..${showDuration(to)}`)],
  bandwidth: ['bandwidth', (value) => (value === undefined ? 'off' : `${value}bps`)],
  mtu: ['mtu', String],
  loss: ['loss', percentage],
  duplicate: ['duplicate', percentage],
  reorder: ['reorder', percentage],
  corrupt: ['corrupt', percentage],
};

function changed<T extends object>(written: Written<T>, value: T, usual: T): readonly string[] {
  const names = Object.keys(written) as (keyof T)[]; // a `Written` has the keys of T and no other
  return names.flatMap((key) => {
    const [name, write] = written[key];
    const text = write(value[key]);
    return text === write(usual[key]) ? [] : [`${name}=${text}`];
  });
}

/** `iss=300`, `mss=1460`, `delayed-ack=200ms`. */
export function peerOptions({ iss, options }: Peer): readonly string[] {
  const numbers = iss.join(',');
  return [...(numbers === '0' ? [] : [`iss=${numbers}`]), ...changed(PEER, options, DEFAULT_OPTIONS)];
}

/** The delay always, for it says when everything arrives. */
export function pathOptions(path: Path): readonly string[] {
  const delay = `delay=${PATH.delay[1](path.delay)}`;
  return [delay, ...changed(PATH, path, DEFAULT_PATH).filter((text) => text !== delay)];
}
