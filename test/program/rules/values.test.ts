import { is, page } from '../page';

describe('rules about values', () => {
  it('both sides of an operator go together', () => {
    is(
      page(
        'expect client.state == 5',
        'expect client.state < ESTABLISHED',
        'expect client.error > "a"',
        'expect client.cwnd and client CLOSED',
        'expect not client.cwnd',
        'expect client.error + "a" == ""',
        'expect client.rto * time > 5s',
        'expect client.snd.una * client.snd.nxt == 0',
        'expect -client.state == CLOSED',
        'expect client.cwnd < off',
      ),
      `
      1 | expect client.state == 5
                 ^^^^^^^^^^^^^^^^^ a state and a number cannot be compared [mismatched-types]
      2 | expect client.state < ESTABLISHED
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^ a state is neither less nor more than another [mismatched-types]
      3 | expect client.error > "a"
                 ^^^^^^^^^^^^^^^^^^ a text is neither less nor more than another [mismatched-types]
      4 | expect client.cwnd and client CLOSED
                 ^^^^^^^^^^^ "and" takes conditions, and this is a number [mismatched-types]
      5 | expect not client.cwnd
                     ^^^^^^^^^^^ "not" takes conditions, and this is a number [mismatched-types]
      6 | expect client.error + "a" == ""
                 ^^^^^^^^^^^^^^^^^^ a text + a text has no meaning [mismatched-types]
      7 | expect client.rto * time > 5s
                 ^^^^^^^^^^^^^^^^^ a duration * a duration has no meaning [mismatched-types]
      8 | expect client.snd.una * client.snd.nxt == 0
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a sequence number * a sequence number has no meaning [mismatched-types]
      9 | expect -client.state == CLOSED
                  ^^^^^^^^^^^^ a state has no negative [mismatched-types]
      10 | expect client.cwnd < off
                  ^^^^^^^^^^^^^^^^^ a number and "off" cannot be compared [mismatched-types]
      `,
    );
  });

  it('what goes together is let through', () => {
    is(
      page(
        'client -> server SYN as s',
        'let half = client.cwnd * 50%',
        'expect client.snd.nxt == 1 and client.iss != #300 and s.seq + s.len < client.snd.una',
        'expect client.snd.nxt - client.snd.una == 2 * half and 3 * client.rto - 500ms >= time',
        'expect client.timer.retransmit == off or client.timer.retransmit < 1s',
        'expect (client CLOSED) == (server CLOSED) and client.previous != LISTEN',
        'expect client.error == "" and not client.data == "x"',
        'client -> server ACK seq=s.seq+1 ack=-client.rcv.nxt len=half data="..."',
        'wait (2msl - time)',
      ),
      '',
    );
  });

  it('a bare number beside a duration lacks its unit', () => {
    is(
      page(
        'wait 500',
        'wait (5)',
        'expect time > 3',
        'client -> server SYN delayed 20',
        'wait until client CLOSED within 5',
      ),
      `
      1 | wait 500
               ^^^ "wait" takes a duration; add the unit [missing-unit]
        > wait 500ms
      2 | wait (5)
               ^^^ "wait" takes a duration; add the unit [missing-unit]
      3 | expect time > 3
                        ^ a number and a duration do not go together; add the unit [missing-unit]
        > expect time > 3s
      4 | client -> server SYN delayed 20
                                       ^^ "delayed" takes a duration; add the unit [missing-unit]
        > client -> server SYN delayed 20ms
      5 | wait until client CLOSED within 5
                                          ^ "within" takes a duration; add the unit [missing-unit]
        > wait until client CLOSED within 5s
      `,
    );
  });

  it('every place takes its kind', () => {
    is(
      page(
        'expect 5',
        'always client.state',
        'client send 5s',
        'client recv "all"',
        'client -> server ACK seq=time len="abc" data=5',
        'wait client.cwnd',
        'let x = off',
        'drop next "two" client -> server',
        'expect no client -> server SYN for client.state',
      ),
      `
      1 | expect 5
                 ^ a condition is true or false, and this is a number [not-a-condition]
      2 | always client.state
                 ^^^^^^^^^^^^ a condition is true or false, and this is a state [not-a-condition]
      3 | client send 5s
                      ^^ "send" takes a number of bytes or a text, and this is a duration [wrong-type]
      4 | client recv "all"
                      ^^^^^ "recv" takes a number, and this is a text [wrong-type]
      5 | client -> server ACK seq=time len="abc" data=5
                                   ^^^^ "seq" takes a sequence number, and this is a duration [wrong-type]
      5 | client -> server ACK seq=time len="abc" data=5
                                            ^^^^^ "len" takes a number, and this is a text [wrong-type]
      5 | client -> server ACK seq=time len="abc" data=5
                                                       ^ "data" takes a text, and this is a number [wrong-type]
      6 | wait client.cwnd
               ^^^^^^^^^^^ "wait" takes a duration, and this is a number [wrong-type]
      7 | let x = off
                  ^^^ "off" by itself is not a value [wrong-type]
      8 | drop next "two" client -> server
                    ^^^^^ "next" takes a number, and this is a text [wrong-type]
      9 | expect no client -> server SYN for client.state
                                             ^^^^^^^^^^^^ "for" takes a duration, and this is a state [wrong-type]
      `,
    );
  });

  it('the type of a let is that of its value', () => {
    is(
      page('let t0 = time', 'let n = 5', 'wait t0', 'wait n', 'expect t0 == n'),
      `
      4 | wait n
               ^ "wait" takes a duration, and this is a number [wrong-type]
      5 | expect t0 == n
                 ^^^^^^^ a duration and a number cannot be compared [mismatched-types]
      `,
    );
  });

  it('amounts that are known are possible ones', () => {
    is(
      page(
        'wait -5s',
        'wait (1s - 2s)',
        'client send -1',
        'client -> server ACK len=-1 win=2GiB urg=65536 wscale=256 duplicated 1',
        'drop next 0 client -> server',
        'client -> server SYN delayed -1ms',
        'client send 50%',
      ),
      `
      1 | wait -5s
               ^^^ a duration is not negative [out-of-range]
      2 | wait (1s - 2s)
               ^^^^^^^^^ a duration is not negative [out-of-range]
      3 | client send -1
                      ^^ send is at least 0 [out-of-range]
      4 | client -> server ACK len=-1 win=2GiB urg=65536 wscale=256 duplicated 1
                                   ^^ len is at least 0 [out-of-range]
      4 | client -> server ACK len=-1 win=2GiB urg=65536 wscale=256 duplicated 1
                                          ^^^^ win is from 0 to 1073725440 [out-of-range]
      4 | client -> server ACK len=-1 win=2GiB urg=65536 wscale=256 duplicated 1
                                               ^^^^^^^^^ warning: urg counts only in a segment with URG [meaningless-field]
      4 | client -> server ACK len=-1 win=2GiB urg=65536 wscale=256 duplicated 1
                                                   ^^^^^ urg is from 0 to 65535 [out-of-range]
      4 | client -> server ACK len=-1 win=2GiB urg=65536 wscale=256 duplicated 1
                                                                ^^^ wscale is from 0 to 255 [out-of-range]
      4 | client -> server ACK len=-1 win=2GiB urg=65536 wscale=256 duplicated 1
                                                                               ^ duplicated is at least 2 [out-of-range]
      5 | drop next 0 client -> server
                    ^ next is at least 1 [out-of-range]
      6 | client -> server SYN delayed -1ms
                                       ^^^^ a duration is not negative [out-of-range]
      7 | client send 50%
                      ^^^ send is a whole number [out-of-range]
      `,
    );
  });
});
