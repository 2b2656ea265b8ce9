#!/usr/bin/env node
// Stands in for the executable `code` where tests are run: takes its flags, starts the server of the VS Code from npm,
// opens it in Chromium, and ends with the status of the tests.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { sizeOf, startCamera } from './camera.mjs';
import { findChromium } from './chromium.mjs';
import { startServer } from './server.mjs';
import { vscodeFromNpm } from './vscode.mjs';

/** So that a test that hangs does not hang for ever. */
const LIMIT_MINUTES = 9;

const flags = process.argv.slice(2);
const flag = (name) => flags.find((given) => given.startsWith(`--${name}=`))?.slice(name.length + 3);
const opened = flags.find((given) => !given.startsWith('--'));

/** The window's size, where a picture asks for no other. */
const WINDOW = '960x560';

const data = mkdtempSync(path.join(tmpdir(), 'tcpscn-code-'));

/**
 * VS Code's own extensions without those that run code, of which an assistant and git start late and slowly. While one
 * starts, VS Code drops or holds back what the tests ask of ours.
 */
function builtinExtensions({ root }) {
  const folder = path.join(data, 'builtin');
  mkdirSync(folder);
  for (const { name } of readdirSync(path.join(root, 'extensions'), { withFileTypes: true }).filter(isDirectory)) {
    const extension = path.join(root, 'extensions', name);
    const { main, browser } = JSON.parse(readFileSync(path.join(extension, 'package.json'), 'utf8'));
    if (main === undefined && browser === undefined) symlinkSync(extension, path.join(folder, name));
  }
  return folder;
}

const isDirectory = (entry) => entry.isDirectory();

const log = [];
let status = 1;
let stop = async () => {};
const { executable, args } = await findChromium();
const browser = await chromium.launch({ executablePath: executable, args });
try {
  const page = await browser.newPage({ viewport: sizeOf(WINDOW) });
  const camera = await startCamera(page, WINDOW);
  const vscode = vscodeFromNpm();
  const server = await startServer(vscode, [
    '--without-connection-token',
    '--enable-smoke-test-driver',
    '--server-data-dir',
    data,
    '--builtin-extensions-dir',
    builtinExtensions(vscode),
  ]);
  // Where tests find it in every extension host: a web worker has no environment.
  if (opened) writeFileSync(path.join(path.dirname(opened), 'camera.txt'), camera.address);
  stop = async () => {
    camera.close();
    await server.stop();
  };
  const host = `127.0.0.1:${server.port}`;
  const remote = (file) => `vscode-remote://${host}${file}`;
  const payload = [
    ['extensionDevelopmentPath', remote(flag('extensionDevelopmentPath'))],
    ['extensionTestsPath', remote(flag('extensionTestsPath'))],
    ['skipWelcome', 'true'],
  ];
  const address = new URL(`http://${host}/`);
  if (opened) address.searchParams.set(opened.endsWith('.code-workspace') ? 'workspace' : 'folder', opened);
  address.searchParams.set('payload', JSON.stringify(payload));
  // What the tests print begins with this mark; everything else is VS Code's own.
  await page.exposeFunction('codeAutomationLog', (type, parts) => {
    log.push(`${type} ${parts.join(' ')}`);
    for (const part of parts) if (String(part).startsWith('\u2502')) console.log(part.slice(1));
  });
  const exit = new Promise((resolve) => page.exposeFunction('codeAutomationExit', resolve));
  const gone = new Promise((_, reject) => {
    page.once('crash', () => reject(new Error('The window of VS Code crashed.')));
    server.ended.then((code) => reject(new Error(`VS Code's server ended with ${code}.`)));
  });
  const limit = new Promise((_, reject) => {
    const late = () => reject(new Error(`The tests did not end within ${LIMIT_MINUTES} minutes.`));
    setTimeout(late, LIMIT_MINUTES * 60_000).unref();
  });
  gone.catch(() => {});
  limit.catch(() => {});
  // The package from npm has no language packs: what VS Code itself says stays English, and extensions are told the
  // language as they are with a pack.
  const locale = flag('locale');
  if (locale) {
    await page.addInitScript((language) => {
      globalThis._VSCODE_NLS_LANGUAGE = language;
    }, locale);
  }
  await page.goto(address.href);
  status = Number(await Promise.race([exit, gone, limit]));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
} finally {
  await browser.close();
  await stop();
  rmSync(data, { recursive: true, force: true });
}
const logFile = process.env.TCPSCN_LOG;
if (logFile) writeFileSync(logFile, `${log.join('\n')}\n`);
process.exit(status);
