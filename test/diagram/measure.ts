/** Measures pictures as a browser lays them out: what stands on what. */
import type { Page } from 'playwright-core';

/** A page for `measure`, with a style sheet. */
export async function measuring(page: Page, style: string): Promise<void> {
  await page.setContent(`<style>${style} body{margin:0}</style><body></body>`);
  await page.addScriptTag({ path: 'test/diagram/faults.js' });
}

/** What is wrong in each picture, in the words of what stands there; empty where nothing is. */
export const measure = (page: Page, pictures: readonly string[]): Promise<readonly (readonly string[])[]> =>
  page.evaluate(`faultsOf(${JSON.stringify(pictures)})`);
