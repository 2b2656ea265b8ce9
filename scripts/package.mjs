// Packages the extension: `node scripts/package.mjs FILE.vsix`, as a pre-release with `--pre-release` before the name.
// With `--list` it says which files would be in it.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installed, Missing, ROOT } from './cached.mjs';
import { tightZip } from './tight-zip.mjs';

/** Everything is bundled, and the project has no address yet to which a link could be rewritten. */
const OPTIONS = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];

/** What git does not keep, but for what was built: the packager would look at each of its 100,000 files. */
const UNSEEN = ['node_modules', '.vscode-test', '.git', 'out'].map((name) => path.join(ROOT, name));

/** What one does with a clone, which whoever has the extension may not have. */
const OF_THE_PROJECT = ['Try it', 'The command line', 'Read on'];

/**
 * The README on the extension's page. VS Code shows no picture there but one from the web, and no page that is linked is
 * in the package.
 */
function onItsPage(readme) {
  return readme
    .split(/^(?=## )/m)
    .filter((section) => !OF_THE_PROJECT.some((title) => section.startsWith(`## ${title}\n`)))
    .join('')
    .replace(/^(?:English · |!\[).*\n\n/gm, '')
    .replace(/\[([^\]]+)\]\((?!https?:)[^)]+\)/g, '$1');
}

/** A copy of the project without what a package never has, for as long as `use` needs it. */
async function inCopy(use) {
  const copy = mkdtempSync(path.join(tmpdir(), 'tcpscn-package-'));
  try {
    cpSync(ROOT, copy, { recursive: true, filter: (file) => !UNSEEN.includes(file) });
    return await use(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** What the packager says; throws when it fails. */
function vsce(cwd, ...args) {
  const program = path.join(installed('vsce'), 'node_modules/@vscode/vsce/vsce');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Missing(`The extension cannot be packaged:\n${stdout}${stderr}`);
  return `${stderr}${stdout}`;
}

const list = () => inCopy((copy) => vsce(copy, 'ls', '--no-dependencies'));

/** Returns what there is to say: the packager's warnings, the files, the size. */
const pack = (target, options) =>
  inCopy(async (copy) => {
    const readme = path.join(copy, 'README.md');
    writeFileSync(readme, onItsPage(readFileSync(readme, 'utf8')));
    const loose = path.join(copy, path.basename(target));
    const said = vsce(copy, 'package', ...OPTIONS, ...options, '--out', loose);
    const tight = await tightZip(readFileSync(loose), installed('vsce'));
    writeFileSync(target, tight);
    return said.replace(/^.*DONE.*$/m, ` DONE  ${target}, ${tight.length} bytes`);
  });

try {
  const given = process.argv.slice(2);
  const options = given.filter((argument) => argument === '--pre-release');
  const [target] = given.filter((argument) => !options.includes(argument));
  if (target === undefined) throw new Missing('Where to? node scripts/package.mjs FILE.vsix');
  process.stdout.write(await (target === '--list' ? list() : pack(target, options)));
} catch (error) {
  if (!(error instanceof Missing)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
