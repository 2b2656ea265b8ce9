/** An amount that is known before the run is one that its place can have. */
import { say } from '../../words/sentence';
import { constantOf } from '../constants';
import { type Place, placesOf } from '../places';
import { type Problem, problem } from '../report';
import { everyLine } from '../rule';

export const amounts = everyLine(({ line: { statement } }) =>
  placesOf(statement).flatMap((place) => {
    const value = constantOf(place.expression);
    return value === undefined ? [] : (judge(place, value) ?? []);
  }),
);

function judge({ expression, wants, name, least, most }: Place, value: number): Problem | undefined {
  const outOfRange = value < least || value > most;
  if (wants === 'duration') {
    return outOfRange ? problem('out-of-range', expression, say('a duration is not negative')) : undefined;
  }
  const counts = wants === 'number' || wants === 'sequence' || wants === 'bytes';
  if (counts && !Number.isInteger(value)) {
    return problem('out-of-range', expression, say('{0} is a whole number', name));
  }
  if (!outOfRange) return undefined;
  const message =
    most === Number.POSITIVE_INFINITY
      ? say('{0} is at least {1}', name, least)
      : say('{0} is from {1} to {2}', name, least, most);
  return problem('out-of-range', expression, message);
}
