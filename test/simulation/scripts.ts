/** Scenarios that nobody would write: any statements in any order. Their expectations may fail; nothing else may. */
import fc from 'fast-check';

const anyPeer = fc.constantFrom('client', 'server');
const anyDirection = fc.constantFrom('client -> server', 'server -> client');
const anyFlags = fc.constantFrom('SYN', 'SYN+ACK', 'ACK', 'FIN+ACK', 'RST', 'RST+ACK', 'URG+ACK', 'SYN+FIN');

const anyCall = fc
  .tuple(
    anyPeer,
    fc.oneof(
      fc.constantFrom('listen', 'connect', 'close', 'abort', 'status', 'recv all', 'recv 100', 'crash'),
      fc.constantFrom('send 1', 'send 1000', 'send 20000', 'send "GET /" urgent'),
      fc.constantFrom('set read=manual', 'set read=auto', 'set window=100', 'set nagle=off', 'set iss=7', 'set msl=1s'),
    ),
  )
  .map(([peer, call]) => `${peer} ${call}`);

const anySegmentLine = fc
  .tuple(
    anyDirection,
    fc.constantFrom(
      '',
      ' lost',
      ' duplicated',
      ' corrupted',
      ' delayed 300ms',
      ' overtaking',
      ' underway',
      ' held as x',
    ),
  )
  .map(([direction, outcome]) => `${direction} ANY${outcome}`);

const anyInjection = fc
  .tuple(
    anyDirection,
    anyFlags,
    fc.constantFrom('', ' len=10', ' seq=1', ' seq=0', ' seq=-5', ' win=0', ' seq=1 len=2000'),
  )
  .map(([direction, flags, fields]) => `inject ${direction} ${flags}${fields}`);

const anyTime = fc.constantFrom(
  'wait 1ms',
  'wait 100ms',
  'wait 2s',
  'wait 5min',
  'run',
  'wait until client ESTABLISHED within 5s',
  'wait until server CLOSED within 1min',
  'handshake client -> server',
);

const anyMeddling = fc.constantFrom(
  'network loss=20%',
  'network client -> server delay=1ms..400ms reorder=10%',
  'network delay=0ms loss=0%',
  'drop next client -> server',
  'delay next 2 server -> client ANY by 500ms',
  'duplicate all client -> server ACK',
  'never client TIME_WAIT',
  'always client.snd.una <= client.snd.nxt',
  'finally client CLOSED',
  'expect no client -> server ANY for 300ms',
  'note "so far"',
);

const anyStatement = fc.oneof(
  { weight: 5, arbitrary: anyCall },
  { weight: 3, arbitrary: anySegmentLine },
  { weight: 2, arbitrary: anyInjection },
  { weight: 3, arbitrary: anyTime },
  { weight: 1, arbitrary: anyMeddling },
);

/** The lines of a scenario; it begins with an open connection more often than not. */
export const anyScript: fc.Arbitrary<readonly string[]> = fc
  .tuple(
    fc.constantFrom('peer client', 'peer client iss=4294967290 read=manual', 'peer client challenge-ack=off mss=100'),
    fc.constantFrom(
      'peer server',
      'peer server iss=4294967000 window=500',
      'peer server timewait-reuse=on delayed-ack=200ms',
    ),
    fc.constantFrom('handshake client -> server', 'handshake client -> server', 'server listen'),
    fc.array(anyStatement, { maxLength: 25 }),
  )
  .map(([client, server, begin, rest]) => [client, server, begin, ...rest.map(named)]);

/** A line that names its segment gives it a name of its own. */
const named = (line: string, index: number): string => line.replace(/ as x$/, ` as x${index}`);
