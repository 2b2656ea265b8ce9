import { is, page } from '../page';

describe('rules about the scenarios of a file', () => {
  it('an empty file says what it lacks', () => {
    is(
      page(''),
      `
      1 | 
          ^ this file has no statement [nothing-to-run]
      `,
    );
  });

  it('declarations alone are nothing to run', () => {
    is(
      page('# nothing yet', 'peer client', 'let t = 5', 'scenario "a"', '== Open =='),
      `
      1 | # nothing yet
          ^^^^^^^^^^^^^ this file has no statement [nothing-to-run]
      `,
    );
  });

  it('a line that cannot be read is not called an empty file', () => {
    is(
      page('???'),
      `
      1 | ???
          ^^^ cannot read "???" [unreadable-text]
      `,
    );
  });

  it('a scenario without a statement is only a warning', () => {
    is(
      page('scenario "a"', 'run', 'scenario "b"', '== Open =='),
      `
      3 | scenario "b"
          ^^^^^^^^^^^^ warning: this scenario has no statement [empty-scenario]
      `,
    );
  });

  it('names are given once, and the line of the first is told', () => {
    is(
      page('scenario "a"', 'run', 'scenario "b"', 'run', 'scenario "a"', 'run'),
      `
      5 | scenario "a"
                   ^^^ line 1 has a scenario "a" already [repeated-scenario]
      `,
    );
  });

  it('only shared lines stand above the first scenario', () => {
    is(
      page('peer client', 'network delay=5ms', 'let t = 5', '== Open ==', 'client connect', 'scenario "a"', 'run'),
      `
      4 | == Open ==
          ^^^^^^^^^^ only peer, network and let lines can stand above the first scenario [above-scenarios]
      5 | client connect
          ^^^^^^^^^^^^^^ only peer, network and let lines can stand above the first scenario [above-scenarios]
      `,
    );
  });

  it('a wrong shared line is reported once, however many scenarios have it', () => {
    is(
      page('peer client nagle=no', 'let t = t0', 'scenario "a"', 'run', 'scenario "b"', 'run'),
      `
      1 | peer client nagle=no
                            ^^ nagle is on or off [wrong-option-value]
        > peer client nagle=on
      2 | let t = t0
                  ^^ unknown name "t0" [unknown-name]
      `,
    );
  });
});
