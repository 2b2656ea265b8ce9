/** One Chromium for all the tests that look at pages or pictures. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

// Every test file is a bundle of its own: the browser is kept where all of them find it.
const shared = globalThis as { openBrowser?: Promise<Browser> };

/** The browser, started when it is first needed. */
export function browser(): Promise<Browser> {
  shared.openBrowser ??= launch();
  return shared.openBrowser;
}

async function launch(): Promise<Browser> {
  const { findChromium } = await import(pathToFileURL(path.resolve('scripts/chromium.mjs')).href);
  const { executable, args } = await findChromium();
  return chromium.launch({ executablePath: executable, args });
}

/** To be called when all the tests are over; a browser that is asked for after that is a new one. */
export async function closeBrowser(): Promise<void> {
  const open = shared.openBrowser;
  delete shared.openBrowser;
  await (await open)?.close();
}
