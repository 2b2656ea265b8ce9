/** Watches folders of this machine. Many changes in a short time are one: an editor that saves, a checkout. */
import { type FSWatcher, watch } from 'node:fs';
import type { FolderWatch } from './watch';

/** Milliseconds without a change, after which it is told. */
const QUIET = 50;

/** A folder that cannot be watched (gone, no permission) is left out: what it has is read whenever another changes. */
export function watchFolders(folders: readonly string[]): FolderWatch {
  let isDirty = false;
  let tell: (() => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  const onChange = (): void => {
    isDirty = true;
    if (tell === undefined) return;
    clearTimeout(timer);
    timer = setTimeout(tell, QUIET);
  };
  const watchers = folders.flatMap((folder) => watcherOf(folder, onChange) ?? []);
  return {
    changed: () =>
      new Promise((resolve) => {
        tell = () => {
          tell = undefined;
          isDirty = false;
          resolve(true);
        };
        if (isDirty) onChange();
      }),
    close() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}

function watcherOf(folder: string, onChange: () => void): FSWatcher | undefined {
  try {
    return watch(folder, onChange).on('error', onChange);
  } catch {
    return undefined;
  }
}
