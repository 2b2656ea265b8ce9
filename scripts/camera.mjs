// Eyes and hands of the tests in VS Code: takes pictures of the window, and reads and works the panel's page, which is a
// document of its own that no extension host can reach.
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { smallPng } from './small-png.mjs';

/**
 * Serves `GET /NAME.png?folder=FOLDER&shows=SELECTOR&panel=SELECTOR`: a picture, once window and panel show that; with
 * `size=1280x800` the window has that size in it, else `size`. And
 * `GET /panel?press=KEY&click=SELECTOR&shows=SELECTOR&says=WORDS`: clicks, presses keys, waits until the panel shows and
 * says that, and answers
 * with what it shows.
 */
export async function startCamera(page, size) {
  const camera = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    // An extension host in a web worker asks from elsewhere.
    response.setHeader('access-control-allow-origin', '*');
    try {
      if (pathname === '/panel') response.write(JSON.stringify(await readPanel(page, searchParams)));
      else await takePicture(page, path.basename(pathname), size, searchParams);
    } catch (error) {
      response.statusCode = 500;
      response.write(String(error));
    }
    response.end();
  });
  await new Promise((resolve) => camera.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${camera.address().port}`,
    close() {
      camera.closeAllConnections();
      camera.close();
    },
  };
}

/** `960x560` */
export function sizeOf(text) {
  const [width, height] = text.split('x').map(Number);
  return { width, height };
}

async function takePicture(page, name, size, searchParams) {
  await page.setViewportSize(sizeOf(searchParams.get('size') ?? size));
  for (const selector of searchParams.getAll('shows')) await page.locator(selector).first().waitFor();
  for (const selector of searchParams.getAll('panel')) await (await panelOf(page)).locator(selector).first().waitFor();
  writeFileSync(path.join(searchParams.get('folder') ?? '', name), smallPng(await stillPicture(page)));
}

/** A picture of the window when nothing in it moves any more. */
async function stillPicture(page) {
  let last = Buffer.alloc(0);
  for (;;) {
    const next = await page.screenshot();
    if (next.equals(last)) return next;
    last = next;
    await page.waitForTimeout(500);
  }
}

/** The frame of the panel's page: inside of the frame that VS Code makes for every webview. */
async function panelOf(page) {
  for (let tries = 0; tries < 200; tries += 1) {
    for (const frame of page.frames()) {
      const found = await frame
        .locator('#panel')
        .count()
        .catch(() => 0);
      if (found > 0 && (await (await frame.frameElement()).isVisible())) return frame;
    }
    await page.waitForTimeout(100);
  }
  throw new Error('The panel is not to be seen.');
}

async function readPanel(page, searchParams) {
  const frame = await panelOf(page);
  for (const selector of searchParams.getAll('click')) await frame.locator(selector).first().click();
  for (const key of searchParams.getAll('press')) await frame.locator('[role="grid"]').press(key);
  const says = searchParams.get('says');
  for (const selector of searchParams.getAll('shows')) await frame.locator(selector).first().waitFor();
  const words = frame.locator('.unseen[role="status"], .notice[role="status"]').first();
  if (says !== null) {
    await words
      .filter({ hasText: says })
      .waitFor({ state: 'attached', timeout: 20_000 })
      .catch(async () => {
        throw new Error(`The panel says: ${await words.textContent().catch(() => 'nothing')}`);
      });
  }
  return frame.evaluate(async () => {
    // What follows from what it says is drawn in the next frames.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))));
    const text = (selector) => document.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    const cells = [...document.querySelectorAll('.log-row.current .cell')].map((cell) => cell.textContent?.trim());
    return {
      says: text('.notice[role="status"]') || text('.unseen[role="status"]'),
      title: text('h1'),
      row: cells.filter((cell) => cell !== '').join(' | '),
      event: document.querySelector('#go-to')?.value ?? '',
      diagram: document.querySelector('svg[role="img"]')?.getAttribute('aria-label') ?? '',
      away: text('.away'),
      coverage: text('.coverage-words'),
    };
  });
}
