/** What can be typed into the console: peers, what they have and can do, states, and statements. */
import { CAPTURE_FIELDS, PEER_FIELDS } from '../language/vocabulary/expression-fields';
import { STATEMENTS } from '../language/vocabulary/keywords';
import { STATES } from '../language/vocabulary/states';
import { VERBS } from '../language/vocabulary/verbs';
import type { Names } from '../program/names';
import { type Sentence, say } from '../words/sentence';
import type { Program } from './program';

export interface Completion {
  readonly label: string;
  readonly kind: 'property' | 'method' | 'keyword' | 'variable' | 'value';
  readonly detail: Sentence | undefined;
}

export interface Completions {
  readonly found: readonly Completion[];
  /** How many characters before the cursor they replace. */
  readonly replaced: number;
}

/** `before` is the text up to the cursor. */
export function completionsAt(program: Program, names: Names, before: string): Completions {
  const peers = program.scenario.peers.map(({ name }) => name);
  const field = /([\p{L}\p{N}_]+)\.([\p{L}\p{N}_.]*)$/u.exec(before);
  if (field !== null) {
    const [, owner = '', begun = ''] = field;
    if (peers.includes(owner)) return matching(begun, described(PEER_FIELDS, 'property'));
    if (names.get(owner)?.kind === 'segment') return matching(begun, described(CAPTURE_FIELDS, 'property'));
    return matching(begun, owner === 'wire' ? [{ label: 'count', kind: 'property', detail: undefined }] : []);
  }
  const begun = /[\p{L}\p{N}_-]*$/u.exec(before)?.[0] ?? '';
  const words = before
    .slice(0, before.length - begun.length)
    .trimEnd()
    .split(/\s+/);
  const last = words.at(-1) ?? '';
  if (peers.includes(last) && words.length === 1) {
    const follows = [...described(VERBS, 'method'), ...described(STATES, 'value')];
    return matching(begun, [...follows, { label: '->', kind: 'keyword', detail: undefined }]);
  }
  if (peers.includes(last)) return matching(begun, described(STATES, 'value'));
  return matching(begun, [
    ...peers.map((label): Completion => ({ label, kind: 'variable', detail: undefined })),
    ...[...names].map(
      ([label, { kind }]): Completion => ({
        label,
        kind: 'variable',
        detail: kind === 'let' ? say('value') : say('segment'),
      }),
    ),
    { label: 'time', kind: 'variable', detail: undefined },
    { label: 'wire.count', kind: 'variable', detail: undefined },
    ...(words.join('') === '' ? described(STATEMENTS, 'keyword') : []),
  ]);
}

const described = (
  table: Readonly<Record<string, { readonly name?: string; readonly meaning?: string }>>,
  kind: Completion['kind'],
): readonly Completion[] =>
  Object.entries(table).map(([label, { meaning }]) => ({
    label,
    kind,
    detail: meaning === undefined ? undefined : say(meaning),
  }));

const matching = (begun: string, all: readonly Completion[]): Completions => ({
  found: all.filter(({ label }) => label.toLowerCase().startsWith(begun.toLowerCase())),
  replaced: begun.length,
});
