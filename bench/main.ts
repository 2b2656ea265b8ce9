/**
 * Prints every figure and its ratio to a baseline of the same run: `npm run bench`. With `-- --requests 1000000` it asks
 * the debug adapter so many things that make no sense, and measures nothing else.
 */
import { bulkTransfer } from './bulk-transfer';
import { debugging } from './debugger';
import { activation, keystroke, packageSize } from './extension';
import type { Figure } from './figure';
import { panel } from './panel';
import { parsing } from './parsing';
import { askNonsense } from './requests';
import { manyFiles, smallFiles } from './small-files';
import { timeline } from './timeline';

const BENCHES: readonly (() => Figure | readonly Figure[] | Promise<readonly Figure[]>)[] = [
  parsing,
  smallFiles,
  manyFiles,
  bulkTransfer,
  timeline,
  debugging,
  keystroke,
  activation,
  packageSize,
  panel,
];

async function main([option, count]: readonly string[]): Promise<void> {
  if (option === '--requests') {
    console.log(await askNonsense(Number(count)));
    return;
  }
  for (const bench of BENCHES) {
    for (const { name, value, baseline, ratio } of [await bench()].flat()) {
      const times = ratio >= 10 ? Math.round(ratio) : ratio.toFixed(1);
      console.log(`${name.padEnd(40)} ${value.padStart(20)}   ${times} x ${baseline}`);
    }
  }
}

void main(process.argv.slice(2));
