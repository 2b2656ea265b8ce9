/** Every place of a line has a value of the kind that it takes. */
import { say } from '../../words/sentence';
import { type Place, placesOf, type Want } from '../places';
import { type Problem, problem } from '../report';
import { everyLine } from '../rule';
import { TYPE_NAMES, type Type, typeOf } from '../types';
import { addUnit } from '../units';

/** What each place takes; the first is what it is called. */
const TAKEN: Readonly<Record<Want, readonly Type[]>> = {
  truth: ['truth'],
  duration: ['duration'],
  number: ['number'],
  sequence: ['sequence', 'number'],
  text: ['text'],
  bytes: ['number', 'text'],
  any: ['number', 'duration', 'sequence', 'text', 'state', 'truth'],
};

export const placeTypes = everyLine((view) =>
  placesOf(view.line.statement).flatMap((place) => {
    const type = typeOf(place.expression, view);
    return type === 'unknown' || TAKEN[place.wants].includes(type) ? [] : [wrong(place, type, view.line.text)];
  }),
);

function wrong({ expression, wants, name }: Place, type: Type, text: string): Problem {
  const given = TYPE_NAMES[type];
  switch (wants) {
    case 'truth':
      return problem('not-a-condition', expression, say('a condition is true or false, and this is {0}', given));
    case 'duration': {
      if (expression.kind !== 'number') break;
      const message = say('"{0}" takes a duration; add the unit', name);
      return problem('missing-unit', expression, message, addUnit(expression, text));
    }
    case 'any':
      return problem('wrong-type', expression, say('"off" by itself is not a value'));
    case 'bytes':
      return problem(
        'wrong-type',
        expression,
        say('"{0}" takes a number of bytes or a text, and this is {1}', name, given),
      );
    default:
  }
  const taken = TAKEN[wants][0] ?? 'unknown';
  return problem('wrong-type', expression, say('"{0}" takes {1}, and this is {2}', name, TYPE_NAMES[taken], given));
}
