/** What has failed where the session stands: expected and actual, the clause, and what led there. */
import type { DebugProtocol } from '@vscode/debugprotocol';
import type { TraceEvent } from '../../trace/event';
import { failuresOf, judgmentsOf } from '../../trace/judgments';
import { logLines } from '../../trace/log';
import { say } from '../../words/sentence';
import { noException } from '../errors';
import { failureSentence, firstFailure } from '../failure';
import { given } from '../given';
import type { Handler } from '../reply';
import type { Run } from '../run';
import { type Session, said, stoppedRun } from '../session';

/** How many events are told. */
const BEFORE = 5;

export const exceptionInfo: Handler = (session) => {
  const run = stoppedRun(session, 'exceptionInfo');
  const filter = session.hits.find((point) => point.filter !== undefined)?.filter;
  if (filter === undefined || run.place.kind !== 'event') throw noException();
  const { event } = run.timeline.step(run.place.after);
  const failure = filter.filter === 'failure' ? firstFailure(event) : undefined;
  const label = said(session, filter.label);
  const explanation = [...explained(session, run, event)].join('\n');
  const body: DebugProtocol.ExceptionInfoResponse['body'] = given({
    exceptionId: filter.filter,
    // VS Code shows this and the events, and no message.
    description: `${failure === undefined ? label : said(session, failure)}\n${explanation}`,
    breakMode: 'always' as const,
    details: given({
      typeName: label,
      message: explanation,
      stackTrace: logLines(eventsBefore(run, event), session.host.translate, session.numbers).join('\n'),
    }),
  });
  return { body };
};

function* explained(session: Session, run: Run, event: TraceEvent): Generator<string> {
  const failures = failuresOf(event);
  for (const failure of failures) {
    const { expected, actual, hints } = failure;
    if (failures.length > 1) yield said(session, failureSentence(event, failure));
    yield said(session, say('expected: {0}', expected));
    yield said(session, say('actual:   {0}', actual));
    for (const hint of hints) yield said(session, hint);
  }
  const clauses = [...new Set(clausesOf(run, event))];
  if (clauses.length > 0) yield said(session, say('clause:   {0}', clauses.join('; ')));
  yield said(session, say('at event {0}; the events that led there stand below', event.n));
}

/** Of the event itself, or, for a judgment, of what happened last before it. */
function clausesOf(run: Run, event: TraceEvent): readonly string[] {
  // What the wire does follows from no clause.
  const isOwn = event.rows.length > 0 || judgmentsOf(event).length === 0;
  const told = isOwn ? event : eventsBefore(run, event).findLast(({ rows }) => rows.length > 0);
  return told?.rows.map(({ rule }) => (rule.startsWith('RFC') ? rule : `RFC 9293, ${rule}`)) ?? [];
}

/** The last few events up to this one; of judgments only this. */
function eventsBefore({ timeline }: Run, event: TraceEvent): readonly TraceEvent[] {
  const found: TraceEvent[] = event.kind === 'expect' ? [] : [event];
  for (let n = event.n - 1; n >= 1 && found.length < BEFORE; n -= 1) {
    const before = timeline.step(n).event;
    if (before.kind !== 'expect' && before.kind !== 'note') found.unshift(before);
  }
  return found;
}
