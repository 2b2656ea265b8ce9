/** A scenario that is edited while it is debugged: what runs is the text as it was, and Restart is offered, once. */
import { commands, type DebugSession, type Disposable, debug, window } from 'vscode';
import { say } from '../words/sentence';
import type { Failures } from './failures';
import { LANGUAGE } from './language';
import { inWords } from './words';

export function changedPrograms(failures: Failures): Disposable[] {
  const alive = new Set<string>();
  return [
    debug.onDidStartDebugSession(({ id }) => alive.add(id)),
    debug.onDidTerminateDebugSession(({ id }) => alive.delete(id)),
    debug.onDidReceiveDebugSessionCustomEvent(({ session, event }) => {
      if (session.type !== LANGUAGE || event !== 'tcpscn/changed') return;
      void failures.attempt(say('Restarting the debugger'), () => offerRestart(session, () => alive.has(session.id)));
    }),
  ];
}

async function offerRestart({ id, name }: DebugSession, isAlive: () => boolean): Promise<void> {
  const restart = inWords(say('Restart'));
  const message = say('The text of "{0}" has changed. The debugger goes on with the text as it was.', name);
  const chosen = await window.showInformationMessage(inWords(message), restart);
  if (chosen === restart && isAlive()) {
    await commands.executeCommand('workbench.action.debug.restart', undefined, { sessionId: id });
  }
}
