/**
 * What can be checked, for the Testing view: files, and in them scenarios.
 *
 * Rule 1: files are found without an editor, when the view asks for the first time; from then on the list follows the
 *         workspace. What is open is in it in any case, saved or not.
 * Rule 2: a folder that may not be read is in it too, with the reason: nobody knows what is in there.
 * Rule 3: a scenario is known by its name, so that it stays the same item when its lines move.
 */
import {
  type CancellationToken,
  type Disposable,
  type Event,
  EventEmitter,
  type TestController,
  type TestItem,
  TestTag,
  type TextDocument,
  type Uri,
  workspace,
} from 'vscode';
import { contentsOf } from '../checks/contents';
import { parse } from '../language/document';
import { say } from '../words/sentence';
import { nameIn } from './check-file';
import type { Failures } from './failures';
import { isScenarioFile } from './language';
import { linesRange } from './places';
import type { Readings } from './readings';
import { lockedFolders, scenarioFiles, watchScenarioFiles } from './scenario-files';
import { openDocument, reasonOf, textOf } from './texts';
import { inWords } from './words';

export interface Items extends Disposable {
  /** Finds the files of the workspace, if that was not done yet. */
  readonly discover: (token?: CancellationToken) => Promise<void>;
  /** The item of a file, with its scenarios. */
  readonly file: (uri: Uri) => Promise<TestItem>;
  /** Takes the scenarios from a text of the file. */
  readonly take: (item: TestItem, text: string) => void;
  /** A file has another text, or is gone. */
  readonly onChange: Event<{ readonly uri: Uri; readonly isGone: boolean }>;
}

/** So many files are read at a time. */
const AT_ONCE = 16;

export function testItems(controller: TestController, readings: Readings, failures: Failures): Items {
  const changes = new EventEmitter<{ readonly uri: Uri; readonly isGone: boolean }>();
  let discovery: Promise<ReadonlySet<string>> | undefined;
  let isDisposed = false;
  const watchers: Disposable[] = [];

  const itemOf = (uri: Uri): TestItem => {
    const id = uri.toString();
    const old = controller.items.get(id);
    if (old !== undefined) return old;
    const item = controller.createTestItem(id, nameIn(uri), uri);
    item.canResolveChildren = true;
    controller.items.add(item);
    return item;
  };

  const take = (item: TestItem, text: string): void => {
    const { uri } = item;
    if (uri === undefined) return;
    const open = openDocument(uri);
    const document = open !== undefined && open.getText() === text ? readings.of(open).document : parse(text);
    const children = contentsOf(document, uri.path).map(({ name, line, end, tags }) => {
      const id = `${item.id}#${name}`;
      const child = item.children.get(id) ?? controller.createTestItem(id, name, uri);
      child.range = linesRange({ first: line - 1, last: end - 1 });
      child.tags = tags.map((tag) => new TestTag(tag));
      child.sortText = String(line).padStart(7, '0');
      return child;
    });
    item.children.replace(children);
    item.error = undefined;
  };

  const read = async (item: TestItem): Promise<void> => {
    if (item.uri === undefined) return;
    try {
      take(item, await textOf(item.uri));
    } catch (error) {
      item.error = inWords(reasonOf(error));
    }
  };

  /** All that is known, and was at this place or below it. */
  const goneAt = ({ path, scheme }: Uri): void => {
    for (const uri of known()) {
      if (uri.scheme === scheme && (uri.path === path || uri.path.startsWith(`${path}/`))) gone(uri);
    }
  };
  const known = (): readonly Uri[] => [...controller.items].flatMap(([, { uri }]) => uri ?? []);

  const gone = (uri: Uri): void => {
    const open = openDocument(uri);
    if (open === undefined) controller.items.delete(uri.toString());
    changes.fire({ uri, isGone: open === undefined });
  };
  const changed = (uri: Uri): void => {
    void failures.attempt(say('Listing the scenarios'), async () => {
      await read(itemOf(uri));
      changes.fire({ uri, isGone: false });
    });
  };

  /** The ids of what was found. */
  async function findAll(): Promise<ReadonlySet<string>> {
    watchers.push(...watchScenarioFiles(changed, goneAt));
    const locked = lockedFolders(() => isDisposed);
    const items = (await scenarioFiles()).map(itemOf);
    const waiting = items.values();
    const reader = async (): Promise<void> => {
      for (const item of waiting) await read(item);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, reader));
    for (const { folder, error } of await locked) {
      const item = itemOf(folder);
      item.error = inWords(reasonOf(error));
      items.push(item);
    }
    return new Set(items.map(({ id }) => id));
  }

  /** Many may wait for it: whoever wants it no more waits no longer, and it goes on. What failed is tried again. */
  const discover = async (token?: CancellationToken): Promise<void> => {
    discovery ??= findAll().catch((error) => {
      forget();
      throw error;
    });
    await Promise.race(token === undefined ? [discovery] : [discovery, cancelled(token)]);
  };

  const forget = (): void => {
    for (const watcher of watchers.splice(0)) watcher.dispose();
    discovery = undefined;
  };

  const opened = (document: TextDocument): void => {
    if (isScenarioFile(document) && isOurs(document.uri)) take(itemOf(document.uri), document.getText());
  };
  const closed = async ({ uri }: TextDocument): Promise<void> => {
    const item = controller.items.get(uri.toString());
    if (item === undefined) return;
    // Nothing is left of what was never saved.
    const exists = await workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (!exists || workspace.getWorkspaceFolder(uri) === undefined) gone(uri);
    else changed(uri);
  };
  for (const document of workspace.textDocuments) opened(document);
  const subscriptions = [
    changes,
    workspace.onDidOpenTextDocument(opened),
    workspace.onDidCloseTextDocument((document) => void closed(document)),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || !isScenarioFile(document) || !isOurs(document.uri)) return;
      opened(document);
      changes.fire({ uri: document.uri, isGone: false });
    }),
  ];
  controller.resolveHandler = async (item) => {
    await failures.attempt(say('Listing the scenarios'), () => (item === undefined ? discover() : read(item)));
  };
  controller.refreshHandler = async (token) => {
    await failures.attempt(say('Listing the scenarios'), async () => {
      forget();
      for (const document of workspace.textDocuments) opened(document);
      await discover(token);
      if (token.isCancellationRequested) return;
      const found = await discovery;
      for (const uri of known()) {
        if (found?.has(uri.toString()) !== true && openDocument(uri) === undefined) gone(uri);
      }
    });
  };
  return {
    discover,
    take,
    onChange: changes.event,
    async file(uri) {
      const item = itemOf(uri);
      await read(item);
      return item;
    },
    dispose() {
      isDisposed = true;
      for (const subscription of [...watchers, ...subscriptions]) subscription.dispose();
    },
  };
}

const cancelled = (token: CancellationToken): Promise<void> =>
  new Promise((resolve) => {
    if (token.isCancellationRequested) resolve();
    else token.onCancellationRequested(() => resolve());
  });

/** Not what a comparison shows of the past, nor what we show ourselves. */
const isOurs = ({ scheme }: Uri): boolean =>
  scheme === 'untitled' || workspace.fs.isWritableFileSystem(scheme) === true;
