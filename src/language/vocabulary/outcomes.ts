/** What can become of the segment that a segment line names. */
import type { OutcomeEntry, OutcomeName } from '../vocabulary';

export const OUTCOMES: { readonly [N in OutcomeName]: OutcomeEntry & { readonly name: N } } = {
  lost: { name: 'lost', forms: ['lost'], amount: 'none', meaning: 'It never arrives.' },
  duplicated: {
    name: 'duplicated',
    forms: ['duplicated', 'duplicated 3'],
    amount: 'optional',
    meaning: 'It arrives twice, or as often as is written.',
  },
  corrupted: {
    name: 'corrupted',
    forms: ['corrupted'],
    amount: 'none',
    meaning: 'It arrives with a wrong checksum and is discarded.',
  },
  delayed: {
    name: 'delayed',
    forms: ['delayed 200ms'],
    amount: 'required',
    meaning: 'It stays on the wire and is due that much later.',
  },
  overtaking: {
    name: 'overtaking',
    forms: ['overtaking'],
    amount: 'none',
    meaning: 'It arrives before those of its direction that are due earlier.',
  },
  held: {
    name: 'held',
    forms: ['held as NAME'],
    amount: 'none',
    meaning: 'It is taken off the wire and kept by the network until release NAME.',
  },
  underway: {
    name: 'underway',
    forms: ['underway'],
    amount: 'none',
    meaning: 'It stays on the wire and is only looked at, as the ... of the figures in the RFC.',
  },
};

export const isOutcomeName = (word: string): word is OutcomeName => Object.hasOwn(OUTCOMES, word);
