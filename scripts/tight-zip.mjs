// The same archive in fewer bytes, and from the same files always the same bytes: each file is deflated by a search for
// the best coding (Zopfli), which any unzip reads, and has no time of its own.
import { createRequire } from 'node:module';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';

const [FILE, ENTRY, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const STORED = 0;
const DEFLATED = 8;
/** Names are in UTF-8. */
const UTF8 = 0x0800;
/** 1980-01-01, the first day that there is (APPNOTE, 4.4.6). */
const DAY = 0x21;

/** `packages` is the folder in which Zopfli is installed. Each file of the archive is below 4 GB, and none is encrypted. */
export async function tightZip(zip, packages) {
  const { deflateAsync } = createRequire(path.join(packages, 'package.json'))('@gfx/zopfli');
  const files = [];
  const directory = [];
  let offset = 0;
  for (const entry of entriesOf(zip)) {
    const data = entry.content.length === 0 ? entry.content : await deflateAsync(entry.content, { numiterations: 5 });
    const [method, body] = data.length < entry.content.length ? [DEFLATED, data] : [STORED, entry.content];
    const common = [
      [2, 20],
      [2, UTF8],
      [2, method],
      [2, 0],
      [2, DAY],
      [4, entry.check],
      [4, body.length],
      [4, entry.content.length],
      [2, entry.name.length],
      [2, 0],
    ];
    const file = Buffer.concat([fields([[4, FILE], ...common]), entry.name, body]);
    // No comment, on the first disk, no internal attributes; then what may be read and run, and where it stands.
    const place = [...[2, 2, 2].map((size) => [size, 0]), [4, entry.attributes], [4, offset]];
    directory.push(fields([[4, ENTRY], [2, entry.madeBy], ...common, ...place]), entry.name);
    files.push(file);
    offset += file.length;
  }
  const index = Buffer.concat(directory);
  const count = files.length;
  const end = [[4, END], ...[0, 0, count, count].map((value) => [2, value]), [4, index.length], [4, offset], [2, 0]];
  return Buffer.concat([...files, index, fields(end)]);
}

/** What the central directory of an archive lists (APPNOTE, 4.3.12), unpacked. */
function entriesOf(zip) {
  const end = zip.lastIndexOf(fields([[4, END]]));
  const entries = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [name, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field));
    const [check, size] = [16, 20].map((field) => zip.readUInt32LE(at + field));
    const file = zip.readUInt32LE(at + 42);
    const body = file + 30 + zip.readUInt16LE(file + 26) + zip.readUInt16LE(file + 28);
    const data = zip.subarray(body, body + size);
    entries.push({
      name: zip.subarray(at + 46, at + 46 + name),
      content: zip.readUInt16LE(at + 10) === STORED ? data : inflateRawSync(data),
      check,
      madeBy: zip.readUInt16LE(at + 4),
      attributes: zip.readUInt32LE(at + 38),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}

/** Numbers of two or four bytes, one behind the other, the low byte first. */
function fields(sizesAndValues) {
  return Buffer.concat(
    sizesAndValues.map(([size, value]) => {
      const bytes = Buffer.alloc(size);
      bytes.writeUIntLE(value, 0, size);
      return bytes;
    }),
  );
}
