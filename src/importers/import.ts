/**
 * What other tools have written, as scenarios: a capture of tcpdump or Wireshark.
 *
 * Rule 1: whatever the bytes are, the answer is a value that says what is in them or what is wrong with them.
 * Rule 2: whether our TCP does what was captured is found out by playing it. So a connection gives several drafts, the
 *         most useful first: both peers as TCPs, one of them scripted, both scripted. The last one always plays.
 */
import { render, type Sentence, type Translate } from '../words/sentence';
import { readCapture } from './capture';
import { connectionsOf } from './connection';
import { type Flow, flowOf, isSet } from './flow';
import { flowText, type Roles } from './flow-text';
import { noCapture, noSegment } from './no-capture';
import { segmentOf } from './packet';
import { shortcomings } from './shortcomings';

export type Imported =
  | { readonly kind: 'refused'; readonly reason: Sentence }
  | {
      readonly kind: 'imported';
      readonly choices: readonly Choice[];
      /** What was not read, and why. */
      readonly remark: Sentence | undefined;
    };

/** One connection. */
export interface Choice {
  /** `10.0.0.1:49152 -> 10.0.0.2:80`. */
  readonly title: string;
  readonly segments: number;
  readonly drafts: readonly Draft[];
}

export interface Draft {
  /** The peers that are scripted. */
  readonly scripted: readonly string[];
  /** The scenario; `why` says in its comments why not more of the peers run a TCP. */
  readonly text: (why: readonly Sentence[], translate?: Translate) => string;
}

const ROLES: readonly Roles[] = [
  ['tcp', 'tcp'],
  ['tcp', 'scripted'],
  ['scripted', 'tcp'],
  ['scripted', 'scripted'],
];

/** The capture shows how the connection was opened, or refused. */
const isWhole = ({ ends, segments }: Flow): boolean =>
  ends[0].syn !== undefined &&
  (ends[1].syn !== undefined || segments.every(({ from, flags }) => from === 0 || isSet(flags, 'RST')));

export function importBytes(bytes: Uint8Array): Imported {
  const capture = readCapture(bytes);
  if (capture === undefined) return { kind: 'refused', reason: noCapture(bytes) };
  const segments = capture.packets.flatMap((packet) => segmentOf(packet) ?? []);
  const choices = connectionsOf(segments).map((connection): Choice => {
    const flow = flowOf(connection);
    const title = `${connection.client} -> ${connection.server}`;
    const whole = isWhole(flow);
    const drafts = (whole ? ROLES : ROLES.slice(-1)).map(
      (roles): Draft => ({
        scripted: ['client', 'server'].filter((_, side) => roles[side] === 'scripted'),
        text: (why, translate) => {
          const remarks = [...shortcomings(flow, title, whole), ...why];
          return flowText(
            flow,
            roles,
            title,
            remarks.map((remark) => render(remark, translate)),
          );
        },
      }),
    );
    return { title, segments: connection.segments.length, drafts };
  });
  if (choices.length > 0) return { kind: 'imported', choices, remark: capture.broken };
  return { kind: 'refused', reason: noSegment(capture) };
}
