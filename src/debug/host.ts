/**
 * What the adapter knows of the world around it, handed in by whoever starts it: the extension, `tcpscn dap`, a test.
 *
 * Rule: no editor, no file and no clock reaches the adapter but through here.
 */
import type { DebugProtocol } from '@vscode/debugprotocol';
import type { Translate } from '../words/sentence';

export interface Host {
  /** Hands a message to the client. */
  readonly send: (message: DebugProtocol.ProtocolMessage) => void;
  /** The text of a program, by the path or the URI it is launched with. Rejects if it cannot be read. */
  readonly read: (name: string) => Promise<string>;
  /** Milliseconds from any moment on, never going back. */
  readonly now: () => number;
  /** Lets what has arrived in the meantime be received: resolves in a later turn. */
  readonly breathe: () => Promise<void>;
  /** The sentence in the user's language; `text` is its English key. */
  readonly translate: Translate;
  /** The session is over: the client has disconnected. */
  readonly ended: () => void;
}
