/** A scripted peer has no connection to ask about: its state is inferred from its segments, shown, and never judged. */
import { say } from '../../words/sentence';
import { isScripted } from '../cast';
import { expressionsOf } from '../parts';
import { problem } from '../report';
import { everyLine } from '../rule';
import { isPeerField } from '../types';

export const scriptedState = everyLine(({ cast, line: { statement } }) =>
  expressionsOf(statement).flatMap((expression) => {
    if (expression.kind === 'in-state' || expression.kind === 'visited') {
      if (!isScripted(cast, expression.peer.text)) return [];
      const message = say('"{0}" is scripted: its state is inferred and never judged', expression.peer.text);
      return [problem('scripted-state', expression, message)];
    }
    if (expression.kind !== 'field' || !isScripted(cast, expression.owner.text)) return [];
    const { owner, name } = expression;
    if (!isPeerField(name.text)) return [];
    const message = say('"{0}" is scripted: it runs no TCP that has {1}', owner.text, name.text);
    return [problem('scripted-state', expression, message)];
  }),
);
