/**
 * Folders that may not be read. The editor's search passes over them without a word, so they are looked for themselves.
 *
 * Rule: what is not searched for files (scenario-files.ts) is not looked into, and links are not followed.
 */

/** What a folder holds: each name, and whether it is a folder itself. */
export type Entry = readonly [name: string, isFolder: boolean];

export interface Unreadable<Folder> {
  readonly folder: Folder;
  readonly error: unknown;
}

/** So many folders are listed at a time. */
const AT_ONCE = 16;

/** Those below the roots, and the roots themselves; what is found until `isCancelled` says so. */
export async function unreadableFolders<Folder>(
  roots: readonly Folder[],
  list: (folder: Folder) => PromiseLike<readonly Entry[]>,
  childOf: (folder: Folder, name: string) => Folder,
  isCancelled: () => boolean,
): Promise<readonly Unreadable<Folder>[]> {
  const found: Unreadable<Folder>[] = [];
  const left = [...roots];
  const look = async (folder: Folder): Promise<void> => {
    try {
      for (const [name, isFolder] of await list(folder)) {
        if (isFolder && !name.startsWith('.') && name !== 'node_modules') left.push(childOf(folder, name));
      }
    } catch (error) {
      found.push({ folder, error });
    }
  };
  while (left.length > 0 && !isCancelled()) await Promise.all(left.splice(-AT_ONCE).map(look));
  return found;
}
