import assert from 'node:assert/strict';
import { hoverAt } from '../../src/editing/hover';
import { markdownOf } from '../../src/editing/markdown';
import type { Paragraph } from '../../src/editing/paragraph';
import type { Runs } from '../../src/editing/runs';
import { render } from '../../src/words/sentence';
import { runsOf, withCursor } from './cursor';

/** What is read of a paragraph, without its marks. */
function read(paragraph: Paragraph): string {
  switch (paragraph.kind) {
    case 'text':
      return render(paragraph.sentence);
    case 'list':
      return paragraph.items.map((item) => `- ${render(item)}`).join('\n');
    case 'terms':
      return paragraph.terms.map(({ term, sentence }) => `- ${term}: ${render(sentence)}`).join('\n');
    default:
      return paragraph.text;
  }
}

/** The word that is spoken of, and what is said. */
function hover(...lines: readonly string[]): string {
  return hoverWith(() => new Map(), ...lines);
}

function hoverWith(runs: (document: ReturnType<typeof withCursor>['document']) => Runs, ...lines: readonly string[]) {
  const { document, position } = withCursor(...lines);
  const found = hoverAt(document, position, runs(document));
  if (found === undefined) return 'nothing';
  const { line, start, end } = found.span;
  return [`[${document.lines[line]?.text.slice(start, end)}]`, ...found.paragraphs.map(read)].join('\n');
}

describe('hover', () => {
  it('tells of a state what it means, the ways in and out, and its names elsewhere', () => {
    assert.equal(
      hover('expect client syn-s|ent'),
      [
        '[syn-sent]',
        'SYN_SENT',
        'Has sent a SYN and waits for the matching SYN.',
        'ss calls it SYN-SENT, netstat SYN_SENT.',
        'In:',
        '- from CLOSED: active OPEN / create TCB, snd SYN, ok (3.10.1)',
        '- from LISTEN: active OPEN / snd SYN, ok (3.10.1)',
        '- from LISTEN: SEND / snd SYN, queue SEND, ok (3.10.2)',
        'Out:',
        '- to CLOSED: CLOSE / error: closing, delete TCB, ok (3.10.4)',
        '- to CLOSED: ABORT / flush queues, delete TCB, ok (3.10.5)',
        '- to CLOSED: rcv RST / flush queues, error: connection reset, delete TCB (3.10.7.3, second check)',
        '- to ESTABLISHED: rcv SYN,ACK / RCV.NXT over SYN, advance SND.UNA, update SND.WND, snd ACK (3.10.7.3, fourth check)',
        '- to SYN_RCVD: rcv SYN / RCV.NXT over SYN, update SND.WND, snd SYN,ACK (3.10.7.3, fourth check)',
        '- to CLOSED: R2 reached / flush queues, error: connection aborted due to user timeout, delete TCB (3.8.3)',
        '- to CLOSED: user timeout / flush queues, error: connection aborted due to user timeout, delete TCB (3.10.8)',
        'RFC 9293, 3.3.2',
      ].join('\n'),
    );
  });

  it('has the user call of the RFC and the socket call side by side', () => {
    assert.equal(
      hover('client clo|se'),
      [
        '[close]',
        'close',
        'Says that it has no more data to send: a FIN follows the data handed over so far.',
        'close',
        '- RFC 9293: CLOSE',
        '- sockets: close, shutdown(SHUT_WR)',
        'RFC 9293, 3.10.4',
      ].join('\n'),
    );
  });

  it('tells of an option its default, what it takes and the clause', () => {
    assert.equal(
      hover('peer client delayed-a|ck=200ms'),
      [
        '[delayed-ack]',
        'delayed-ack',
        'How long an acknowledgment of data or of a FIN may wait.',
        '- a duration: 200ms',
        '- or off',
        '- default off',
        'RFC 9293, 3.8.6.3',
      ].join('\n'),
    );
    assert.ok(hover('peer client congestion=re|no').startsWith('[reno]\ncongestion=reno\nSlow start'));
    assert.ok(hover('network lo|ss=1%').includes('- default 0%'));
  });

  it('tells of variables, fields, flags, outcomes, words and units', () => {
    assert.ok(hover('expect client.snd.n|xt == 0').startsWith('[snd.nxt]\nsnd.nxt\nThe next number to send.'));
    assert.ok(hover('client -> server  SYN  as s', 'expect s.ti|me > 0s').includes('When it was sent.'));
    assert.ok(hover('expect wire.co|unt == 0').includes('How many segments are on the wire'));
    assert.ok(hover('expect ti|me > 0s').includes('The simulated time'));
    assert.ok(hover('client -> server  SYN  w|in=5').startsWith('[win]\nwin\nThe window in bytes'));
    assert.ok(hover('client -> server  syn|+ack').startsWith('[syn]\nSYN\nOpens a connection'));
    assert.ok(hover('client -> server  DA|TA').includes('Any segment that carries data'));
    assert.ok(hover('client -> server  SYN  lo|st').startsWith('[lost]\nlost\nIt never arrives.'));
    assert.ok(hover('wa|it 5s').startsWith('[wait]\nwait\nLets time pass'));
    assert.ok(hover('wait un|til time > 5s').startsWith('[until]\nuntil\nWaits for a condition.'));
    assert.equal(hover('wait 20m|s'), '[ms]\nms\nMilliseconds.');
    assert.ok(hover('expect client.state == clos|ed').startsWith('[closed]\nCLOSED'));
  });

  it('tells of words on a line that does not parse', () => {
    assert.ok(hover('expe|ct client').startsWith('[expect]\nexpect\nHolds when'));
    assert.ok(hover('drop ne|xt').startsWith('[next]'));
  });

  it('tells of names where they come from', () => {
    assert.equal(hover('let t0 = time', 'wait t|0'), '[t0]\nt0\nA value, taken on line 1.\nlet t0 = time');
    assert.equal(
      hover('peer a :80 mss=500', 'peer b scripted', '|a connect'),
      '[a]\na\nThe first peer.\npeer a :80 mss=500',
    );
    assert.ok(hover('peer a', 'peer b scripted', 'a -> b|  SYN').includes('A scripted peer'));
  });

  it('has nothing to say in comments, titles and blank lines', () => {
    assert.equal(hover('# wa|it'), 'nothing');
    assert.equal(hover('== Wa|it =='), 'nothing');
    assert.equal(hover('|'), 'nothing');
    assert.equal(hover('note "wa|it"'), 'nothing');
  });

  it('shows on a segment line what was really sent', () => {
    assert.equal(
      hoverWith(runsOf, 'server listen', 'client connect', 'client |-> server  SYN'),
      [
        '[client -> server  SYN]',
        'What was sent:',
        'client -> server  SYN seq=0 win=65535 mss=1460',
        '- sent at 0.000 s, event 2',
        '- in the header: SEQ=0',
      ].join('\n'),
    );
  });

  it('says on a line that failed what failed', () => {
    const said = hoverWith(runsOf, 'client connect', 'client -> server  SY|N  seq=5');
    assert.ok(said.startsWith('[SYN]\nSYN\nOpens a connection'));
    assert.ok(said.includes('the segment client -> server is not the one written'));
    const never = hoverWith(runsOf, 'client |-> server  SYN');
    assert.ok(never.includes('Nothing was sent.\nno segment client -> server is sent'));
  });

  it('shows the state of a peer on the line', () => {
    const said = hoverWith(runsOf, 'cli|ent connect');
    assert.ok(said.endsWith('- state: SYN_SENT, before this line CLOSED'));
  });
});

describe('paragraphs as Markdown', () => {
  it('lets nothing that an author wrote be markup', () => {
    const paragraphs: readonly Paragraph[] = [
      { kind: 'heading', text: 'snd_una*' },
      { kind: 'text', sentence: { text: 'says {0}', arguments: ['[x](command:y) <b>'] } },
      { kind: 'code', text: 'note "```"' },
      { kind: 'clause', text: 'RFC 9293, 3.10.1' },
    ];
    assert.equal(
      markdownOf(paragraphs),
      [
        '**snd\\_una\\***',
        'says \\[x\\]\\(command:y\\) \\<b\\>',
        '````tcpscn\nnote "```"\n````',
        '[RFC 9293, 3\\.10\\.1](https://www.rfc-editor.org/rfc/rfc9293#section-3.10.1)',
      ].join('\n\n'),
    );
  });

  it('is translated sentence by sentence', () => {
    const translate = (text: string): string => (text === 'sent at {0}' ? 'gesendet um {0}' : text);
    const paragraphs: readonly Paragraph[] = [{ kind: 'text', sentence: { text: 'sent at {0}', arguments: ['1 s'] } }];
    assert.equal(markdownOf(paragraphs, translate), 'gesendet um 1 s');
  });
});
