/**
 * Finds and reads scenario files.
 *
 * Rule 1: a file is named as the user's path leads to it, with `/`, and files come in the order of the paths, those of
 *         a folder in code-unit order: the same on every machine.
 * Rule 2: hidden folders and `node_modules` are not searched, links to folders not followed.
 * Rule 3: what cannot be read is a value that says why, and keeps no other file from being read.
 */
import { type Dirent, readFileSync, statSync } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { STANDARD_INPUT } from '../checks/report';
import { type Decoded, decode, LARGEST, tooLarge } from '../checks/source';
import { isCapture } from '../importers/capture';
import { type Sentence, say } from '../words/sentence';
import type { Io } from './io';

export type Found =
  | { readonly kind: 'stdin'; readonly name: string }
  | { readonly kind: 'file'; readonly name: string; readonly path: string }
  | { readonly kind: 'unreadable'; readonly name: string; readonly reason: Sentence };

export type Content =
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array }
  | Extract<Found, { kind: 'unreadable' }>;

export type Source = Decoded & { readonly name: string };

/** The files that the paths lead to, each once. */
export async function findFiles(
  paths: readonly string[],
  cwd: string,
): Promise<{
  readonly found: readonly Found[];
  /** The paths that lead nowhere. */
  readonly missing: readonly string[];
  /** The folders that were searched, absolute. */
  readonly folders: readonly string[];
}> {
  const found = new Map<string, Found>();
  const missing: string[] = [];
  const folders: string[] = [];
  for (const name of paths) {
    if (name === '-') found.set('-', { kind: 'stdin', name: STANDARD_INPUT });
    else {
      const files = await filesAt(name, path.resolve(cwd, name), folders);
      if (files === undefined) missing.push(name);
      for (const file of files ?? []) if (!found.has(keyOf(file))) found.set(keyOf(file), file);
    }
  }
  return { found: [...found.values()], missing, folders };
}

const keyOf = (file: Found): string => (file.kind === 'file' ? file.path : `${file.kind} ${file.name}`);

/** Adds the folders that are searched to `folders`. */
async function filesAt(name: string, absolute: string, folders: string[]): Promise<readonly Found[] | undefined> {
  try {
    if (!(await stat(absolute)).isDirectory()) return [{ kind: 'file', name, path: absolute }];
  } catch (error) {
    if (isMissing(error)) return undefined;
    return [{ kind: 'unreadable', name, reason: reasonOf(error) }];
  }
  const files = await filesBelow(name === '.' ? '' : name.replace(/[\\/]+$/, ''), absolute, folders);
  return [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function filesBelow(name: string, absolute: string, folders: string[]): Promise<readonly Found[]> {
  folders.push(absolute);
  let entries: readonly Dirent[];
  try {
    entries = await readdir(absolute, { withFileTypes: true });
  } catch (error) {
    return [{ kind: 'unreadable', name: name || '.', reason: reasonOf(error) }];
  }
  const files: Found[] = [];
  for (const entry of entries) {
    const child = name === '' ? entry.name : `${name}/${entry.name}`;
    const below = path.join(absolute, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && entry.name !== 'node_modules') {
        files.push(...(await filesBelow(child, below, folders)));
      }
    } else if (entry.name.endsWith('.tcpscn') && !(entry.isSymbolicLink() && (await isFolder(below)))) {
      files.push({ kind: 'file', name: child, path: below });
    }
  }
  return files;
}

const isFolder = (absolute: string): Promise<boolean> =>
  stat(absolute).then(
    (stats) => stats.isDirectory(),
    () => false,
  );

/** The text of a file. */
export async function readSource(file: Found, io: Pick<Io, 'stdin'>): Promise<Source> {
  const content = await readContent(file, io);
  if (content.kind === 'unreadable') return content;
  const { name, bytes } = content;
  return isCapture(bytes)
    ? { kind: 'unreadable', name, reason: say('is a capture; "tcpscn import FILE" makes a scenario of it') }
    : { name, ...decode(bytes) };
}

/** The bytes of a file, whatever they are. */
export async function readContent(file: Found, io: Pick<Io, 'stdin'>): Promise<Content> {
  if (file.kind === 'unreadable') return file;
  const { name } = file;
  try {
    const bytes = file.kind === 'stdin' ? await io.stdin(LARGEST) : await readBytes(file.path);
    if (bytes.length <= LARGEST) return { kind: 'bytes', name, bytes };
    return { kind: 'unreadable', name, reason: tooLarge() };
  } catch (error) {
    return { kind: 'unreadable', name, reason: reasonOf(error) };
  }
}

/** The bytes of a file. Among thousands of small ones, waiting for each would take longer than everything else. */
async function readBytes(absolute: string): Promise<Uint8Array> {
  const stats = statSync(absolute);
  return stats.isFile() && stats.size <= LARGEST ? readFileSync(absolute) : readStream(absolute);
}

/** The first bytes, at most one more than the largest file has; pipes and devices may have no end. */
async function readStream(absolute: string): Promise<Uint8Array> {
  const handle = await open(absolute);
  try {
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of handle.createReadStream({ end: LARGEST, autoClose: false })) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > LARGEST) break;
    }
    return Buffer.concat(chunks);
  } finally {
    await handle.close();
  }
}

/** `FILE: is not a text file`. */
export const complaint = (file: { readonly name: string; readonly reason: Sentence }): Sentence =>
  say('{0}: {1}', file.name, file.reason);

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error
    ? String(error.code)
    : error instanceof Error
      ? error.message
      : String(error);

const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR';

/** Why the operating system refused, in words for the common reasons. */
export function reasonOf(error: unknown): Sentence {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return say('does not exist');
    case 'EACCES':
    case 'EPERM':
      return say('permission denied');
    case 'EISDIR':
      return say('is a folder, not a file');
    case 'ENOSPC':
      return say('no space is left on the device');
    case 'EROFS':
      return say('the file system is read-only');
    default:
      return say('the operating system says {0}', codeOf(error));
  }
}
