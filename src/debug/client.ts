/** What the client can do and how it counts, as it says in `initialize`. */
import { type Arguments, flag, optionalText } from './arguments';

export interface Client {
  readonly firstLine: 0 | 1;
  readonly firstColumn: 0 | 1;
  /** Sources are named by URIs instead of paths. */
  readonly uris: boolean;
  readonly progress: boolean;
  readonly invalidated: boolean;
}

export const clientOf = (args: Arguments): Client => ({
  firstLine: flag(args, 'linesStartAt1', true) ? 1 : 0,
  firstColumn: flag(args, 'columnsStartAt1', true) ? 1 : 0,
  uris: optionalText(args, 'pathFormat') === 'uri',
  progress: flag(args, 'supportsProgressReporting'),
  invalidated: flag(args, 'supportsInvalidatedEvent'),
});
