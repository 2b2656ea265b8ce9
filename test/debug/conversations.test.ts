/** Whole conversations about the scenarios that one opens first, message by message. `UPDATE=1` accepts what is said now. */
import type { DebugProtocol } from '@vscode/debugprotocol';
import { matchesGolden } from '../golden';
import { Client, type Event, type Response } from './client';

/** A client that writes down what is said. */
class Conversation {
  readonly client = new Client();
  private readonly lines: string[] = [];
  private told = 0;

  /** Sends a request, and waits for the stop it leads to if it moves the run. */
  async say(command: string, args: object = {}): Promise<Response> {
    const moves = /^(configurationDone|continue|reverseContinue|next|step\w*|goto|restart\w*)$/.test(command);
    const stopped = moves && !command.endsWith('Targets') ? this.client.next('stopped') : undefined;
    this.lines.push(`-> ${command} ${JSON.stringify(args)}`);
    const response = await this.client.ask(command, args);
    await stopped;
    this.listen();
    return response;
  }

  private listen(): void {
    for (const message of this.client.messages.slice(this.told)) this.lines.push(`<- ${written(message)}`);
    this.told = this.client.messages.length;
  }

  /** Begins as VS Code does. */
  async begin(launch: object, ...configure: readonly (readonly [string, object])[]): Promise<void> {
    await this.say('initialize', { adapterID: 'tcpscn', linesStartAt1: true, supportsInvalidatedEvent: true });
    await this.say('launch', launch);
    for (const [command, args] of configure) await this.say(command, args);
    await this.say('configurationDone');
  }

  /** What VS Code asks for at every stop. */
  async look(threadId = 1): Promise<void> {
    await this.say('threads');
    const { body } = await this.say('stackTrace', { threadId, startFrame: 0, levels: 20 });
    const { body: found } = await this.say('scopes', { frameId: body.stackFrames[0].id });
    for (const { variablesReference } of found.scopes) await this.say('variables', { variablesReference });
  }

  get text(): string {
    return `${this.lines.join('\n')}\n`;
  }
}

function written(message: DebugProtocol.ProtocolMessage): string {
  if (message.type === 'event') {
    const { event, body } = message as Event;
    return `event ${event} ${JSON.stringify(body ?? {})}`;
  }
  const { command, success, body, message: error } = message as Response;
  // What the adapter can do has a test of its own.
  if (command === 'initialize') return 'initialize ...';
  return success ? `${command} ${JSON.stringify(body ?? {})}` : `${command} refused: ${error}`;
}

const at = (example: string) => ({ path: `examples/${example}.tcpscn` });

async function conversation(example: string, talk: (said: Conversation) => Promise<void>): Promise<void> {
  const said = new Conversation();
  await talk(said);
  await said.say('disconnect');
  matchesGolden(`test/debug/golden/${example}.txt`, said.text);
}

describe('a conversation about', () => {
  it('handshake-and-close: over and into the opening, to the end and back', () =>
    conversation('handshake-and-close', async (said) => {
      const source = at('handshake-and-close');
      await said.begin({ program: source.path, stopOnEntry: true }, [
        'setBreakpoints',
        { source, breakpoints: [{ line: 29 }, { line: 21 }] },
      ]);
      for (let step = 0; step < 4; step += 1) await said.say('next', { threadId: 1 });
      for (let step = 0; step < 4; step += 1) await said.say('stepIn', { threadId: 1 });
      await said.look(1);
      await said.say('stepOut', { threadId: 1 });
      await said.say('stepBack', { threadId: 1 });
      await said.say('continue', { threadId: 1 });
      await said.say('continue', { threadId: 1 });
      await said.look(2);
      await said.say('continue', { threadId: 1 });
      await said.say('reverseContinue', { threadId: 1 });
    }));

  it('simultaneous-open: from state to state', () =>
    conversation('simultaneous-open', async (said) => {
      const breakpoints = [
        { name: 'SYN_RCVD' },
        { name: 'ESTABLISHED', condition: 'left ESTABLISHED and right ESTABLISHED' },
      ];
      await said.begin({ program: at('simultaneous-open').path }, ['setFunctionBreakpoints', { breakpoints }]);
      await said.look(2);
      await said.say('continue', { threadId: 1 });
      await said.say('evaluate', { expression: 'left.previous', context: 'hover' });
      await said.say('continue', { threadId: 1 });
      await said.look(1);
      await said.say('reverseContinue', { threadId: 1 });
      await said.say('tcpscn/numbers');
      await said.look(2);
    }));

  it('last-ack-lost: what is lost, what is said again, and the timer', () =>
    conversation('last-ack-lost', async (said) => {
      await said.begin(
        { program: at('last-ack-lost').path },
        ['setExceptionBreakpoints', { filters: ['failure', 'lost', 'retransmission'] }],
        ['dataBreakpointInfo', { name: 'client.timer.timewait' }],
        ['setDataBreakpoints', { breakpoints: [{ dataId: 'client.timer.timewait' }] }],
      );
      await said.say('continue', { threadId: 1 });
      await said.say('exceptionInfo', { threadId: 1 });
      await said.say('continue', { threadId: 1 });
      await said.say('exceptionInfo', { threadId: 1 });
      await said.say('continue', { threadId: 1 });
      await said.look(1);
      await said.say('continue', { threadId: 1 });
      await said.say('continue', { threadId: 1 });
    }));

  it('reset-in-every-state: one of its scenarios, check by check', () =>
    conversation('reset-in-every-state', async (said) => {
      const source = at('reset-in-every-state');
      await said.begin({ program: source.path, scenario: 'A blind RST only draws a challenge' }, [
        'setBreakpoints',
        { source, breakpoints: [{ line: 8 }, { line: 79 }] },
      ]);
      await said.say('stepIn', { threadId: 1 });
      await said.say('stepIn', { threadId: 1 });
      await said.look(2);
      const { body } = await said.say('loadedSources');
      await said.say('source', { sourceReference: body.sources.at(-1).sourceReference });
      await said.say('stepOut', { threadId: 1 });
      await said.say('continue', { threadId: 1 });
    }));

  it('zero-window: watched, logged, and changed by hand', () =>
    conversation('zero-window', async (said) => {
      const source = at('zero-window');
      const breakpoints = [{ line: 18, logMessage: 'the window is {client.snd.wnd}' }, { line: 22 }];
      await said.begin({ program: source.path }, ['setBreakpoints', { source, breakpoints }]);
      await said.say('evaluate', { expression: 'client.timer.persist', context: 'watch' });
      await said.look(2);
      await said.say('evaluate', { expression: 'server recv all', context: 'repl' });
      await said.say('setExpression', { expression: 'client.snd.wnd', value: '200' });
      await said.say('evaluate', { expression: 'server.readable', context: 'watch' });
      await said.say('continue', { threadId: 1 });
      await said.say('exceptionInfo', { threadId: 1 });
      await said.say('restart');
    }));
});
