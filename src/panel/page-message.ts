/** Reads what the page says: for the host, which trusts no page. */
import { CLAUSES } from './clause';
import { type Guard, isCount, isText, isTruth, maybe, oneOf, record, unionOf } from './guards';
import { type PageMessage, SAVED_AS } from './protocol';
import { isSettings } from './settings';

type Of<K extends PageMessage['kind']> = Extract<PageMessage, { readonly kind: K }>;

/** Only clauses are opened. */
const isClause: Guard<string> = (value): value is string => isText(value) && value.startsWith(CLAUSES);

/** Whether a value is a message of the page. */
export const isPageMessage: Guard<PageMessage> = unionOf<PageMessage>({
  ready: record<Of<'ready'>>({
    kind: oneOf('ready'),
    subject: maybe(record<{ readonly uri: string; readonly scenario: string }>({ uri: isText, scenario: isText })),
  }),
  viewing: record<Of<'viewing'>>({ kind: oneOf('viewing'), n: isCount }),
  travel: record<Of<'travel'>>({ kind: oneOf('travel'), n: isCount }),
  reveal: record<Of<'reveal'>>({ kind: oneOf('reveal'), n: isCount }),
  run: record<Of<'run'>>({ kind: oneOf('run'), command: isText }),
  open: record<Of<'open'>>({ kind: oneOf('open'), url: isClause }),
  save: record<Of<'save'>>({ kind: oneOf('save'), as: oneOf(...SAVED_AS), name: isText, content: isText }),
  write: record<Of<'write'>>({ kind: oneOf('write'), format: isText, to: oneOf('file', 'clipboard') }),
  copy: record<Of<'copy'>>({ kind: oneOf('copy'), text: isText }),
  filter: record<Of<'filter'>>({ kind: oneOf('filter'), text: isText }),
  coverage: record<Of<'coverage'>>({ kind: oneOf('coverage'), wanted: isTruth }),
  settings: record<Of<'settings'>>({ kind: oneOf('settings'), settings: isSettings }),
  invalid: record<Of<'invalid'>>({ kind: oneOf('invalid'), what: isText }),
  failed: record<Of<'failed'>>({ kind: oneOf('failed'), message: isText, stack: isText }),
});
