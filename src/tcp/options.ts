/** What can be set of one TCP endpoint. Durations are in microseconds, sizes in bytes. */
export interface TcpOptions {
  /** The MSS we announce and do not exceed; undefined: what the path carries (RFC 9293, 3.7.1). */
  readonly mss: number | undefined;
  /** The receive buffer. */
  readonly window: number;
  /** The shift we offer (RFC 7323, 2.2); undefined: the option is not sent. */
  readonly wscale: number | undefined;
  readonly nagle: boolean;
  /** How long an acknowledgment may wait (RFC 9293, 3.8.6.3); undefined: never. */
  readonly delayedAck: number | undefined;
  readonly msl: number;
  readonly rtoInitial: number;
  readonly rtoMin: number;
  readonly rtoMax: number;
  /** Retransmissions of a SYN before the connection is given up (R2 of RFC 9293, 3.8.3). */
  readonly synRetries: number;
  /** The same for everything else. */
  readonly retries: number;
  readonly userTimeout: number | undefined;
  readonly congestion: 'none' | 'reno' | 'newreno';
  /** In segments (RFC 6928). */
  readonly initialWindow: number;
  readonly read: 'auto' | 'manual';
  /** RFC 5961; false is RFC 793. */
  readonly challengeAck: boolean;
  readonly rfc1337: boolean;
  readonly timewaitReuse: boolean;
  readonly synFin: 'process' | 'drop';
}

const SECOND = 1_000_000;
const MINUTE = 60 * SECOND;

export const DEFAULT_OPTIONS: TcpOptions = {
  mss: undefined,
  window: 65_535,
  wscale: undefined,
  nagle: true,
  delayedAck: undefined,
  msl: 2 * MINUTE, // RFC 9293, 3.4.2
  rtoInitial: 1 * SECOND, // RFC 6298, (2.1)
  rtoMin: 1 * SECOND, // RFC 6298, (2.4)
  rtoMax: 60 * SECOND, // RFC 6298, (2.5)
  synRetries: 7, // R2 of at least 3 minutes: RFC 9293, 3.8.3, MUST-23
  retries: 15,
  userTimeout: undefined,
  congestion: 'newreno',
  initialWindow: 10, // RFC 6928
  read: 'auto',
  challengeAck: true,
  rfc1337: false,
  timewaitReuse: false,
  synFin: 'process',
};
