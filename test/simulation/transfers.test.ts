/**
 * Whatever the network does, below the limits at which TCP gives up: every byte is delivered, once and in order, and
 * both sides reach the states that the calls ask for.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stateOfPeer, tcpPeer } from '../../src/simulation/world';
import { byteLength, patternBytes, sameBytes } from '../../src/tcp/bytes';
import { lawsOfTransfer } from './laws';
import { failures, failureText, play } from './play';

const anyPercentage = (most: number) => fc.nat(most).map((percent) => `${percent}%`);
const anyDelay = fc.oneof(
  fc.nat(200).map((delay) => `${delay}ms`),
  fc.tuple(fc.nat(100), fc.nat(100)).map(([from, more]) => `${from}ms..${from + more}ms`),
);
const anyNetwork = fc.record({
  delay: anyDelay,
  loss: anyPercentage(15),
  duplicate: anyPercentage(15),
  reorder: anyPercentage(15),
  corrupt: anyPercentage(10),
  seed: fc.nat(1_000_000),
});

const anyPeer = fc.record({
  iss: fc.oneof(fc.integer({ min: 2 ** 32 - 20_000, max: 2 ** 32 - 1 }), fc.constant('random')),
  mss: fc.integer({ min: 50, max: 1460 }),
  window: fc.oneof(fc.integer({ min: 100, max: 3000 }), fc.integer({ min: 3000, max: 300_000 })),
  wscale: fc.oneof(fc.constant('off'), fc.nat(8)),
  nagle: fc.constantFrom('on', 'off'),
  'delayed-ack': fc.constantFrom('off', '200ms'),
  congestion: fc.constantFrom('none', 'reno', 'newreno'),
  'initial-window': fc.integer({ min: 1, max: 10 }),
});

const anyTransfer = fc.record({
  client: anyPeer,
  server: anyPeer,
  network: anyNetwork,
  // What each side sends, in pieces; some before the connection is open, the rest after.
  early: fc.tuple(fc.nat(2000), fc.nat(2000)),
  pieces: fc.array(fc.tuple(fc.constantFrom('client', 'server'), fc.integer({ min: 1, max: 6000 })), { maxLength: 6 }),
  simultaneous: fc.boolean(),
  pause: fc.constantFrom('0s', '50ms', '3s'),
  first: fc.constantFrom('client', 'server'),
  closing: fc.constantFrom('at once', 'one after the other'),
});
type Transfer = typeof anyTransfer extends fc.Arbitrary<infer T> ? T : never;

const options = (record: Readonly<Record<string, string | number>>): string =>
  Object.entries(record)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');

const other = (peer: string): string => (peer === 'client' ? 'server' : 'client');

function script(transfer: Transfer): readonly string[] {
  const { client, server, network, early, pieces, simultaneous, pause, first, closing } = transfer;
  // Limits that chance does not reach.
  const patience = 'retries=255 syn-retries=255 rto-max=4s';
  return [
    `peer client ${options(client)} ${patience}`,
    `peer server ${options(server)} ${patience}`,
    `network ${options(network)}`,
    simultaneous ? 'server connect' : 'server listen',
    'client connect',
    ...(early[0] > 0 ? [`client send ${early[0]}`] : []),
    'wait until client in ESTABLISHED and server in ESTABLISHED, CLOSE_WAIT within 60min',
    ...(early[1] > 0 ? [`server send ${early[1]}`] : []),
    ...pieces.flatMap(([peer, amount]) => [`${peer} send ${amount}`, `wait ${pause}`]),
    `${first} close`,
    ...(closing === 'at once' ? [] : [`wait until ${other(first)} CLOSE_WAIT within 600min`]),
    `${other(first)} close`,
    'wait until client in TIME_WAIT, CLOSED and server in TIME_WAIT, CLOSED within 600min',
    'wait until client CLOSED and server CLOSED within 600min',
    'expect client.error == "" and server.error == ""',
  ];
}

function sentBy({ early, pieces }: Transfer, peer: 'client' | 'server'): number {
  const sizes = pieces.filter(([sender]) => sender === peer).map(([, amount]) => amount);
  return sizes.reduce((sum, size) => sum + size, early[peer === 'client' ? 0 : 1]);
}

describe('a transfer over a network that loses, repeats, reorders, delays and damages', () => {
  it('delivers every byte once and in order, and leads both sides to CLOSED', () => {
    fc.assert(
      fc.property(anyTransfer, (transfer) => {
        const played = play(...script(transfer));
        assert.deepEqual(failures(played).map(failureText), []);
        lawsOfTransfer(played);
        for (const [index, sender] of [
          [1, 'client'],
          [0, 'server'],
        ] as const) {
          const { data } = tcpPeer(played.end, index).endpoint.history;
          const amount = sentBy(transfer, sender);
          assert.equal(byteLength(data), amount, `what ${sender} sent has arrived`);
          assert.ok(sameBytes(data, patternBytes(0, amount)), `what ${sender} sent has arrived in order`);
        }
        assert.deepEqual(played.end.peers.map(stateOfPeer), ['CLOSED', 'CLOSED']);
      }),
      { numRuns: 120 },
    );
  });
});

describe('a transfer to an application that reads when it likes', () => {
  const anySlowTransfer = fc.record({
    client: anyPeer,
    server: anyPeer,
    network: anyNetwork,
    amount: fc.integer({ min: 1, max: 8000 }),
    reads: fc.array(fc.tuple(fc.integer({ min: 1, max: 2000 }), fc.constantFrom('1ms', '300ms', '5s')), {
      maxLength: 12,
    }),
    closing: fc.boolean(),
  });

  it('delivers every byte once and in order, through windows that close and open again', () => {
    fc.assert(
      fc.property(anySlowTransfer, ({ client, server, network, amount, reads, closing }) => {
        const patience = 'retries=255 syn-retries=255 rto-max=4s';
        const played = play(
          `peer client ${options(client)} ${patience}`,
          `peer server ${options(server)} ${patience} read=manual`,
          `network ${options(network)}`,
          'server listen',
          'client connect',
          'wait until client ESTABLISHED and server in ESTABLISHED, SYN_RCVD within 60min',
          `client send ${amount}`,
          ...(closing ? ['client close'] : []),
          ...reads.flatMap(([bytes, pause]) => [`wait ${pause}`, `server recv ${bytes}`]),
          // From here on it reads as soon as there is something: no RECEIVE waits, so each takes what is there.
          'server recv all',
          'server set read=auto',
          `wait until server.received + server.readable == ${amount} within 600min`,
          'server recv all',
          `expect server.received == ${amount}`,
        );
        assert.deepEqual(failures(played).map(failureText), []);
        lawsOfTransfer(played);
        const { data } = tcpPeer(played.end, 1).endpoint.history;
        assert.ok(sameBytes(data, patternBytes(0, amount)), 'what was read is what was sent');
      }),
      { numRuns: 100 },
    );
  });
});
