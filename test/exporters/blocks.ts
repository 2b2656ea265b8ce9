/** Capture files taken apart for the tests, by other code than the project's own reader. */
import assert from 'node:assert/strict';
import { pcapng } from '../../src/exporters/pcapng';
import type { Trace } from '../../src/trace/trace';

export interface Block {
  readonly type: number;
  readonly body: Buffer;
}

export const capture = (trace: Trace): Buffer => Buffer.concat([...pcapng(trace)]);

/** The blocks of a little-endian file; each must say its length twice. */
export function blocksOf(file: Buffer): readonly Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < file.length; ) {
    const length = file.readUInt32LE(at + 4);
    assert.equal(length % 4, 0);
    assert.equal(file.readUInt32LE(at + length - 4), length);
    blocks.push({ type: file.readUInt32LE(at), body: file.subarray(at + 8, at + length - 4) });
    at += length;
  }
  return blocks;
}

/** `[code, value]` of the options that begin at an offset. */
export function optionsAt(body: Buffer, offset: number): readonly (readonly [number, Buffer])[] {
  const options: (readonly [number, Buffer])[] = [];
  for (let at = offset; ; ) {
    const [code, length] = [body.readUInt16LE(at), body.readUInt16LE(at + 2)];
    if (code === 0) {
      assert.equal(at + 4, body.length, 'the end of the options is the end of the block');
      return options;
    }
    options.push([code, body.subarray(at + 4, at + 4 + length)]);
    at += 4 + Math.ceil(length / 4) * 4;
  }
}

export interface Captured {
  readonly interface: number;
  readonly time: number;
  readonly length: number;
  readonly ip: Buffer;
  readonly tcp: Buffer;
  readonly comments: readonly string[];
}

export function packetsOf(file: Buffer): readonly Captured[] {
  return blocksOf(file).flatMap(({ type, body }) => {
    if (type !== 6) return [];
    const kept = body.readUInt32LE(12);
    const packet = body.subarray(20, 20 + kept);
    const comments = optionsAt(body, 20 + Math.ceil(kept / 4) * 4).flatMap(([code, value]) =>
      code === 1 ? [value.toString()] : [],
    );
    return [
      {
        interface: body.readUInt32LE(0),
        time: body.readUInt32LE(4) * 2 ** 32 + body.readUInt32LE(8),
        length: body.readUInt32LE(16),
        ip: packet.subarray(0, 20),
        tcp: packet.subarray(20),
        comments,
      },
    ];
  });
}

/** The sum of all words, carries added: all ones if a checksum among them is right. */
export function sumOf(...parts: readonly Buffer[]): number {
  let sum = 0;
  for (const part of parts) {
    const even = part.length % 2 === 0 ? part : Buffer.concat([part, Buffer.of(0)]);
    for (let at = 0; at < even.length; at += 2) sum += even.readUInt16BE(at);
  }
  while (sum > 0xffff) sum = (sum % 0x10000) + Math.floor(sum / 0x10000);
  return sum;
}
