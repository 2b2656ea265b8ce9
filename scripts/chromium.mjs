// A Chromium: that of the system, else Debian's, else one from npm.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { installed, Missing } from './cached.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Where it is, and the arguments that it needs here. Set CHROMIUM to choose one. */
export async function findChromium() {
  const chosen = process.env.CHROMIUM;
  if (chosen && !existsSync(chosen)) throw new Missing(`CHROMIUM names ${chosen}, and there is no such file.`);
  const executable = chosen || onPath() || (debianInstalls() ? onPath() : undefined);
  // The sandbox of Chromium does not work for root, nor in most containers.
  if (executable) return { executable, args: ['--no-sandbox', '--disable-dev-shm-usage'] };
  return fromNpm();
}

function onPath() {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin'];
  return folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))).find((file) => existsSync(file));
}

/** Asks Debian for it, with a font that has Chinese characters, where that needs no password. */
function debianInstalls() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => spawnSync('apt-get', ['-qq', ...args], { env, stdio: 'ignore' }).status === 0;
  return apt('update') && apt('install', '--yes', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
}

async function fromNpm() {
  const require = createRequire(path.join(installed('chromium'), 'package.json'));
  const { default: chromium } = await import(pathToFileURL(require.resolve('@sparticuz/chromium')));
  return { executable: await chromium.executablePath(), args: chromium.args };
}
