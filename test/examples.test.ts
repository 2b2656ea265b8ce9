/**
 * Every scenario file of the project: written as the formatter writes, without a diagnostic, all of it holding, and
 * its trace as it was when somebody last read and accepted it.
 */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from '../src/language/document';
import { print } from '../src/language/printer';
import { failuresOf } from '../src/trace/judgments';
import { ladder } from '../src/trace/ladder';
import { log } from '../src/trace/log';
import type { Trace } from '../src/trace/trace';
import { render } from '../src/words/sentence';
import { matchesGolden } from './golden';
import { filesIn, resolutionOf, runsOf, textOf } from './scenarios';

/** What the golden traces are written as: for readers as the ladder, for conformance with the clauses that applied. */
const FOLDERS: Readonly<Record<string, (trace: Trace) => Iterable<string>>> = {
  examples: (trace) => ladder(trace),
  'test/scenarios': (trace) => [`scenario "${trace.scenario.name}"`, ...log(trace)],
};

/** Every failed judgment of a file, each with the line to look at. */
const failures = (file: string, traces: readonly Trace[]): readonly string[] =>
  traces.flatMap(({ events }) =>
    events.flatMap(failuresOf).map(({ line, message, expected, actual }) => {
      return `${file}:${line}: ${render(message)}; expected ${render(expected)}, actual ${render(actual)}`;
    }),
  );

for (const [folder, written] of Object.entries(FOLDERS)) {
  describe(`${folder}/`, () => {
    it('keeps no trace of a file that is gone', () => {
      const kept = readdirSync(`${folder}/golden`).sort();
      assert.deepEqual(
        kept,
        filesIn(folder).map((file) => `${path.basename(file, '.tcpscn')}.txt`),
      );
    });

    for (const file of filesIn(folder)) {
      const name = path.basename(file, '.tcpscn');

      it(`${name} is written well, holds, and has the trace that was accepted`, () => {
        const { diagnostics } = resolutionOf(file);
        const said = diagnostics.map(({ line, diagnostic }) => `${file}:${line}: ${render(diagnostic.message)}`);
        assert.deepEqual(said, []);
        assert.equal(textOf(file), print(parse(textOf(file))), `${file} is not formatted; tcpscn format does it`);
        const traces = runsOf(file);
        assert.deepEqual(failures(file, traces), []);
        const text = traces.map((trace) => `${[...written(trace)].join('\n')}\n`).join('\n');
        matchesGolden(`${folder}/golden/${name}.txt`, text);
      });
    }
  });
}
