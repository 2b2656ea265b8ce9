/**
 * The scenarios of `examples/` as an editor offers them: in groups, in an order in which one can read them.
 *
 * Rule: every file of `examples/` stands here once. Its own first sentence says what it shows.
 */
import { type Sentence, say } from '../words/sentence';

export interface Sample {
  /** The name of its file, without the ending. */
  readonly name: string;
  readonly title: Sentence;
}

export interface SampleGroup {
  readonly title: Sentence;
  readonly samples: readonly Sample[];
}

/** The texts of the samples by their names and languages. Every one is there in English, `en`. */
export type SampleBundle = Readonly<Record<string, Readonly<Record<string, string>>>>;

const sample = (name: string, title: Sentence): Sample => ({ name, title });

export const SAMPLE_GROUPS: readonly SampleGroup[] = [
  {
    title: say('First steps'),
    samples: [
      sample('handshake-and-close', say('A connection from beginning to end')),
      sample('break-the-handshake', say('Your turn: break the handshake')),
      sample('http-exchange-recorded', say('A recorded HTTP exchange')),
    ],
  },
  {
    title: say('Opening'),
    samples: [
      sample('active-open', say('Active open')),
      sample('passive-open', say('Passive open')),
      sample('simultaneous-open', say('Simultaneous open')),
      sample('syn-rcvd-lasts', say('SYN_RCVD that lasts')),
      sample('unreachable-server', say('A server that cannot be reached')),
      sample('syn-and-fin-count-one', say('SYN and FIN count as one')),
      sample('seldom-drawn-transitions', say('Transitions that are seldom drawn')),
    ],
  },
  {
    title: say('Closing'),
    samples: [
      sample('first-closer', say('Who closes first')),
      sample('why-the-close-takes-four-segments', say('Why the close takes four segments')),
      sample('fin-and-ack-in-one-segment', say('FIN and ACK in one segment')),
      sample('simultaneous-close', say('Simultaneous close')),
      sample('data-before-fin', say('Data before the FIN')),
      sample('fin-wait-2-lasts', say('FIN_WAIT_2 that lasts')),
      sample('close-wait-leak', say('CLOSE_WAIT that leaks')),
    ],
  },
  {
    title: say('TIME_WAIT'),
    samples: [
      sample('three-ways-into-time-wait', say('Three ways into TIME_WAIT')),
      sample('last-ack-lost', say('The last ACK is lost')),
      sample('without-time-wait', say('Without TIME_WAIT')),
      sample('time-wait-and-old-duplicates', say('TIME_WAIT and old duplicates')),
    ],
  },
  {
    title: say('Loss and windows'),
    samples: [
      sample('acknowledgments-withheld', say('Acknowledgments withheld')),
      sample('fast-retransmit-and-timeout', say('Fast retransmit and timeout')),
      sample('zero-window', say('Zero window')),
    ],
  },
  {
    title: say('Resets'),
    samples: [
      sample('syn-rcvd-reset', say('A reset in SYN_RCVD')),
      sample('reset-in-every-state', say('A reset in every state')),
    ],
  },
  {
    title: say("RFC 9293's figures"),
    samples: [
      sample('rfc9293-figure-06-three-way-handshake', say('Figure 6: three-way handshake')),
      sample('rfc9293-figure-07-simultaneous-open', say('Figure 7: simultaneous open')),
      sample('rfc9293-figure-08-old-duplicate-syn', say('Figure 8: old duplicate SYN')),
      sample('rfc9293-figure-09-half-open-discovery', say('Figure 9: half-open connection discovered')),
      sample('rfc9293-figure-10-half-open-active-side', say('Figure 10: half-open, discovered by the active side')),
      sample('rfc9293-figure-11-old-duplicate-syn-two-passive', say('Figure 11: old duplicate SYN, two passive sides')),
      sample('rfc9293-figure-12-normal-close', say('Figure 12: normal close')),
      sample('rfc9293-figure-13-simultaneous-close', say('Figure 13: simultaneous close')),
    ],
  },
];

/** A sample in this language of an editor, such as `zh-cn`; in English where it is not translated. */
export function sampleText(bundle: SampleBundle, name: string, language: string): string | undefined {
  const texts = bundle[name];
  return texts?.[language.toLowerCase()] ?? texts?.['en'];
}

/** What a scenario file shows: the first sentence of the comment that it begins with, English or Chinese. */
export function firstSentence(text: string): string {
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line) => !line.startsWith('#'));
  const comment = lines.slice(0, end < 0 ? undefined : end).map((line) => line.replace(/^#+\s*/, ''));
  const [sentence = ''] = /^.*?(?:[。！？]|[.!?](?=\s|$)|$)/.exec(comment.join(' ').trim()) ?? [];
  return sentence.replaceAll('`', '');
}
