/** What is said of a state: its meaning, what `ss` and `netstat` call it, and the machine's ways into it and out of it. */
import type { StateName } from '../../language/vocabulary';
import { STATES } from '../../language/vocabulary/states';
import { type Row, rows } from '../../tcp/fsm';
import { type Sentence, say } from '../../words/sentence';
import { clause, heading, list, type Paragraph, text } from '../paragraph';

const known = new Map<StateName, readonly Paragraph[]>();

/** Completion asks for all of the states at once: what is said of them is made once. */
export function stateParagraphs(name: StateName): readonly Paragraph[] {
  const found = known.get(name) ?? paragraphsOf(name);
  known.set(name, found);
  return found;
}

function paragraphsOf(name: StateName): readonly Paragraph[] {
  const entry = STATES[name];
  const into = rows.filter((row) => row.to === name && row.from !== name);
  const out = rows.filter((row) => row.from === name && row.to !== name);
  return [
    heading(name),
    text(say(entry.meaning)),
    text(say('ss calls it {0}, netstat {1}.', entry.ss, entry.netstat)),
    text(say('In:')),
    ...list(ways(into, 'from')),
    text(say('Out:')),
    ...list(ways(out, 'to')),
    ...clause(entry.clause),
  ];
}

/** One sentence for the rows that differ only in the state at their other end. */
function ways(moves: readonly Row[], end: 'from' | 'to'): readonly Sentence[] {
  const groups = new Map<string, { readonly row: Row; readonly states: Set<string> }>();
  for (const row of moves) {
    const key = [row.event, row.actions.join(), row.rule].join('|');
    const group = groups.get(key) ?? { row, states: new Set() };
    group.states.add(row[end]);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ row, states }) => {
    const others = [...states].join(', ');
    const happens = [row.event, row.actions.join(', ')].filter((part) => part !== '').join(' / ');
    return end === 'from'
      ? say('from {0}: {1} ({2})', others, happens, row.rule)
      : say('to {0}: {1} ({2})', others, happens, row.rule);
  });
}
