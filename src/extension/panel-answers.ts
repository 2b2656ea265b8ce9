/** What a page of the panel asks for, done. */
import { commands, env, Uri, window, workspace } from 'vscode';
import { CLAUSES } from '../panel/clause';
import type { PageMessage, SavedAs } from '../panel/protocol';
import { type Sentence, say } from '../words/sentence';
import type { Exhibit } from './panel-exhibit';
import { type Written, written } from './panel-formats';
import { goToLine, type MomentLine } from './panel-lines';
import type { Page } from './panel-page';
import { keepSetting } from './settings';
import { fileName } from './texts';
import { inWords } from './words';

type Of<K extends PageMessage['kind']> = Extract<PageMessage, { readonly kind: K }>;

/** Looked at in the page, or shown in the editor. */
export function lookAt(exhibit: Exhibit, n: number, line: MomentLine): void {
  const { story, uri } = exhibit;
  // Where the debugger stands the editor shows it already.
  const isShown = story.subject.kind === 'run' && story.subject.source === 'debugger' && n === story.at;
  line.mark(uri, isShown ? undefined : story.events[n - 1]?.line);
}

export async function reveal({ story, uri }: Exhibit, n: number): Promise<void> {
  const line = story.events[n - 1]?.line;
  if (uri !== undefined && line !== undefined) await goToLine(uri, line);
}

export async function travel(exhibit: Exhibit, n: number, page: Page): Promise<void> {
  try {
    await exhibit.travel(n);
  } catch (error) {
    // The adapter says in a sentence why it cannot go there.
    page.tell({ kind: 'problem', sentence: given(error) });
  }
}

const given = (error: unknown): Sentence => say('{0}', error instanceof Error ? error.message : String(error));

/** One of the commands that the page was offered; nothing else is run. */
export async function act({ story: { subject }, uri }: Exhibit, command: string): Promise<void> {
  if (subject.kind !== 'nothing' || !subject.offers.some((offer) => offer.command === command)) return;
  const line = /^line (\d+)$/.exec(command)?.[1];
  if (line === undefined) await commands.executeCommand(command);
  else if (uri !== undefined) await goToLine(uri, Number(line) + 1);
}

export async function openClause({ url }: Of<'open'>): Promise<void> {
  if (url.startsWith(CLAUSES)) await env.openExternal(Uri.parse(url, true));
}

const PICTURES: Readonly<Record<SavedAs, Sentence>> = {
  svg: say('SVG picture'),
  png: say('PNG picture'),
};

export async function save({ as, name, content }: Of<'save'>, exhibit: Exhibit): Promise<void> {
  const bytes = as === 'png' ? bytesOf(content) : new TextEncoder().encode(content);
  await saveAs({ title: PICTURES[as], ending: as, bytes }, name, exhibit);
}

/** The run in one of the formats. */
export async function write({ format, to }: Of<'write'>, exhibit: Exhibit): Promise<void> {
  const trace = exhibit.trace();
  const made = trace && written(trace, format);
  if (made === undefined) return;
  if (to === 'clipboard') await copy(new TextDecoder().decode(made.bytes));
  else await saveAs(made, trace?.scenario.name ?? '', exhibit);
}

/** Asks where to, and writes. Nothing is written over without VS Code asking. */
async function saveAs({ title, ending, bytes }: Written, name: string, { uri }: Exhibit): Promise<void> {
  const isKept = uri !== undefined && uri.scheme !== 'untitled';
  const folder = isKept ? Uri.joinPath(uri, '..') : workspace.workspaceFolders?.[0]?.uri;
  const proposed = `${name.replace(/[\\/:*?"<>|]+/g, '-')}.${ending}`;
  const target = await window.showSaveDialog({
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, proposed) }),
    filters: { [inWords(title)]: [ending] },
  });
  if (target === undefined) return;
  await workspace.fs.writeFile(target, bytes);
  window.setStatusBarMessage(inWords(say('{0} is saved.', fileName(target))), 4_000);
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

export async function copy(text: string): Promise<void> {
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(inWords(say('Copied.')), 2_000);
}

/** How numbers and states are shown is a setting, for the whole extension. */
export async function keepSettings({ settings }: Of<'settings'>): Promise<void> {
  await keepSetting('sequenceNumbers', settings.numbers);
  await keepSetting('stateNames', settings.stateNames);
}
