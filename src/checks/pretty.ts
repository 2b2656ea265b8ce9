/**
 * The report for people: a line for each file whose scenarios all passed; for each failure the author's line, what was
 * expected above what was, what is on the wire, the likely cause, what happened before, and how to look into it.
 *
 * Rule: the emphasis (`Style`) and the language (`translate`) are handed in; the same reports give the same text.
 */

import { displayWidth, padEnd, visible } from '../trace/columns';
import { type Coverage, coverageText } from '../trace/coverage';
import { moment } from '../trace/duration';
import type { TraceSegment } from '../trace/event';
import { logLines } from '../trace/log';
import { lineText } from '../trace/segment-text';
import { render, type Sentence, say, type Translate, type Words } from '../words/sentence';
import { compare } from './comparison';
import { diagnosticLines } from './diagnostic-text';
import { excerpt, sourceLines, statementColumns } from './excerpt';
import { type Failure, type FileReport, type ScenarioReport, STANDARD_INPUT, tally } from './report';
import type { Style } from './style';

export interface PrettyOptions {
  readonly style: Style;
  readonly translate: Translate;
  readonly coverage: Coverage | undefined;
  /** Whether a failure ends with the command that opens it: not where one is in the editor already. */
  readonly withCommands?: boolean;
  /** Which files are told; those that are not only count. All, if it is not given. */
  readonly isShown?: (file: FileReport) => boolean;
  /** Whether there was more to check after the last that is told. */
  readonly isCut?: boolean;
}

/** How many segments a list shows before it is cut short. */
const SEGMENTS = 8;

/** The whole report; lines without their line breaks, never two empty ones in a row. */
export function* pretty(files: readonly FileReport[], options: PrettyOptions): Generator<string> {
  let blank = false;
  for (const line of sections(files, options)) {
    if (line !== '' || !blank) yield line;
    blank = line === '';
  }
}

function* sections(files: readonly FileReport[], options: PrettyOptions): Generator<string> {
  for (const file of files) if (options.isShown?.(file) ?? true) yield* fileLines(file, options);
  if (options.coverage !== undefined) {
    yield '';
    yield* coverageText(options.coverage, options.translate);
  }
  yield '';
  yield summary(files, options);
}

function* fileLines(file: FileReport, options: PrettyOptions): Generator<string> {
  const { style } = options;
  const passed = file.scenarios.every(({ status }) => status === 'passed');
  const name = visible(file.name);
  if (passed) {
    const count = file.scenarios.length;
    const unnamed = file.scenarios.reduce((sum, scenario) => sum + scenario.unnamed.length, 0);
    const notes = [count === 1 ? say('1 scenario') : say('{0} scenarios', count)];
    if (unnamed > 0)
      notes.push(unnamed === 1 ? say('1 segment never named') : say('{0} segments never named', unnamed));
    yield `${style.good('✓')} ${name}  ${style.quiet(notes.map((note) => render(note, options.translate)).join(', '))}`;
  } else yield `${style.bad('✗')} ${style.strong(name)}`;
  for (const scenario of file.scenarios) {
    if (scenario.status === 'error') yield* notRunLines(file, scenario, options);
    else {
      if (!passed)
        yield `  ${scenario.status === 'passed' ? style.good('✓') : style.bad('✗')} ${visible(scenario.name)}`;
      yield* warnings(file, scenario, options);
    }
    yield* failureLines(file, scenario, options);
  }
}

// ---------------------------------------------------------------- what is wrong with the text

function* notRunLines(file: FileReport, scenario: ScenarioReport, options: PrettyOptions): Generator<string> {
  if (file.text !== undefined) yield `  ${render(say('was not run: its text has errors'), options.translate)}`;
  yield* warnings(file, scenario, options);
}

function* warnings(file: FileReport, scenario: ScenarioReport, options: PrettyOptions): Generator<string> {
  for (const located of scenario.diagnostics) {
    if (file.text !== undefined) yield '';
    yield* indented(diagnosticLines(file, located, options.style, options.translate), '  ');
    if (file.text !== undefined) yield '';
  }
}

// ---------------------------------------------------------------- what the protocol did otherwise

function* failureLines(file: FileReport, scenario: ScenarioReport, options: PrettyOptions): Generator<string> {
  for (const [index, failure] of scenario.failures.entries()) {
    yield '';
    const first = index > 0 ? scenario.failures[0] : undefined;
    yield* indented(oneFailure(file, failure, first, options), '    ');
  }
  if (scenario.failures.length === 0) return;
  if (scenario.moreFailures > 0) {
    yield '';
    yield `    ${render(say('and {0} more failures', scenario.moreFailures), options.translate)}`;
  }
  if (scenario.unnamed.length > 0) {
    yield '';
    yield `    ${render(say('segments that no line names'), options.translate)}`;
    yield* indented(segmentLines(scenario.unnamed, options), '      ');
  }
  yield '';
}

function* oneFailure(
  file: FileReport,
  failure: Failure,
  first: Failure | undefined,
  options: PrettyOptions,
): Generator<string> {
  const { style } = options;
  const words = (sentence: Words): string => render(sentence, options.translate);
  const { judgment } = failure;
  const source = sourceLines(file.text ?? '')[failure.line - 1] ?? '';
  yield `${style.bad(visible(words(failure.message)))}`;
  const where = say(
    '{0}:{1}, at {2}, event {3}',
    visible(file.name),
    failure.line,
    moment(failure.time),
    failure.event,
  );
  yield style.quiet(words(where));
  if (first !== undefined) {
    yield style.quiet(words(say('this may follow from the first failure, in line {0}', first.line)));
  }
  yield '';
  const blame = judgment.blame.length > 0 ? judgment.blame : [statementColumns(source)];
  const [text, marks] = excerpt(failure.line, source, blame);
  yield text;
  yield style.bad(marks);
  yield '';
  const blamed = judgment.blame.map(([start, end]) => source.slice(start, end));
  const comparison = compare(visible(words(failure.expected)), visible(words(failure.actual)), blamed);
  const [expected, actual] = aligned([words(say('expected')), words(say('actual'))]);
  yield `${style.good(expected)}  ${comparison.expected}`;
  yield `${style.bad(actual)}  ${comparison.actual}`;
  if (comparison.marks !== '') yield style.bad(`${' '.repeat(displayWidth(expected))}  ${comparison.marks}`);
  if (failure.fix !== undefined) yield `${words(say('did you mean'))}  ${visible(failure.fix.text)}`;
  for (const hint of judgment.hints) yield `${style.warn('→')} ${visible(words(hint))}`;
  yield '';
  yield words(judgment.wire.length > 0 ? say('on the wire, next to arrive first') : say('nothing is on the wire'));
  yield* indented(segmentLines(judgment.wire, options, true), '  ');
  if (failure.before.length > 0) {
    yield words(say('the last events'));
    yield* indented(logLines(failure.before, options.translate), '  ');
  }
  if (file.name === STANDARD_INPUT || options.withCommands === false) return;
  const command = `code --goto ${quoted(`${file.name}:${failure.line}`)}`;
  yield words(say('to step through it: {0}, then F5', style.strong(command)));
}

const aligned = (words: readonly [string, string]): readonly [string, string] => {
  const width = Math.max(...words.map(displayWidth));
  return [padEnd(words[0], width), padEnd(words[1], width)];
};

/** A name for a shell, if it needs quotes. */
const quoted = (name: string): string =>
  /^[\w./\\:@+-]+$/.test(name) ? name : `'${visible(name).replaceAll("'", "'\\''")}'`;

function* segmentLines(segments: readonly TraceSegment[], options: PrettyOptions, due = false): Generator<string> {
  for (const segment of segments.slice(0, SEGMENTS)) {
    const arrival = due ? render(say('  (arrives at {0})', moment(segment.due)), options.translate) : '';
    yield lineText(segment) + options.style.quiet(arrival);
  }
  const more = segments.length - SEGMENTS;
  if (more > 0) yield render(say('and {0} more', more), options.translate);
}

// ---------------------------------------------------------------- the whole

function summary(files: readonly FileReport[], options: PrettyOptions): string {
  const { style } = options;
  const { passed, failed, error } = tally(files);
  const words = (sentence: Sentence): string => render(sentence, options.translate);
  const parts = [style.good(words(say('{0} passed', passed)))];
  if (failed > 0) parts.push(style.bad(words(say('{0} failed', failed))));
  if (error > 0) parts.push(style.bad(words(say('{0} not run', error))));
  if (options.isCut === true) parts.push(words(say('what follows was not checked')));
  return parts.join(', ');
}

function* indented(lines: Iterable<string>, indent: string): Generator<string> {
  for (const line of lines) yield line === '' ? '' : indent + line;
}
