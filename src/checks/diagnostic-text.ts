/** A diagnostic as text: where it is, the author's line with carets, the sentence, and the line as it may be meant. */
import type { Diagnostic } from '../language/diagnostics';
import type { LocatedDiagnostic } from '../program/report';
import { visible } from '../trace/columns';
import { render, say, type Translate } from '../words/sentence';
import { excerpt, sourceLines } from './excerpt';
import type { Style } from './style';

/** Lines without their line breaks. A file that could not be read has no line to show. */
export function* diagnosticLines(
  file: { readonly name: string; readonly text: string | undefined },
  { line, diagnostic }: LocatedDiagnostic,
  style: Style,
  translate: Translate,
): Generator<string> {
  const { severity, code, start, end, message, fix } = diagnostic;
  const emphasis = severity === 'error' ? style.bad : style.warn;
  const kind = render(severity === 'error' ? say('error') : say('warning'), translate);
  const sentence = visible(render(message, translate));
  if (file.text === undefined) {
    yield `${emphasis(kind)}: ${sentence} ${style.quiet(`(${code})`)}`;
    return;
  }
  const source = sourceLines(file.text)[line - 1] ?? '';
  yield `${visible(file.name)}:${line}:${start + 1}  ${emphasis(kind)}: ${sentence} ${style.quiet(`(${code})`)}`;
  const [text, marks] = excerpt(line, source, [[start, end]]);
  yield text;
  yield emphasis(marks);
  if (fix !== undefined) yield `${render(say('did you mean'), translate)}  ${visible(mended(source, fix).trim())}`;
}

/** The line after the fix. */
const mended = (source: string, fix: NonNullable<Diagnostic['fix']>): string =>
  source.slice(0, fix.start) + fix.text + source.slice(fix.end);
