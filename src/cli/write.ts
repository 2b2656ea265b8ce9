/**
 * Writes a file as a whole or not at all: into a file beside it, which then takes its place.
 *
 * Rule: a link stays a link, and the file keeps its permissions; what is no regular file (a device, a pipe) is written to.
 */
import { access, constants, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Piece } from './io';

/** Throws the operating system's error if the file cannot be written; its old text is then still there. */
export async function writeWhole(file: string, pieces: Iterable<Piece>): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const old = await stat(target).catch(() => undefined);
  if (old !== undefined && !old.isFile()) return writeFile(target, pieces);
  if (old !== undefined) await access(target, constants.W_OK);
  const beside = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
  try {
    await writeFile(beside, pieces, { flag: 'wx', mode: old?.mode ?? 0o666 });
    await rename(beside, target);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) await rm(beside, { force: true });
    throw error;
  }
}
