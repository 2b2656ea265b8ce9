// Folders of packages that are not the project's own: installed once from their lock file into `.vscode-test/`.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = path.dirname(fileURLToPath(import.meta.url));
export const ROOT = path.dirname(HERE);

/** Something that the machine lacks. The message says what, and how to go on. */
export class Missing extends Error {}

/**
 * The folder in which the packages of `scripts/NAME` are installed; `finish` does what has to follow.
 * It is installed anew when the lock file changes, and when an earlier attempt did not come to its end.
 */
export function installed(name, finish = () => {}) {
  const folder = path.join(ROOT, '.vscode-test', name);
  const done = path.join(folder, 'installed');
  const lock = readFileSync(path.join(HERE, name, 'package-lock.json'));
  const key = `${createHash('sha256').update(lock).digest('hex')} ${process.platform} ${process.arch}`;
  if (existsSync(done) && readFileSync(done, 'utf8') === key) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    cpSync(path.join(HERE, name, file), path.join(folder, file));
  npm(['ci'], folder);
  finish(folder);
  writeFileSync(done, key);
  return folder;
}

/** Runs npm without the packages' own scripts; `bin` is a folder whose programs come first. */
export function npm(args, cwd, bin) {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const separator = path.delimiter;
  const env = bin === undefined ? process.env : { ...process.env, PATH: `${bin}${separator}${process.env.PATH}` };
  const { status, error, stderr } = spawnSync('npm', [...args, ...quiet], {
    cwd,
    env,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status === 0) return;
  throw new Missing(
    `npm ${args.join(' ')} failed in ${cwd}:\n${error?.message ?? stderr.trim().split('\n').slice(0, 4).join('\n')}\n` +
      'These packages come from the npm registry; with "npm ping" you see whether it can be reached.',
  );
}
