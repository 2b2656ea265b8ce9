// What an installed extension consists of: the files of its package and no other.
import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { Missing, ROOT } from './cached.mjs';

/** From the project's folder on. */
export function packagedFiles() {
  const script = path.join(ROOT, 'scripts/package.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--list'], { encoding: 'utf8' });
  if (status !== 0) throw new Missing(`The packager does not say what it would pack:\n${stderr}`);
  return stdout.trim().split('\n');
}

/** Puts these files into a folder, each where it belongs. */
export function copyFiles(files, folder) {
  for (const file of files) cpSync(path.join(ROOT, file), path.join(folder, file), { recursive: true });
}
