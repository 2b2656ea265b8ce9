import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCapture } from '../../src/importers/capture';
import { importBytes } from '../../src/importers/import';
import { segmentOf } from '../../src/importers/packet';
import { render } from '../../src/words/sentence';
import { capture } from '../exporters/blocks';
import { played } from '../exporters/played';
import { ipv4, ipv6, OPENED, pcap, type Shot } from './packets';

const refusal = (bytes: Uint8Array): string => {
  const imported = importBytes(bytes);
  return imported.kind === 'refused' ? render(imported.reason) : 'imported';
};

const seen = (bytes: Uint8Array) =>
  (readCapture(bytes)?.packets ?? []).map((packet) => {
    const { time, source, destination, header, length } = segmentOf(packet) ?? {};
    return [time, source, destination, header?.seq, header?.options.mss, length].join(' ');
  });

const TEXT: Shot = { time: 1_500_000, from: 's', flags: 'PSH+ACK', seq: 7, ack: 8, len: 5 };
const SEEN = ['0 10.0.0.1:49152 10.0.0.2:80 999 1000 0', '1500000 10.0.0.2:80 10.0.0.1:49152 7  5'];
const [SYN] = OPENED;
const SHOTS = SYN === undefined ? [] : [SYN, TEXT];

describe('a capture', () => {
  it('is read in both byte orders, with microseconds and with nanoseconds', () => {
    for (const big of [false, true]) {
      for (const nano of [false, true]) assert.deepEqual(seen(pcap(SHOTS, { big, nano })), SEEN, `${big} ${nano}`);
    }
  });

  it('is read whatever link its packets begin with', () => {
    const before = (head: string) => (shot: Shot) => Buffer.concat([Buffer.from(head, 'hex'), ipv4(shot)]);
    const mac = '0a0b0c0d0e0f010203040506';
    const links: readonly (readonly [string, number, (shot: Shot) => Buffer])[] = [
      ['raw IP', 101, ipv4],
      ['raw IP of OpenBSD', 14, ipv4],
      ['IPv4', 228, ipv4],
      ['Ethernet', 1, before(`${mac}0800`)],
      ['Ethernet with two VLAN tags', 1, before(`${mac}88a80001810000020800`)],
      ['Ethernet with padding', 1, (shot) => Buffer.concat([before(`${mac}0800`)(shot), Buffer.alloc(6)])],
      ['loopback of BSD', 0, before('02000000')],
      ['Linux cooked', 113, before(`0000000100060a0b0c0d0e0f00000800`)],
      ['Linux cooked, version 2', 276, before(`0800000000000001000100060a0b0c0d0e0f0000`)],
    ];
    for (const [name, link, packet] of links) assert.deepEqual(seen(pcap(SHOTS, { link, packet })), SEEN, name);
  });

  it('is read over IPv6, its extension headers passed over', () => {
    const expected = [
      '0 [2001:db8::1]:49152 [2001:db8:0:1::2]:80 999 1000 0',
      '1500000 [2001:db8:0:1::2]:80 [2001:db8::1]:49152 7  5',
    ];
    assert.deepEqual(seen(pcap(SHOTS, { link: 229, packet: ipv6 })), expected);
    const withOptions = (shot: Shot): Buffer => {
      const bytes = ipv6(shot);
      bytes[6] = 0;
      bytes.writeUInt16BE(bytes.readUInt16BE(4) + 16, 4);
      return Buffer.concat([
        bytes.subarray(0, 40),
        Buffer.from('3c00010400000000', 'hex'),
        Buffer.from('0600010400000000', 'hex'),
        bytes.subarray(40),
      ]);
    };
    assert.deepEqual(seen(pcap(SHOTS, { packet: withOptions })), expected);
  });

  it('of Wireshark is read in both byte orders, with any resolution of time', () => {
    const little = capture(played('client connect\n'));
    assert.deepEqual(seen(little), ['0 192.0.2.1:49152 192.0.2.2:80 0 1460 0']);
    const words = (...values: readonly number[]) =>
      Buffer.concat(
        values.map((value) => Buffer.from([value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255])),
      );
    const block = (type: number, body: Buffer) =>
      Buffer.concat([words(type, body.length + 12), body, words(body.length + 12)]);
    const packet = ipv4(TEXT);
    const padded = Buffer.concat([packet, Buffer.alloc((4 - (packet.length % 4)) % 4)]);
    const file = Buffer.concat([
      block(0x0a0d0d0a, words(0x1a2b3c4d, 0x00010000, 0xffffffff, 0xffffffff)),
      block(1, Buffer.concat([words(101 << 16, 0), Buffer.from('0009000109000000', 'hex'), words(0)])),
      block(5, words(0, 0, 0)),
      block(6, Buffer.concat([words(0, 0, 1_500_000_000, packet.length, packet.length), padded])),
      block(3, Buffer.concat([words(packet.length), padded])),
    ]);
    assert.deepEqual(seen(file), [SEEN[1], SEEN[1]]);
  });

  it('that breaks off is read up to there', () => {
    const whole = pcap(OPENED);
    const imported = importBytes(whole.subarray(0, whole.length - 10));
    assert.equal(imported.kind, 'imported');
    if (imported.kind !== 'imported') return;
    assert.deepEqual(
      imported.choices.map(({ segments }) => segments),
      [2],
    );
    assert.equal(imported.remark && render(imported.remark), 'the capture is truncated at byte 144');
  });
});

describe('what is no capture of TCP', () => {
  it('is said', () => {
    const WRITTEN_BY = '"tcpdump -w FILE" writes one, and Wireshark saves other formats as one';
    assert.equal(refusal(new Uint8Array()), 'is empty');
    assert.equal(refusal(Buffer.from('GIF89a...\0')), `is no capture (pcap or pcapng); ${WRITTEN_BY}`);
    assert.equal(refusal(Uint8Array.of(0x1f, 0x8b, 8, 0)), 'is compressed (gzip); unpack it first');
    assert.equal(refusal(pcap([])), 'has no packet inside');
  });

  it('is said of one without segments, with what is in it instead', () => {
    const before = 'and nothing before it is a TCP segment';
    assert.equal(refusal(pcap([]).subarray(0, 10)), `the capture is truncated at byte 10, ${before}`);
    assert.equal(refusal(pcap(SHOTS).subarray(0, 50)), `the capture is truncated at byte 24, ${before}`);
    assert.equal(
      refusal(pcap(SHOTS, { link: 147 })),
      'has packets of link type 147, which cannot be read; these can: Ethernet, Linux cooked, loopback, raw IP',
    );
    assert.equal(refusal(pcap(SHOTS, { link: 1 })), `has no TCP segment inside, only other packets (${SHOTS.length})`);
    const file = capture(played('client connect\n'));
    assert.equal(refusal(file.subarray(0, 30)), `the capture is truncated at byte 0, ${before}`);
    const wrong = Buffer.from(file);
    wrong.writeUInt32LE(13, 4);
    assert.equal(refusal(wrong), `the capture breaks its own rules at byte 0, ${before}`);
  });

  it('is never a fault of ours, whatever the bytes are', () => {
    const text = (bytes: Uint8Array): void => {
      const imported = importBytes(bytes);
      if (imported.kind !== 'imported') return;
      for (const { drafts } of imported.choices.slice(0, 3)) for (const draft of drafts) draft.text([]);
    };
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), text), { numRuns: 300 });
    const files = [
      pcap(OPENED),
      capture(played('handshake client -> server\nclient send 3000\nrun\nclient close\nrun\n')),
    ];
    const damage = fc.record({
      file: fc.constantFrom(...files),
      at: fc.double({ min: 0, max: 0.999, noNaN: true }),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
      cut: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(damage, ({ file, at, bytes, cut }) => {
        const damaged = Buffer.from(file);
        damaged.set(
          bytes.subarray(0, damaged.length - Math.floor(at * damaged.length)),
          Math.floor(at * damaged.length),
        );
        text(damaged.subarray(0, Math.ceil(cut * damaged.length)));
        text(damaged);
      }),
      { numRuns: 300 },
    );
  });
});
