/** The command "Open a Sample": a copy of one of the examples, to step through and to change. */
import { commands, type Disposable, env, type QuickPickItem, QuickPickItemKind, Uri, window, workspace } from 'vscode';
import {
  firstSentence,
  SAMPLE_GROUPS,
  type SampleBundle,
  type SampleGroup,
  type SampleTexts,
  textsIn,
} from '../editing/samples';
import { say } from '../words/sentence';
import type { Failures } from './failures';
import { showUntitled } from './untitled';
import { inWords } from './words';

/** `root` is the extension's own folder. The command may be given the name of a sample, and then does not ask. */
export const samples = (root: Uri, failures: Failures): Disposable =>
  commands.registerCommand('tcpscn.openSample', (name?: unknown) =>
    failures.attempt(say('Opening a sample'), async () => {
      const texts = await readTexts(root);
      const text = (typeof name === 'string' ? texts[name] : undefined) ?? (await chosenText(texts));
      if (text !== undefined) await showUntitled(text);
    }),
  );

/** Through VS Code, so that it can be read where there is no disk. */
async function readTexts(root: Uri): Promise<SampleTexts> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(root, 'dist/samples.json'));
  const bundle: SampleBundle = JSON.parse(new TextDecoder().decode(bytes));
  return textsIn(bundle, env.language);
}

interface Choice extends QuickPickItem {
  readonly text?: string;
}

async function chosenText(texts: SampleTexts): Promise<string | undefined> {
  const chosen = await window.showQuickPick(
    SAMPLE_GROUPS.flatMap((group) => choicesOf(group, texts)),
    {
      title: inWords(say('Open a Sample')),
      placeHolder: inWords(say('Which one? You get a copy, to step through and to change.')),
      matchOnDetail: true,
    },
  );
  return chosen?.text;
}

const choicesOf = ({ title, samples: members }: SampleGroup, texts: SampleTexts): readonly Choice[] => [
  { label: inWords(title), kind: QuickPickItemKind.Separator },
  ...members.map((sample) => {
    const text = texts[sample.name] ?? '';
    return { label: inWords(sample.title), detail: firstSentence(text), text };
  }),
];
