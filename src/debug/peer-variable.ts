/** A variable of a peer by its name in the language: which it is, and whether an event has changed it. */
import { PEER_FIELDS, type PeerField } from '../program/expression';
import type { PeerIndex } from '../program/program';
import { readVariable } from '../simulation/variables';
import type { World } from '../simulation/world';
import { type Sentence, say } from '../words/sentence';
import type { Candidate } from './candidate';
import type { Program } from './program';

/** A variable of a peer. */
export interface Variable {
  readonly peer: PeerIndex;
  readonly field: PeerField;
}

/** What is said of a variable that there is not. */
export function noVariable({ scenario }: Program, name: string): Sentence {
  const [one, other] = scenario.peers;
  return say('no peer has a variable {0}; the peers are {1} and {2}', name, one.name, other.name);
}

/** `client.snd.nxt`: whose, and which. */
export function variableOf({ scenario }: Program, name: string): Variable | undefined {
  for (const peer of [0, 1] as const) {
    const prefix = `${scenario.peers[peer].name}.`;
    const field = PEER_FIELDS.find((each) => name === prefix + each);
    if (field !== undefined) return { peer, field };
  }
  return undefined;
}

/** A timer changes when it is given another deadline, not by time passing: that is what events tell. */
export function isChanged(
  { scenario }: Program,
  { peer, field }: Variable,
  { event, before, after }: NonNullable<Candidate['step']>,
): boolean {
  if (event.peer !== scenario.peers[peer].name) return false;
  if (event.changes[field] !== undefined) return true;
  if (field !== 'data' && field !== 'previous' && field !== 'error') return false;
  if (scenario.peers[peer].kind === 'scripted') return false;
  const text = (world: World): string => JSON.stringify(readVariable(world, peer, field));
  return text(before) !== text(after);
}
