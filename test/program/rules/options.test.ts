import { is, page } from '../page';

describe('rules about options', () => {
  it('each wrong value is answered by what is possible', () => {
    is(
      page(
        'peer client mss=0 window=2GiB wscale=15 nagle=yes delayed-ack=40 rto-min=0s',
        'peer client retries=1000 congestion=rino initial-window=0 read=off syn-fin=5 iss=1,on,3',
        'run',
      ),
      `
      1 | peer client mss=0 window=2GiB wscale=15 nagle=yes delayed-ack=40 rto-min=0s
                          ^ mss is a whole number from 1 to 65535 [option-out-of-range]
      1 | peer client mss=0 window=2GiB wscale=15 nagle=yes delayed-ack=40 rto-min=0s
                                   ^^^^ window is a whole number from 0 to 1073725440 [option-out-of-range]
      1 | peer client mss=0 window=2GiB wscale=15 nagle=yes delayed-ack=40 rto-min=0s
                                               ^^ wscale is a whole number from 0 to 14, or off [option-out-of-range]
      1 | peer client mss=0 window=2GiB wscale=15 nagle=yes delayed-ack=40 rto-min=0s
                                                        ^^^ nagle is on or off [wrong-option-value]
      1 | peer client mss=0 window=2GiB wscale=15 nagle=yes delayed-ack=40 rto-min=0s
                                                                        ^^ delayed-ack is a duration of at most 720min, such as 200ms, or off [wrong-option-value]
        > peer client mss=0 window=2GiB wscale=15 nagle=yes delayed-ack=40ms rto-min=0s
      1 | peer client mss=0 window=2GiB wscale=15 nagle=yes delayed-ack=40 rto-min=0s
                                                                                   ^^ rto-min is a duration from 1ms to 720min [option-out-of-range]
      2 | peer client retries=1000 congestion=rino initial-window=0 read=off syn-fin=5 iss=1,on,3
                              ^^^^ retries is a whole number from 0 to 255 [option-out-of-range]
      2 | peer client retries=1000 congestion=rino initial-window=0 read=off syn-fin=5 iss=1,on,3
                                              ^^^^ congestion is one of: newreno, reno, none [wrong-option-value]
        > peer client retries=1000 congestion=reno initial-window=0 read=off syn-fin=5 iss=1,on,3
      2 | peer client retries=1000 congestion=rino initial-window=0 read=off syn-fin=5 iss=1,on,3
                                                                  ^ initial-window is a whole number from 1 to 65535 [option-out-of-range]
      2 | peer client retries=1000 congestion=rino initial-window=0 read=off syn-fin=5 iss=1,on,3
                                                                         ^^^ read is one of: auto, manual [wrong-option-value]
      2 | peer client retries=1000 congestion=rino initial-window=0 read=off syn-fin=5 iss=1,on,3
                                                                                     ^ syn-fin is one of: process, drop [wrong-option-value]
      2 | peer client retries=1000 congestion=rino initial-window=0 read=off syn-fin=5 iss=1,on,3
                                                                                             ^^ iss is a whole number from 0 to 4294967295, or random, or a list of them [wrong-option-value]
      `,
    );
  });

  it('what this version cannot do names what it can', () => {
    is(
      page(
        'peer client sack=on timestamps=on ecn=on keepalive=2min profile=linux congestion=cubic',
        'peer server sack=off timestamps=off ecn=off keepalive=off profile=rfc9293 congestion=none',
        'run',
      ),
      `
      1 | peer client sack=on timestamps=on ecn=on keepalive=2min profile=linux congestion=cubic
                      ^^^^^^^ sack is not available in this version yet; write sack=off [option-not-available]
        > peer client sack=off timestamps=on ecn=on keepalive=2min profile=linux congestion=cubic
      1 | peer client sack=on timestamps=on ecn=on keepalive=2min profile=linux congestion=cubic
                              ^^^^^^^^^^^^^ timestamps is not available in this version yet; write timestamps=off [option-not-available]
        > peer client sack=on timestamps=off ecn=on keepalive=2min profile=linux congestion=cubic
      1 | peer client sack=on timestamps=on ecn=on keepalive=2min profile=linux congestion=cubic
                                            ^^^^^^ ecn is not available in this version yet; write ecn=off [option-not-available]
        > peer client sack=on timestamps=on ecn=off keepalive=2min profile=linux congestion=cubic
      1 | peer client sack=on timestamps=on ecn=on keepalive=2min profile=linux congestion=cubic
                                                   ^^^^^^^^^^^^^^ keepalive is not available in this version yet; write keepalive=off [option-not-available]
        > peer client sack=on timestamps=on ecn=on keepalive=off profile=linux congestion=cubic
      1 | peer client sack=on timestamps=on ecn=on keepalive=2min profile=linux congestion=cubic
                                                                  ^^^^^^^^^^^^^ profile=linux is not available in this version yet; write profile=rfc9293 [option-not-available]
        > peer client sack=on timestamps=on ecn=on keepalive=2min profile=rfc9293 congestion=cubic
      1 | peer client sack=on timestamps=on ecn=on keepalive=2min profile=linux congestion=cubic
                                                                                ^^^^^^^^^^^^^^^^ congestion=cubic is not available in this version yet; write congestion=newreno [option-not-available]
        > peer client sack=on timestamps=on ecn=on keepalive=2min profile=linux congestion=newreno
      `,
    );
  });

  it('the network has its own kinds of values', () => {
    is(
      page('network delay=10 bandwidth=0 mtu=40 loss=5 corrupt=101% reorder=on', 'network delay=50ms..10ms', 'run'),
      `
      1 | network delay=10 bandwidth=0 mtu=40 loss=5 corrupt=101% reorder=on
                        ^^ delay is a duration of at most 720min, or a range such as 10ms..50ms [wrong-option-value]
        > network delay=10ms bandwidth=0 mtu=40 loss=5 corrupt=101% reorder=on
      1 | network delay=10 bandwidth=0 mtu=40 loss=5 corrupt=101% reorder=on
                                     ^ bandwidth is a number of bits a second, such as 10Mbps, or off [option-out-of-range]
      1 | network delay=10 bandwidth=0 mtu=40 loss=5 corrupt=101% reorder=on
                                           ^^ mtu is a whole number from 68 to 65535 [option-out-of-range]
      1 | network delay=10 bandwidth=0 mtu=40 loss=5 corrupt=101% reorder=on
                                                   ^ loss is a percentage from 0% to 100% [wrong-option-value]
        > network delay=10 bandwidth=0 mtu=40 loss=5% corrupt=101% reorder=on
      1 | network delay=10 bandwidth=0 mtu=40 loss=5 corrupt=101% reorder=on
                                                             ^^^^ corrupt is a percentage from 0% to 100% [option-out-of-range]
      1 | network delay=10 bandwidth=0 mtu=40 loss=5 corrupt=101% reorder=on
                                                                          ^^ reorder is a percentage from 0% to 100% [wrong-option-value]
      2 | network delay=50ms..10ms
                        ^^^^^^^^^^ delay is a duration of at most 720min, or a range such as 10ms..50ms [wrong-option-value]
      `,
    );
  });

  it('set is held to the same', () => {
    is(
      page('client set wscale=99 mss=1,2'),
      `
      1 | client set wscale=99 mss=1,2
                            ^^ wscale is a whole number from 0 to 14, or off [option-out-of-range]
      1 | client set wscale=99 mss=1,2
                                     ^ mss takes one value [wrong-option-value]
      `,
    );
  });
});
