// The end of `npm start`: the examples in an editor with the extension.
//
// With a display: in the VS Code that is installed. At a terminal without one: in the VS Code from npm, for a browser.
// Otherwise nothing is opened, and how to do it is said.
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Missing, ROOT } from './cached.mjs';
import { copyFiles, packagedFiles } from './packaged-files.mjs';
import { startServer } from './server.mjs';
import { hasVscodeFromNpm, vscodeFromNpm } from './vscode.mjs';

const EXAMPLES = path.join(ROOT, 'examples');
const FIRST = path.join(EXAMPLES, 'handshake-and-close.tcpscn');
const windows = process.platform === 'win32';

const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const hasCode = () => spawnSync('code', ['--version'], { shell: windows, stdio: 'ignore' }).status === 0;
const isTerminal = () => Boolean(process.stdin.isTTY && process.stdout.isTTY);

function openCode() {
  const args = [`--extensionDevelopmentPath=${ROOT}`, '--new-window', EXAMPLES, FIRST];
  spawn('code', args, { shell: windows, stdio: 'ignore', detached: true }).unref();
  console.log('\nVS Code opens with the extension and the examples.');
}

/** The extension as an installed one, in a folder of extensions. */
function install(extensions) {
  const { publisher, name, version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  copyFiles(packagedFiles(), path.join(extensions, `${publisher}.${name}-${version}`));
}

/** So that nothing but the examples asks for attention. */
const SETTINGS = {
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'git.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

function configure(data) {
  const folder = path.join(data, 'data/Machine');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'settings.json'), JSON.stringify(SETTINGS));
}

async function serve() {
  console.log(
    '\nStarting VS Code for your browser (the first time it is installed from npm: 1 GB, about a minute) ...',
  );
  const data = mkdtempSync(path.join(tmpdir(), 'tcpscn-start-'));
  try {
    install(path.join(data, 'extensions'));
    configure(data);
    // Nobody else on this machine is to use it.
    const token = randomUUID();
    const vscode = vscodeFromNpm();
    const { port, stop, ended } = await startServer(vscode, ['--connection-token', token, '--server-data-dir', data]);
    const address = new URL(`http://127.0.0.1:${port}/`);
    address.searchParams.set('folder', EXAMPLES);
    address.searchParams.set('payload', JSON.stringify([['openFile', `vscode-remote://${address.host}${FIRST}`]]));
    address.searchParams.set('tkn', token);
    console.log(`\nThe examples in VS Code: ${address.href}\nStop it with Ctrl+C.`);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop);
    await ended;
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

function tell() {
  console.log('\nTo see the examples in an editor, with what happens behind each line:');
  console.log('  with VS Code installed   code --extensionDevelopmentPath=. examples');
  if (hasVscodeFromNpm()) console.log('  in a browser             npm start, at a terminal');
}

try {
  if (hasDisplay() && hasCode()) openCode();
  else if (isTerminal() && hasVscodeFromNpm()) await serve();
  else tell();
} catch (error) {
  if (!(error instanceof Missing)) throw error;
  console.error(`\nVS Code cannot be started here.\n\n${error.message}`);
  process.exitCode = 1;
}
