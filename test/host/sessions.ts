/**
 * Debug sessions as a user has them: begun and moved by the commands behind the keys and buttons.
 *
 * Rule: nothing waits for time. A move is over when the adapter has said where it stopped, and VS Code looks there.
 */
import {
  commands,
  type DebugSession,
  DebugStackFrame,
  type Disposable,
  debug,
  Location,
  SourceBreakpoint,
  TabInputWebview,
  type TextDocument,
  window,
} from 'vscode';
import { at, until } from './documents';
import { holds } from './same';

interface Message {
  readonly type: string;
  readonly event?: string;
  readonly command?: string;
  readonly arguments?: unknown;
  // biome-ignore lint/suspicious/noExplicitAny: what a body holds is what the test looks at
  readonly body?: any;
}

/** What one session and VS Code have told each other since the run moved last. */
export interface Watched {
  readonly session: DebugSession;
  readonly messages: Message[];
  /** The stack frames that were given at the stop. */
  frames: ReadonlyMap<number, { readonly line: number; readonly name: string }>;
  stopped: { readonly reason: string; readonly description?: string } | undefined;
}

const sessions = new Map<string, Watched>();
const listeners = new Set<() => void>();
let subscription: Disposable | undefined;

/** Looks at what every session says, from now on. */
export function watch(): void {
  subscription = debug.registerDebugAdapterTrackerFactory('tcpscn', {
    createDebugAdapterTracker(session) {
      const watched: Watched = { session, messages: [], frames: new Map(), stopped: undefined };
      sessions.set(session.id, watched);
      const take = (message: Message): void => {
        watched.messages.push(message);
        note(watched, message);
        for (const look of [...listeners]) look();
      };
      return { onDidSendMessage: take, onWillReceiveMessage: take };
    },
  });
}

function note(watched: Watched, { type, event, command, body }: Message): void {
  if (type === 'event' && event === 'stopped') {
    watched.stopped = body;
    watched.frames = new Map();
  }
  if (type !== 'response' || command !== 'stackTrace' || body?.stackFrames === undefined) return;
  const frames = new Map(watched.frames);
  for (const { id, line, name } of body.stackFrames) frames.set(id, { line, name });
  watched.frames = frames;
}

/** Something that a session or the editor tells. */
const anything = (tell: (e: undefined) => void): Disposable => {
  const listener = (): void => tell(undefined);
  listeners.add(listener);
  const moved = debug.onDidChangeActiveStackItem(listener);
  const ended = debug.onDidTerminateDebugSession(listener);
  const other = debug.onDidChangeActiveDebugSession(listener);
  return {
    dispose() {
      listeners.delete(listener);
      moved.dispose();
      ended.dispose();
      other.dispose();
    },
  };
};

export const told = (condition: () => boolean): Promise<void> => until(anything, condition);

/** The next message of a kind, in any session. */
export function toldOf(type: 'event' | 'response', name: string): Promise<Message> {
  const before = new Set([...sessions.values()].flatMap(({ messages }) => messages));
  const found = (): Message | undefined =>
    [...sessions.values()]
      .flatMap(({ messages }) => messages)
      .find((each) => each.type === type && (each.event ?? each.command) === name && !before.has(each));
  return told(() => found() !== undefined).then(() => found() ?? { type });
}

/** The session that is looked at. */
export function active(): Watched {
  const watched = sessions.get(debug.activeDebugSession?.id ?? '');
  holds(watched !== undefined, 'no scenario is debugged');
  return watched;
}

export function sessionOf({ uri }: TextDocument): DebugSession {
  const found = [...sessions.values()].find(({ session }) => session.configuration['program'] === uri.toString());
  holds(found !== undefined, `no session is of ${uri}`);
  return found.session;
}

function focused(): { readonly line: number; readonly name: string } | undefined {
  const item = debug.activeStackItem;
  return item instanceof DebugStackFrame ? sessions.get(item.session.id)?.frames.get(item.frameId) : undefined;
}

/** Where VS Code looks: `step 4: client connect`, lines from 1. */
export function place(): string {
  const { stopped } = active();
  const frame = focused();
  return `${stopped?.reason} ${frame?.line}: ${frame?.name}`;
}

/** Does something that makes a session stop somewhere, and gives the place. */
export async function stopAfter(act: () => PromiseLike<unknown>): Promise<string> {
  for (const watched of sessions.values()) {
    watched.stopped = undefined;
    watched.frames = new Map();
  }
  await act();
  await told(() => focused() !== undefined);
  return place();
}

/** One of the debugger's buttons. */
export const press = (button: string): Promise<string> =>
  stopAfter(() => commands.executeCommand(button.includes('.') ? button : `workbench.action.debug.${button}`));

/** F5. */
export const start = (): Promise<string> => press('start');

export const ask = <T>(command: string, args: object): Thenable<T> =>
  active().session.customRequest(command, args) as Thenable<T>;

export function frameId(): number {
  const item = debug.activeStackItem;
  holds(item instanceof DebugStackFrame, 'no stack frame is looked at');
  return item.frameId;
}

export async function value(expression: string): Promise<string> {
  const { result } = await ask<{ result: string }>('evaluate', { expression, frameId: frameId(), context: 'watch' });
  return result;
}

/** A breakpoint on a line, counted from 1. */
export const breakpoint = (document: TextDocument, line: number, condition?: string, log?: string): SourceBreakpoint =>
  new SourceBreakpoint(new Location(document.uri, at(line - 1, 0)), true, condition, undefined, log);

/** No session and no breakpoint. Editors stay. */
export async function tidy(): Promise<void> {
  debug.removeBreakpoints(debug.breakpoints);
  const ended = told(() => debug.activeDebugSession === undefined);
  await debug.stopDebugging();
  await ended;
  sessions.clear();
}

/** Beside the editors: what is there would be drawn with every editor that is looked at. */
export async function closePanel(): Promise<void> {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  await window.tabGroups.close(tabs.filter(({ input }) => input instanceof TabInputWebview));
}

export function unwatch(): void {
  subscription?.dispose();
}

/** The line of the cursor in the editor that is looked at, counted from 1, and the editor's file. */
export function cursor(): string {
  const editor = window.activeTextEditor;
  return `${editor?.document.uri.path.replace(/^.*\//, '')} ${(editor?.selection.active.line ?? -1) + 1}`;
}
