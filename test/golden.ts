/** Texts that are kept in files and compared whole. `UPDATE=1 npm run test:unit` accepts what is there now. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Compares a text with the file that keeps it. */
export function matchesGolden(file: string, actual: string): void {
  if (process.env['UPDATE'] !== undefined) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, actual);
  }
  assert.ok(existsSync(file), `${file} does not exist; UPDATE=1 writes it`);
  assert.equal(actual, readFileSync(file, 'utf8'), `${file} is not what it was; UPDATE=1 accepts it`);
}
