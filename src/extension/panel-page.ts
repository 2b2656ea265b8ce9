/** The panel's page in a webview, as an editor or in the side bar. What it says is read with care before it counts. */
import { type Disposable, type Event, EventEmitter, env, l10n, Uri, type Webview } from 'vscode';
import { EDITOR_STYLE, STANDALONE_STYLE } from '../diagram/style';
import { glossary } from '../editing/glossary';
import { pageHtml } from '../panel/page-html';
import { isPageMessage } from '../panel/page-message';
import type { HostMessage, PageMessage, Settings as Shown } from '../panel/protocol';
import { rows } from '../tcp/fsm';
import { FORMATS } from './panel-formats';
import { settings } from './settings';
import { translate } from './words';

export interface Page extends Disposable {
  readonly onSaid: Event<PageMessage>;
  readonly tell: (message: HostMessage) => void;
  readonly isVisible: () => boolean;
}

/** Puts the page into a webview. `malformed` is told what the page said that is no message. */
export function panelPage(
  webview: Webview,
  extension: Uri,
  isVisible: () => boolean,
  malformed: (message: unknown) => void,
): Page {
  const said = new EventEmitter<PageMessage>();
  const file = (...parts: readonly string[]): string =>
    webview.asWebviewUri(Uri.joinPath(extension, ...parts)).toString();
  const listening = webview.onDidReceiveMessage((message: unknown) => {
    if (isPageMessage(message)) said.fire(message);
    else malformed(message);
  });
  webview.options = {
    enableScripts: true,
    localResourceRoots: [Uri.joinPath(extension, 'dist'), Uri.joinPath(extension, 'media')],
  };
  webview.html = pageHtml({
    script: file('dist', 'panel.js'),
    style: file('media', 'panel.css'),
    nonce: crypto.randomUUID().replaceAll('-', ''),
    cspSource: webview.cspSource,
    language: env.language,
    loading: `${translate('Loading')} …`,
  });
  return {
    onSaid: said.event,
    isVisible,
    tell: (message) => void webview.postMessage(message),
    dispose() {
      listening.dispose();
      said.dispose();
    },
  };
}

/** The first answer to a page. */
export const setupMessage = (): HostMessage => ({
  kind: 'setup',
  rows,
  glossary,
  language: env.language,
  strings: l10n.bundle ?? {},
  settings: shownSettings(),
  looks: { page: EDITOR_STYLE, alone: STANDALONE_STYLE },
  formats: FORMATS,
});

export function shownSettings(): Shown {
  const { sequenceNumbers: numbers, stateNames } = settings();
  return { numbers, stateNames };
}
