/** The command "Open a Sample": a copy of one of the examples, to step through and to change. */
import { commands, type Disposable, env, type QuickPickItem, QuickPickItemKind, Uri, window, workspace } from 'vscode';
import { firstSentence, SAMPLE_GROUPS, type SampleBundle, type SampleGroup, sampleText } from '../editing/samples';
import { say } from '../words/sentence';
import type { Failures } from './failures';
import { showUntitled } from './untitled';
import { inWords } from './words';

/** `root` is the extension's own folder. The command may be given the name of a sample, and then does not ask. */
export const samples = (root: Uri, failures: Failures): Disposable =>
  commands.registerCommand('tcpscn.openSample', (name?: unknown) =>
    failures.attempt(say('Opening a sample'), async () => {
      const bundle = await readBundle(root);
      const chosen = textOf(bundle, name) === undefined ? await chosenName(bundle) : name;
      const text = textOf(bundle, chosen);
      if (text === undefined) return;
      await showUntitled(text);
      // For the walkthrough, which asks for a particular one.
      await commands.executeCommand('setContext', 'tcpscn.openedSample', chosen);
    }),
  );

const textOf = (bundle: SampleBundle, name: unknown): string | undefined =>
  typeof name === 'string' ? sampleText(bundle, name, env.language) : undefined;

/** Through VS Code, so that it can be read where there is no disk. */
async function readBundle(root: Uri): Promise<SampleBundle> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(root, 'dist/samples.json'));
  return JSON.parse(new TextDecoder().decode(bytes));
}

interface Choice extends QuickPickItem {
  readonly name?: string;
}

async function chosenName(bundle: SampleBundle): Promise<string | undefined> {
  const chosen = await window.showQuickPick(
    SAMPLE_GROUPS.flatMap((group) => choicesOf(group, bundle)),
    {
      title: inWords(say('Open a Sample')),
      placeHolder: inWords(say('Which one? You get a copy, to step through and to change.')),
      matchOnDetail: true,
    },
  );
  return chosen?.name;
}

const choicesOf = ({ title, samples: members }: SampleGroup, bundle: SampleBundle): readonly Choice[] => [
  { label: inWords(title), kind: QuickPickItemKind.Separator },
  ...members.map(({ name, title }) => {
    return { label: inWords(title), detail: firstSentence(textOf(bundle, name) ?? ''), name };
  }),
];
