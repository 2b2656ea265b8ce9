import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { version } from '../../package.json';
import { FAILS, folder, HOLDS, type Run } from './world';

/** Runs the executable; `closeAfterFirst` closes its standard output once something was read, as `| head -1` does. */
function execute(
  script: string,
  argv: readonly string[],
  { input = '', closeAfterFirst = false }: { input?: string; closeAfterFirst?: boolean } = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...argv]);
    const written = { stdout: '', stderr: '' };
    child.stdout.on('data', (data) => {
      written.stdout += data;
      if (closeAfterFirst) child.stdout.destroy();
    });
    child.stderr.on('data', (data) => {
      written.stderr += data;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status: status ?? -1, ...written }));
    child.stdin.end(input);
  });
}

describe('the executable', () => {
  const place = folder({});
  const script = path.join(place.root, 'cli.js');
  before(async () => {
    await build({
      entryPoints: ['src/cli/main.ts'],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile: script,
      minify: true,
      logLevel: 'error',
    });
  });
  after(place.remove);

  it('is one file, and knows its version', async () => {
    assert.deepEqual(await execute(script, ['--version']), { status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('reads standard input, writes standard output and ends with the status', async () => {
    const { status, stdout, stderr } = await execute(script, ['check', '-'], { input: FAILS });
    assert.deepEqual([status, stderr], [1, '']);
    assert.ok(stdout.endsWith('0 passed, 1 failed\n'), stdout);
  });

  it('ends quietly if its reader goes away', async () => {
    const many = `${'note "a remark that fills the pipe before anybody has read it"\n'.repeat(20_000)}`;
    const { status, stderr } = await execute(script, ['run', '-'], { input: many, closeAfterFirst: true });
    assert.deepEqual([status, stderr], [0, '']);
  });

  it('checks in several threads', async () => {
    const many = folder(
      Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`${n}.tcpscn`, n === 60 ? FAILS : HOLDS])),
    );
    const one = await execute(script, ['check', many.root, '--coverage', '--workers', '1']);
    const two = await execute(script, ['check', many.root, '--coverage', '--workers', '2']);
    many.remove();
    assert.equal(one.status, 1);
    assert.deepEqual(two, one);
  });

  it('checks again what changes while it watches', async () => {
    const watched = folder({ 'a.tcpscn': FAILS });
    const child = spawn(process.execPath, [script, 'check', watched.root, '--watch']);
    let told = '';
    let rounds = 0;
    for await (const chunk of child.stdout) {
      told += chunk;
      if (told.split('Ctrl+C').length - 1 === rounds) continue;
      rounds += 1;
      if (rounds === 1) writeFileSync(path.join(watched.root, 'a.tcpscn'), HOLDS);
      else child.kill();
    }
    watched.remove();
    assert.ok(told.includes('0 passed, 1 failed\n'), told);
    assert.ok(told.includes('\n1 passed\n'), told);
  });
});
