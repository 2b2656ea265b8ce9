/**
 * The diagnostics of lines that can be read but not meant: code, severity, what it is about, and a text that shows it.
 *
 * An `error` keeps the file from running. A `warning` is a likely slip; the file runs.
 */
import type { Diagnostic } from '../language/diagnostics';

interface CodeEntry {
  readonly severity: Diagnostic['severity'];
  readonly meaning: string;
  /** A file that gives this diagnostic and no other. */
  readonly example: string;
}

const error = (meaning: string, ...lines: readonly string[]): CodeEntry => ({
  severity: 'error',
  meaning,
  example: lines.join('\n'),
});
const warning = (meaning: string, ...lines: readonly string[]): CodeEntry => ({
  ...error(meaning, ...lines),
  severity: 'warning',
});

export const CODES = {
  'nothing-to-run': error('A file without a statement.', 'peer client mss=1460'),
  'empty-scenario': warning('A scenario without a statement.', 'scenario "a"', 'run', 'scenario "b"'),
  'repeated-scenario': error('Two scenarios of one name.', 'scenario "a"', 'run', 'scenario "a"', 'run'),
  'above-scenarios': error('A statement above the first scenario.', 'run', 'scenario "a"', 'run'),
  'unknown-peer': error('A peer that the scenario does not have.', 'clinet connect'),
  'third-peer': error('More peers than two.', 'peer a', 'peer b', 'peer c', 'run'),
  'repeated-peer': error('A second peer of one name.', 'peer a 10.0.0.1:1', 'peer a 10.0.0.2:2', 'run'),
  'late-peer': error('A peer line below the first statement of a scenario.', 'run', 'peer client mss=536'),
  'same-peer': error('A direction from a peer to itself.', 'client -> client SYN'),
  'wrong-option-value': error('A value that the option does not take.', 'peer client nagle=5', 'run'),
  'option-out-of-range': error('A value that is too small or too large.', 'peer client wscale=15', 'run'),
  'option-not-available': error('An option that this version does not have yet.', 'peer client sack=on', 'run'),
  'scripted-call': error('A call of a scripted peer, which runs no TCP.', 'peer server scripted', 'server listen'),
  'scripted-state': error(
    'A question about the connection of a scripted peer, which is never judged.',
    'peer server scripted',
    'expect server ESTABLISHED',
  ),
  'msl-without-tcp': error('2msl between peers that run no TCP.', 'peer a scripted', 'peer b scripted', 'wait 2msl'),
  'made-without-flags': error('A segment is made, and its flags are not written.', 'inject client -> server ANY'),
  'made-without-length': error('A segment is made with DATA of no length.', 'inject client -> server DATA'),
  'made-without-number': error(
    'A segment is made for a scripted peer, which expects no number.',
    'peer server scripted',
    'inject client -> server SYN',
  ),
  'unknown-name': error('A name that means nothing.', 'wait t1'),
  'early-name': error('A name above the line that defines it.', 'wait t1', 'let t1 = 5s'),
  'repeated-name': error('A name that is defined twice.', 'let t1 = time', 'let t1 = time', 'run'),
  'name-of-peer': error('A value or a segment with the name of a peer.', 'let client = 5', 'run'),
  'no-value': error('A peer or a segment where a value must stand.', 'wait client'),
  'unknown-variable': error('Something that a peer, a segment or the wire does not have.', 'expect client.mms == 1460'),
  'unknown-segment': error('A segment that no line has remembered.', 'replay s1'),
  'not-held': error('A segment is released that is not held.', 'client -> server SYN as s1', 'release s1'),
  'mismatched-types': error('Values that cannot be compared or calculated with.', 'expect client.cwnd == "much"'),
  'missing-unit': error('A number where a duration must stand.', 'wait 500'),
  'not-a-condition': error('Something that is neither true nor false.', 'expect client.cwnd + 1'),
  'wrong-type': error('A value of another kind than the place takes.', 'client recv "all"'),
  'out-of-range': error('An amount that is too small or too large.', 'wait -5s'),
  'length-conflict': error('Two lengths that differ.', 'client -> server ACK data="abc" len=5'),
  'flag-conflict': error('A flag that is set and not set.', 'client -> server PSH+ACK psh=off'),
  'absent-header': error('A part of the header that no segment lacks.', 'client -> server SYN seq=off'),
  'meaningless-field': warning('A field that counts only with a flag.', 'client -> server SYN ack=1'),
  'wait-until-time': error('A wait for a moment, which is no event.', 'wait until time > 5s'),
  'wait-until-constant': error('A wait for something that never changes.', 'wait until 1 == 2'),
  'expect-no-after-wait': warning(
    'Looks for segments on the wire when all have arrived.',
    'wait 1s',
    'expect no client -> server SYN',
  ),
} satisfies Record<string, CodeEntry>;

export type Code = keyof typeof CODES;
