/** The page's end of the line to its host, and what it keeps over a reload. */
import type { PageMessage } from '../protocol';

interface Webview {
  readonly postMessage: (message: PageMessage) => void;
  readonly getState: () => unknown;
  readonly setState: (state: unknown) => void;
}

/** What VS Code puts into the page; it may be asked for once. */
declare function acquireVsCodeApi(): Webview;

const webview = acquireVsCodeApi();

export const post = (message: PageMessage): void => webview.postMessage(message);
export const storedState = (): unknown => webview.getState();
export const storeState = (state: unknown): void => webview.setState(state);
