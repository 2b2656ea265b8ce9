/** What leads people who are new: the walkthrough, and the key by which views know that scenarios are in use. */
import { commands, type Disposable } from 'vscode';
import { say } from '../words/sentence';
import type { Failures } from './failures';

/** `id` is the extension's own. Both are described in package.json. */
export function welcome(id: string, failures: Failures): Disposable {
  // Only a scenario or a command of ours wakes the extension: nobody else is to be asked to write scenarios.
  void commands.executeCommand('setContext', 'tcpscn.active', true);
  return commands.registerCommand('tcpscn.getStarted', () =>
    failures.attempt(say('Opening the walkthrough'), () =>
      commands.executeCommand('workbench.action.openWalkthrough', `${id}#begin`, false),
    ),
  );
}
