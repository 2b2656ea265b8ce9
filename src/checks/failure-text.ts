/** A failure or a diagnostic as plain English lines, for reports that machines read and people look into. */

import type { LocatedDiagnostic } from '../program/report';
import { moment } from '../trace/duration';
import { render } from '../words/sentence';
import type { Failure } from './report';

export const failureText = (fileName: string, failure: Failure): string =>
  [
    `${fileName}:${failure.line}: ${render(failure.message)}`,
    `  expected: ${render(failure.expected)}`,
    `  actual:   ${render(failure.actual)}`,
    `  at ${moment(failure.time)}, event ${failure.event}`,
  ].join('\n');

export const diagnosticText = (fileName: string, { line, diagnostic }: LocatedDiagnostic): string =>
  `${fileName}:${line}:${diagnostic.start + 1}: ${diagnostic.severity}: ${render(diagnostic.message)} (${diagnostic.code})`;
