import { is, page } from '../page';

describe('rules about scripted peers', () => {
  it('they have no application', () => {
    is(
      page('peer remote scripted', 'server listen', 'remote connect', 'remote set mss=536'),
      `
      3 | remote connect
          ^^^^^^^^^^^^^^ "remote" is scripted and runs no TCP; a segment line makes its segments [scripted-call]
      4 | remote set mss=536
          ^^^^^^^^^^ "remote" is scripted and runs no TCP; a segment line makes its segments [scripted-call]
      `,
    );
  });

  it('their state is never judged, however one asks', () => {
    is(
      page(
        'peer remote scripted',
        'server listen',
        'expect server LISTEN and remote CLOSED',
        'let n = remote.snd.nxt + 1',
        'never remote.visited CLOSING',
      ),
      `
      3 | expect server LISTEN and remote CLOSED
                                   ^^^^^^^^^^^^^ "remote" is scripted: its state is inferred and never judged [scripted-state]
      4 | let n = remote.snd.nxt + 1
                  ^^^^^^^^^^^^^^ "remote" is scripted: it runs no TCP that has snd.nxt [scripted-state]
      5 | never remote.visited CLOSING
                ^^^^^^^^^^^^^^^^^^^^^^ "remote" is scripted: its state is inferred and never judged [scripted-state]
      `,
    );
  });

  it('without any TCP there is no MSL', () => {
    is(
      page('peer a scripted', 'peer b scripted', 'wait 2msl'),
      `
      3 | wait 2msl
               ^^^^ both peers are scripted, and none has an MSL [msl-without-tcp]
      `,
    );
  });

  it('numbers into them are written, the acknowledgment only with ACK', () => {
    is(
      page(
        'peer remote scripted',
        'inject server -> remote SYN',
        'inject server -> remote ACK seq=1',
        'inject server -> remote DATA len=5',
        'inject server -> remote RST seq=1',
        'server -> remote SYN',
        'inject remote -> server SYN',
      ),
      `
      2 | inject server -> remote SYN
                                  ^^^ "remote" is scripted and expects no number, so seq=... must be written [made-without-number]
      3 | inject server -> remote ACK seq=1
                                  ^^^^^^^^^ "remote" is scripted and expects no number, so ack=... must be written [made-without-number]
      4 | inject server -> remote DATA len=5
                                  ^^^^^^^^^^ "remote" is scripted and expects no number, so seq=..., ack=... must be written [made-without-number]
      `,
    );
  });

  it('a segment that is made is not left open', () => {
    is(
      page(
        'peer remote scripted',
        'remote -> server ANY',
        'remote -> server DATA',
        'server -> remote DATA',
        'inject server -> remote ANY seq=0',
      ),
      `
      2 | remote -> server ANY
                           ^^^ the segment is made here, so its flags must be written [made-without-flags]
      3 | remote -> server DATA
                           ^^^^ the segment is made here, so DATA needs len=... or data="..." [made-without-length]
      5 | inject server -> remote ANY seq=0
                                  ^^^ the segment is made here, so its flags must be written [made-without-flags]
      `,
    );
  });
});
