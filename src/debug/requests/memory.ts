/** Bytes for a hex view: of segments with their headers, and of buffers. */
import { number, optionalNumber, text } from '../arguments';
import { unknownMemory } from '../errors';
import { memoryOf, readBytes } from '../memory';
import type { Handler } from '../reply';
import { stoppedRun } from '../session';

/** More is not read at once. */
const MOST = 1 << 20;

export const readMemory: Handler = (session, args) => {
  const run = stoppedRun(session, 'readMemory');
  const memory = memoryOf(text(args, 'memoryReference'));
  const offset = optionalNumber(args, 'offset') ?? 0;
  const count = Math.max(0, number(args, 'count'));
  if (memory === undefined || memory.after > run.timeline.length) throw unknownMemory();
  const world = run.timeline.worldAt(memory.after);
  const piece = readBytes(run.program.scenario, world, memory, offset, Math.min(count, MOST));
  if (piece === undefined) throw unknownMemory();
  const { bytes } = piece;
  const missing = count - bytes.length;
  const body = {
    address: String(Math.max(0, offset)),
    ...(missing > 0 ? { unreadableBytes: missing } : {}),
    ...(bytes.length > 0 ? { data: btoa(bytes) } : {}),
  };
  return { body };
};
