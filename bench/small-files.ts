/** Many small scenario files checked by the command line, cold; beside a Node.js that does nothing, and in threads. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { elapsed, type Figure, middle, milliseconds } from './figure';

const FILE = `server listen
client connect
client -> server  SYN      seq=0
server -> client  SYN+ACK  seq=0 ack=1
client -> server  ACK      seq=1 ack=1
expect client ESTABLISHED and server ESTABLISHED
client send 100
client -> server  ACK      seq=1 ack=1 len=100
server -> client  ACK      seq=1 ack=101
client close
client -> server  FIN+ACK  seq=101 ack=1
server -> client  ACK      seq=1 ack=102
expect client FIN_WAIT_2 and server CLOSE_WAIT
`;

const check = (folder: string, ...more: readonly string[]): number =>
  elapsed(() => mustSucceed(['dist/cli.js', 'check', folder, ...more]));

export const smallFiles = (): Figure =>
  withFiles(1_000, (folder) => {
    const times = Array.from({ length: 3 }, () => check(folder));
    const idle = Array.from({ length: 3 }, () => elapsed(() => mustSucceed(['-e', '0'])));
    return {
      name: '1,000 small files checked, cold start',
      value: milliseconds(middle(times)),
      baseline: `node -e 0, ${milliseconds(middle(idle))}`,
      ratio: middle(times) / middle(idle),
    };
  });

/**
 * Two threads beside one: 0.5 would be all that two can do, on a machine with cores to spare. With one worker V8's own
 * threads, which compile and clean up, have a quarter of the work already, and each further worker compiles everything
 * for itself: a second of processor time. On two cores two workers therefore gain little with files as small as these.
 */
export const manyFiles = (): Figure =>
  withFiles(10_000, (folder) => {
    const one = Array.from({ length: 3 }, () => check(folder, '--workers', '1'));
    const two = Array.from({ length: 3 }, () => check(folder, '--workers', '2'));
    return {
      name: '10,000 small files checked, two workers',
      value: milliseconds(middle(two)),
      baseline: `one worker, ${milliseconds(middle(one))}`,
      ratio: middle(two) / middle(one),
    };
  });

function withFiles<T>(count: number, measure: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'tcpscn-bench-'));
  try {
    for (let n = 0; n < count; n += 1) writeFileSync(path.join(folder, `scenario-${n}.tcpscn`), FILE);
    return measure(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function mustSucceed(args: readonly string[]): void {
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}:\n${stdout}`);
}
