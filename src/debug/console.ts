/** What the debug console tells: events as they happen, remarks, failures, and how the scenario ended. */
import type { DebugProtocol } from '@vscode/debugprotocol';
import type { TraceEvent } from '../trace/event';
import { failuresOf } from '../trace/judgments';
import { logLines } from '../trace/log';
import { type Sentence, say } from '../words/sentence';
import { given } from './given';
import { runOf, type Session, said, toClientLine } from './session';
import { programSource } from './source';

type Category = NonNullable<DebugProtocol.OutputEvent['body']['category']>;

/**
 * Prints a line that leads to a line of the program. What happens is the output of what is debugged; `console` is what the
 * debugger itself has to say, which editors show as a warning.
 */
export function print(session: Session, text: string, category: Category = 'stdout', line?: number): void {
  const place = line === undefined ? {} : { source: programSource(session), line: toClientLine(session, line) };
  session.emit('output', given({ category, output: `${text}\n`, ...place }));
}

export const printSentence = (session: Session, sentence: Sentence, category: Category = 'stdout'): void =>
  print(session, said(session, sentence), category);

/** An event, as the log has it; of a judgment only what did not hold. */
export function printEvent(session: Session, event: TraceEvent): void {
  if (event.kind === 'note') {
    const text = event.text === undefined ? '' : said(session, event.text);
    print(session, event.peer === undefined ? text : `${event.peer}: ${text}`, 'stdout', event.line);
  } else if (event.kind !== 'expect')
    print(session, logLines([event], session.host.translate, session.numbers).join('\n'), 'stdout', event.line);
  for (const failure of failuresOf(event)) {
    print(session, said(session, failure.message), 'stderr', failure.line);
    printSentence(session, say('  expected: {0}', failure.expected), 'stderr');
    printSentence(session, say('  actual:   {0}', failure.actual), 'stderr');
    for (const hint of failure.hints) print(session, `  ${said(session, hint)}`, 'stderr');
  }
}

/** How it went, at the end. */
export function printEnd(session: Session): void {
  const { failed, program } = runOf(session);
  const { name } = program.scenario;
  if (failed.length === 0) printSentence(session, say('"{0}" has ended, and everything held', name));
  else {
    const lines = [...new Set(failed.map(({ line }) => line))].sort((a, b) => a - b);
    const sentence =
      lines.length === 1
        ? say('"{0}" has ended; what did not hold stands in line {1}', name, lines.join(''))
        : say('"{0}" has ended; what did not hold stands in lines {1}', name, lines.join(', '));
    printSentence(session, sentence, 'stderr');
  }
}
