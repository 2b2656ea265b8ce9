/** A host for the page: real runs, and what the page said. */
import type { Page } from 'playwright-core';
import { EDITOR_STYLE, STANDALONE_STYLE } from '../../src/diagram/style';
import { glossary } from '../../src/editing/glossary';
import { packer } from '../../src/panel/packing';
import { pageHtml } from '../../src/panel/page-html';
import type { HostMessage, PageMessage, Settings, Subject } from '../../src/panel/protocol';
import { rows } from '../../src/tcp/fsm';
import type { Trace } from '../../src/trace/trace';
import { say } from '../../src/words/sentence';
import { browser } from '../browser';
import { runsOf, textOf } from '../scenarios';
import { BODY, type Theme, variablesOf } from './themes';

const ADDRESS = 'https://panel.test';

export interface Opened {
  readonly page: Page;
  /** What the page has said since it was opened, or since this was last asked. */
  readonly said: () => Promise<readonly PageMessage[]>;
  readonly tell: (...messages: readonly unknown[]) => Promise<void>;
  /** Everything that the content security policy has kept from happening. */
  readonly violations: () => Promise<readonly string[]>;
  /** What stands in the browser's console, and what was thrown. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

export interface Wish {
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
  readonly language?: string;
  readonly strings?: Readonly<Record<string, string>>;
  readonly settings?: Settings;
  readonly reducedMotion?: boolean;
  /** The system's colours in place of all others. */
  readonly forcedColors?: boolean;
  /** 2: everything is twice as large, so there is half of the width and of the height. */
  readonly zoom?: 1 | 2;
  /** What the host says after `setup`; nothing for a host that is silent. */
  readonly shows?: readonly HostMessage[];
  readonly silent?: boolean;
  readonly wait?: boolean;
}

const DEFAULTS: Settings = { numbers: 'relative', stateNames: 'FIN_WAIT_1' };

export const setupMessage = (wish: Wish = {}): HostMessage => ({
  kind: 'setup',
  rows,
  glossary,
  language: wish.language ?? 'en',
  strings: wish.strings ?? {},
  settings: wish.settings ?? DEFAULTS,
  looks: { page: EDITOR_STYLE, alone: STANDALONE_STYLE },
  formats: [
    { id: 'ladder', title: say('Text') },
    { id: 'mermaid', title: say('Mermaid') },
  ],
});

/** What a host says of a run, from its subject to its end, and where it stands. */
export function runMessages(
  trace: Trace,
  {
    at = 0,
    source = 'player',
    lines = [],
  }: { at?: number; source?: 'player' | 'debugger'; lines?: readonly string[] } = {},
): readonly HostMessage[] {
  const { events, unnamed } = trace;
  const { name, line, peers, chapters } = trace.scenario;
  const scenario = { name, line, peers, chapters };
  const subject: Subject = { kind: 'run', title: name, uri: 'file:///a.tcpscn', scenario, lines, source };
  const pack = packer(rows);
  const chunks: HostMessage[] = [];
  for (let from = 0; from < events.length; from += 500) {
    chunks.push({ kind: 'events', from: from + 1, events: pack(events.slice(from, from + 500)) });
  }
  return [{ kind: 'subject', subject }, { kind: 'moment', at }, ...chunks, { kind: 'ended', unnamed }];
}

/** A scenario of `examples/` by the name of its file and its place there, as its host tells it. */
export function example(name: string, place = 0, told: { at?: number; source?: 'player' | 'debugger' } = {}) {
  const file = `examples/${name}.tcpscn`;
  const trace = runsOf(file)[place];
  if (trace === undefined) throw new Error(`${file} has no scenario ${place}.`);
  return runMessages(trace, { ...told, lines: textOf(file).split('\n') });
}

/** Opens the page as VS Code does. */
export async function open(wish: Wish = {}): Promise<Opened> {
  const zoom = wish.zoom ?? 1;
  const context = await (await browser()).newContext({
    viewport: { width: (wish.width ?? 1200) / zoom, height: (wish.height ?? 900) / zoom },
    deviceScaleFactor: zoom,
    reducedMotion: wish.reducedMotion ? 'reduce' : 'no-preference',
    forcedColors: wish.forcedColors ? 'active' : 'none',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.route(`${ADDRESS}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/panel.js') return route.fulfill({ path: 'dist/panel.js' });
    if (pathname === '/panel.css') return route.fulfill({ path: 'media/panel.css' });
    if (pathname !== '/') return route.fulfill({ status: 404 });
    const body = pageHtml({
      script: `${ADDRESS}/panel.js`,
      style: `${ADDRESS}/panel.css`,
      nonce: 'abcdef0123456789',
      cspSource: ADDRESS,
      language: wish.language ?? 'en',
      loading: 'Loading …',
    });
    return route.fulfill({ contentType: 'text/html', body });
  });
  const answers = wish.silent ? [] : [setupMessage(wish), ...(wish.shows ?? [])];
  await page.addInitScript(webview, {
    variables: variablesOf(wish.theme ?? 'dark'),
    body: BODY[wish.theme ?? 'dark'],
    answers: JSON.stringify(answers),
  });
  await page.goto(`${ADDRESS}/`);
  if (wish.wait !== false && !wish.silent) await settled(page);
  return {
    page,
    said: () => page.evaluate(() => (window as unknown as Stub).said.splice(0)),
    tell: async (...messages) => {
      await page.evaluate((told) => (window as unknown as Stub).tell(told), messages);
      await settled(page);
    },
    violations: () => page.evaluate(() => (window as unknown as Stub).violations),
    complaints,
    close: () => context.close(),
  };
}

/** Until all that the host has said is taken in and drawn. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => (window as unknown as Stub).untaken === 0);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 30)))),
  );
}

interface Stub {
  readonly said: PageMessage[];
  readonly violations: string[];
  readonly tell: (messages: readonly unknown[]) => void;
  /** How often something was told that the page has not taken in. */
  untaken: number;
}

/** Runs in the page, before anything of ours: what VS Code puts there, and a host that answers `ready`. */
function webview(given: { variables: Readonly<Record<string, string>>; body: string; answers: string }): void {
  // What makes no sense is answered in its turn: when all before it is taken in.
  const end = { kind: 'end' };
  const tell = (messages: readonly unknown[]): void => {
    own.untaken += 1;
    for (const message of [...messages, end]) window.postMessage(message, '*');
  };
  const stub: Stub = { said: [], violations: [], tell, untaken: 0 };
  const own = Object.assign(window, stub);
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    stub.violations.push(`${violatedDirective} ${blockedURI}`);
  });
  const dress = (): void => {
    for (const [name, value] of Object.entries(given.variables)) {
      document.documentElement.style.setProperty(name, value);
    }
    document.body.className = given.body;
  };
  document.addEventListener('DOMContentLoaded', dress);
  Object.assign(window, {
    acquireVsCodeApi: () => ({
      postMessage: (message: PageMessage) => {
        if (message.kind === 'invalid' && message.what === `a message "${end.kind}"`) {
          own.untaken -= 1;
          return;
        }
        stub.said.push(JSON.parse(JSON.stringify(message)));
        if (message.kind === 'ready') tell(JSON.parse(given.answers));
      },
      getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
      setState: (state: unknown) => sessionStorage.setItem('state', JSON.stringify(state)),
    }),
  });
}
