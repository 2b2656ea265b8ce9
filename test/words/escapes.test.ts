/** Whatever reaches a reader passes the translation: every surface, in a language that does not exist. */
import assert from 'node:assert/strict';
import { check } from '../../src/checks/check';
import { pretty } from '../../src/checks/pretty';
import { PLAIN } from '../../src/checks/style';
import { completionsAt } from '../../src/editing/completion';
import { hoverAt } from '../../src/editing/hover';
import { markdownOf } from '../../src/editing/markdown';
import { markdown } from '../../src/exporters/markdown';
import { mermaid } from '../../src/exporters/mermaid';
import { CODES as LINE_CODES } from '../../src/language/codes';
import { parse } from '../../src/language/document';
import { CODES } from '../../src/program/codes';
import { resolve } from '../../src/program/resolve';
import { rows } from '../../src/tcp/fsm';
import { unreachable } from '../../src/tcp/unreachable';
import { coverage } from '../../src/trace/coverage';
import { ladder } from '../../src/trace/ladder';
import { log } from '../../src/trace/log';
import { machineMarkdown } from '../../src/trace/machine-markdown';
import { machineTable } from '../../src/trace/machine-text';
import { render } from '../../src/words/sentence';
import { Client } from '../debug/client';
import { runsOf as runsIn } from '../editing/cursor';
import { filesIn, runsOf, textOf } from '../scenarios';
import { escapes, pseudo } from './pseudo';

/** Collects what escaped, each with a text it was found in. */
class Found {
  private readonly found = new Map<string, string>();

  look(text: string, authors = ''): void {
    for (const word of escapes(text, authors)) if (!this.found.has(word)) this.found.set(word, text);
  }

  get words(): readonly string[] {
    return [...this.found].map(([word, text]) => `${word}: ${text.slice(0, 300)}`);
  }
}

const examples = filesIn('examples');

/** Text without code and the targets of links. */
const prose = (markdown: string): string =>
  markdown
    .replace(/^(`{3,})tcpscn\n[\s\S]*?\n\1$/gm, '')
    .replace(/\]\(https?:[^)]*\)/g, ']')
    .replace(/\\(.)/g, '$1');

/** The words of Mermaid's own. */
const MERMAID = 'sequenceDiagram title participant as rect rgba end br Note over left right of xp0 xp1';

/** A line of a Mermaid diagram with its codes as characters. */
const drawn = (line: string): string =>
  line.replace(/#(\d+);/g, (_, point) => String.fromCodePoint(Number(point))).replaceAll('<br/>', ' ');

describe('in every language', () => {
  it('diagnostics and their fixes', () => {
    const found = new Found();
    for (const { example } of [...Object.values(LINE_CODES), ...Object.values(CODES)]) {
      // Peers that are not declared have these names, and a name with a hyphen is offered with an underscore.
      const own = `${example} client server ${example.replaceAll('-', '_')}`;
      for (const { diagnostic } of resolve(parse(example), 'untitled').diagnostics) {
        found.look(render(diagnostic.message, pseudo), own);
        if (diagnostic.fix) found.look(render(diagnostic.fix.title, pseudo), `${own} ${diagnostic.fix.text}`);
      }
    }
    assert.deepEqual(found.words, []);
  });

  it('hovers', () => {
    const found = new Found();
    for (const file of examples) {
      const document = parse(textOf(file));
      const runs = runsIn(document);
      document.lines.forEach(({ text }, line) => {
        for (const { index } of text.matchAll(/(?<!\S)\S|(?<=[.=+])\w/g)) {
          const hover = hoverAt(document, { line, column: index }, runs);
          if (hover) found.look(prose(markdownOf(hover.paragraphs, pseudo)), textOf(file));
        }
      });
    }
    assert.deepEqual(found.words, []);
  });

  it('completion', () => {
    const found = new Found();
    for (const file of examples.slice(0, 4)) {
      const document = parse(`${textOf(file)}\n`);
      document.lines.forEach(({ text }, line) => {
        for (const column of [0, ...[...text.matchAll(/[\s.=+]/g)].map(({ index }) => index + 1)]) {
          for (const { detail, about } of completionsAt(document, { line, column })) {
            if (detail) found.look(render(detail, pseudo), textOf(file));
            found.look(prose(markdownOf(about, pseudo)), textOf(file));
          }
        }
      });
    }
    assert.deepEqual(found.words, []);
  });

  it('reports, ladders, logs and diagrams of what holds and of what does not', () => {
    const found = new Found();
    for (const file of examples) {
      const wrong = textOf(file)
        .replace(/\back=2\b/, 'ack=3')
        .replace(/\bTIME_WAIT$/m, 'CLOSING');
      for (const text of [textOf(file), wrong]) {
        const report = check({ name: file, text });
        const look = (line: string): void => found.look(line, `${text} ${file} code goto`);
        const none = coverage(rows, unreachable, new Map());
        for (const line of pretty([report], { style: PLAIN, translate: pseudo, coverage: none })) look(line);
      }
      for (const trace of runsOf(file)) {
        for (const line of ladder(trace, undefined, pseudo)) found.look(line, textOf(file));
        for (const line of log(trace, undefined, pseudo)) found.look(line, textOf(file));
        for (const line of markdown(trace, pseudo)) found.look(prose(line), `${textOf(file)} text br`);
        for (const line of mermaid(trace, pseudo)) found.look(drawn(line), `${textOf(file)} ${MERMAID}`);
      }
    }
    assert.deepEqual(found.words, []);
  });

  it('the state machine', () => {
    const found = new Found();
    found.look(machineTable(rows, pseudo));
    found.look(prose(machineMarkdown(rows, pseudo)).replace(/\(#\w+\)/g, ''), 'tcpscn machine');
    assert.deepEqual(found.words, []);
  });

  for (const name of ['handshake-and-close', 'last-ack-lost', 'zero-window', 'reset-in-every-state']) {
    it(`a debug session of ${name}`, async () => {
      const file = `examples/${name}.tcpscn`;
      const client = new Client({ translate: pseudo });
      await talk(client, file);
      const found = new Found();
      for (const text of shown(client.messages))
        found.look(text, `${textOf(file)} ${file} launch bogus CLOSED.md property method keyword variable`);
      assert.deepEqual(found.words, []);
    });
  }
});

/** What VS Code asks for, and what it may ask for wrongly. */
async function talk(client: Client, program: string): Promise<void> {
  const source = { path: program };
  await client.launch({ program, stopOnEntry: true, stopOnEnd: true }, async () => {
    const lines = Array.from({ length: 12 }, (_, line) => ({
      line: line + 1,
      condition: line === 3 ? 'bogus' : undefined,
    }));
    await client.ask('setBreakpoints', { source, breakpoints: lines });
    const names = ['bogus', 'timer bogus', '', 'SYN'].map((name) => ({ name }));
    await client.ask('setFunctionBreakpoints', { breakpoints: names });
    await client.ask('setExceptionBreakpoints', { filters: ['failure', 'reset', 'lost'] });
  });
  for (const command of ['stepIn', 'stepIn', 'stepIn', 'stepIn', 'next', 'stepIn', 'stepOut', 'continue', 'stepBack']) {
    await client.move(command);
    for (const threadId of [1, 2]) {
      const { stackFrames } = await client.get('stackTrace', { threadId });
      for (const { id } of stackFrames.slice(0, 3)) {
        const { scopes } = await client.get('scopes', { frameId: id });
        for (const { variablesReference } of scopes) {
          const { variables } = await client.get('variables', { variablesReference });
          for (const each of variables)
            if (each.variablesReference > 0)
              await client.get('variables', { variablesReference: each.variablesReference });
        }
      }
    }
    await client.ask('exceptionInfo', { threadId: 1 });
    await client.ask('stepInTargets', { frameId: await client.frameId() });
  }
  for (let state = 1; state <= 11; state += 1) await client.get('source', { sourceReference: state });
  for (const text of ['', 'client.', 'client ', 'wire.', 'e'])
    await client.get('completions', { text, column: text.length + 1 });
  for (const expression of [
    'client',
    'wire',
    'client.cwnd',
    'bogus',
    'client send 100',
    'client.bogus',
    '1 +',
    'drop next client -> server ANY',
  ])
    await client.ask('evaluate', { expression, context: 'repl', frameId: await client.frameId() });
  await client.ask('setExpression', { expression: 'client.bogus', value: '1', frameId: await client.frameId() });
  await client.ask('setExpression', { expression: 'client.cwnd', value: '"text"', frameId: await client.frameId() });
  await client.ask('dataBreakpointInfo', { name: 'bogus' });
  await client.ask('scopes', { frameId: 1 });
  await client.ask('stackTrace', { threadId: 9 });
  await client.ask('bogus');
  await client.ask('launch', { program: 1 });
}

/** What a client shows: names, values, texts; not what it sends back or decides by. */
const SHOWN: ReadonlySet<string> = new Set(
  'name value type result description label output text message format title detail typeName stackTrace content'.split(
    ' ',
  ),
);

function shown(value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string') return SHOWN.has(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((each) => shown(each, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => (name === 'type' && 'seq' in value ? [] : shown(each, name)));
}
