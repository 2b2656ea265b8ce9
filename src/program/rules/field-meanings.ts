/** A field is one that such a segment can have: every header has numbers, and two of them count only with a flag. */
import type { FieldNode, Pattern } from '../../language/tree';
import type { FieldName, FlagName } from '../../language/vocabulary';
import { say } from '../../words/sentence';
import { patternOf } from '../parts';
import { type Problem, problem } from '../report';
import { everyLine } from '../rule';

export const fieldMeanings = everyLine(({ line: { statement } }) => {
  const pattern = patternOf(statement);
  return pattern?.fields.flatMap((field) => judge(field, pattern) ?? []) ?? [];
});

const ALWAYS_THERE: readonly FieldName[] = ['seq', 'ack', 'len', 'win', 'urg', 'data'];
/** RFC 9293, 3.1: the acknowledgment number and the urgent pointer count only with their flags. */
const WITH_FLAG: Partial<Record<FieldName, FlagName>> = { ack: 'ACK', urg: 'URG' };

function judge({ name, value, start, end }: FieldNode, { flags }: Pattern): Problem | undefined {
  if (name.value === undefined) return undefined;
  const range = { start, end };
  if (value.kind === 'absent') {
    if (!ALWAYS_THERE.includes(name.value)) return undefined;
    return problem(
      'absent-header',
      range,
      say('only a flag or an option can be off; every segment has {0}', name.value),
    );
  }
  const flag = WITH_FLAG[name.value];
  if (flag === undefined || flags?.kind !== 'exact' || flags.names.some((written) => written.value === flag)) {
    return undefined;
  }
  return problem('meaningless-field', range, say('{0} counts only in a segment with {1}', name.value, flag));
}
