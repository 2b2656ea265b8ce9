// A picture of a window in at most 64 colours: a quarter of the bytes, and no difference that one sees.
import { deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOURS = 64;

/** `png` has eight bits a channel and is not interlaced, as Chromium writes them. Transparency is not kept. */
export function smallPng(png) {
  const { width, height, pixels } = decode(png);
  const palette = paletteOf(pixels);
  const nearest = new Map();
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0, from = 0, to = 0; y < height; y += 1) {
    to += 1; // the row's filter, which is none: neighbours in a palette are no neighbours in colour
    for (let x = 0; x < width; x += 1, from += 3, to += 1) {
      const colour = pixels.readUIntBE(from, 3);
      if (!nearest.has(colour)) nearest.set(colour, nearestIn(palette, colour));
      rows[to] = nearest.get(colour);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  const colours = Buffer.from(palette.flatMap(channels));
  const parts = [
    ['IHDR', header],
    ['PLTE', colours],
    ['IDAT', deflateSync(rows, { level: 9, memLevel: 9 })],
    ['IEND', Buffer.alloc(0)],
  ];
  return Buffer.concat([SIGNATURE, ...parts.map(chunk)]);
}

function decode(png) {
  if (!png.subarray(0, 8).equals(SIGNATURE)) throw new Error('This is no PNG.');
  const data = [];
  let header;
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const content = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') header = content;
    if (type === 'IDAT') data.push(content);
    at += length + 12;
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, kind, , , interlaced] = header.subarray(8);
  const bytes = { 2: 3, 6: 4 }[kind];
  if (depth !== 8 || bytes === undefined || interlaced) throw new Error('This PNG is of a kind that is not read here.');
  return { width, height, pixels: unfiltered(inflateSync(Buffer.concat(data)), width, height, bytes) };
}

/** Three bytes a pixel (PNG, section 9: each row has its filter in front). */
function unfiltered(raw, width, height, bytes) {
  const stride = width * bytes;
  const pixels = Buffer.alloc(width * height * 3);
  let above = Buffer.alloc(stride);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)];
    const row = raw.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1));
    for (let x = 0; x < stride; x += 1) {
      const left = x < bytes ? 0 : row[x - bytes];
      const corner = x < bytes ? 0 : above[x - bytes];
      row[x] += [0, left, above[x], (left + above[x]) >> 1, paeth(left, above[x], corner)][filter];
    }
    for (let x = 0; x < width; x += 1) row.copy(pixels, (y * width + x) * 3, x * bytes, x * bytes + 3);
    above = row;
  }
  return pixels;
}

function paeth(left, above, corner) {
  const guess = left + above - corner;
  const [a, b, c] = [left, above, corner].map((value) => Math.abs(guess - value));
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}

const channels = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];

function distance(one, other) {
  const [r, g, b] = channels(one);
  const [x, y, z] = channels(other);
  return (r - x) ** 2 * 2 + (g - y) ** 2 * 4 + (b - z) ** 2;
}

/** So many of them are kept whatever they are close to: those of areas and of the lines between them. */
const KEPT = 24;

/** The colours that are used most. One that is close to another is left to that other until there is room. */
function paletteOf(pixels) {
  const used = new Map();
  for (let at = 0; at < pixels.length; at += 3) {
    const colour = pixels.readUIntBE(at, 3);
    used.set(colour, (used.get(colour) ?? 0) + 1);
  }
  const ranked = [...used].sort((one, other) => other[1] - one[1] || one[0] - other[0]).map(([colour]) => colour);
  for (let apart = 0; ; apart = apart * 2 + 8) {
    const chosen = ranked.slice(0, KEPT);
    for (const colour of ranked.slice(KEPT)) {
      if (chosen.every((other) => distance(colour, other) > apart)) chosen.push(colour);
      if (chosen.length > COLOURS) break;
    }
    if (chosen.length <= COLOURS) return chosen;
  }
}

function nearestIn(palette, colour) {
  let best = 0;
  for (let at = 1; at < palette.length; at += 1) {
    if (distance(colour, palette[at]) < distance(colour, palette[best])) best = at;
  }
  return best;
}

/** CRC-32, as PNG's annex D has it: the one of `node:zlib` is not in every Node.js 20. */
function crc32(bytes) {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ -1) >>> 0;
}

function chunk([type, content]) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
