/** Completion in the console. */
import type { DebugProtocol } from '@vscode/debugprotocol';
import { number, text } from '../arguments';
import { completionsAt } from '../completion';
import { given } from '../given';
import type { Handler } from '../reply';
import { fromClientColumn, runOf, said, toClientColumn } from '../session';

export const completions: Handler = (session, args) => {
  const run = runOf(session);
  const written = text(args, 'text');
  const column = Math.max(0, fromClientColumn(session, number(args, 'column')));
  const { found, replaced } = completionsAt(run.program, run.names, written.slice(0, column));
  const targets = found.map(
    ({ label, kind, detail }): DebugProtocol.CompletionItem =>
      given({
        label,
        type: kind,
        detail: detail && said(session, detail),
        start: toClientColumn(session, Math.min(column, written.length) - replaced),
        length: replaced,
      }),
  );
  return { body: { targets } };
};
