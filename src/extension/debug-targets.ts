/** What can be debugged: a scenario file, and one of its scenarios. */
import { type CancellationToken, TabInputText, type TextEditor, type Uri, window, workspace } from 'vscode';
import { type ScenarioPlace, scenarioPlaces } from '../editing/scenario-places';
import { parse } from '../language/document';
import { isScenarioFile } from './language';
import type { Readings } from './readings';
import { scenarioFiles } from './scenario-files';
import { openDocument, textOf } from './texts';

export interface Target {
  readonly uri: Uri;
  /** Undefined in a file without a `scenario` line. */
  readonly scenario: string | undefined;
}

/** The editor whose scenario is meant when none is named: the active one, else the only one that shows a scenario. */
export function scenarioEditor(): TextEditor | undefined {
  const active = window.activeTextEditor;
  if (active && isScenarioFile(active.document)) return active;
  const [shown, another] = window.visibleTextEditors.filter(({ document }) => isScenarioFile(document));
  return another === undefined ? shown : undefined;
}

/** The scenario around the cursor; above all of them, the first. */
export function targetAtCursor({ document, selection }: TextEditor, readings: Readings): Target {
  const places = scenarioPlaces(readings.of(document).document);
  const { line } = selection.active;
  const around = places.find(({ lines }) => lines.first <= line && line <= lines.last) ?? places[0];
  return { uri: document.uri, scenario: around?.title };
}

/** More files than that are not looked into. */
const MOST_FILES = 2_000;

/** Every scenario of a folder, or of the workspace, in the order of the files' names. No editor is opened. */
export async function targetsIn(
  folder: Uri | undefined,
  readings: Readings,
  token?: CancellationToken,
): Promise<readonly Target[]> {
  const files = await scenarioFiles(token, folder);
  const found: Target[] = [];
  for (const uri of files.slice(0, MOST_FILES)) {
    if (token?.isCancellationRequested) return [];
    for (const { title } of await placesIn(uri, readings)) found.push({ uri, scenario: title });
  }
  return found;
}

/** Every scenario of the files that have a tab: those that no folder holds too. */
export function openTargets(readings: Readings): readonly Target[] {
  const inputs = window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input));
  const uris = inputs.flatMap((input) => (input instanceof TabInputText ? [input.uri.toString()] : []));
  return workspace.textDocuments
    .filter((document) => isScenarioFile(document) && uris.includes(document.uri.toString()))
    .flatMap((document) =>
      scenarioPlaces(readings.of(document).document).map(({ title }) => ({ uri: document.uri, scenario: title })),
    );
}

async function placesIn(uri: Uri, readings: Readings): Promise<readonly ScenarioPlace[]> {
  const open = openDocument(uri);
  if (open) return scenarioPlaces(readings.of(open).document);
  // One that cannot be read now is not offered.
  const text = await textOf(uri).catch(() => '');
  return scenarioPlaces(parse(text));
}
