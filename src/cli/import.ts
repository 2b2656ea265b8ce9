/** `tcpscn import FILE`: a capture becomes a scenario. */
import path from 'node:path';
import { check } from '../checks/check';
import { STANDARD_INPUT } from '../checks/report';
import { type Choice, type Draft, importBytes } from '../importers/import';
import { type Sentence, say, type Translate } from '../words/sentence';
import { complaint, type Found, readContent, reasonOf } from './files';
import { type Io, type Outcome, refused } from './io';
import { translationFor } from './language';
import { writeWhole } from './write';

export interface ImportOptions {
  readonly connection?: string;
  readonly output?: string;
}

/**
 * The chosen connection, else the first, goes to standard output or into a file. Of its drafts it is the first whose
 * judgments hold: there our TCP does what was captured.
 */
export async function importFile(name: string, options: ImportOptions, io: Io): Promise<Outcome> {
  const file: Found =
    name === '-' ? { kind: 'stdin', name: STANDARD_INPUT } : { kind: 'file', name, path: path.resolve(io.cwd, name) };
  const content = await readContent(file, io);
  if (content.kind === 'unreadable') return refused(complaint(content));
  const imported = importBytes(content.bytes);
  if (imported.kind === 'refused') return refused(complaint({ name: content.name, reason: imported.reason }));
  const { choices, remark } = imported;
  const choice = choices[Number(options.connection ?? 1) - 1];
  if (choice === undefined) {
    return refused(say('{0} has no connection {1}; it has', content.name, options.connection ?? 1), ...list(choices));
  }
  const complaints: Sentence[] = remark === undefined ? [] : [complaint({ name: content.name, reason: remark })];
  if (choices.length > 1 && options.connection === undefined) {
    complaints.push(say('importing the first of {0} connections; --connection N chooses another', choices.length));
    complaints.push(...list(choices));
  }
  const text = playable(choice.drafts, translationFor(io.env));
  if (options.output === undefined || options.output === '-') return { status: 0, output: [text], complaints };
  try {
    await writeWhole(path.resolve(io.cwd, options.output), [text]);
    return { status: 0, output: [], complaints };
  } catch (error) {
    return refused(...complaints, complaint({ name: options.output, reason: reasonOf(error) }));
  }
}

/** `  2  10.0.0.1:49153 to 10.0.0.2:80, 12 segments`. */
const list = (choices: readonly Choice[]): readonly Sentence[] =>
  choices.map(({ title, segments }, index) => say('  {0}  {1}, {2} segments', index + 1, title, segments));

/** The first draft that plays as it is written; the last one has nothing to be judged. */
function playable(drafts: readonly Draft[], translate: Translate): string {
  let why: Sentence | undefined;
  let text = '';
  for (const { scripted, text: written } of drafts) {
    text = written(why === undefined ? [] : [...withoutTcp(scripted), why], translate);
    const failed = failure(text);
    if (failed === undefined) return text;
    why ??= failed;
  }
  return text;
}

function* withoutTcp([one, other]: readonly string[]): Generator<Sentence> {
  if (one === undefined) return;
  yield other === undefined
    ? say('{0} is scripted, for as a TCP it would not do the same.', one)
    : say('{0} and {1} are scripted, for as TCPs they would not do the same.', one, other);
}

/** What keeps a scenario from holding. */
function failure(text: string): Sentence | undefined {
  const { scenarios } = check({ name: 'draft', text });
  const [scenario] = scenarios;
  const [broken] = scenario?.diagnostics.filter(({ diagnostic }) => diagnostic.severity === 'error') ?? [];
  if (broken !== undefined) return broken.diagnostic.message;
  const [first] = scenario?.failures ?? [];
  return first && say('line {0}: expected {1}, actual {2}', first.line, first.expected, first.actual);
}
