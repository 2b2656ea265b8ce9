/** What a pattern says of its segment does not contradict itself. */
import type { FieldNode, Pattern } from '../../language/tree';
import { byteLength, textBytes } from '../../tcp/bytes';
import { say } from '../../words/sentence';
import { constantOf } from '../constants';
import { patternOf } from '../parts';
import { type Problem, problem } from '../report';
import { everyLine } from '../rule';

export const fieldConflicts = everyLine(({ line: { statement } }) => {
  const pattern = patternOf(statement);
  return pattern === undefined ? [] : [...lengths(pattern), ...ranges(pattern), ...flags(pattern)];
});

/** `seq=1..6`, `len` and `data` each give a length. */
function lengths({ fields }: Pattern): readonly Problem[] {
  const [first, ...others] = fields.flatMap((field) => {
    const length = lengthIn(field);
    return length === undefined ? [] : [{ field, length }];
  });
  return others
    .filter(({ length }) => length !== first?.length)
    .map(({ field, length }) => {
      const message = say('this is a length of {0}, and before it stands one of {1}', length, first?.length ?? 0);
      return problem('length-conflict', field, message);
    });
}

/** The length that a field gives, if it is known before the run. */
function lengthIn({ name, value }: FieldNode): number | undefined {
  if (name.value === 'seq' && value.kind === 'range') {
    const [from, to] = [constantOf(value.from), constantOf(value.to)];
    return from === undefined || to === undefined ? undefined : to - from;
  }
  if (value.kind !== 'value') return undefined;
  if (name.value === 'len') return constantOf(value.value);
  return name.value === 'data' && value.value.kind === 'text' ? byteLength(textBytes(value.value.value)) : undefined;
}

/** A range ends where it begins or further on; a block of SACK further on. */
function ranges({ fields }: Pattern): readonly Problem[] {
  return fields.flatMap(({ name, value }) => {
    const ranges = value.kind === 'range' ? [value] : value.kind === 'blocks' ? value.blocks : [];
    return ranges.flatMap((range) => {
      const [from, to] = [constantOf(range.from), constantOf(range.to)];
      if (from === undefined || to === undefined || to > from || (to === from && name.value === 'seq')) return [];
      const message = say('a range names its first byte and the one after its last: {0} is not after {1}', to, from);
      return [problem('out-of-range', range, message)];
    });
  });
}

/** `PSH+ACK psh=off`. */
function flags({ flags, fields }: Pattern): readonly Problem[] {
  return fields.flatMap((field) => {
    const set = flags?.names.find(({ value }) => value?.toLowerCase() === field.name.value);
    if (set?.value === undefined || field.value.kind !== 'absent' || set.value === 'ACK' || set.value === 'URG')
      return [];
    return [problem('flag-conflict', field, say('{0} is among the flags; it cannot be off too', set.value))];
  });
}
