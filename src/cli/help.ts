/** The help of the command line in the reader's language: what commander itself would say in English. */
import type { HelpConfiguration, Option } from 'commander';
import { displayWidth } from '../trace/columns';
import { type Sentence, say } from '../words/sentence';

/** The titles that commander writes. */
const TITLES: Readonly<Record<string, Sentence>> = {
  'Usage:': say('Usage:'),
  'Arguments:': say('Arguments:'),
  'Options:': say('Options:'),
  'Commands:': say('Commands:'),
};

export const helpIn = (said: (sentence: Sentence) => string): HelpConfiguration => ({
  styleTitle: (title) => {
    const sentence = TITLES[title];
    return sentence === undefined ? title : said(sentence);
  },
  optionDescription: (option) => {
    const [first, second] = choices(option);
    if (first === undefined) return option.description;
    return said(say('{0} ({1})', option.description, second === undefined ? first : say('{0}, {1}', first, second)));
  },
  displayWidth,
});

function* choices({ argChoices, defaultValue }: Option): Generator<Sentence> {
  if (argChoices !== undefined)
    yield say('choices: {0}', argChoices.map((choice) => JSON.stringify(choice)).join(', '));
  if (defaultValue !== undefined) yield say('default: {0}', JSON.stringify(defaultValue));
}

const EXIT_STATUS: readonly Sentence[] = [
  say('Exit status:'),
  say('  0  everything held'),
  say('  1  a judgment failed (format --check, record: a file would change)'),
  say('  2  a file could not be read or has errors, or the arguments are wrong'),
];

/** What stands below the help of the program. */
export const belowHelp = (said: (sentence: Sentence) => string): string =>
  ['', ...EXIT_STATUS.map(said), '', said(say('NO_COLOR=1 or a pipe turns colours off.'))].join('\n');
