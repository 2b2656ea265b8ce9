/**
 * The language in which the command line speaks to people: what `--language` says, else TCPSCN_LANGUAGE, else English.
 *
 * Rule 1: the locale of the machine is not asked, so that the same command prints the same text everywhere: what people
 *         paste, what a script greps, what a pipeline logs.
 * Rule 2: JSON, JUnit, TAP, scripts of packetdrill and captures are English in any case: machines read them.
 */
import chinese from '../../l10n/bundle.l10n.zh-cn.json';
import { english, type Translate } from '../words/sentence';
import type { Io } from './io';

const VARIABLE = 'TCPSCN_LANGUAGE';

const LANGUAGES = { en: {}, 'zh-cn': chinese } as const satisfies Record<string, Readonly<Record<string, string>>>;
type Language = keyof typeof LANGUAGES;

/** What can be chosen. */
export const LANGUAGE_NAMES: readonly string[] = Object.keys(LANGUAGES);

/** `zh_CN.UTF-8`, `zh-Hans` and `zh` mean `zh-cn`; undefined for a language that there is not. */
function languageNamed(name: string): Language | undefined {
  const tag = name.toLowerCase().replaceAll('_', '-').replace(/\..*$/, '');
  if (tag === '' || /^en(?:-|$)/.test(tag)) return 'en';
  return /^zh(?:-(?:cn|sg|hans)(?:-.*)?)?$/.test(tag) ? 'zh-cn' : undefined;
}

/** The environment with the language of the arguments in it, which is needed before they are understood: for the help. */
export function withLanguage(argv: readonly string[], env: Io['env']): Io['env'] {
  const end = argv.indexOf('--');
  const before = end < 0 ? argv : argv.slice(0, end);
  const at = before.lastIndexOf('--language');
  const chosen =
    at < 0 ? before.findLast((word) => word.startsWith('--language='))?.slice('--language='.length) : before[at + 1];
  return chosen === undefined ? env : { ...env, [VARIABLE]: chosen };
}

/** The name of a language that there is not, if one is asked for. */
export function unknownLanguage(env: Io['env']): string | undefined {
  const name = env[VARIABLE] ?? '';
  return languageNamed(name) === undefined ? name : undefined;
}

/** Into the language that is asked for. */
export function translationFor(env: Io['env']): Translate {
  const strings: Readonly<Record<string, string>> = LANGUAGES[languageNamed(env[VARIABLE] ?? '') ?? 'en'];
  return (text) => (Object.hasOwn(strings, text) ? (strings[text] ?? text) : english(text));
}
