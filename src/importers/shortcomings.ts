/** What a scenario from a capture cannot say: the comments above it. */
import type { Flow } from './flow';

export function* shortcomings(flow: Flow, title: string, whole: boolean): Generator<string> {
  const { segments, ends, timestamps } = flow;
  yield `Imported from a capture: ${title}, ${segments.length} ${segments.length === 1 ? 'segment' : 'segments'}.`;
  if (!whole) yield 'The capture does not show how the connection was opened: its first number counts as 1.';
  if (!whole) return;
  if (timestamps) yield 'Both used time stamps, which TCP peers have not here; their 12 bytes are taken off the MSS.';
  if (ends.some(({ syn }) => syn?.header.options.sackok)) {
    yield 'Selective acknowledgments were offered, which TCP peers have not here.';
  }
}
