/** The checks of RFC 9293, 3.10.7, for every segment that arrives in the project's own scenarios; and the documents. */
import assert from 'node:assert/strict';
import { CHECKS, checksOf, ORDINALS, ordinalOf, sectionOf } from '../../src/debug/check';
import { lineOfCheck, lineOfRow, questionOf, ruleDocument } from '../../src/debug/rule-document';
import { Timeline } from '../../src/simulation/timeline';
import { stateOfPeer } from '../../src/simulation/world';
import { rows } from '../../src/tcp/fsm';
import { STATES } from '../../src/tcp/state';
import { english } from '../../src/words/sentence';
import { resolutionOf, scenarioFiles } from '../scenarios';

describe('the checks of an arriving segment', () => {
  it('have taken all of its rows, in their order, each in the state that the row leads from', () => {
    let arrivals = 0;
    const states = new Set<string>();
    for (const file of scenarioFiles()) {
      for (const scenario of resolutionOf(file).program?.scenarios ?? []) {
        const timeline = new Timeline(scenario);
        for (let n = 1; n <= 400 && timeline.reaches(n); n += 1) {
          const { event, before } = timeline.step(n);
          const peer = scenario.peers[0].name === event.peer ? 0 : 1;
          if (event.kind !== 'arrive' || before.peers[peer].kind === 'scripted') continue;
          const state = stateOfPeer(before.peers[peer]);
          const checks = checksOf(state, event.rows);
          const where = `${file}:${event.line}, event ${n}`;
          assert.deepEqual(
            checks.flatMap(({ row }) => row ?? []),
            event.rows,
            where,
          );
          for (const check of checks) if (check.row !== undefined) assert.equal(check.row.from, check.state, where);
          const order = checks.flatMap(({ ordinal }) => (ordinal === undefined ? [] : ORDINALS.indexOf(ordinal)));
          assert.deepEqual(
            order,
            [...order].sort((a, b) => a - b),
            where,
          );
          arrivals += 1;
          states.add(state);
        }
      }
    }
    assert.ok(arrivals > 1_000, `${arrivals} arrivals`);
    assert.equal(states.size, STATES.length);
  });

  it('are asked in words, each in its section', () => {
    for (const state of STATES) {
      for (const ordinal of CHECKS[sectionOf(state)]) assert.match(questionOf(state, ordinal)?.text ?? '', /[?.)]$/);
    }
  });
});

describe('the document of a state', () => {
  it('has every row of the state once, on the line that is known of it', () => {
    for (const row of rows) {
      const lines = ruleDocument(row.from).text(english).split('\n');
      const line = lines[lineOfRow(row) - 1] ?? '';
      assert.ok(line.startsWith(`- **${row.event}**`), `${row.from} / ${row.event}: ${line}`);
      assert.ok((lines[lineOfRow(row)] ?? '').includes(row.why));
      const guarded = row.guard === undefined ? '' : ` (${row.guard})`;
      const same = lines.filter((each) => each.startsWith(`- **${row.event}**${guarded} `));
      assert.ok(same.length >= 1);
    }
    for (const state of STATES) {
      const own = rows.filter(({ from }) => from === state);
      const listed = ruleDocument(state)
        .text(english)
        .split('\n')
        .filter((line) => line.startsWith('- **'));
      assert.equal(listed.length, own.length, state);
      assert.equal(new Set(own.map(lineOfRow)).size, own.length, `two rows of ${state} are on one line`);
    }
  });

  it('has the rows of each check below its heading', () => {
    for (const state of STATES) {
      const lines = ruleDocument(state).text(english).split('\n');
      for (const ordinal of CHECKS[sectionOf(state)]) {
        const heading = lines[lineOfCheck(state, ordinal) - 1] ?? '';
        assert.match(
          heading,
          sectionOf(state) === '3.10.7.1' ? /^### No connection/ : new RegExp(`^### ${ordinal} check: `, 'i'),
        );
        for (const row of rows.filter((each) => each.from === state && each.event.startsWith('rcv '))) {
          if (ordinalOf(row) === ordinal) assert.ok(lineOfRow(row) > lineOfCheck(state, ordinal));
        }
      }
    }
  });
});
