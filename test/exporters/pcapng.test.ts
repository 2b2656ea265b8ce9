import assert from 'node:assert/strict';
import { filesIn, runsOf } from '../scenarios';
import { blocksOf, capture, optionsAt, packetsOf, sumOf } from './blocks';
import { played } from './played';

const PEERS =
  'peer client 10.0.0.1:49152 iss=100 wscale=2 window=100000 mss=1000\npeer server 10.0.0.2:80 iss=300 wscale=0\n';
const OPEN = `${PEERS}handshake client -> server\n`;

/** What a packet says, in hexadecimal. */
const header = (tcp: Buffer): string => tcp.toString('hex').replace(/^(.{32}).{4}/, '$1____');

describe('the capture', () => {
  it('begins with its section and an interface for each peer', () => {
    const [section, first, second, ...packets] = blocksOf(capture(played(OPEN, 'Opened 打开')));
    assert.deepEqual(
      [section, first, second].map((block) => block?.type),
      [0x0a0d0d0a, 1, 1],
    );
    assert.equal(section?.body.toString('hex', 0, 16), '4d3c2b1a01000000ffffffffffffffff');
    const said = optionsAt(section?.body ?? Buffer.alloc(0), 16).map(([code, value]) => [code, value.toString()]);
    assert.deepEqual(said, [
      [1, 'Opened 打开'],
      [4, 'tcpscn'],
    ]);
    for (const [block, name] of [
      [first, 'client'],
      [second, 'server'],
    ] as const) {
      const body = block?.body ?? Buffer.alloc(0);
      assert.equal(body.readUInt16LE(0), 228); // LINKTYPE_IPV4
      assert.deepEqual(
        optionsAt(body, 8).map(([code, value]) => [code, code === 2 ? value.toString() : value.toString('hex')]),
        [
          [2, name],
          [9, '06'],
        ],
      );
    }
    assert.deepEqual(new Set(packets.map(({ type }) => type)), new Set([6]));
  });

  it('has every segment at the time and the peer of its sending, byte for byte', () => {
    const packets = packetsOf(capture(played(`${OPEN}client send "hi\\u00e9"\nrun\n`)));
    assert.deepEqual(
      packets.map(({ interface: at, time, tcp }) => [at, time, header(tcp)]),
      [
        [0, 0, 'c0000050 00000064 00000000 7002ffff ____0000 020403e8 03030200'],
        [1, 10_000, '0050c000 0000012c 00000065 7012ffff ____0000 020405b4 03030000'],
        [0, 20_000, 'c0000050 00000065 0000012d 501061a8 ____0000'],
        [0, 30_000, 'c0000050 00000065 0000012d 501861a8 ____0000 6869c3a9'],
        [1, 40_000, '0050c000 0000012d 00000069 5010fffb ____0000'],
      ].map(([at, time, text]) => [at, time, String(text).replace(/ /g, '')]),
    );
    const [syn] = packets;
    assert.equal(syn?.ip.toString('hex', 0, 10), '45000030000140004006');
    assert.equal(syn?.ip.toString('hex', 12), '0a0000010a000002');
  });

  it('has nothing but right checksums and lengths, in every example, and in a long transfer', () => {
    const files = [
      ...filesIn('examples'),
      ...['bulk-transfer-over-a-bad-network', 'window-scale'].map((name) => `test/scenarios/${name}.tcpscn`),
    ];
    let count = 0;
    for (const trace of files.flatMap(runsOf)) {
      for (const { ip, tcp, length } of packetsOf(capture(trace))) {
        assert.equal(length, 20 + tcp.length);
        assert.equal(ip.readUInt16BE(2), length);
        assert.equal(sumOf(ip), 0xffff);
        const pseudo = Buffer.concat([ip.subarray(12, 20), Buffer.of(0, 6, tcp.length >> 8, tcp.length & 255)]);
        assert.equal(sumOf(pseudo, tcp), 0xffff);
        count += 1;
      }
    }
    assert.ok(count > 300, `${count} packets`);
  });

  it('holds each segment once, whatever became of it, and says so', () => {
    const packets = packetsOf(
      capture(
        played(
          `${OPEN}client send 5\nclient -> server DATA lost\nclient -> server DATA corrupted\nclient -> server DATA duplicated\n` +
            'server -> client ACK held as a\nserver -> client ACK delayed 100ms\nrelease a\nclient send 1\ninject client -> server ACK seq=6 ack=1\n',
        ),
      ),
    );
    assert.deepEqual(
      packets.slice(3).map(({ time, comments }) => [time, ...comments]),
      [
        [30_000, 'lost: never arrives (event 7)'],
        [1_030_000, 'corrupted: arrives at 1.040 s with a wrong checksum and is discarded (event 9)'],
        [3_030_000, 'duplicated: arrives again at 3.040 s (event 12)'],
        [3_040_000, 'held: taken off the wire (event 13)', 'released: arrives at 3.040 s (event 15)'],
        [
          3_040_000,
          'delayed until 3.150 s (event 14, delayed by 100ms)',
          'under way: has not arrived when the scenario ends',
        ],
        [3_040_000, 'under way: has not arrived when the scenario ends'],
        [3_040_000, 'injected by the script'],
      ],
    );
  });

  it('says of a segment that no line named in time when it did arrive', () => {
    const text = `${OPEN}client send 5\nserver send 5\nserver -> client DATA\nserver send 5\nserver -> client DATA\nrun\n`;
    const said = packetsOf(capture(played(text))).flatMap(({ time, comments }) => comments.map((each) => [time, each]));
    assert.deepEqual(said, [
      [30_000, 'late: arrives at 1.040 s (event 13)'],
      [40_000, 'late: arrives at 1.040 s (event 14)'],
    ]);
  });

  it('takes hosts for documents where the peers have no IPv4 address, and ports where they have none', () => {
    const [syn] = packetsOf(capture(played('peer a [2001:db8::1]:5000\npeer b www.example.com:443\na connect\n')));
    assert.equal(syn?.ip.toString('hex', 12), 'c0000201c0000202');
    assert.equal(syn?.tcp.toString('hex', 0, 4), '138801bb');
    const [other] = packetsOf(capture(played('client connect\n')));
    assert.equal(other?.tcp.toString('hex', 0, 4), 'c0000050');
  });

  it('says the whole length of a segment that is too long to be kept', () => {
    const [packet] = packetsOf(capture(played('inject client -> server ACK seq=1 ack=1 len=300000\n')));
    assert.equal(packet?.length, 300_040);
    assert.equal(packet?.ip.readUInt16BE(2), 0);
    assert.equal((packet?.ip.length ?? 0) + (packet?.tcp.length ?? 0), 262_144);
  });

  it('writes the options of a scripted peer, its SACK blocks in the numbers of the other side', () => {
    const text = `peer client iss=1000\npeer server scripted\nclient connect\nclient -> server SYN
server -> client SYN+ACK seq=0 ack=1 mss=536 sackok tsval=7 tsecr=9
client -> server ACK
server -> client ACK seq=1 ack=1 sack=10..20\n`;
    const packets = packetsOf(capture(played(text)));
    assert.equal(packets[1]?.tcp.toString('hex', 20), '020402180402080a0000000700000009');
    assert.equal(packets[3]?.tcp.toString('hex', 20), '050a000003f2000003fc0000');
  });
});
