import { is, page } from '../page';

describe('rules about peers', () => {
  it('a name that is nearly right is suggested wherever a peer can stand', () => {
    is(
      page(
        'clinet connect',
        'client -> sever SYN',
        'handshake clent -> server',
        'note sever "hello"',
        'expect clinet ESTABLISHED and servr.visited CLOSING',
        'network cliet -> server delay=5ms',
      ),
      `
      1 | clinet connect
          ^^^^^^ unknown peer "clinet"; did you mean "client"? [unknown-peer]
        > client connect
      2 | client -> sever SYN
                    ^^^^^ unknown peer "sever"; did you mean "server"? [unknown-peer]
        > client -> server SYN
      3 | handshake clent -> server
                    ^^^^^ unknown peer "clent"; did you mean "client"? [unknown-peer]
        > handshake client -> server
      4 | note sever "hello"
               ^^^^^ unknown peer "sever"; did you mean "server"? [unknown-peer]
        > note server "hello"
      5 | expect clinet ESTABLISHED and servr.visited CLOSING
                 ^^^^^^ unknown peer "clinet"; did you mean "client"? [unknown-peer]
        > expect client ESTABLISHED and servr.visited CLOSING
      5 | expect clinet ESTABLISHED and servr.visited CLOSING
                                        ^^^^^ unknown peer "servr"; did you mean "server"? [unknown-peer]
        > expect clinet ESTABLISHED and server.visited CLOSING
      6 | network cliet -> server delay=5ms
                  ^^^^^ unknown peer "cliet"; did you mean "client"? [unknown-peer]
        > network client -> server delay=5ms
      `,
    );
  });

  it('a name that is like none lists the two there are', () => {
    is(
      page('peer alice', 'peer bob', 'mallory connect'),
      `
      3 | mallory connect
          ^^^^^^^ unknown peer "mallory"; the peers are "alice" and "bob" [unknown-peer]
      `,
    );
  });

  it('a third peer is reported where it is declared, and only there', () => {
    is(
      page('peer a', 'peer b', 'peer c', 'c listen', 'a -> c SYN'),
      `
      3 | peer c
               ^ a scenario has two peers, here "a" and "b"; "c" is a third [third-peer]
      `,
    );
  });

  it('a peer line below the first statement becomes a set', () => {
    is(
      page('server listen', 'peer client mss=536 nagle=off # small'),
      `
      2 | peer client mss=536 nagle=off # small
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ peer lines stand above the first statement; write "client set mss=536 nagle=off" [late-peer]
        > client set mss=536 nagle=off # small
      `,
    );
  });

  it('what set cannot do is only told where it belongs', () => {
    is(
      page('peer server scripted', '', 'client connect', 'peer client :5000', 'peer server mss=536'),
      `
      4 | peer client :5000
          ^^^^^^^^^^^^^^^^^ peer lines stand above the first statement, which is in line 3 [late-peer]
      5 | peer server mss=536
          ^^^^^^^^^^^^^^^^^^^ peer lines stand above the first statement, which is in line 3 [late-peer]
      `,
    );
  });

  it('let, network and chapters are no statements: peers can follow them', () => {
    is(page('== Setup ==', 'let t = 5', 'network delay=5ms', 'peer client', 'run'), '');
  });

  it('a direction has two ends', () => {
    is(
      page('client -> client SYN', 'handshake server -> server'),
      `
      1 | client -> client SYN
          ^^^^^^^^^^^^^^^^ "client" is both ends of this; the other peer is "server" [same-peer]
        > client -> server SYN
      2 | handshake server -> server
                    ^^^^^^^^^^^^^^^^ "server" is both ends of this; the other peer is "client" [same-peer]
        > handshake server -> client
      `,
    );
  });

  it('a peer may be named like a state', () => {
    is(
      page(
        'peer closed',
        'peer listen',
        'closed connect',
        'closed -> listen SYN',
        'expect closed SYN_SENT',
        'expect closed CLOSED or closed.state == closed',
      ),
      '',
    );
  });
});
