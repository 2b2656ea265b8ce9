/**
 * The debug adapter: messages of the Debug Adapter Protocol in, messages out. Which wire they travel on is the host's.
 *
 * Rule 1: every request gets exactly one response, in the order of the requests; nothing is sent before the one to
 *         `initialize`.
 * Rule 2: whatever arrives, the session goes on: what cannot be understood is answered with an error, or ignored if it
 *         is no request.
 */
import type { DebugProtocol } from '@vscode/debugprotocol';
import { render, say } from '../words/sentence';
import { isObject } from './arguments';
import { COMMANDS, isCommand } from './commands';
import { cancelled, ERROR_CODES, Refusal, unknownRequest, wrongArgument, wrongMoment } from './errors';
import { given } from './given';
import { abandon, breakDown } from './go';
import type { Host } from './host';
import type { Reply } from './reply';
import { newSession, type Session } from './session';

export interface Adapter {
  /** Takes a message from the client, of whatever shape. */
  readonly receive: (message: unknown) => void;
  /** The client has gone without a word. */
  readonly dispose: () => void;
}

interface Request {
  readonly seq: number;
  readonly command: string;
  readonly args: unknown;
}

export function createAdapter(host: Host): Adapter {
  let sent = 0;
  const send = (message: object): void => {
    sent += 1;
    // The parts are made by the typed functions around it; here the number is added that every message has.
    host.send({ seq: sent, ...message } as DebugProtocol.ProtocolMessage);
  };
  const session = newSession(host, (event, body) => send(given({ type: 'event', event, body })));
  const waiting: Request[] = [];
  const revoked = new Set<number>();
  let current: Request | undefined;

  const respond = (request: Request, outcome: object): void =>
    send({ type: 'response', request_seq: request.seq, command: request.command, ...outcome });

  const work = async (): Promise<void> => {
    if (current !== undefined) return;
    for (let request = waiting.shift(); request !== undefined; request = waiting.shift()) {
      current = request;
      session.cancelling = false;
      const after = await answer(session, request, revoked.delete(request.seq), respond);
      try {
        after?.();
      } catch (error) {
        breakDown(session, error);
      }
    }
    current = undefined;
  };

  return {
    receive(message) {
      const request = requestIn(message);
      if (request === undefined) return;
      const unwanted = revokedBy(request);
      if (current !== undefined && endsWork(session, request, current)) session.cancelling = true;
      else if (waiting.some(({ seq }) => seq === unwanted)) revoked.add(unwanted ?? 0);
      waiting.push(request);
      void work();
    },
    dispose() {
      abandon(session);
    },
  };
}

/** The request that a message is; undefined for everything that wants no answer. */
function requestIn(message: unknown): Request | undefined {
  if (!isObject(message) || message['type'] !== 'request') return undefined;
  const { seq, command, arguments: args } = message;
  return {
    seq: typeof seq === 'number' && Number.isSafeInteger(seq) ? seq : 0,
    command: typeof command === 'string' ? command : '',
    args,
  };
}

/** The request that a `cancel` wants back: one that waits is refused, one that takes long may end early. */
function revokedBy({ command, args }: Request): number | undefined {
  const id = command === 'cancel' && isObject(args) ? args['requestId'] : undefined;
  return typeof id === 'number' ? id : undefined;
}

/** Whether what is being answered is to end early: it is cancelled, or the session goes another way. */
function endsWork({ answering }: Session, request: Request, current: Request): boolean {
  const { command, args } = request;
  if (command === 'terminate' || command === 'disconnect' || command === 'restart') return true;
  if (command !== 'cancel' || !isObject(args)) return false;
  return args['requestId'] === current.seq || (answering !== undefined && args['progressId'] === answering.id);
}

type Respond = (request: Request, outcome: object) => void;

/** Answers one request. Returns what is to be done after the answer. */
async function answer(
  session: Session,
  request: Request,
  isRevoked: boolean,
  respond: Respond,
): Promise<Reply['after']> {
  try {
    if (isRevoked) throw cancelled();
    const reply = handle(session, request);
    const { body, after } = reply instanceof Promise ? await reply : reply;
    respond(request, given({ success: true, body }));
    return after;
  } catch (error) {
    respond(request, refusal(session, request, error));
    return undefined;
  }
}

function handle(session: Session, { command, args }: Request): Reply | Promise<Reply> {
  if (!isCommand(command)) throw unknownRequest(command);
  if (session.phase === 'new' && command !== 'initialize') throw wrongMoment(command);
  if (session.phase === 'ended' && command !== 'disconnect' && command !== 'terminate') throw wrongMoment(command);
  if (args !== undefined && args !== null && !isObject(args)) throw wrongArgument('arguments', say('an object'));
  return COMMANDS[command](session, isObject(args) ? args : {});
}

/** An error response. A client that asked for breakpoints gets a list all the same: without one VS Code waits for ever. */
function refusal({ host }: Session, { command }: Request, error: unknown): object {
  const known = error instanceof Refusal ? error : undefined;
  const what = error instanceof Error ? error.message : String(error);
  const sentence =
    known?.sentence ??
    say('tcpscn broke one of its own rules: {0}. Please report this, with the scenario.', what.replace(/\.$/, ''));
  const message: DebugProtocol.Message = {
    id: known === undefined ? BROKEN : ERROR_CODES[known.code],
    format: render(sentence, host.translate),
    showUser: known?.shown ?? true,
    variables: { code: known?.code ?? 'broken-invariant' },
  };
  return {
    success: false,
    message: known?.code === 'cancelled' ? 'cancelled' : render(sentence, host.translate),
    body: { error: message, ...(/^set\w*Breakpoints$/.test(command) ? { breakpoints: [] } : {}) },
  };
}

/** The code of a mistake of ours. */
const BROKEN = 1000;
