/** Quick fixes: for every diagnostic that brings one, for all of them at once, and for a segment line that failed. */
import { CodeAction, CodeActionKind, type Disposable, languages, type TextDocument, WorkspaceEdit } from 'vscode';
import { allFixes, fixesFor, type QuickFix } from '../editing/fixes';
import { sentFix } from '../editing/sent';
import type { Edit, LineRange } from '../editing/span';
import { say } from '../words/sentence';
import { diagnosticOf } from './diagnostics';
import type { Failures } from './failures';
import { DOCUMENTS, LANGUAGE } from './language';
import { linesOf, textEdits } from './places';
import type { Readings } from './readings';
import type { DocumentRuns } from './runs';
import { inWords } from './words';

const FIX_ALL = CodeActionKind.SourceFixAll.append(LANGUAGE);

export function fixes(readings: Readings, runs: DocumentRuns, failures: Failures): Disposable {
  const actions = async (document: TextDocument, lines: LineRange): Promise<CodeAction[]> => {
    const { diagnostics, document: tree } = readings.of(document);
    const mending = fixesFor(diagnostics, lines).map((fix) => actionOf(document, fix));
    if (lines.first !== lines.last) return mending;
    const played = await runs.of(document);
    const sent = sentFix(tree, played.runs, lines.first);
    return sent === undefined ? mending : [...mending, actionOf(document, sent)];
  };
  const all = (document: TextDocument): CodeAction[] => {
    const edits = allFixes(readings.of(document).diagnostics);
    if (edits.length === 0) return [];
    const action = new CodeAction(inWords(say('fix everything that can be fixed')), FIX_ALL);
    action.edit = editOf(document, edits);
    return [action];
  };
  return languages.registerCodeActionsProvider(
    DOCUMENTS,
    {
      provideCodeActions: (document, range, { only }) =>
        failures.attempt(say('Looking for fixes'), async () => {
          const quick = only === undefined || only.contains(CodeActionKind.QuickFix);
          const whole = only?.intersects(CodeActionKind.SourceFixAll) ?? false;
          const found = quick ? await actions(document, linesOf(range)) : [];
          return whole ? [...found, ...all(document)] : found;
        }),
    },
    { providedCodeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
  );
}

function actionOf(document: TextDocument, { title, edits, mends }: QuickFix): CodeAction {
  const words = inWords(title);
  const action = new CodeAction(words.charAt(0).toUpperCase() + words.slice(1), CodeActionKind.QuickFix);
  action.edit = editOf(document, edits);
  action.isPreferred = true;
  if (mends !== undefined) action.diagnostics = [diagnosticOf(mends)];
  return action;
}

function editOf(document: TextDocument, edits: readonly Edit[]): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  edit.set(document.uri, textEdits(edits));
  return edit;
}
