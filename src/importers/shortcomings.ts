/** What a scenario from a capture cannot say: the comments above it. */
import { type Sentence, say } from '../words/sentence';
import type { Flow } from './flow';

export function* shortcomings(flow: Flow, title: string, whole: boolean): Generator<Sentence> {
  const { segments, ends, timestamps } = flow;
  const count = segments.length === 1 ? say('1 segment') : say('{0} segments', segments.length);
  yield say('Imported from a capture: {0}, {1}.', title, count);
  if (!whole) yield say('The capture does not show how the connection was opened: its first number counts as 1.');
  if (!whole) return;
  if (timestamps) {
    yield say('Both used time stamps, which TCP peers have not here; their 12 bytes are taken off the MSS.');
  }
  if (ends.some(({ syn }) => syn?.header.options.sackok)) {
    yield say('Selective acknowledgments were offered, which TCP peers have not here.');
  }
}
