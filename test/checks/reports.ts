/** Hand-made reports with each kind of outcome, for the tests of the report formats. */
import type { FileReport, ScenarioReport } from '../../src/checks/report';
import { unreadable } from '../../src/checks/report';
import { say } from '../../src/words/sentence';
import { handshake, judgment, segment } from '../trace/story';

const text = `scenario "Half <close>"
server listen
client connect
server -> client  SYN+ACK  seq=0 ack=2  # wrong
expect client CLOSED
clinet close
`;

export const passed = (name: string, more: Partial<ScenarioReport> = {}): ScenarioReport => ({
  name,
  line: 1,
  status: 'passed',
  failures: [],
  moreFailures: 0,
  diagnostics: [],
  events: 3,
  unnamed: [],
  rows: new Map(),
  reached: new Map(),
  ...more,
});

const wire = [segment(3, 'client', 'ACK', 1, 1, { due: 30_000 })];
const mismatch = judgment(false, 4, {
  message: say('the segment is not the one expected'),
  expected: 'SYN+ACK seq=0 ack=2',
  actual: 'SYN+ACK seq=0 ack=1 win=65535',
  blame: [[34, 39]],
  hints: [say('did you mean `{0}`?', 'ack=1')],
  wire,
});
const fix = { line: 4, text: 'server -> client  SYN+ACK  seq=0 ack=1  # wrong' };
const condition = judgment(false, 5, {
  message: say('the condition does not hold'),
  expected: 'client CLOSED',
  actual: 'client.state is ESTABLISHED',
});

const failure = (of: typeof mismatch, event: number) => ({
  line: of.line,
  message: of.message,
  expected: of.expected,
  actual: of.actual,
  time: 20_000,
  event,
  judgment: of,
  before: handshake.slice(2, 4),
});

export const good: FileReport = {
  name: 'good.tcpscn',
  text,
  scenarios: [passed('Open'), passed('Close', { line: 9 })],
};
export const failing: FileReport = {
  name: 'examples/half close.tcpscn',
  text,
  scenarios: [
    passed('Open # 1'),
    passed('Half <close>', {
      status: 'failed',
      unnamed: wire,
      failures: [{ ...failure(mismatch, 4), fix }, failure(condition, 5)],
    }),
  ],
};
export const wrong: FileReport = {
  name: 'wrong.tcpscn',
  text,
  scenarios: [
    passed('wrong', {
      status: 'error',
      events: 0,
      diagnostics: [
        {
          line: 6,
          diagnostic: {
            code: 'unknown-peer',
            severity: 'error',
            start: 0,
            end: 6,
            message: say('unknown peer "{0}"', 'clinet'),
            fix: { title: say('replace by {0}', 'client'), start: 0, end: 6, text: 'client' },
          },
        },
      ],
    }),
  ],
};
export const locked: FileReport = unreadable('locked\u0007.tcpscn', say('permission denied'));

export const all: readonly FileReport[] = [good, failing, wrong, locked];
