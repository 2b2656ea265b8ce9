// Packages the extension: `node scripts/package.mjs FILE.vsix`, as a pre-release with `--pre-release` before the name.
// With `--list` it says which files would be in it.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installed, Missing, ROOT } from './cached.mjs';

/** Everything is bundled, and the project has no address yet to which a link could be rewritten. */
const OPTIONS = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];

/** What git does not keep, but for what was built: the packager would look at each of its 100,000 files. */
const UNSEEN = ['node_modules', '.vscode-test', '.git', 'out'].map((name) => path.join(ROOT, name));

/** Of the pages that are linked none is in the package: what stands there is text, and other languages are not offered. */
function unlink(readme) {
  const text = readFileSync(readme, 'utf8');
  const alone = text.replace(/^English · .*\n\n/m, '');
  writeFileSync(readme, alone.replace(/(?<!!)\[([^\]]+)\]\((?!https?:)[^)]+\)/g, '$1'));
}

function run(vsce, target, options) {
  const copy = mkdtempSync(path.join(tmpdir(), 'tcpscn-package-'));
  try {
    cpSync(ROOT, copy, { recursive: true, filter: (file) => !UNSEEN.includes(file) });
    unlink(path.join(copy, 'README.md'));
    const args =
      target === '--list'
        ? ['ls', '--no-dependencies']
        : ['package', ...OPTIONS, ...options, '--out', path.resolve(target)];
    return spawnSync(process.execPath, [vsce, ...args], { cwd: copy, stdio: 'inherit' }).status ?? 1;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

try {
  const given = process.argv.slice(2);
  const options = given.filter((argument) => argument === '--pre-release');
  const [target] = given.filter((argument) => !options.includes(argument));
  if (target === undefined) throw new Missing('Where to? node scripts/package.mjs FILE.vsix');
  process.exitCode = run(path.join(installed('vsce'), 'node_modules/@vscode/vsce/vsce'), target, options);
} catch (error) {
  if (!(error instanceof Missing)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
