/** The command "New Scenario": a file that has no name yet, with two peers and whatever one begins with. */
import { commands, type Disposable, window } from 'vscode';
import { TEMPLATES, templateText } from '../editing/templates';
import { say } from '../words/sentence';
import type { Failures } from './failures';
import { cursorTo, showUntitled } from './untitled';
import { inWords, translate } from './words';

export const newScenario = (failures: Failures): Disposable =>
  commands.registerCommand('tcpscn.newScenario', () => failures.attempt(say('Beginning a new scenario'), begin));

async function begin(): Promise<void> {
  const choices = TEMPLATES.map((template) => ({
    label: inWords(template.title),
    detail: inWords(template.shows),
    template,
  }));
  const chosen = await window.showQuickPick(choices, {
    title: inWords(say('New Scenario')),
    placeHolder: inWords(say('What does it begin with?')),
    matchOnDetail: true,
  });
  if (chosen === undefined) return;
  const text = templateText(chosen.template, translate);
  const editor = await showUntitled(text);
  cursorTo(editor, editor.document.lineCount - 1, 0);
}
