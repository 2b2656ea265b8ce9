/**
 * What can be checked, for the Testing view: files, and in them scenarios.
 *
 * Rule 1: files are found without an editor, when the view asks for the first time; from then on the list follows the
 *         workspace. What is open is in it in any case, saved or not.
 * Rule 2: a scenario is known by its name, so that it stays the same item when its lines move.
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
import { scenarioFiles, watchScenarioFiles } from './scenario-files';
import { openDocument, textOf } from './texts';

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
  let discovery: Promise<void> | undefined;
  const watchers: Disposable[] = [];

  const itemOf = (uri: Uri): TestItem => {
    const id = uri.toString();
    const known = controller.items.get(id);
    if (known !== undefined) return known;
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
      item.error = error instanceof Error ? error.message : String(error);
    }
  };

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

  async function findAll(token?: CancellationToken): Promise<void> {
    watchers.push(...watchScenarioFiles(changed, gone));
    const files = await scenarioFiles(token);
    const items = files.map(itemOf);
    const waiting = items.values();
    const reader = async (): Promise<void> => {
      for (const item of waiting) await read(item);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, reader));
  }

  const discover = (token?: CancellationToken): Promise<void> => {
    discovery ??= findAll(token);
    return discovery;
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
      for (const watcher of watchers.splice(0)) watcher.dispose();
      discovery = undefined;
      controller.items.replace([]);
      for (const document of workspace.textDocuments) opened(document);
      await discover(token);
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
      for (const subscription of [...watchers, ...subscriptions]) subscription.dispose();
    },
  };
}

/** Not what a comparison shows of the past, nor what we show ourselves. */
const isOurs = ({ scheme }: Uri): boolean =>
  scheme === 'untitled' || workspace.fs.isWritableFileSystem(scheme) === true;
