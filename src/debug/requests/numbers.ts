/** Relative or absolute sequence numbers: a switch of the whole session. */

import { say } from '../../words/sentence';
import { optionalText } from '../arguments';
import { wrongArgument } from '../errors';
import type { Handler } from '../reply';
import { runOf } from '../session';

/** `tcpscn/numbers`: `relative`, `absolute`, or without an argument the other of the two. */
export const numbers: Handler = (session, args) => {
  runOf(session);
  const wanted = optionalText(args, 'numbers') ?? (session.numbers === 'relative' ? 'absolute' : 'relative');
  if (wanted !== 'relative' && wanted !== 'absolute') throw wrongArgument('numbers', say('"relative" or "absolute"'));
  session.numbers = wanted;
  const after = (): void => {
    if (session.client.invalidated) session.emit('invalidated', { areas: ['all'] });
  };
  return { body: { numbers: wanted }, after };
};
