import { is, page } from '../page';

describe('rules about waiting', () => {
  it('time alone is nothing to wait for, and neither is what never changes', () => {
    is(
      page(
        'let t0 = time',
        'wait until time > t0 + 5s',
        'wait until t0 == 5s',
        'wait until time > 5s and client CLOSED',
        'wait until wire.count == 0 within 5s',
      ),
      `
      2 | wait until time > t0 + 5s
                     ^^^^^^^^^^^^^^ time alone is not an event; write "wait" and a duration [wait-until-time]
      3 | wait until t0 == 5s
                     ^^^^^^^^ nothing that happens changes this condition [wait-until-constant]
      `,
    );
  });

  it('after a wait the wire is empty of what was sent', () => {
    is(
      page(
        'wait 500ms',
        'expect client CLOSED',
        'expect no client -> server SYN',
        'expect no server -> client',
        'expect no server -> client SYN for 2s',
        'run',
        'expect no server -> client # nothing',
        'client connect',
        'expect no client -> server FIN',
      ),
      `
      3 | expect no client -> server SYN
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: what was sent has arrived by now; with "for 500ms" time passes and none may be sent [expect-no-after-wait]
        > expect no client -> server SYN for 500ms
      4 | expect no server -> client
          ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: what was sent has arrived by now; with "for 500ms" time passes and none may be sent [expect-no-after-wait]
        > expect no server -> client for 500ms
      7 | expect no server -> client # nothing
          ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: what was sent has arrived by now; with "for 1s" time passes and none may be sent [expect-no-after-wait]
        > expect no server -> client for 1s # nothing
      `,
    );
  });
});
