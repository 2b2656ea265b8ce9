/**
 * Checks one file, a few milliseconds at a time.
 *
 * Rule 1: others work in between, and a check that nobody wants any more ends at the next pause.
 * Rule 2: what cannot be read is a report that says why, and harms no other file.
 */
import { type Uri, workspace } from 'vscode';
import { checking } from '../checks/check';
import { type FileReport, type ScenarioReport, unreadable } from '../checks/report';
import type { Selection } from '../checks/selection';
import { pause } from './pause';
import { reasonOf, textOf } from './texts';

/** Milliseconds without a pause. */
const SLICE = 10;

/** The file as people name it in this workspace. */
export const nameIn = (uri: Uri): string => (uri.scheme === 'untitled' ? uri.path : workspace.asRelativePath(uri));

export interface Checking {
  readonly selection: Selection;
  readonly isCancelled: () => boolean;
  /** The text, if it is being read already. */
  readonly text?: Promise<string>;
  /** A scenario has run; `milliseconds` is how long it took, pauses aside. */
  readonly ran?: (report: ScenarioReport, milliseconds: number) => void;
}

/** The report; undefined if nobody wants it any more. */
export async function checkFile(
  uri: Uri,
  { selection, isCancelled, ran, text: reading }: Checking,
): Promise<FileReport | undefined> {
  const name = nameIn(uri);
  let text: string;
  try {
    text = await (reading ?? textOf(uri));
  } catch (error) {
    return unreadable(name, reasonOf(error));
  }
  const steps = checking({ name, text }, selection);
  let spent = 0;
  for (;;) {
    if (isCancelled()) return undefined;
    const begun = performance.now();
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      const taken = performance.now() - begun;
      if (step.value !== undefined) {
        ran?.(step.value, spent + taken);
        spent = -taken;
      }
      if (taken >= SLICE) break;
    }
    spent += performance.now() - begun;
    await pause();
  }
}
