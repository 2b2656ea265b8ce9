import { is, page } from '../page';

describe('rules about names', () => {
  it('a word in an expression means something, or the nearest that does is suggested', () => {
    is(
      page(
        'let start = time',
        'wait (stat + 1s)',
        'expect tme > 5s',
        'expect client.state == ESTABLISHD',
        'expect xyzzy == 1',
        'expect client.cwmd > 1 and wire.size == 0',
        'expect clint.cwnd > 1',
        'expect alice.cwnd > 1',
        'expect cwnd > snd.nxt',
      ),
      `
      2 | wait (stat + 1s)
                ^^^^ unknown name "stat"; did you mean "start"? [unknown-name]
        > wait (start + 1s)
      3 | expect tme > 5s
                 ^^^ unknown name "tme"; did you mean "time"? [unknown-name]
        > expect time > 5s
      4 | expect client.state == ESTABLISHD
                                 ^^^^^^^^^^ unknown name "ESTABLISHD"; did you mean "ESTABLISHED"? [unknown-name]
        > expect client.state == ESTABLISHED
      5 | expect xyzzy == 1
                 ^^^^^ unknown name "xyzzy" [unknown-name]
      6 | expect client.cwmd > 1 and wire.size == 0
                        ^^^^ "client" has no "cwmd"; did you mean "cwnd"? [unknown-variable]
        > expect client.cwnd > 1 and wire.size == 0
      6 | expect client.cwmd > 1 and wire.size == 0
                                          ^^^^ "wire" has no "size"; it has count [unknown-variable]
      7 | expect clint.cwnd > 1
                 ^^^^^ unknown name "clint"; did you mean "client"? [unknown-name]
        > expect client.cwnd > 1
      8 | expect alice.cwnd > 1
                 ^^^^^ unknown name "alice"; the peers are "client" and "server" [unknown-name]
      9 | expect cwnd > snd.nxt
                 ^^^^ "cwnd" is a variable of a peer; write "client.cwnd" [unknown-name]
      9 | expect cwnd > snd.nxt
                        ^^^^^^^ "snd.nxt" is a variable of a peer; write "client.snd.nxt" [unknown-name]
      `,
    );
  });

  it('a name is known below its line', () => {
    is(
      page(
        'let a = a',
        'let b = c',
        'let c = 5',
        'client -> server SYN ack=s.ack as s',
        'replay t',
        'client -> server ACK as t',
      ),
      `
      1 | let a = a
                  ^ "a" is known only below line 1, which defines it [early-name]
      2 | let b = c
                  ^ "c" is known only below line 3, which defines it [early-name]
      4 | client -> server SYN ack=s.ack as s
                               ^^^^^^^^^ warning: ack counts only in a segment with ACK [meaningless-field]
      4 | client -> server SYN ack=s.ack as s
                                   ^ "s" is known only below line 4, which defines it [early-name]
      5 | replay t
                 ^ "t" is known only below line 6, which defines it [early-name]
      `,
    );
  });

  it('a name means one thing', () => {
    is(
      page('let x = 5', 'client -> server SYN as x', 'server -> client SYN+ACK as client', 'let x = 6'),
      `
      2 | client -> server SYN as x
                                  ^ line 1 defines "x" already; choose another name [repeated-name]
      3 | server -> client SYN+ACK as client
                                      ^^^^^^ "client" is a peer already; choose another name [name-of-peer]
      4 | let x = 6
              ^ line 1 defines "x" already; choose another name [repeated-name]
      `,
    );
  });

  it('a name of one scenario is unknown in the next', () => {
    is(
      page(
        'scenario "a"',
        'let x = 5',
        'expect x == 5',
        'scenario "b"',
        'let x = 6',
        'run',
        'scenario "c"',
        'expect x == 5',
      ),
      `
      8 | expect x == 5
                 ^ unknown name "x" [unknown-name]
      `,
    );
  });

  it('peers, segments and the wire are no values, and values have no parts', () => {
    is(
      page('client -> server SYN as s', 'let x = 5', 'expect client == s', 'expect x.seq == wire'),
      `
      3 | expect client == s
                 ^^^^^^ "client" is a peer; write "client ESTABLISHED" or "client.state" [no-value]
      3 | expect client == s
                           ^ "s" is a segment; what it has is seq, ack, len, win, tsval, time [no-value]
      4 | expect x.seq == wire
                   ^^^ "x" is a value by itself [unknown-variable]
      4 | expect x.seq == wire
                          ^^^^ write "wire.count" [no-value]
        > expect x.seq == wire.count
      `,
    );
  });

  it('what is released was held, and once; what is replayed was named', () => {
    is(
      page(
        'let x = 5',
        'client -> server SYN held as syn1',
        'client -> server SYN as syn2',
        'inject client -> server RST as rst',
        'replay syn1',
        'replay rst',
        'release syn1',
        'release syn1',
        'release syn2',
        'release rst',
        'release sym1',
        'replay other',
        'replay x',
      ),
      `
      8 | release syn1
                  ^^^^ line 7 has released "syn1" already [not-held]
      9 | release syn2
                  ^^^^ "syn2" is not held; write "held as syn2" at the end of line 3 [not-held]
      10 | release rst
                   ^^^ "rst" is not held; write "held as rst" at the end of line 4 [not-held]
      11 | release sym1
                   ^^^^ unknown segment "sym1"; did you mean "syn1"? [unknown-segment]
         > release syn1
      12 | replay other
                  ^^^^^ unknown segment "other"; a segment gets its name from "as other" on its line [unknown-segment]
      13 | replay x
                  ^ "x" is a value, not a segment [unknown-segment]
      `,
    );
  });
});
