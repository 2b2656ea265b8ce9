/** The text of a scenario file from its bytes, or why they are none: in the same words wherever files are read. */
import { type Sentence, say } from '../words/sentence';

/** In bytes: larger than any scenario that a person or a tool writes, small enough to be read at once. */
export const LARGEST = 16 * 1024 * 1024;

/** `bom`: the byte order mark that stood before the text, if any. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly bom: string }
  | { readonly kind: 'unreadable'; readonly reason: Sentence };

export const tooLarge = (): Sentence => say('is too large: more than {0} MiB', LARGEST / 1024 / 1024);

export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > LARGEST) return { kind: 'unreadable', reason: tooLarge() };
  if (isUtf16(bytes)) return { kind: 'unreadable', reason: say('is text in UTF-16; save it in UTF-8') };
  if (bytes.includes(0)) return { kind: 'unreadable', reason: say('is not a text file') };
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const bom = text.startsWith('\ufeff') ? '\ufeff' : '';
    return { kind: 'text', text: text.slice(bom.length), bom };
  } catch {
    return { kind: 'unreadable', reason: say('is not a text file in UTF-8') };
  }
}

const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
