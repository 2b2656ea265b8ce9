/** A second `peer` line of one name adds options to the first; it is no second peer, and it moves nobody. */
import { say } from '../../words/sentence';
import { isLine } from '../lines';
import { on, problem } from '../report';
import type { ScenarioRule } from '../rule';

export const repeatedPeer: ScenarioRule = ({ lines }) => {
  const declared = new Map<string, { readonly line: number; address: string | undefined }>();
  return lines.flatMap((line) => {
    if (!isLine(line, 'peer')) return [];
    const { name, address, scripted, options } = line.statement;
    const first = declared.get(name.text);
    if (first === undefined) {
      declared.set(name.text, { line: line.number, address: address?.text });
      return [];
    }
    const moves = address !== undefined && first.address !== undefined && address.text !== first.address;
    const adds = options.length > 0 || scripted !== undefined || (address !== undefined && first.address === undefined);
    first.address ??= address?.text;
    if (adds && !moves) return [];
    const message = say('"{0}" is declared in line {1}; the other peer needs another name', name.text, first.line);
    return [on(line, problem('repeated-peer', name, message))];
  });
};
