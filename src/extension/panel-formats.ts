/** What the panel can write of the run that it shows: the formats of `tcpscn run`. */
import { markdown } from '../exporters/markdown';
import { mermaid } from '../exporters/mermaid';
import { pcapng } from '../exporters/pcapng';
import type { Format } from '../panel/protocol';
import { jsonl } from '../trace/json';
import { ladder } from '../trace/ladder';
import { log } from '../trace/log';
import type { Trace } from '../trace/trace';
import { type Sentence, say } from '../words/sentence';
import { translate } from './words';

interface Writer {
  readonly title: Sentence;
  /** Of the file. */
  readonly ending: string;
  /** Lines without their ends, or bytes. */
  readonly write: (trace: Trace) => Iterable<string | Uint8Array>;
}

const WRITERS: Readonly<Record<string, Writer>> = {
  ladder: {
    title: say("Text, as in the RFC's figures"),
    ending: 'txt',
    write: (trace) => ladder(trace, undefined, translate),
  },
  log: { title: say('Text, the log'), ending: 'log', write: (trace) => log(trace, undefined, translate) },
  markdown: { title: say('Markdown report'), ending: 'md', write: (trace) => markdown(trace, translate) },
  mermaid: { title: say('Mermaid diagram'), ending: 'mmd', write: (trace) => mermaid(trace, translate) },
  pcapng: { title: say('Capture for Wireshark'), ending: 'pcapng', write: pcapng },
  jsonl: { title: say('JSON lines'), ending: 'jsonl', write: ({ events }) => wholeLines(jsonl(events)) },
};

/** In the order in which they are offered. */
export const FORMATS: readonly Format[] = Object.entries(WRITERS).map(([id, { title }]) => ({ id, title }));

function* wholeLines(pieces: Iterable<string>): Generator<string> {
  for (const piece of pieces) yield piece.replace(/\n$/, '');
}

export interface Written {
  readonly title: Sentence;
  readonly ending: string;
  readonly bytes: Uint8Array;
}

/** A run in one of the formats; undefined if there is no such format. */
export function written(trace: Trace, format: string): Written | undefined {
  const writer = Object.hasOwn(WRITERS, format) ? WRITERS[format] : undefined;
  if (writer === undefined) return undefined;
  const text = new TextEncoder();
  const pieces = [...writer.write(trace)].map((piece) =>
    typeof piece === 'string' ? text.encode(`${piece}\n`) : piece,
  );
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { title: writer.title, ending: writer.ending, bytes };
}
