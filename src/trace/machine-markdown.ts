/** The state machine as a page: a section for each state, a line for each row, with what follows, where, and why. */
import type { Row } from '../tcp/fsm';
import { STATES } from '../tcp/state';
import { english, render, type Sentence, say, type Translate } from '../words/sentence';

const INTRODUCTION = say(
  'Every row of the machine that tcpscn runs: what happens in a state, what TCP does, where it leads, the clause of {0}, and why. Of several rows for one event, the first whose condition (in brackets) holds is taken. Where nothing stands under "to", the state stays. {1} prints all of it in other forms.',
  '[RFC 9293](https://www.rfc-editor.org/rfc/rfc9293)',
  '`tcpscn machine`',
);

const HEADINGS = [say('event'), say('actions'), say('to'), say('clause'), say('why')];

const cell = (text: string): string => text.replace(/\|/g, '\\|');

const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

function sectionOf(state: string, rows: readonly Row[], said: (sentence: Sentence) => string): string {
  const lines = rows.map((row) =>
    line([
      row.guard === undefined ? row.event : `${row.event} [${row.guard}]`,
      row.actions.join(', '),
      row.to === row.from ? '' : `[${row.to}](#${row.to.toLowerCase()})`,
      row.rule,
      said(say(row.why)),
    ]),
  );
  return [`## ${state}`, '', line(HEADINGS.map(said)), '|---|---|---|---|---|', ...lines, ''].join('\n');
}

/** A Markdown page with every row; an empty cell under "to" means that the state stays. */
export function machineMarkdown(rows: readonly Row[], translate: Translate = english): string {
  const said = (sentence: Sentence): string => render(sentence, translate);
  const leading = STATES.map((state) => `[${state}](#${state.toLowerCase()})`).join(' · ');
  const sections = STATES.map((state) =>
    sectionOf(
      state,
      rows.filter(({ from }) => from === state),
      said,
    ),
  );
  return [`# ${said(say('The state machine'))}`, '', said(INTRODUCTION), '', `${leading}\n`, ...sections].join('\n');
}
