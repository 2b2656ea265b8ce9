import assert from 'node:assert/strict';
import { check } from '../../src/checks/check';
import { importBytes } from '../../src/importers/import';
import { OPENED, pcap, type Shot } from './packets';

/** The first draft of the first connection, its statements alone. */
function drafted(shots: readonly Shot[], draft = 0): readonly string[] {
  const imported = importBytes(pcap(shots));
  assert.equal(imported.kind, 'imported');
  const text = imported.kind === 'imported' ? (imported.choices[0]?.drafts[draft]?.text([]) ?? '') : '';
  const [report] = check({ name: 'draft', text }).scenarios;
  assert.equal(report?.status, 'passed', text);
  return text.trimEnd().split('\n');
}

const statements = (lines: readonly string[]): readonly string[] =>
  lines.slice(lines.findIndex((line) => line.startsWith('scenario ')) + 1).map((line) => line.replace(/ +/g, ' '));

const HANDSHAKE = [
  'server listen',
  'client connect',
  'client -> server SYN seq=0 mss=1000',
  'server -> client SYN+ACK seq=0 ack=1 mss=1000',
  'client -> server ACK seq=1 ack=1',
];

/** All but the handshake. */
const later = (shots: readonly Shot[]): readonly string[] =>
  statements(drafted([...OPENED, ...shots])).filter((line) => !HANDSHAKE.includes(line));

const text = (time: number, seq: number, more: Partial<Shot> = {}): Shot => ({
  time,
  from: 'c',
  flags: 'ACK',
  seq,
  ack: 5000,
  len: 1000,
  ...more,
});
const ack = (time: number, number: number): Shot => ({ time, from: 's', flags: 'ACK', seq: 5000, ack: number });

describe('a captured connection', () => {
  it('becomes a scenario with both peers, their options and the delay', () => {
    assert.deepEqual(drafted(OPENED), [
      '# Imported from a capture: 10.0.0.1:49152 -> 10.0.0.2:80, 3 segments.',
      'peer client 10.0.0.1:49152 iss=999 mss=1000 window=65535',
      'peer server 10.0.0.2:80 iss=4999 mss=1000 window=65535',
      'network delay=10ms',
      '',
      'scenario "10.0.0.1:49152 -> 10.0.0.2:80"',
      'server listen',
      'client connect',
      'client -> server  SYN      seq=0 mss=1000',
      'server -> client  SYN+ACK  seq=0 ack=1 mss=1000',
      'client -> server  ACK      seq=1 ack=1',
    ]);
  });

  it('has the same delay wherever on the way it was captured', () => {
    const at = (client: number, server: number): readonly Shot[] =>
      OPENED.map((shot, index) => ({ ...shot, time: index === 0 ? 0 : index === 1 ? server : server + client }));
    for (const place of [at(0, 20_000), at(20_000, 0), at(5_000, 15_000)])
      assert.equal(drafted(place)[3], 'network delay=10ms');
  });

  it('has what was written at once as one call, and a pause before what came later', () => {
    const shots = [
      text(20_000, 1000),
      text(20_100, 2000),
      text(20_200, 3000, { flags: 'PSH+ACK', len: 10 }),
      ack(30_000, 2000),
      ack(30_100, 3000),
      ack(30_200, 3010),
      text(500_000, 3010, { flags: 'PSH+ACK', len: 5 }),
    ];
    assert.deepEqual(
      later(shots).filter((line) => !line.includes('->')),
      ['client send 2010', 'wait 459.8ms', 'client send 5'],
    );
  });

  it('has lost what was sent again without an answer', () => {
    const shots = [
      text(20_000, 1000, { flags: 'PSH+ACK' }),
      text(1_020_000, 1000, { flags: 'PSH+ACK' }),
      ack(1_030_000, 2000),
    ];
    assert.deepEqual(later(shots), [
      'client send 1000',
      'client -> server ACK seq=1..1001 ack=1 lost',
      'client -> server ACK seq=1..1001 ack=1',
      'server -> client ACK seq=1 ack=1001',
    ]);
  });

  it('has lost the answer if what was answered was sent again', () => {
    const shots = [
      text(20_000, 1000, { flags: 'PSH+ACK' }),
      ack(30_000, 2000),
      text(1_020_000, 1000, { flags: 'PSH+ACK' }),
      ack(1_030_000, 2000),
    ];
    assert.deepEqual(later(shots), [
      'client send 1000',
      'client -> server ACK seq=1..1001 ack=1',
      'server -> client ACK seq=1 ack=1001 lost',
      'client -> server ACK seq=1..1001 ack=1',
      'server -> client ACK seq=1 ack=1001',
    ]);
  });

  it('has lost what was never seen and is filled in later', () => {
    const shots = [
      text(20_000, 2000),
      text(20_100, 3000),
      text(20_200, 4000, { flags: 'PSH+ACK' }),
      ack(30_000, 1000),
      ack(30_100, 1000),
      ack(30_200, 1000),
      text(40_000, 1000),
      ack(50_000, 5000),
    ];
    assert.deepEqual(later(shots), [
      'client send 4000',
      'client -> server ACK seq=1..1001 ack=1 lost',
      'client -> server ACK seq=1001..2001 ack=1',
      'client -> server ACK seq=2001..3001 ack=1',
      'client -> server ACK seq=3001..4001 ack=1',
      'server -> client ACK seq=1 ack=1',
      'server -> client ACK seq=1 ack=1',
      'server -> client ACK seq=1 ack=1',
      'client -> server ACK seq=1..1001 ack=1',
      'server -> client ACK seq=1 ack=4001',
    ]);
  });

  it('has segments as the network has them where the card cut them up after the capture', () => {
    const shots = [
      text(20_000, 1000, { flags: 'PSH+ACK', len: 2500 }),
      ack(30_000, 2000),
      ack(30_000, 3000),
      ack(30_000, 3500),
    ];
    assert.deepEqual(later(shots).slice(0, 4), [
      'client send 2500',
      'client -> server ACK seq=1..1001 ack=1',
      'client -> server ACK seq=1001..2001 ack=1',
      'client -> server ACK seq=2001..2501 ack=1',
    ]);
  });

  it('has acknowledgments that wait where they were seen to wait', () => {
    const shots = [text(20_000, 1000, { flags: 'PSH+ACK', len: 5 }), ack(70_000, 1005)];
    const lines = drafted([...OPENED, ...shots]);
    assert.match(lines[2] ?? '', / delayed-ack=40ms$/);
  });

  it('has scripted peers with every field in its last draft', () => {
    assert.deepEqual(statements(drafted([...OPENED, text(20_000, 1000, { flags: 'PSH+ACK', len: 5, win: 512 })], 3)), [
      'client -> server SYN seq=0 win=65535 mss=1000',
      'server -> client SYN+ACK seq=0 ack=1 win=65535 mss=1000',
      'client -> server ACK seq=1 ack=1 win=65535',
      'client -> server PSH+ACK seq=1..6 ack=1 win=512',
    ]);
  });

  it('is scripted if the capture begins later, its first number counted as 1', () => {
    assert.deepEqual(drafted([text(20_000, 7000, { len: 5 }), ack(30_000, 7005)]), [
      '# Imported from a capture: 10.0.0.1:49152 -> 10.0.0.2:80, 2 segments.',
      '# The capture does not show how the connection was opened: its first number counts as 1.',
      'peer client 10.0.0.1:49152 scripted iss=6999',
      'peer server 10.0.0.2:80 scripted iss=4999',
      'network delay=10ms',
      '',
      'scenario "10.0.0.1:49152 -> 10.0.0.2:80"',
      'client -> server  ACK  seq=1..6 ack=1 win=65535',
      'server -> client  ACK  seq=1 ack=6 win=65535',
    ]);
  });

  it('is one of several, each from its SYN on', () => {
    const again = OPENED.map((shot) => ({
      ...shot,
      time: shot.time + 1_000_000,
      seq: shot.seq + 50_000,
      ...(shot.ack === undefined ? {} : { ack: shot.ack + 50_000 }),
    }));
    const imported = importBytes(pcap([...OPENED, ...OPENED.map((shot) => ({ ...shot, port: 5000 })), ...again]));
    assert.deepEqual(imported.kind === 'imported' && imported.choices.map(({ title, segments }) => [title, segments]), [
      ['10.0.0.1:49152 -> 10.0.0.2:80', 3],
      ['10.0.0.1:5000 -> 10.0.0.2:80', 3],
      ['10.0.0.1:49152 -> 10.0.0.2:80', 3],
    ]);
  });
});
