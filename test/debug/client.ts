/**
 * A client in memory: sends requests, keeps every message, waits for events. It holds the adapter to its laws as it goes:
 * one response for each request, in their order, and nothing before the response to `initialize`.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { DebugProtocol } from '@vscode/debugprotocol';
import { type Adapter, createAdapter } from '../../src/debug/adapter';
import type { Host } from '../../src/debug/host';
import { assertSchema } from './schema';

type Message = DebugProtocol.ProtocolMessage;
export type Response = DebugProtocol.Response;
export type Event = DebugProtocol.Event;

const isResponse = (message: Message): message is Response => message.type === 'response';
const isEvent = (message: Message): message is Event => message.type === 'event';

export class Client {
  readonly messages: Message[] = [];
  readonly adapter: Adapter;
  ended = false;
  private seq = 0;
  private taken = 0;
  private readonly waiting = new Map<number, (response: Response) => void>();
  private readonly asked: number[] = [];
  private listeners: { event: string; from: number; resolve: (event: Event) => void }[] = [];

  constructor(host: Partial<Host> = {}) {
    let clock = 0;
    this.adapter = createAdapter({
      send: (message) => this.take(message),
      read: async (name) => readFileSync(name, 'utf8'),
      now: () => {
        clock += 0.01;
        return clock;
      },
      breathe: () => new Promise((resolve) => setImmediate(resolve)),
      translate: (text) => text,
      ended: () => {
        this.ended = true;
      },
      ...host,
    });
  }

  private take(message: Message): void {
    assertSchema(message);
    this.taken += 1;
    assert.equal(message.seq, this.taken, 'messages are numbered without a gap');
    if (this.taken === 1) assert.equal(message.type, 'response', 'nothing comes before the first response');
    this.messages.push(message);
    if (isResponse(message)) {
      assert.equal(message.request_seq, this.asked.shift(), 'responses come in the order of the requests');
      this.waiting.get(message.request_seq)?.(message);
      this.waiting.delete(message.request_seq);
    } else if (isEvent(message)) {
      const heard = this.listeners.filter(({ event }) => event === message.event);
      this.listeners = this.listeners.filter((listener) => !heard.includes(listener));
      for (const { resolve } of heard) resolve(message);
    }
  }

  /** Sends a request and gives its response, of whatever outcome. */
  ask(command: string, args?: object): Promise<Response> {
    this.seq += 1;
    const { seq } = this;
    this.asked.push(seq);
    const response = new Promise<Response>((resolve) => {
      this.waiting.set(seq, resolve);
    });
    this.adapter.receive({ seq, type: 'request', command, ...(args === undefined ? {} : { arguments: args }) });
    return response;
  }

  /** Sends a request that must succeed, and gives the body of its response. */
  // biome-ignore lint/suspicious/noExplicitAny: what a body holds is what the test looks at
  async get(command: string, args?: object): Promise<any> {
    const response = await this.ask(command, args);
    assert.ok(response.success, `${command} failed: ${response.message}`);
    return response.body;
  }

  /** Sends a request that must be refused, and gives the sentence. */
  async refused(command: string, args?: object): Promise<string> {
    const response = await this.ask(command, args);
    assert.ok(!response.success, `${command} was not refused`);
    return response.message ?? '';
  }

  /** Drops the messages so far: a long conversation need not be kept. */
  forget(): void {
    this.messages.splice(0);
  }

  /** The next event of a kind from now on. */
  next(event: string): Promise<Event> {
    return new Promise((resolve) => {
      this.listeners.push({ event, from: this.messages.length, resolve });
    });
  }

  /** The events of a kind so far. */
  events(event: string): readonly Event[] {
    return this.messages.filter(isEvent).filter((each) => each.event === event);
  }

  /** What was printed, in a category or in all. */
  printed(category?: string): string {
    return this.events('output')
      .filter(({ body }) => category === undefined || body.category === category)
      .map(({ body }) => body.output)
      .join('');
  }

  /** Sends a request that moves the run, and gives the body of the stop it leads to. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  async move(command: string, args: object = { threadId: 1 }): Promise<any> {
    const stopped = this.next('stopped');
    await this.get(command, args);
    return (await stopped).body;
  }

  /** Initializes, launches, and leaves the breakpoints to `configure`. Gives the first stop. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  async launch(args: object, configure: (client: Client) => Promise<void> = async () => {}): Promise<any> {
    await this.get('initialize', {
      adapterID: 'tcpscn',
      linesStartAt1: true,
      columnsStartAt1: true,
      supportsInvalidatedEvent: true,
      supportsProgressReporting: true,
    });
    const initialized = this.next('initialized');
    await this.get('launch', args);
    await initialized;
    await configure(this);
    const first = Promise.race([this.next('stopped'), this.next('terminated')]);
    await this.get('configurationDone');
    return (await first).body;
  }

  /** Where the session stands: the top frame of a thread, `line: name`. */
  async top(threadId = 1): Promise<string> {
    const { stackFrames } = await this.get('stackTrace', { threadId, startFrame: 0, levels: 1 });
    const [{ line, name, source }] = stackFrames;
    return `${source.path === undefined ? `${source.name} ` : ''}${line}: ${name}`;
  }

  /** The names of all frames of a thread. */
  async stack(threadId = 1): Promise<readonly string[]> {
    const { stackFrames } = await this.get('stackTrace', { threadId });
    return stackFrames.map(({ name, line }: { name: string; line: number }) => `${line}: ${name}`);
  }

  async threads(): Promise<readonly string[]> {
    const { threads } = await this.get('threads');
    return threads.map(({ name }: { name: string }) => name);
  }

  async frameId(threadId = 1, index = 0): Promise<number> {
    const { stackFrames } = await this.get('stackTrace', { threadId });
    return stackFrames[index].id;
  }

  /** A scope of the top frame, `name = value` a line. */
  async scope(name: string, threadId = 1, frame = 0): Promise<string> {
    const { scopes } = await this.get('scopes', { frameId: await this.frameId(threadId, frame) });
    const { variablesReference } = scopes.find((scope: { name: string }) => scope.name === name);
    return this.listed(variablesReference);
  }

  async listed(variablesReference: number): Promise<string> {
    const { variables } = await this.get('variables', { variablesReference });
    return variables.map((each: { name: string; value: string }) => `${each.name} = ${each.value}`).join('\n');
  }

  async value(expression: string, context = 'watch', frameId?: number): Promise<string> {
    return (await this.get('evaluate', { expression, context, ...(frameId === undefined ? {} : { frameId }) })).result;
  }
}

/** A client whose program is these lines. */
export const clientFor = (...lines: readonly string[]): Client => new Client({ read: async () => lines.join('\n') });

/** The same on a machine where every look at the clock takes 5 ms. */
export function slowClient(...lines: readonly string[]): Client {
  let clock = 0;
  return new Client({
    read: async () => lines.join('\n'),
    now: () => {
      clock += 5;
      return clock;
    },
  });
}
