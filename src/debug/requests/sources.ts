/** Texts that lie in no file: the documents of the states, and a program that was handed over. */
import { number, optionalNumber, optionalObject } from '../arguments';
import { unknownSource } from '../errors';
import type { Handler } from '../reply';
import { ruleDocumentNumbered } from '../rule-document';
import { runOf } from '../session';
import { isProgram, programSource, ruleSource, TEXT_REFERENCE } from '../source';

export const source: Handler = (session, args) => {
  const named = optionalObject(args, 'source') ?? {};
  const own = optionalNumber(named, 'sourceReference') ?? 0;
  const reference = own > 0 ? own : number(args, 'sourceReference');
  const document = ruleDocumentNumbered(reference);
  // VS Code knows Markdown by this name and by no other.
  if (document !== undefined)
    return { body: { content: document.text(session.host.translate), mimeType: 'text/x-markdown' } };
  if (reference === TEXT_REFERENCE || isProgram(session, args))
    return { body: { content: runOf(session).program.text } };
  throw unknownSource();
};

export const loadedSources: Handler = (session) => {
  runOf(session);
  return { body: { sources: [programSource(session), ...[...session.shown].map(ruleSource)] } };
};
