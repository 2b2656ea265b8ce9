/** What a session was launched with. */

import { say } from '../words/sentence';
import { type Arguments, flag, optionalNumber, optionalText } from './arguments';
import { wrongArgument } from './errors';
import type { Choice } from './program';

export interface Launch {
  /** A path or a URI; for a text that was handed over, the name it is shown by. */
  readonly program: string;
  /** The text, if it is not to be read: that of an editor which was never saved. */
  readonly text: string | undefined;
  readonly choice: Choice;
  readonly stopOnEntry: boolean;
  /** Goes to the first failed judgment and stops at nothing before it. */
  readonly stopAtFailure: boolean;
  readonly stopOnEnd: boolean;
  /** Runs through without stopping, and ends. */
  readonly noDebug: boolean;
}

export function launchOf(args: Arguments): Launch {
  const text = optionalText(args, 'text');
  const program = optionalText(args, 'program') ?? (text === undefined ? undefined : 'scenario.tcpscn');
  if (program === undefined || program === '')
    throw wrongArgument('program', say('the path or the URI of a scenario file'));
  const seed = optionalNumber(args, 'seed');
  if (seed !== undefined && seed < 0) throw wrongArgument('seed', say('a number from 0 on'));
  return {
    program,
    text,
    choice: { scenario: optionalText(args, 'scenario'), line: optionalNumber(args, 'line'), seed },
    stopOnEntry: flag(args, 'stopOnEntry'),
    stopAtFailure: flag(args, 'stopAtFailure'),
    stopOnEnd: flag(args, 'stopOnEnd', true),
    noDebug: flag(args, 'noDebug'),
  };
}
