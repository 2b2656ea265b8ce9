import assert from 'node:assert/strict';
import { completionsAt } from '../../src/editing/completion';
import { placeholder } from '../../src/editing/completion/item';
import { markdownOf } from '../../src/editing/markdown';
import { withCursor } from './cursor';

const HEAD = [
  'peer client mss=1460',
  'peer server',
  'let t0 = time',
  'scenario "a"',
  'server listen',
  'client -> server  SYN  held as s1',
  'client -> server  ACK  as s2',
];

const at = (line: string, ...head: readonly string[]) => {
  const { document, position } = withCursor(...(head.length > 0 ? head : HEAD), line);
  return completionsAt(document, position);
};

const labels = (line: string, ...head: readonly string[]): string =>
  at(line, ...head)
    .map(({ label }) => label)
    .join(' ');

const STATES =
  'CLOSED LISTEN SYN_SENT SYN_RCVD ESTABLISHED FIN_WAIT_1 FIN_WAIT_2 CLOSE_WAIT CLOSING LAST_ACK TIME_WAIT';
const FLAGS = 'SYN ACK FIN RST PSH URG ECE CWR';
const VALUES = 'client server t0 s1 s2 time wire.count';

describe('completion', () => {
  it('offers peers, directions, statement words and scenarios where a line begins', () => {
    assert.equal(
      labels('|'),
      [
        'client server client -> server server -> client',
        'scenario peer network let inject drop delay duplicate corrupt release replay wait run handshake',
        'expect always never finally note == Title ==',
        'handshake-scenario simultaneous-close-scenario lost-fin-scenario half-close-scenario',
        'blind-reset-scenario zero-window-scenario',
      ].join(' '),
    );
  });

  it('offers whole scenarios only where no statement would be left without one', () => {
    assert.ok(labels('|', '').includes('handshake-scenario'));
    assert.ok(!labels('|', 'server listen').includes('handshake-scenario'));
  });

  it('writes a scenario for the peers of the file, with a title that is free', () => {
    const found = at('|', 'peer a', 'peer b', 'scenario "Three-way handshake"').find(
      ({ label }) => label === 'handshake-scenario',
    );
    assert.deepEqual(found?.insert.split('\n').slice(0, 3), [
      `scenario "${placeholder('Three-way handshake 2')}"`,
      'b listen',
      'a connect',
    ]);
  });

  const table: readonly (readonly [line: string, labels: string])[] = [
    ['client |', 'listen connect send recv close abort status set crash ->'],
    ['client clo|', 'listen connect send recv close abort status set crash ->'],
    ['client -> |', 'server'],
    ['server -> |', 'client'],
    ['client -> server |', `${FLAGS} SYN+ACK FIN+ACK PSH+ACK RST+ACK NONE DATA ANY`],
    ['client -> server SYN+|', 'ACK FIN RST PSH URG ECE CWR'],
    ['client -> server SYN+A|', 'ACK FIN RST PSH URG ECE CWR'],
    ['client -> server SYN seq=|', `${VALUES} off`],
    ['client -> server SYN seq=s1.|', 'seq ack len win tsval time'],
    ['client -> server ACK seq=(1 + |', VALUES],
    [
      'client -> server FIN+ACK seq=1 ack=1 |',
      'len win data sack tsval tsecr psh ece cwr lost duplicated corrupted delayed overtaking held underway as',
    ],
    ['client -> server SYN lost |', 'as'],
    ['client -> server SYN lost as |', 's3'],
    ['client -> server SYN delayed 20|', `${VALUES} 20us 20ms 20s 20min 20msl`],
    ['inject client -> server |', `${FLAGS} SYN+ACK FIN+ACK PSH+ACK RST+ACK NONE DATA`],
    ['expect |', `${VALUES} not no`],
    ['expect client |', `${STATES} in`],
    ['expect client FIN-W|', `${STATES} in`],
    ['expect client in LISTEN, |', STATES],
    ['expect client.state == |', STATES],
    ['expect client.visited |', STATES],
    ['expect t0 |', '== != < <= > >= and or'],
    ['expect client ESTABLISHED |', 'and or'],
    ['expect client.cwnd |', '== != < <= > >= and or'],
    ['expect client.cwnd > 10 |', 'and or'],
    ['expect client.timer.persist != |', `${VALUES} not off`],
    ['expect wire.|', 'count'],
    ['expect no |', 'client -> server server -> client client server'],
    ['wait |', `until ${VALUES}`],
    ['wait until client CLOSED |', 'and or within'],
    ['release |', 's1'],
    ['replay |', 's1 s2'],
    ['drop |', 'next all'],
    ['drop next 2 |', 'client -> server server -> client client server'],
    ['delay all client -> server DATA by 20|', `${VALUES} 20us 20ms 20s 20min 20msl`],
    ['network loss=1|', '1%'],
    ['client set nagle=|', 'on off'],
    ['client set congestion=|', 'none reno newreno'],
    ['client set delayed-ack=|', 'off 200ms'],
    ['client recv |', 'all'],
    ['handshake server -> |', 'client'],
    ['note |', 'client server'],
    ['# client |', ''],
    ['note "client |', ''],
    ['== client |', ''],
    ['client send "a" # |', ''],
    ['let |', ''],
    ['client % |', ''],
  ];
  for (const [line, expected] of table) {
    it(`knows what can stand at "${line}"`, () => assert.equal(labels(line), expected));
  }

  it('offers the options that are not written yet, with their defaults', () => {
    const found = at('peer client mss=1460 nagle=off |');
    assert.ok(!found.some(({ label }) => label === 'mss' || label === 'nagle'));
    assert.ok(!found.some(({ label }) => label === 'sack'), 'what this version cannot do is not offered');
    const option = found.find(({ label }) => label === 'rto-initial');
    assert.equal(option?.insert, `rto-initial=${placeholder('1s')}`);
    assert.deepEqual(option?.detail, { text: 'default {0}', arguments: ['1s'] });
    assert.ok(found.some(({ label }) => label === 'scripted'));
  });

  it('replaces the beginning of the word, hyphens and dots included', () => {
    const replaced = (line: string): string | undefined => {
      const { document, position } = withCursor(...HEAD, line);
      const [found] = completionsAt(document, position);
      return found && document.lines[found.span.line]?.text.slice(found.span.start, found.span.end);
    };
    assert.equal(replaced('client clo|'), 'clo');
    assert.equal(replaced('client set delayed-a|'), 'delayed-a');
    assert.equal(replaced('expect client FIN-W|'), 'FIN-W');
    assert.equal(replaced('expect client.snd.n|'), 'snd.n');
    assert.equal(replaced('expect client.time-t|'), 't');
    assert.equal(replaced('client |listen'), '');
  });

  it('knows the peers of the scenario, and that a scripted one runs no TCP', () => {
    const head = ['scenario "a"', 'peer left', 'peer right scripted'];
    assert.equal(labels('left -> |', ...head), 'right');
    assert.equal(labels('right |', ...head), '->');
    assert.equal(labels('expect |', ...head), 'left time wire.count not no');
    assert.equal(labels('expect right.|', ...head), '');
  });

  it('does not offer names that are defined below', () => {
    const { document, position } = withCursor('client connect', 'replay |', 'client -> server  SYN  as s1');
    assert.deepEqual(completionsAt(document, position), []);
  });

  it('says of what it offers what a hover says', () => {
    const [listen] = at('client |');
    assert.equal(markdownOf(listen?.about ?? []).split('\n\n')[1], 'Waits for a connection from the other peer\\.');
  });
});
