import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';

/** The packager, from npm: installed at the first time. */
function packager(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('node', ['scripts/package.mjs', ...args], { encoding: 'utf8' });
  assert.equal(status, 0, `${stdout}${stderr}`);
  return `${stdout}${stderr}`;
}

/** A file of an archive: its first header ends with the lengths of name and extra field, and both (APPNOTE, 4.3.7). */
function unpacked(archive: string, name: string): string {
  const bytes = readFileSync(archive);
  const at = bytes.indexOf(name);
  return inflateRawSync(bytes.subarray(at + name.length + bytes.readUInt16LE(at - 2))).toString('utf8');
}

describe('the packaged extension', function () {
  this.timeout(300_000);

  it('holds these files and no other', () => {
    assert.deepEqual(packager('--list').trim().split('\n').sort(), [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist/extension.js',
      'dist/panel.js',
      'dist/samples.json',
      'l10n/bundle.l10n.zh-cn.json',
      'media/activity.svg',
      'media/file-dark.svg',
      'media/file-light.svg',
      'media/icon.png',
      'media/language-configuration.json',
      'media/panel.css',
      'media/tcpscn.tmLanguage.json',
      'media/walkthrough/break.svg',
      'media/walkthrough/check.svg',
      'media/walkthrough/open.svg',
      'media/walkthrough/peers.svg',
      'media/walkthrough/step.svg',
      'media/walkthrough/write.svg',
      'package.json',
      'package.nls.json',
      'package.nls.zh-cn.json',
    ]);
  });

  describe('as a file', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tcpscn-package-'));
    const file = path.join(folder, 'tcpscn.vsix');
    after(() => rmSync(folder, { recursive: true }));

    it('is made without a warning, and is small', () => {
      assert.doesNotMatch(packager(file), /warning/i);
      assert.ok(statSync(file).size < 300_000, `it has ${statSync(file).size} bytes`);
    });

    it('has a README without pictures and links that its page in VS Code cannot show', () => {
      const readme = unpacked(file, 'extension/readme.md');
      assert.deepEqual(readme.match(/\]\((?!https?:)[^)]+\)/g), null);
      assert.match(readme, /^# tcpscn: TCP scenarios that run\n\nWrite a ladder/);
      assert.deepEqual(readme.match(/^## .*$/gm), ['## In VS Code', '## Privacy and licence']);
    });
  });
});

describe('the command line as a package of npm', () => {
  it('holds the executable, its pages and the examples, and no other file', () => {
    const { status, stdout, stderr } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
    const [{ files }]: [{ files: readonly { path: string; mode: number }[] }] = JSON.parse(stdout);
    const expected = [
      ...['CHANGELOG.md', 'LICENSE', 'README.md', 'README.zh-cn.md', 'dist/cli.js', 'package.json'],
      ...readdirSync('docs').map((name) => `docs/${name}`),
      ...['examples', 'examples/zh-cn'].flatMap((folder) =>
        readdirSync(folder)
          .filter((name) => name.endsWith('.tcpscn'))
          .map((name) => `${folder}/${name}`),
      ),
    ];
    assert.deepEqual(files.map(({ path }) => path).sort(), expected.sort());
    const executable = files.find(({ path }) => path === 'dist/cli.js');
    assert.equal((executable?.mode ?? 0) & 0o111, 0o111, 'dist/cli.js is not executable');
  });
});
