import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { folder, tcpscn } from './world';

const UNTIDY = 'client   connect\nclient->server   syn seq=0\n';
const BROKEN = 'client   connect\n???   what\n';

describe('tcpscn format', () => {
  let place: ReturnType<typeof folder>;
  let tidy: string;
  beforeEach(async () => {
    place = folder({ 'untidy.tcpscn': UNTIDY });
    tidy = (await tcpscn(place.root, ['format', '-'], { input: UNTIDY })).stdout;
  });
  afterEach(() => place.remove());
  const format = (...argv: string[]) => tcpscn(place.root, ['format', ...argv]);
  const read = (name: string) => readFileSync(path.join(place.root, name), 'utf8');

  it('rewrites files that are not in canonical form, and names them', async () => {
    writeFileSync(path.join(place.root, 'tidy.tcpscn'), tidy);
    assert.notEqual(tidy, UNTIDY);
    assert.deepEqual(await format('.'), { status: 0, stdout: 'untidy.tcpscn\n', stderr: '' });
    assert.equal(read('untidy.tcpscn'), tidy);
    assert.deepEqual(await format('.'), { status: 0, stdout: '', stderr: '' });
    assert.deepEqual(readdirSync(place.root).sort(), ['tidy.tcpscn', 'untidy.tcpscn']);
  });

  it('does not touch a file that need not change', async () => {
    await format('untidy.tcpscn');
    const before = statSync(path.join(place.root, 'untidy.tcpscn'));
    await format('untidy.tcpscn');
    const now = statSync(path.join(place.root, 'untidy.tcpscn'));
    assert.deepEqual([now.ino, now.mtimeMs], [before.ino, before.mtimeMs]);
  });

  it('with --check writes nothing, and ends with 1 if a file would change', async () => {
    assert.deepEqual(await format('--check', '.'), { status: 1, stdout: 'untidy.tcpscn\n', stderr: '' });
    assert.equal(read('untidy.tcpscn'), UNTIDY);
    await format('.');
    assert.deepEqual(await format('--check', '.'), { status: 0, stdout: '', stderr: '' });
  });

  it('formats around lines that it cannot understand, and names them', async () => {
    writeFileSync(path.join(place.root, 'broken.tcpscn'), BROKEN);
    const { status, stdout, stderr } = await format('broken.tcpscn');
    assert.deepEqual([status, stdout], [2, 'broken.tcpscn\n']);
    assert.match(stderr, /^broken\.tcpscn:2:1: /);
    assert.equal(read('broken.tcpscn'), 'client connect\n???   what\n');
  });

  it('keeps the permissions, the byte order mark, and a link a link', async () => {
    const file = path.join(place.root, 'real.tcpscn');
    writeFileSync(file, `\ufeff${UNTIDY}`);
    chmodSync(file, 0o640);
    symlinkSync('real.tcpscn', path.join(place.root, 'link.tcpscn'));
    assert.equal((await format('link.tcpscn')).status, 0);
    assert.equal(read('real.tcpscn'), `\ufeff${tidy}`);
    assert.equal(statSync(file).mode & 0o777, 0o640);
    assert.ok(lstatSync(path.join(place.root, 'link.tcpscn')).isSymbolicLink());
  });

  it('needs a path, and one that exists', async () => {
    assert.deepEqual(await format(), {
      status: 2,
      stdout: '',
      stderr: 'the argument <path> is missing; --help explains it\n',
    });
    assert.deepEqual(await format('nowhere'), { status: 2, stdout: '', stderr: 'nowhere: does not exist\n' });
  });
});
