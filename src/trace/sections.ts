/** A trace cut at the chapters of its scenario. */
import type { TraceEvent } from './event';
import type { ShownTrace } from './trace';

export interface Section {
  /** Undefined for what stands before the first chapter. */
  readonly title: string | undefined;
  readonly events: readonly TraceEvent[];
}

/** In the order of the trace. A chapter begins with the first event behind its line; one that is never reached is none. */
export function sectionsOf({ scenario, events }: ShownTrace): readonly Section[] {
  const sections: { title: string | undefined; events: TraceEvent[] }[] = [{ title: undefined, events: [] }];
  let chapter = 0;
  for (const event of events) {
    for (let next = scenario.chapters[chapter]; next && next.line < event.line; next = scenario.chapters[++chapter]) {
      sections.push({ title: next.title, events: [] });
    }
    sections.at(-1)?.events.push(event);
  }
  return sections;
}
