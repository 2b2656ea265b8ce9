/** What one waits for on the panel's page with 10,000 events: the first picture, a step, scrolling. Needs a Chromium. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from '../src/language/document';
import { resolve } from '../src/program/resolve';
import { run } from '../src/simulation/run';
import { closeBrowser } from '../test/browser';
import { open, runMessages } from '../test/panel/host';
import { type Figure, middle, milliseconds, percentile, thousands } from './figure';

const EVENTS = 10_000;
/** Where one stands among them. */
const MOMENT = EVENTS / 2;

/** A transfer whose run has so many events. */
function longRun() {
  const text = [
    'peer client mss=536 congestion=none',
    'peer server',
    'handshake client -> server',
    // A call, the segment's arrival, and that of its acknowledgment.
    ...Array.from({ length: EVENTS / 3 }, () => 'client send 100\nrun'),
  ].join('\n');
  const { program } = resolve(parse(text), 'bench');
  const [scenario] = program?.scenarios ?? [];
  if (scenario === undefined) throw new Error('The scenario of the bench has errors.');
  const trace = run(scenario);
  if (trace.events.length < EVENTS) throw new Error(`The scenario of the bench has ${trace.events.length} events.`);
  return { ...trace, events: trace.events.slice(0, EVENTS) };
}

/** Undefined where there is no Chromium. */
async function hasChromium(): Promise<boolean> {
  const { findChromium } = await import(pathToFileURL(path.resolve('scripts/chromium.mjs')).href);
  return findChromium().then(
    () => true,
    () => false,
  );
}

/** Runs in the page: each as text, since the page is no module of ours. Times are those of the page. */
const FRAME = 'new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))';
const first = (messages: string): string => `(async () => {
  const messages = ${messages};
  const begun = performance.now();
  for (const message of messages) window.postMessage(message, '*');
  let drawn;
  const isSeen = (selector) => {
    const element = document.querySelector(selector);
    if (element === null) return false;
    const { left, top, width, height } = element.getBoundingClientRect();
    const there = document.elementFromPoint(left + width / 2, top + height / 2);
    return there !== null && (element.contains(there) || there.contains(element));
  };
  // The moment is in sight everywhere.
  const places = ['.log-body [aria-selected=true][aria-rowindex="${MOMENT + 1}"]', '.ladder .event[data-event="${MOMENT}"] .bead', '.diagram .node.here'];
  do { drawn = await ${FRAME}; } while (!places.every(isSeen));
  const seen = drawn - begun;
  while (document.querySelector('[role=slider]').getAttribute('aria-valuemax') !== '${EVENTS}') drawn = await ${FRAME};
  return [seen, drawn - begun];
})()`;
const STEPS = `(async () => {
  const times = [];
  for (let step = 0; step < 60; step += 1) {
    const begun = performance.now();
    window.dispatchEvent(new KeyboardEvent('keydown', { key: step < 40 ? 'ArrowRight' : 'ArrowLeft' }));
    times.push(await ${FRAME} - begun);
  }
  return times;
})()`;
const SCROLL = `(async () => {
  const log = document.querySelector('.log');
  const times = [];
  let last = await ${FRAME};
  for (let frame = 0; frame < 120; frame += 1) {
    log.scrollTop += frame < 60 ? 66 : 1900;
    const now = await ${FRAME};
    times.push(now - last);
    last = now;
  }
  return times;
})()`;
const IDLE = `(async () => {
  const times = [];
  let last = await ${FRAME};
  for (let frame = 0; frame < 60; frame += 1) {
    const now = await ${FRAME};
    times.push(now - last);
    last = now;
  }
  return times;
})()`;

export async function panel(): Promise<readonly Figure[]> {
  if (!(await hasChromium())) {
    console.error('No Chromium: the page of the panel is not measured.');
    return [];
  }
  const messages = JSON.stringify(runMessages(longRun(), { at: MOMENT }));
  try {
    const opened = await open({ width: 1400, height: 1000 });
    const evaluate = <T>(source: string): Promise<T> => opened.page.evaluate(source) as Promise<T>; // our own sources
    const idle = middle(await evaluate<number[]>(IDLE));
    const [seen, whole] = await evaluate<[number, number]>(first(messages));
    const steps = percentile(await evaluate<number[]>(STEPS), 0.95);
    const frames = percentile(await evaluate<number[]>(SCROLL), 0.95);
    const beside = `an idle frame, ${milliseconds(idle)}`;
    const figure = (name: string, value: number): Figure => ({
      name,
      value: milliseconds(value),
      baseline: beside,
      ratio: value / idle,
    });
    const what = `${thousands(EVENTS)} events`;
    return [
      figure(`the panel's first picture of ${what}`, seen),
      figure(`the panel with all of ${what}`, whole),
      figure(`a step among ${what}, to its paint (p95)`, steps),
      figure(`a frame of scrolling ${what} (p95)`, frames),
    ];
  } finally {
    await closeBrowser();
  }
}
