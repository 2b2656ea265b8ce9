// Runs test/host in a real VS Code, once in each extension host: that of Node.js and that of web workers.
// With an argument, `node` or `web`, in that one alone.
//
// VSCODE_VERSION=stable (or 1.100.0, insiders) downloads that VS Code; otherwise it is the one on npm where there is one.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { Missing, ROOT } from './cached.mjs';
import { findChromium } from './chromium.mjs';
import { copyFiles, packagedFiles } from './packaged-files.mjs';
import { hasVscodeFromNpm, vscodeFromNpm } from './vscode.mjs';

const version = process.env.VSCODE_VERSION;
const fromNpm = !version && hasVscodeFromNpm();

/** Which VS Code runs the tests: one that is downloaded, or the stand-in for `code`. */
async function executable() {
  if (!fromNpm) return { version: version || 'stable' };
  vscodeFromNpm();
  await findChromium();
  return { vscodeExecutablePath: path.join(ROOT, 'scripts/code.mjs') };
}

/**
 * What VS Code may see of the extension: the files of its package and no other, so that what works here works when it
 * is installed. Without `main` it runs in a web worker, as it does on vscode.dev.
 */
function extensionFor(host, suite, files) {
  const folder = path.join(ROOT, `out/package-${host}`);
  rmSync(folder, { recursive: true, force: true });
  copyFiles([...files, `out/host/${suite}.js`], folder);
  if (host === 'web') {
    const { main: _, ...manifest } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  }
  return folder;
}

/** Resolves to whether all tests hold. With a language, those are run that look at VS Code in that language. */
async function run(host, vscode, files, language) {
  const suite = language === undefined ? host : `${host}.${language}`;
  const extension = extensionFor(host, suite, files);
  const workspace = mkdtempSync(path.join(tmpdir(), 'tcpscn-host-'));
  const pictures = path.join(ROOT, process.env.UPDATE ? 'media' : '.vscode-test/pictures');
  const log = path.join(ROOT, `.vscode-test/${suite}.log`);
  mkdirSync(pictures, { recursive: true });
  cpSync(path.join(ROOT, 'test/host/workspace'), workspace, { recursive: true });
  console.log(`\n  VS Code, ${host} extension host${language === undefined ? '' : `, display language ${language}`}`);
  try {
    const status = await runTests({
      ...vscode,
      extensionDevelopmentPath: extension,
      extensionTestsPath: path.join(extension, `out/host/${suite}.js`),
      extensionTestsEnv: { TCPSCN_PICTURES: pictures, TCPSCN_LOG: log },
      launchArgs: [path.join(workspace, 'test.code-workspace'), ...(language ? [`--locale=${language}`] : [])],
    });
    return status === 0;
  } catch (error) {
    console.error(`${error.message}${fromNpm ? `\nWhat VS Code said is in ${path.relative(ROOT, log)}.` : ''}`);
    return false;
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

try {
  const vscode = await executable();
  const hosts = process.argv[2] ? [process.argv[2]] : ['node', 'web'];
  const files = packagedFiles();
  // A VS Code that is downloaded has no language pack, and speaks English whatever it is asked for.
  const languages = fromNpm ? [undefined, 'zh-cn'] : [undefined];
  for (const host of hosts) {
    for (const language of languages) if (!(await run(host, vscode, files, language))) process.exitCode = 1;
  }
} catch (error) {
  if (!(error instanceof Missing)) throw error;
  console.error(`The tests in VS Code cannot be run here.\n\n${error.message}\n`);
  console.error('All other tests need no VS Code: npm run test:unit');
  process.exitCode = 1;
}
