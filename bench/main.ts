/** Prints every figure and its ratio to a baseline of the same run: `npm run bench`. */
import { bulkTransfer } from './bulk-transfer';
import { activation, keystroke, packageSize } from './extension';
import type { Figure } from './figure';
import { parsing } from './parsing';
import { manyFiles, smallFiles } from './small-files';
import { timeline } from './timeline';

const BENCHES: readonly (() => Figure | readonly Figure[])[] = [
  parsing,
  smallFiles,
  manyFiles,
  bulkTransfer,
  timeline,
  keystroke,
  activation,
  packageSize,
];

for (const bench of BENCHES) {
  for (const { name, value, baseline, ratio } of [bench()].flat()) {
    const times = ratio >= 10 ? Math.round(ratio) : ratio.toFixed(1);
    console.log(`${name.padEnd(40)} ${value.padStart(20)}   ${times} x ${baseline}`);
  }
}
