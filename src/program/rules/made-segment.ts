/** A segment that is made needs what a segment that is only compared can leave open: flags, a length, numbers. */
import type { Pattern } from '../../language/tree';
import { say } from '../../words/sentence';
import { isScripted } from '../cast';
import { type Problem, problem } from '../report';
import { everyLine } from '../rule';
import { makesSegment } from '../segments';

export const madeSegment = everyLine((view) => {
  const { statement } = view.line;
  if ((statement.kind !== 'inject' && statement.kind !== 'segment') || !makesSegment(statement, view)) return [];
  const { pattern, direction } = statement;
  return [...flags(pattern), ...(isScripted(view.cast, direction.to.text) ? numbers(pattern, direction.to.text) : [])];
});

function flags({ flags, fields, start, end }: Pattern): readonly Problem[] {
  if (flags === undefined || flags.kind === 'any') {
    const message = say('the segment is made here, so its flags must be written');
    return [problem('made-without-flags', flags ?? { start, end }, message)];
  }
  const length = fields.some(
    ({ name, value }) =>
      (name.value === 'len' && value.kind === 'value') ||
      (name.value === 'data' && value.kind === 'value') ||
      (name.value === 'seq' && value.kind === 'range'),
  );
  if (flags.kind !== 'data' || length) return [];
  return [problem('made-without-length', flags, say('the segment is made here, so DATA needs len=... or data="..."'))];
}

/** Unwritten numbers are what the receiver expects; a scripted one expects nothing. */
function numbers({ flags, fields, start, end }: Pattern, receiver: string): readonly Problem[] {
  const acknowledges = flags?.kind === 'data' || flags?.names.some((flag) => flag.value === 'ACK') === true;
  const needed = acknowledges ? ['seq', 'ack'] : ['seq'];
  const missing = needed.filter((name) => !fields.some((field) => field.name.value === name));
  if (missing.length === 0) return [];
  const written = missing.map((name) => `${name}=...`).join(', ');
  const message = say('"{0}" is scripted and expects no number, so {1} must be written', receiver, written);
  return [problem('made-without-number', { start, end }, message)];
}
