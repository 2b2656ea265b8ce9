/** What is said of a name: a peer's declaration and states, a constant's value, the line that remembers a segment. */

import { peerIndex } from '../../program/cast';
import type { View } from '../../program/names';
import { say } from '../../words/sentence';
import type { Meaning } from '../names';
import { code, heading, list, type Paragraph, text } from '../paragraph';
import type { LineRun } from '../runs';

/** `ran`: what the line did on which the name stands, if it was run. */
export function nameParagraphs({ kind, name }: Meaning, view: View, ran: LineRun | undefined): readonly Paragraph[] {
  return kind === 'peer' ? peerParagraphs(name, view, ran) : definitionParagraphs(name, view);
}

function peerParagraphs(name: string, { cast }: View, ran: LineRun | undefined): readonly Paragraph[] {
  const index = peerIndex(cast, name);
  const role = index === undefined ? undefined : cast[index];
  if (index === undefined || role === undefined) return [];
  const declared = role.lines.map((line) => line.text.trim()).join('\n');
  const [before, after] = [ran?.before[index], ran?.after[index]];
  return [
    heading(name),
    role.scripted
      ? text(say('A scripted peer: segment lines make its segments.'))
      : index === 0
        ? text(say('The first peer.'))
        : text(say('The second peer.')),
    ...(declared === '' ? [text(say('It is not declared, and has every option at its default.'))] : [code(declared)]),
    ...(before === undefined || after === undefined
      ? []
      : list([before === after ? say('state: {0}', after) : say('state: {0}, before this line {1}', after, before)])),
  ];
}

function definitionParagraphs(name: string, view: View): readonly Paragraph[] {
  const definition = view.names.get(name);
  if (definition === undefined) return [];
  const { kind, line } = definition;
  return [
    heading(name),
    kind === 'let'
      ? text(say('A value, taken on line {0}.', line.number))
      : text(say('A segment, remembered on line {0}.', line.number)),
    code(line.text.trim()),
  ];
}
