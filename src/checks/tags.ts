/**
 * Tags: words by which scenarios are chosen, written in a comment: `# tags: close, time-wait`.
 *
 * Rule 1: they belong to the scenario whose lines they stand between.
 * Rule 2: in the comment lines that touch a `scenario` line from above, they belong to that scenario.
 * Rule 3: otherwise, above the first `scenario` line they belong to every scenario of the file.
 */
import type { Document, Line } from '../language/tree';

/** The tags of each scenario, by the number of its `scenario` line; `shared` are those of every scenario. */
export interface Tags {
  readonly shared: readonly string[];
  readonly own: ReadonlyMap<number, readonly string[]>;
}

export function tagsOf({ lines }: Document): Tags {
  const shared: string[] = [];
  const own = new Map<number, readonly string[]>();
  let current: number | undefined;
  for (const [index, line] of lines.entries()) {
    if (line.statement.kind === 'scenario') current = index + 1;
    const tags = tagsIn(line.comment?.text);
    if (tags.length === 0) continue;
    const scenario = scenarioBelow(lines, index) ?? current;
    if (scenario === undefined) shared.push(...tags);
    else own.set(scenario, [...(own.get(scenario) ?? []), ...tags]);
  }
  return { shared, own };
}

function tagsIn(comment: string | undefined): readonly string[] {
  const list = /^#+\s*tags:(.*)$/i.exec(comment ?? '')?.[1] ?? '';
  return list.split(/[,，]/).flatMap((tag) => tag.trim() || []);
}

/** The number of the `scenario` line that the comment on this line touches from above, with nothing but comments between. */
function scenarioBelow(lines: readonly Line[], index: number): number | undefined {
  for (let at = index; ; at += 1) {
    const line = lines[at];
    if (line?.statement.kind === 'scenario') return at + 1;
    if (line?.statement.kind !== 'blank' || line.comment === undefined) return undefined;
  }
}
