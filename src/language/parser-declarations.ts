/** Lines that declare: `scenario`, `peer`, `network`, `let`, and chapters. */
import { type Sentence, say } from '../words/sentence';
import { type Cursor, replace } from './cursor';
import { expression } from './parser-expressions';
import { direction, isDirection, name } from './parser-names';
import { option, options } from './parser-options';
import type { LetLine, NetworkLine, OptionNode, PeerLine, ScenarioLine, Text, Word } from './tree';
import { stateNamed } from './vocabulary/states';

/** scenario := "scenario" TEXT */
export function scenarioLine(cursor: Cursor): ScenarioLine {
  const { start } = cursor.take();
  const title = text(cursor, say('expected a title in quotation marks'));
  return { kind: 'scenario', title, ...cursor.from(start) };
}

/** text := TEXT; what stands there without quotation marks can be put into them */
export function text(cursor: Cursor, missing: Sentence): Text {
  const token = cursor.peek();
  if (token.kind === 'text') {
    cursor.take();
    return { kind: 'text', value: token.value, start: token.start, end: token.end };
  }
  if (token.kind === 'end') return cursor.giveUp(missing);
  const { start } = token;
  while (!cursor.atEnd) cursor.take();
  const words = cursor.text.slice(start, cursor.end);
  cursor.error('unexpected-text', cursor.from(start), missing, replace(cursor.from(start), JSON.stringify(words)));
  return { kind: 'text', value: words, ...cursor.from(start) };
}

/** peer := "peer" NAME [address] ["scripted"] option* */
export function peerLine(cursor: Cursor): PeerLine {
  const { start } = cursor.take();
  const peer = name(cursor, say('expected the name of a peer'));
  const where = optionalAddress(cursor);
  let scripted = cursor.optionalKeyword('scripted');
  const found: OptionNode[] = [];
  while (cursor.peek().kind === 'word') {
    const late = scripted ? undefined : cursor.optionalKeyword('scripted');
    if (late) scripted = late;
    else found.push(option(cursor, 'peer', found));
  }
  return { kind: 'peer', name: peer, address: where, scripted, options: found, ...cursor.from(start) };
}

const ADDRESS = /^(?:\[[0-9a-fA-F:.]+\]|[\p{L}\p{N}._-]+)?:([0-9]{1,5})$/u;

/** address := [HOST] ":" PORT, without spaces */
function optionalAddress(cursor: Cursor): Word | undefined {
  const first = cursor.peek();
  let tokens = 1;
  let written = first.text;
  while (cursor.peek(tokens).kind !== 'end' && cursor.adjacent(tokens)) {
    written += cursor.peek(tokens).text;
    tokens += 1;
  }
  const isOption = first.kind === 'word' && (!written.includes(':') || written.includes('='));
  if (isOption || first.kind === 'end') return undefined;
  for (let count = 0; count < tokens; count++) cursor.take();
  const word: Word = { text: written, ...cursor.from(first.start) };
  const port = ADDRESS.exec(written)?.[1];
  if (port === undefined || Number(port) > 65_535) {
    cursor.error('bad-address', word, say('an address is HOST:PORT or :PORT, with a port of at most 65535'));
  }
  return word;
}

/** network := "network" [direction] option+ */
export function networkLine(cursor: Cursor): NetworkLine {
  const { start } = cursor.take();
  const way = isDirection(cursor) ? direction(cursor) : undefined;
  const found = options(cursor, 'network');
  if (found.length === 0) cursor.missing(say('expected an option of the network: delay=20ms'));
  return { kind: 'network', direction: way, options: found, ...cursor.from(start) };
}

/** let := "let" NAME "=" expression */
export function letLine(cursor: Cursor): LetLine {
  const { start } = cursor.take();
  const value = name(cursor, say('expected a name'));
  if (stateNamed(value.text) !== undefined) {
    cursor.error('reserved-name', value, say('"{0}" is a state and cannot be the name of a value', value.text));
  }
  const sign = cursor.peek();
  if (cursor.optional('==')) cursor.respell('double-equals', sign, '=');
  else if (!cursor.optional('=')) {
    const fix = { title: say('write "{0}"', '='), start: sign.start, end: sign.start, text: '= ' };
    cursor.giveUp(say('expected "=" and a value'), cursor.atEnd ? undefined : fix);
  }
  return { kind: 'let', name: value, value: expression(cursor, say('expected a value')), ...cursor.from(start) };
}
