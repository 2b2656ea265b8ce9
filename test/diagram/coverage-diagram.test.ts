import assert from 'node:assert/strict';
import { coverageDiagram } from '../../src/diagram/coverage-diagram';
import { svgText } from '../../src/diagram/shape';
import { rows } from '../../src/tcp/fsm';
import { countRows } from '../../src/trace/coverage';
import { english } from '../../src/words/sentence';
import { filesIn, runsOf } from '../scenarios';

describe('the coverage of the state diagram', () => {
  it('counts what runs have taken, and marks what they never did', () => {
    const [trace] = runsOf('examples/handshake-and-close.tcpscn');
    assert.ok(trace);
    const text = svgText(coverageDiagram(rows, countRows(trace.events), 'wide', english));
    assert.match(text, /<g class="edge often-5" data-row="CLOSED&gt;LISTEN">/);
    assert.match(text, /<g class="edge never" data-row="SYN_RCVD&gt;LISTEN">/);
    assert.match(text, />8 of 20 edges were never taken</);
  });

  it('has nothing to mark when every example is counted', () => {
    const events = filesIn('examples').flatMap((file) => runsOf(file).flatMap((trace) => trace.events));
    assert.match(svgText(coverageDiagram(rows, countRows(events), 'wide', english)), /aria-label="[^"]*0 of 20 edges/);
  });
});
