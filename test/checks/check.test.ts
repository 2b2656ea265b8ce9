import assert from 'node:assert/strict';
import { check, locating } from '../../src/checks/check';
import { scenarioName } from '../../src/checks/reading';
import { scenario } from '../trace/story';

const summary = (text: string) =>
  check({ name: 'a/b.tcpscn', text }).scenarios.map(({ name, line, status, diagnostics }) =>
    [name, line, status, diagnostics.map((each) => `${each.line} ${each.diagnostic.code}`).join(', ')].join(' | '),
  );

describe('checking a text', () => {
  it('runs each of its scenarios', () => {
    assert.deepEqual(summary('scenario "holds"\nexpect client CLOSED\nscenario "fails"\nexpect client LISTEN\n'), [
      'holds | 1 | passed | ',
      'fails | 3 | failed | ',
    ]);
  });

  it('names the one scenario of a file without a scenario line after the file', () => {
    assert.deepEqual(summary('expect client CLOSED\n'), ['b | 1 | passed | ']);
    assert.equal(scenarioName('C:\\x\\close.tcpscn'), 'close');
    assert.equal(scenarioName('<stdin>'), '<stdin>');
  });

  it('does not run a text with errors', () => {
    const reports = summary('scenario "a"\nclinet close\nscenario "b"\nexpect client LISTEN\n');
    assert.deepEqual(reports, ['b | 1 | error | 2 unknown-peer']);
  });

  it('runs a text with likely slips, and gives each scenario the warnings about its own lines', () => {
    const text = 'scenario "a"\nexpect client CLOSED\nscenario "b"\nexpect client.state = CLOSED\n';
    const [a, b] = check({ name: 'x', text }).scenarios;
    assert.deepEqual([a?.diagnostics.length, b?.diagnostics.map(({ line }) => line)], [0, [4]]);
    assert.equal(b?.status, 'passed');
  });

  it('says which scenario it was that broke an invariant', () => {
    const run = () => {
      throw new Error('A row is missing.');
    };
    assert.throws(() => locating(scenario('close'), 'a.tcpscn', run), {
      message: 'A row is missing. (in "close", a.tcpscn:1)',
    });
  });
});
