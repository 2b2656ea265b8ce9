/**
 * What is wrong with the arguments, in the reader's language. Commander says it in English only, and knows more than its
 * errors hold: the names are taken from its sentences, of which a test has every one that can come.
 */
import type { CommanderError } from 'commander';
import { type Sentence, say, type Words } from '../words/sentence';

/** What stands in quotation marks, then what commander thinks was meant. */
interface Named {
  readonly names: readonly string[];
  readonly meant: string | undefined;
  readonly message: string;
}

const SENTENCES: Readonly<Record<string, (named: Named, commands: string) => Sentence>> = {
  'commander.unknownCommand': ({ names: [name = ''], meant }, commands) =>
    meant === undefined
      ? say('there is no command "{0}"; choose one of {1}', name, commands)
      : say('there is no command "{0}"; did you mean "{1}"?', name, meant),
  'commander.unknownOption': ({ names: [name = ''], meant }) =>
    meant === undefined
      ? say('there is no option {0}; --help shows those that there are', name)
      : say('there is no option {0}; did you mean {1}?', name, meant),
  'commander.missingArgument': ({ names: [name = ''] }) =>
    say('the argument <{0}> is missing; --help explains it', name),
  'commander.optionMissingArgument': ({ names: [name = ''] }) => say('{0} needs a value', name),
  'commander.excessArguments': ({ names: [name = ''], message }) => {
    const [expected = '', given = ''] = message.match(/\d+/g) ?? [];
    return say('too many arguments: "{0}" takes {1}, and here are {2}', name, expected, given);
  },
  'commander.invalidArgument': ({ names: [option = '', given = ''], message }) =>
    say('{0} cannot be "{1}"; choose one of {2}', option, given, /choices are (.*)\.$/m.exec(message)?.[1] ?? ''),
};

/** `commands` are the names that there are. Whatever else commander has written, help for example, stays. */
export function wrongArguments({ code, message }: CommanderError, written: string, commands: string): Words {
  const [what = '', more = ''] = message.split('\n');
  const names = [...what.matchAll(/'(.*?)'(?=$|[ .])/g)].map(([, name = '']) => name);
  const meant = /Did you mean (?:one of )?(.*)\?/.exec(more)?.[1];
  return SENTENCES[code]?.({ names, meant, message }, commands) ?? written.trimEnd();
}
