import { is, page } from '../page';

describe('rules about what a pattern says', () => {
  it('one length', () => {
    is(
      page(
        'client -> server ACK seq=1..11 len=5',
        'client -> server ACK len=3 data="é1"',
        'client -> server ACK seq=1..4 len=3 data="abc"',
        'client -> server ACK seq=1 len=4 data="abc"',
      ),
      `
      1 | client -> server ACK seq=1..11 len=5
                                         ^^^^^ this is a length of 5, and before it stands one of 10 [length-conflict]
      4 | client -> server ACK seq=1 len=4 data="abc"
                                           ^^^^^^^^^^ this is a length of 3, and before it stands one of 4 [length-conflict]
      `,
    );
  });

  it('ranges end after they begin', () => {
    is(
      page('client -> server ACK seq=5..5 sack=8..16,4..4', 'client -> server ACK seq=9..5'),
      `
      1 | client -> server ACK seq=5..5 sack=8..16,4..4
                                                   ^^^^ a range names its first byte and the one after its last: 4 is not after 4 [out-of-range]
      2 | client -> server ACK seq=9..5
                                   ^^^^ a range names its first byte and the one after its last: 5 is not after 9 [out-of-range]
      `,
    );
  });

  it('a flag is set or not', () => {
    is(
      page('client -> server PSH+ACK psh=off ece=off'),
      `
      1 | client -> server PSH+ACK psh=off ece=off
                                   ^^^^^^^ PSH is among the flags; it cannot be off too [flag-conflict]
      `,
    );
  });

  it('no segment lacks a part of the header, and two parts count only with a flag', () => {
    is(
      page(
        'client -> server SYN seq=off mss=off sackok=off sack=off tsval=off',
        'client -> server FIN ack=5',
        'expect no client -> server SYN urg=5',
        'client -> server DATA ack=5',
      ),
      `
      1 | client -> server SYN seq=off mss=off sackok=off sack=off tsval=off
                               ^^^^^^^ only a flag or an option can be off; every segment has seq [absent-header]
      2 | client -> server FIN ack=5
                               ^^^^^ warning: ack counts only in a segment with ACK [meaningless-field]
      3 | expect no client -> server SYN urg=5
                                         ^^^^^ warning: urg counts only in a segment with URG [meaningless-field]
      `,
    );
  });
});
