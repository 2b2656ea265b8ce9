/** The commands of the debugger: those that start it, and those that VS Code has no key and no entry in the palette for. */
import { commands, type Disposable, debug, Uri } from 'vscode';
import { type Sentence, say } from '../words/sentence';
import { launchOf, nameOf, stopAtEntry } from './debug-configurations';
import { scenarioEditor } from './debug-targets';
import type { Failures } from './failures';
import { LANGUAGE } from './language';

export function debugCommands(failures: Failures): Disposable[] {
  const attempt = (what: Sentence, run: () => PromiseLike<unknown>) => failures.attempt(what, run);
  return [
    commands.registerCommand('tcpscn.debugScenario', (resource?: unknown, scenario?: unknown) =>
      attempt(say('Starting the debugger'), () => start(resource, scenario)),
    ),
    commands.registerCommand('tcpscn.stepBack', () =>
      attempt(say('Step Back'), () => commands.executeCommand('workbench.action.debug.stepBack')),
    ),
    commands.registerCommand('tcpscn.reverseContinue', () =>
      attempt(say('Reverse Continue'), () => commands.executeCommand('workbench.action.debug.reverseContinue')),
    ),
    commands.registerCommand('tcpscn.restartFrame', () =>
      attempt(say('Restart Frame'), () => commands.executeCommand('workbench.action.debug.restartFrame')),
    ),
  ];
}

/** A scenario of a file, or without a name the one at the cursor. */
async function start(resource: unknown, scenario: unknown): Promise<void> {
  const uri = resource instanceof Uri ? resource : undefined;
  const editor = scenarioEditor();
  const target =
    uri !== undefined && typeof scenario === 'string'
      ? { uri, scenario }
      : uri !== undefined && uri.toString() !== editor?.document.uri.toString()
        ? { uri, scenario: undefined }
        : undefined;
  // Without a program it is made up of what the editor shows.
  const config = target
    ? { ...launchOf(target, nameOf(target)), ...stopAtEntry(target) }
    : { type: LANGUAGE, request: 'launch', name: '' };
  await debug.startDebugging(undefined, config);
}
