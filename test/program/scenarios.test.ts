import assert from 'node:assert/strict';
import { parse } from '../../src/language/document';
import { resolve } from '../../src/program/resolve';
import { program, scenario } from './page';

describe('the scenarios of a file', () => {
  it('without a scenario line is one, named after the file', () => {
    const { program } = resolve(parse('run'), 'handshake');
    assert.deepEqual(
      program?.scenarios.map(({ name, line }) => ({ name, line })),
      [{ name: 'handshake', line: 1 }],
    );
  });

  it('begin with their lines and have the shared ones in front of their own', () => {
    const { scenarios } = program(
      'let limit = 5s',
      'peer client mss=536',
      '',
      'scenario "first"',
      'wait limit',
      '== End ==',
      'run',
      'scenario "second"',
      'peer server mss=1000',
      'wait limit',
    );
    assert.deepEqual(
      scenarios.map(({ name, line, chapters, statements, peers }) => ({
        name,
        line,
        chapters,
        statements: statements.map((statement) => `${statement.line} ${statement.kind}`),
        mss: peers.map((peer) => peer.options.mss),
      })),
      [
        {
          name: 'first',
          line: 4,
          chapters: [{ title: 'End', line: 6 }],
          statements: ['1 let', '5 wait', '7 run'],
          mss: [536, undefined],
        },
        { name: 'second', line: 8, chapters: [], statements: ['1 let', '10 wait'], mss: [536, 1000] },
      ],
    );
  });

  it('are not split by line ends of another system', () => {
    const { program } = resolve(parse('scenario "a"\r\nrun\rscenario "b"\nrun'), 'x');
    assert.deepEqual(
      program?.scenarios.map(({ name, line }) => `${line} ${name}`),
      ['1 a', '3 b'],
    );
  });

  it('have their statements in the order of the text', () => {
    const { statements } = scenario('server listen', '# a comment', 'client connect', '', 'note "so"', 'run');
    assert.deepEqual(
      statements.map(({ line }) => line),
      [1, 3, 5, 6],
    );
  });
});
