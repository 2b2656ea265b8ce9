import assert from 'node:assert/strict';
import { isHostMessage, readEvents } from '../../src/panel/host-message';
import { packer } from '../../src/panel/packing';
import { isPageMessage } from '../../src/panel/page-message';
import type { HostMessage, PageMessage } from '../../src/panel/protocol';
import { rows } from '../../src/tcp/fsm';
import { say } from '../../src/words/sentence';
import { runsOf, scenarioFiles } from '../scenarios';

const sent = (message: unknown): unknown => JSON.parse(JSON.stringify(message));

const settings = { numbers: 'relative', stateNames: 'FIN_WAIT_1' } as const;

const fromPage: readonly PageMessage[] = [
  { kind: 'ready', subject: undefined },
  { kind: 'ready', subject: { uri: 'file:///a.tcpscn', scenario: 'A' } },
  { kind: 'viewing', n: 0 },
  { kind: 'travel', n: 9 },
  { kind: 'reveal', n: 9 },
  { kind: 'run', command: 'tcpscn.run' },
  { kind: 'open', url: 'https://www.rfc-editor.org/rfc/rfc9293#section-3.10' },
  { kind: 'write', format: 'mermaid', to: 'file' },
  { kind: 'save', as: 'png', name: 'a', content: 'AAAA' },
  { kind: 'copy', text: 'a' },
  { kind: 'filter', text: 'client.state == TIME_WAIT' },
  { kind: 'coverage', wanted: true },
  { kind: 'settings', settings },
  { kind: 'invalid', what: 'a message "x"' },
  { kind: 'failed', message: 'x', stack: '' },
];

const [trace] = runsOf('examples/zero-window.tcpscn');
if (trace === undefined) throw new Error('The example has no scenario.');
const { scenario, events, unnamed } = trace;
const pack = packer(rows);

const fromHost: readonly HostMessage[] = [
  {
    kind: 'setup',
    rows,
    glossary: {
      states: { CLOSED: { meaning: say('There is none.'), clause: undefined, linux: undefined } },
      fields: {},
    },
    language: 'en',
    strings: {},
    settings,
    looks: { page: '', alone: '' },
    formats: [{ id: 'ladder', title: say('Text') }],
  },
  { kind: 'settings', settings },
  {
    kind: 'subject',
    subject: { kind: 'nothing', why: say('none'), offers: [{ title: 'Run', command: 'tcpscn.run' }] },
  },
  { kind: 'subject', subject: { kind: 'run', title: 'a', uri: 'file:///a', scenario, lines: [''], source: 'player' } },
  { kind: 'events', from: 1, events: pack(events) },
  { kind: 'ended', unnamed },
  { kind: 'moment', at: 3 },
  { kind: 'coverage', counts: rows.map(() => 0), scenarios: 2 },
  { kind: 'filtered', text: 'a', matches: [1, 2] },
  { kind: 'filtered', text: 'a', matches: undefined },
  { kind: 'problem', sentence: say('it could not be saved') },
];

const GARBAGE = [undefined, null, 'ready', 7, [], {}, { kind: 7 }, { kind: 'toString' }, { kind: '__proto__' }];

/** The same message with one thing in it wrong, in every place. */
function* damaged(value: unknown): Generator<unknown> {
  yield null;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    for (const wrong of damaged(inner)) {
      yield Array.isArray(value) ? value.with(Number(key), wrong) : { ...value, [key]: wrong };
    }
  }
}

describe('the messages between the page and its host', () => {
  it('are understood when they have been through JSON', () => {
    for (const message of fromPage) assert.ok(isPageMessage(sent(message)), JSON.stringify(message));
    for (const message of fromHost) assert.ok(isHostMessage(sent(message)), message.kind);
  });

  it('are not understood when anything in them is of another kind', () => {
    const few = fromHost.map((message) =>
      message.kind === 'setup' ? { ...message, rows: message.rows.slice(0, 2) } : message,
    );
    for (const message of fromPage) for (const wrong of damaged(sent(message))) assert.ok(!isPageMessage(wrong));
    for (const message of few) {
      const unread = message.kind === 'subject' && message.subject.kind === 'run';
      for (const wrong of damaged(sent(unread ? shownOnly(message) : message))) {
        assert.ok(!isHostMessage(wrong), `${message.kind}: ${JSON.stringify(wrong)}`);
      }
    }
    const read: unknown = JSON.parse(pack(events.slice(0, 14)));
    for (const wrong of damaged(read)) assert.equal(readEvents(JSON.stringify(wrong), rows), undefined);
    for (const wrong of ['', '[', '{}', 'null', '[1]']) assert.equal(readEvents(wrong, rows), undefined);
    for (const wrong of GARBAGE) assert.ok(!isPageMessage(wrong) && !isHostMessage(wrong), String(wrong));
  });

  it('open no address but those of the RFC Editor', () => {
    const opening = (url: string): boolean => isPageMessage({ kind: 'open', url });
    assert.ok(!opening('https://example.com/'));
    assert.ok(!opening('https://www.rfc-editor.org.example.com/'));
    assert.ok(!opening('javascript:alert(1)'));
  });

  it('bring every event of every example as it was', () => {
    for (const file of scenarioFiles()) {
      for (const { events } of runsOf(file)) {
        assert.deepEqual(sent(readEvents(pack(events), rows)), sent(events), file);
      }
    }
  });

  it('bring no event whose row the machine does not have', () => {
    const wrong = pack(events).replace(/"rows":\[\d+/, `"rows":[${rows.length}`);
    assert.notEqual(wrong, pack(events));
    assert.equal(readEvents(wrong, rows), undefined);
  });
});

/** Of a scenario only what the page shows is looked at. */
function shownOnly(message: HostMessage): HostMessage {
  if (message.kind !== 'subject' || message.subject.kind !== 'run') return message;
  const { name, line, peers, chapters } = message.subject.scenario;
  const peer = ({ name, address, kind }: (typeof peers)[0]) => ({ name, address, kind });
  return {
    ...message,
    subject: { ...message.subject, scenario: { name, line, peers: [peer(peers[0]), peer(peers[1])], chapters } },
  };
}
