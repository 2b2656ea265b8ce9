/**
 * The text of a new scenario file: two peers, and what one has chosen to begin with.
 *
 * Rule: it is a scenario that can be run as it stands.
 */
import { render, type Sentence, say, type Translate } from '../words/sentence';
import { bodyOf, SNIPPETS, type Snippet } from './snippets';

/** What one can begin with. */
export interface Template {
  readonly title: Sentence;
  readonly shows: Sentence;
  /** Undefined: the two calls that every connection begins with, and what comes of them, to be recorded. */
  readonly snippet?: Snippet;
}

const EMPTY: Template = {
  title: say('Two peers'),
  shows: say('One listens, the other connects. The rest is yours.'),
};

export const TEMPLATES: readonly Template[] = [
  EMPTY,
  ...SNIPPETS.map((snippet) => ({ title: snippet.title, shows: snippet.shows, snippet })),
];

const PEERS = ['client', 'server'] as const;
const DECLARATIONS = [`peer ${PEERS[0]} 10.0.0.1:49152`, `peer ${PEERS[1]} 10.0.0.2:80`];
const CALLS = [`${PEERS[1]} listen`, `${PEERS[0]} connect`, 'run'];

/** The file, in the words of a language. One goes on writing at its end. */
export function templateText({ title, shows, snippet }: Template, translate: Translate): string {
  const lines =
    snippet === undefined
      ? [`# ${render(say('A new scenario'), translate)}`, ...DECLARATIONS, '', ...CALLS, '']
      : [
          `# ${render(shows, translate)}`,
          ...DECLARATIONS,
          '',
          `scenario "${render(title, translate)}"`,
          ...bodyOf(snippet, PEERS),
          '',
        ];
  return lines.join('\n');
}
