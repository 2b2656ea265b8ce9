/** A file of 1,000 lines read, and one edit in it; beside splitting it into words. */
import { readFileSync } from 'node:fs';
import { parse, reparse } from '../src/language/document';
import { type Figure, median, milliseconds } from './figure';

const LINES = 1_000;

/** Every line differs, so that none is shared. */
function text(): string {
  const lines = readFileSync('examples/handshake-and-close.tcpscn', 'utf8').trimEnd().split('\n');
  return Array.from({ length: LINES }, (_, n) => `${lines[n % lines.length]}  # ${n}`).join('\n');
}

export function parsing(): readonly Figure[] {
  const whole = text();
  const words = median(() => whole.split('\n').map((line) => line.split(/\s+/)), 21);
  const read = median(() => parse(whole), 21);
  const document = parse(whole);
  const lines = whole.split('\n');
  const edited = lines.with(500, 'client -> server  ACK seq=1 ack=1 len=77').join('\n');
  const edit = median(() => reparse(document, edited), 21);
  const baseline = `split into words, ${milliseconds(words)}`;
  return [
    { name: '1,000 lines parsed', value: milliseconds(read), baseline, ratio: read / words },
    { name: 'one edit in 1,000 lines', value: milliseconds(edit), baseline, ratio: edit / words },
  ];
}
