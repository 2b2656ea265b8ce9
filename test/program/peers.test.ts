import assert from 'node:assert/strict';
import { DEFAULT_OPTIONS } from '../../src/tcp/options';
import { scenario } from './page';

const names = (...lines: readonly string[]) => scenario(...lines).peers.map((peer) => peer.name);

describe('the peers of a scenario', () => {
  it('are client and server unless they are declared', () => {
    assert.deepEqual(names('run'), ['client', 'server']);
    assert.deepEqual(names('peer server', 'run'), ['server', 'client']);
    assert.deepEqual(names('peer bob', 'peer alice', 'run'), ['bob', 'alice']);
  });

  it('one of them declared, the other is client or server, whichever the scenario speaks of', () => {
    assert.deepEqual(names('peer remote scripted', 'server listen', 'remote -> server SYN'), ['remote', 'server']);
    assert.deepEqual(names('peer remote scripted', 'expect client CLOSED'), ['remote', 'client']);
    assert.deepEqual(names('peer remote scripted', 'run'), ['remote', 'client']);
  });

  it('have every option of the defaults', () => {
    const [client] = scenario('run').peers;
    assert.deepEqual(client, {
      name: 'client',
      address: undefined,
      kind: 'tcp',
      iss: [0],
      options: DEFAULT_OPTIONS,
      announced: {},
    });
  });

  it('have the options of all their lines, the last word counting', () => {
    const [client, server] = scenario(
      'peer client 10.0.0.1:49152 iss=300,#400,random mss=1460 window=64KiB wscale=7',
      'peer server :80 nagle=off delayed-ack=200ms msl=0s user-timeout=30s congestion=none read=manual',
      'peer client wscale=off challenge-ack=off syn-fin=drop timewait-reuse=on rfc1337=on',
      'peer server rto-initial=3s rto-min=200ms rto-max=2min retries=3 syn-retries=0 initial-window=2 delayed-ack=off',
      'run',
    ).peers;
    assert.equal(client.address, '10.0.0.1:49152');
    assert.deepEqual(client.iss, [300, 400, 'random']);
    assert.deepEqual(client.options, {
      ...DEFAULT_OPTIONS,
      mss: 1460,
      window: 65_536,
      challengeAck: false,
      synFin: 'drop',
      timewaitReuse: true,
      rfc1337: true,
    });
    assert.equal(server.address, ':80');
    assert.deepEqual(server.options, {
      ...DEFAULT_OPTIONS,
      nagle: false,
      msl: 0,
      userTimeout: 30_000_000,
      congestion: 'none',
      read: 'manual',
      rtoInitial: 3_000_000,
      rtoMin: 200_000,
      rtoMax: 120_000_000,
      retries: 3,
      synRetries: 0,
      initialWindow: 2,
    });
  });

  it('are shared by scenarios, each of which can add to them', () => {
    const text = ['peer client mss=1000', 'scenario "a"', 'peer client mss=536 nagle=off', 'run'];
    const { peers } = scenario(...text);
    assert.equal(peers[0].options.mss, 536);
    assert.equal(peers[0].options.nagle, false);
  });

  it('announce, if scripted, the options that their lines give', () => {
    const [a, b] = scenario('peer a scripted mss=1460 wscale=7', 'peer b mss=1460', 'run').peers;
    assert.equal(a.kind, 'scripted');
    assert.deepEqual(a.announced, { mss: 1460, wscale: 7 });
    assert.equal(b.kind, 'tcp');
    assert.deepEqual(b.announced, {});
    assert.deepEqual(scenario('peer a scripted wscale=off', 'run').peers[0].announced, {});
  });
});
