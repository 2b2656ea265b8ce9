/**
 * Messages of the Debug Adapter Protocol in a stream of bytes: a header with the length, an empty line, JSON in UTF-8.
 *
 * Rule: bytes that are no message are passed over, up to the next header.
 */

const HEADER_END = '\r\n\r\n';

/** A message as it is written. */
export function frame(message: object): string {
  const json = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(json, 'utf8')}${HEADER_END}${json}`;
}

/** Larger than any request of a client. */
const LARGEST = 16 * 1024 * 1024;

/** Takes bytes as they come, and gives the messages that are whole. */
export class Unframer {
  private bytes: Buffer = Buffer.alloc(0);

  *take(chunk: Uint8Array): Generator<unknown> {
    this.bytes = Buffer.concat([this.bytes, chunk]);
    for (;;) {
      const end = this.bytes.indexOf(HEADER_END);
      if (end < 0) return this.bound();
      const body = end + HEADER_END.length;
      const length = lengthIn(this.bytes.toString('latin1', 0, end));
      if (length === undefined) {
        this.bytes = this.bytes.subarray(body);
        continue;
      }
      if (this.bytes.length < body + length) return;
      const json = this.bytes.toString('utf8', body, body + length);
      this.bytes = this.bytes.subarray(body + length);
      yield* parsed(json);
    }
  }

  /** A header is short: what goes on for ever is none. */
  private bound(): void {
    if (this.bytes.length > LARGEST) this.bytes = Buffer.alloc(0);
  }
}

function lengthIn(header: string): number | undefined {
  const found = /(?:^|\r\n)Content-Length: *(\d{1,9}) *(?:\r\n|$)/i.exec(header);
  const length = Number(found?.[1] ?? Number.NaN);
  return length <= LARGEST ? length : undefined;
}

function* parsed(json: string): Generator<unknown> {
  try {
    yield JSON.parse(json);
  } catch {
    // Not JSON, so no request: there is nothing to answer.
  }
}
