/**
 * A file that is edited while it is debugged: what runs is the text as it was, and the user is told so, once.
 *
 * Rule: the lines that are shown follow the edits; only Restart takes the new text.
 */
import { splitLines } from '../language/document';
import { say } from '../words/sentence';
import { printSentence } from './console';
import { lineMap } from './line-map';
import type { Session } from './session';

/** Looks at the file, and if it has changed since it was looked at last, tells the client. Never rejects. */
export async function lookForChange(session: Session): Promise<void> {
  const { launch, host, run } = session;
  if (launch === undefined || launch.text !== undefined || run === undefined) return;
  const text = await host.read(launch.program).catch(() => undefined);
  if (text === undefined || session.terminated || session.run !== run) return;
  const { program } = run;
  if (text === (session.changed?.text ?? program.text)) return;
  const first = session.changed === undefined;
  session.changed = { text, lines: lineMap(program.lines, splitLines(text)) };
  if (first) {
    const sentence = say(
      'the file has changed since it was launched; what runs is the text as it was, and Restart takes the new one',
    );
    printSentence(session, sentence, 'important');
    session.emit('tcpscn/changed', { program: launch.program });
  }
  if (session.client.invalidated) session.emit('invalidated', { areas: ['stacks'] });
}
