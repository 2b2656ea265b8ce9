import assert from 'node:assert/strict';
import { mermaid } from '../../src/exporters/mermaid';
import { matchesGolden } from '../golden';
import { runsOf } from '../scenarios';
import { HOSTILE, played } from './played';

const diagram = (text: string): readonly string[] => [...mermaid(played(text))];

describe('the sequence diagram', () => {
  for (const name of ['handshake-and-close', 'rfc9293-figure-08-old-duplicate-syn', 'zero-window']) {
    it(`of ${name} is the one that was accepted`, () => {
      const text = runsOf(`examples/${name}.tcpscn`).map((trace) => `${[...mermaid(trace)].join('\n')}\n`);
      matchesGolden(`test/exporters/golden/${name}.mmd`, text.join('\n'));
    });
  }

  it('draws a cross where a segment is lost or discarded, and an open arrow to what is still under way', () => {
    const lines = diagram(
      'server listen\nclient connect\nclient -> server SYN lost\nclient -> server SYN corrupted\nclient -> server SYN\n',
    );
    assert.deepEqual(
      lines.filter((line) => /^ *p\d-/.test(line)),
      [
        '  p0-xp1: [3] SYN seq=0 mss=1460 (lost)<br/>0.010 s',
        '  p0-xp1: [5] SYN seq=0 mss=1460 (again) (corrupted)<br/>1.010 s',
        '  p0->>p1: [7] SYN seq=0 mss=1460 (again)<br/>3.010 s',
        '  p1-)p0: SYN+ACK seq=0 ack=1 mss=1460 (under way)',
      ],
    );
  });

  it('says what is kept on the way, what the network made, and what is scripted', () => {
    const lines = diagram(
      'peer server scripted\nclient connect\nclient -> server SYN held as s\nserver -> client RST+ACK seq=0 ack=1 delayed 20ms\nrelease s\ninject server -> client ACK seq=5 ack=9\nrun\n',
    );
    assert.deepEqual(lines.slice(2), [
      '  participant p0 as server<br/>(scripted)',
      '  participant p1 as client',
      '  Note right of p1: [1] connect<br/>CLOSED → SYN_SENT',
      '  Note over p0,p1: [2] SYN seq=0 mss=1460 (held)<br/>0.000 s',
      '  Note over p0,p1: [4] RST+ACK seq=0 ack=1 (until 0.030 s)<br/>0.000 s',
      '  Note over p0,p1: delayed by 20ms',
      '  p1->>p0: [5] SYN seq=0 mss=1460<br/>0.000 s',
      '  Note left of p0: (CLOSED → LISTEN)',
      '  p0->>p1: [6] ACK seq=5 ack=9 (injected)<br/>0.000 s',
      '  p1->>p0: [7] RST seq=9<br/>0.010 s',
      '  p0->>p1: [8] RST+ACK seq=0 ack=1<br/>0.030 s',
      '  Note right of p1: SYN_SENT → CLOSED<br/>error#58; connection reset',
    ]);
  });

  it('shows a judgment that failed, with what was expected and what was', () => {
    assert.deepEqual(diagram('client connect\nexpect client ESTABLISHED\n').slice(4), [
      '  Note left of p0: [1] connect<br/>CLOSED → SYN_SENT',
      '  Note over p0,p1: ✗ line 2#58; the condition does not hold<br/>expected#58; client ESTABLISHED<br/>actual#58; client.state is SYN_SENT',
      '  p0-)p1: SYN seq=0 mss=1460 (under way)',
    ]);
  });

  it('keeps every word of the scenario text: none of them is a word of Mermaid', () => {
    const lines = diagram(HOSTILE);
    const kept =
      /^ *(sequenceDiagram|title |participant p[01] as |rect rgba|end$|Note (left of p0|right of p1|over p0,p1): |p[01](->>|-x|-\))p[01]: )/;
    assert.deepEqual(
      lines.filter((line) => !kept.test(line)),
      [],
    );
    const texts = lines.map((line) => line.replace(kept, '').replace(/<br\/>/g, ' '));
    assert.deepEqual(
      texts
        .slice(1)
        .filter((text) =>
          /[;<>{}%$`"|\\:&*~^]/.test(text.replace(/#\d+;/g, '').replace('rgba(128, 128, 128, 0.12)', '')),
        ),
      [],
    );
  });
});
