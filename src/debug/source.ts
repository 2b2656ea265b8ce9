/** Sources as the protocol names them: the program, and the documents of the states. */
import type { DebugProtocol } from '@vscode/debugprotocol';
import type { State } from '../tcp/state';
import { type Arguments, optionalNumber, optionalObject, optionalText } from './arguments';
import { sectionOf } from './check';
import type { Where } from './frame';
import { referenceOf, ruleDocument } from './rule-document';
import { runOf, type Session } from './session';
import { baseName, pathOf, sameSource, uriOf } from './source-name';

/** The `sourceReference` of a program whose text was handed over; those of states are 1 to 11. */
export const TEXT_REFERENCE = 1_000;

export function programSource(session: Session): DebugProtocol.Source {
  const { name } = runOf(session).program;
  if (session.launch?.text !== undefined && !/[\\/:]/.test(name)) {
    return { name, sourceReference: TEXT_REFERENCE };
  }
  return { name: baseName(name), path: session.client.uris ? uriOf(name) : pathOf(name) };
}

export const ruleSource = (state: State): DebugProtocol.Source => ({
  name: ruleDocument(state).name,
  sourceReference: referenceOf(state),
  origin: `RFC 9293, ${sectionOf(state)}`,
  presentationHint: 'deemphasize',
});

export const sourceOf = (session: Session, where: Where): DebugProtocol.Source =>
  where.kind === 'program' ? programSource(session) : ruleSource(where.state);

/** True if a request's `source` is the program. */
export function isProgram(session: Session, args: Arguments): boolean {
  const source = optionalObject(args, 'source') ?? {};
  const own = programSource(session);
  const reference = optionalNumber(source, 'sourceReference');
  if (reference !== undefined && reference > 0) return reference === own.sourceReference;
  const path = optionalText(source, 'path');
  if (path === undefined) return own.path === undefined && optionalText(source, 'name') === own.name;
  return sameSource(path, runOf(session).program.name);
}
