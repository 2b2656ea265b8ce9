/** Sequence numbers in the debugger are shown as the setting says: hovers, panel and every session, one like the other. */
import { commands, type DebugSession, type Disposable, debug, window } from 'vscode';
import type { Numbers } from '../trace/segment-text';
import { say } from '../words/sentence';
import type { Failures } from './failures';
import { LANGUAGE } from './language';
import { keepSetting, onSettingsChange, settings } from './settings';
import { inWords } from './words';

const REQUEST = 'tcpscn/numbers';

export function debugNumbers(failures: Failures): Disposable[] {
  const what = say('Changing how sequence numbers are shown');
  const alive = new Map<string, DebugSession>();
  let shown: Numbers = settings().sequenceNumbers;

  async function show(session: DebugSession): Promise<void> {
    await session.customRequest(REQUEST, { numbers: settings().sequenceNumbers });
  }

  async function toggle(): Promise<void> {
    const session = debug.activeDebugSession;
    if (session?.type !== LANGUAGE) {
      void window.showInformationMessage(inWords(say('No scenario is being debugged; F5 starts one.')));
      return;
    }
    const { numbers }: { readonly numbers: Numbers } = await session.customRequest(REQUEST, {});
    // The session knows already.
    if (alive.size === 1) shown = numbers;
    await keepSetting('sequenceNumbers', numbers);
  }

  return [
    debug.onDidStartDebugSession((session) => {
      if (session.type !== LANGUAGE) return;
      alive.set(session.id, session);
      // A scenario that is written in absolute numbers begins so, whatever is set.
      if (settings().sequenceNumbers === 'absolute') void failures.attempt(what, () => show(session));
    }),
    debug.onDidTerminateDebugSession(({ id }) => alive.delete(id)),
    onSettingsChange(() => {
      const { sequenceNumbers } = settings();
      if (sequenceNumbers === shown) return;
      shown = sequenceNumbers;
      for (const session of alive.values()) void failures.attempt(what, () => show(session));
    }),
    commands.registerCommand('tcpscn.toggleSequenceNumbers', () => failures.attempt(what, toggle)),
  ];
}
