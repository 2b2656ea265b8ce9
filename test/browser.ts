/** One Chromium for the tests that measure pictures. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

// Every test file is a bundle of its own: the browser is kept where all of them find it.
const shared = globalThis as { diagramBrowser?: Promise<Browser> };

/** The browser, started when it is first needed. */
export function browser(): Promise<Browser> {
  shared.diagramBrowser ??= launch();
  return shared.diagramBrowser;
}

async function launch(): Promise<Browser> {
  const { findChromium } = await import(pathToFileURL(path.resolve('scripts/chromium.mjs')).href);
  const { executable, args } = await findChromium();
  return chromium.launch({ executablePath: executable, args });
}

export async function closeBrowser(): Promise<void> {
  const open = shared.diagramBrowser;
  delete shared.diagramBrowser;
  await (await open)?.close();
}
