/** Using the panel: keys, pointer, filter, exports, what is kept; and what a screen reader says. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { HostMessage } from '../../src/panel/protocol';
import { closeBrowser } from '../browser';
import { runsOf } from '../scenarios';
import { example, type Opened, open, runMessages, settled } from './host';

after(closeBrowser);

/** Where one is, in each of the places that say so. */
const places = (page: Page) =>
  page.evaluate(() => {
    const row = document.querySelector('[role=row][aria-selected=true]');
    const slider = document.querySelector('[role=slider]');
    return {
      field: (document.querySelector('#go-to') as HTMLInputElement).value,
      slider: slider?.getAttribute('aria-valuenow'),
      row: row?.querySelector('[role=gridcell]')?.textContent,
      active: document.querySelector('[role=grid]')?.getAttribute('aria-activedescendant'),
      card: document.querySelector('.card h2')?.textContent,
      states: document.querySelector('.diagram-view svg[role=img]')?.getAttribute('aria-label'),
      said: document.querySelector('[role=status].unseen')?.textContent,
    };
  });

const n = async (opened: Opened): Promise<number> => {
  await settled(opened.page);
  return Number((await places(opened.page)).field);
};

/** The same with one event in each message. */
const oneByOne = (messages: readonly HostMessage[]): readonly HostMessage[] =>
  messages.flatMap((message): readonly HostMessage[] => {
    if (message.kind !== 'events') return [message];
    const events: readonly unknown[] = JSON.parse(message.events);
    return events.map((event, index) => ({ ...message, from: message.from + index, events: JSON.stringify([event]) }));
  });

describe('the panel in use', () => {
  it('goes through a run by keys alone, and says the same number and states everywhere', async () => {
    const opened = await open({ shows: example('rfc9293-figure-06-three-way-handshake') });
    const { page } = opened;
    const walk: { n: number; states: string }[] = [];
    for (let step = 0; step <= 6; step += 1) {
      const at = await places(page);
      assert.equal(at.slider, String(step));
      assert.equal(at.field, String(step));
      if (step > 0) {
        assert.equal(at.row, String(step));
        assert.equal(at.active, `log-${step}`);
        assert.match(at.card ?? '', new RegExp(`Event ${step}(?!\\d)`));
        assert.match(at.said ?? '', new RegExp(`^Event ${step} of`));
      }
      walk.push({ n: step, states: at.states?.replace(/^TCP state diagram\. /, '') ?? '' });
      await page.keyboard.press(step % 2 === 0 ? 'ArrowRight' : 'l');
      await settled(page);
    }
    assert.deepEqual(walk, [
      { n: 0, states: 'A is CLOSED, B is CLOSED' },
      { n: 1, states: 'A is CLOSED, B is LISTEN' },
      { n: 2, states: 'A is CLOSED, B is LISTEN' },
      { n: 3, states: 'A is SYN_SENT, B is LISTEN' },
      { n: 4, states: 'A is SYN_SENT, B is SYN_RCVD' },
      { n: 5, states: 'A is SYN_SENT, B is SYN_RCVD' },
      { n: 6, states: 'A is SYN_SENT, B is SYN_RCVD' },
    ]);
    await opened.close();
  });

  it('knows the other keys', async () => {
    const opened = await open({ shows: example('handshake-and-close') });
    const { page } = opened;
    const after = async (...keys: readonly string[]): Promise<number> => {
      for (const key of keys) await page.keyboard.press(key);
      return n(opened);
    };
    assert.equal(await after('End'), 28);
    assert.equal(await after('h', 'ArrowLeft'), 26);
    assert.equal(await after('['), 23);
    assert.equal(await after(']'), 26);
    assert.equal(await after('Home'), 0);
    assert.equal(await after('g', '9', 'Enter'), 9);
    assert.equal(await after('F10', 'F11', 'Shift+F11', 'Control+ArrowRight'), 9);
    assert.equal(await after('s'), 9);
    assert.deepEqual((await opened.said()).at(-1), {
      kind: 'settings',
      settings: { numbers: 'absolute', stateNames: 'FIN_WAIT_1' },
    });
    await page.keyboard.press('/');
    await page.keyboard.type('hgs]');
    assert.equal(await n(opened), 9);
    assert.equal(await page.inputValue('#filter'), 'hgs]');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await opened.close();
  });

  it('plays, and stops at the end', async () => {
    const opened = await open({ shows: example('rfc9293-figure-06-three-way-handshake', 0, { at: 3 }) });
    await opened.page.clock.install();
    await opened.page.keyboard.press('Space');
    await opened.page.getByRole('button', { name: 'Stop playing' }).waitFor();
    for (let step = 0; step < 20; step += 1) await opened.page.clock.runFor(1000);
    const at = await places(opened.page);
    assert.equal(at.field, await opened.page.getByRole('slider').getAttribute('aria-valuemax'));
    await opened.page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    await opened.close();
  });

  it('says the moment in one sentence, on the scrubber and after each step', async () => {
    const opened = await open({ shows: example('last-ack-lost', 0, { at: 9 }) });
    const sentence = 'Event 9 of 28, 0.050 s. server: close. client FIN_WAIT_2, server LAST_ACK.';
    assert.equal(await opened.page.getByRole('slider').getAttribute('aria-valuetext'), sentence);
    assert.equal((await places(opened.page)).said, sentence);
    const grid = opened.page.getByRole('grid', { name: 'Events' });
    assert.equal(await grid.getAttribute('aria-rowcount'), '29');
    assert.equal(await opened.page.locator('[aria-selected=true]').getAttribute('aria-rowindex'), '10');
    await opened.close();
  });

  it('looks elsewhere while the debugger stays, and comes back or sends it there', async () => {
    const opened = await open({ shows: example('handshake-and-close', 0, { at: 13, source: 'debugger' }) });
    const { page } = opened;
    await page.locator('#log-9').click();
    assert.equal(await n(opened), 9);
    assert.ok(await page.getByText('Viewing 9, the debugger is at 13').isVisible());
    await page.getByRole('button', { name: 'Go here in the debugger' }).click();
    assert.deepEqual((await opened.said()).slice(-2), [
      { kind: 'viewing', n: 9 },
      { kind: 'travel', n: 9 },
    ]);
    await page.getByRole('button', { name: 'Return' }).click();
    assert.equal(await n(opened), 13);
    await page.keyboard.press('ArrowLeft');
    await opened.tell({ kind: 'moment', at: 14 });
    assert.equal(await n(opened), 14, 'a debugger that moves is followed');
    await opened.close();
  });

  it('goes where one points, and shows the line on a double click', async () => {
    const opened = await open({ shows: example('handshake-and-close', 0, { at: 21 }) });
    const { page } = opened;
    await page.locator('.ladder .bead[data-event="17"]').first().click();
    assert.equal(await n(opened), 17);
    await page.locator('#log-14').dblclick();
    assert.deepEqual((await opened.said()).at(-1), { kind: 'reveal', n: 14 });
    const track = await page.getByRole('slider').boundingBox();
    assert.ok(track);
    await page.mouse.click(track.x + track.width - 3, track.y + 30);
    assert.equal(await n(opened), 28);
    await opened.close();
  });

  it('leaves under the pointer what one points at: the log and the ladder follow only where one looks elsewhere', async () => {
    const opened = await open({ height: 700, shows: example('handshake-and-close', 0, { at: 12 }) });
    const { page } = opened;
    const scrolled = (selector: string): Promise<number> =>
      page.locator(selector).evaluate((box) => Math.round(box.scrollTop));
    await page.locator('.log').evaluate((log) => log.scrollTo(0, 12 * 22));
    await settled(page);
    const before = await scrolled('.log');
    await page.locator('#log-13').click();
    assert.equal(await n(opened), 13);
    assert.equal(await scrolled('.log'), before, 'the first row in sight stays where it is');
    await page.keyboard.press('ArrowRight');
    assert.equal(await n(opened), 14);
    assert.ok((await scrolled('.log')) < before, 'by keys there is room around it');
    await page.locator('.ladder-view .scrolled').evaluate((box) => box.scrollTo(0, 0));
    await settled(page);
    const bead = page.locator('.ladder .event[data-event] .bead').first();
    const chosen = Number(await bead.getAttribute('data-event'));
    await bead.click();
    assert.equal(await n(opened), chosen);
    assert.equal(await scrolled('.ladder-view .scrolled'), 0);
    await page.keyboard.press('End');
    await settled(page);
    assert.ok((await scrolled('.ladder-view .scrolled')) > 0);
    await opened.close();
  });

  it('draws first the moment where the host stands, however much comes before it', async () => {
    const opened = await open();
    const moments = await opened.page.evaluate(
      ({ messages }) =>
        new Promise<readonly (string | null)[]>((resolve) => {
          const seen: (string | null)[] = [];
          const look = (): void => {
            const slider = document.querySelector('[role=slider]');
            if (slider !== null) seen.push(slider.getAttribute('aria-valuenow'));
            if (slider?.getAttribute('aria-valuemax') === '28') resolve(seen);
            else requestAnimationFrame(() => setTimeout(look));
          };
          look();
          // One message a frame, each with one event.
          const tell = ([message, ...rest]: readonly unknown[]): void => {
            window.postMessage(message, '*');
            if (rest.length > 0) requestAnimationFrame(() => tell(rest));
          };
          tell(messages);
        }),
      { messages: oneByOne(example('handshake-and-close', 0, { at: 9 })) },
    );
    assert.deepEqual([...new Set(moments)], ['9']);
    await opened.close();
  });

  it('says what a state, an edge, a segment and a variable are', async () => {
    const opened = await open({ height: 1100, shows: example('handshake-and-close', 0, { at: 6 }) });
    const { page } = opened;
    const tip = async (selector: string): Promise<string> => {
      await page.mouse.move(2, 2);
      await page.locator('.tip').waitFor({ state: 'detached' });
      await page.locator(selector).first().hover({ force: true });
      return (await page.locator('.tip').innerText()).replace(/\s+/g, ' ');
    };
    assert.equal(
      await tip('.node[data-state=SYN_RCVD]'),
      'SYN_RCVD Has received and sent a SYN and waits for its own SYN to be acknowledged. RFC 9293, 3.3.2 · Linux: SYN_RECV (ss: SYN-RECV)',
    );
    assert.match(
      await tip('.label[data-row="ESTABLISHED>FIN_WAIT_1"]'),
      /^ESTABLISHED → FIN_WAIT_1 CLOSE .* RFC 9293, 3\.10\.4/,
    );
    assert.match(
      await tip('dd[data-segment]'),
      /^server → client <SEQ=0><ACK=1><WND=65535><CTL=SYN,ACK> MSS=1460 Sent by event 5/,
    );
    assert.equal(
      await tip('button[data-field="snd.una"]'),
      'SND.UNA The oldest number that is sent and not acknowledged. RFC 9293, 3.3.1 · Linux: snd_una',
    );
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.tip').count(), 0);
    await page.locator('button[data-field="snd.nxt"]').focus();
    assert.match(await page.locator('.tip').innerText(), /SND\.NXT/);
    assert.equal(await page.locator('button[data-field="snd.nxt"]').getAttribute('aria-describedby'), 'tip');
    await opened.close();
  });

  it('filters by text, and by an expression that the host understands', async () => {
    const opened = await open({ shows: example('handshake-and-close', 0, { at: 1 }) });
    const { page } = opened;
    await page.keyboard.press('/');
    await page.keyboard.type('retransmission');
    await page.waitForTimeout(300);
    assert.deepEqual((await opened.said()).at(-1), { kind: 'filter', text: 'retransmission' });
    assert.equal(await page.locator('.filter output').innerText(), '2 of 28');
    await page.keyboard.press('Enter');
    assert.equal(await n(opened), 20);
    assert.ok(await page.locator('#log-19.faded').isVisible());
    await page.fill('#filter', 'client.state == TIME_WAIT');
    assert.equal(await page.locator('.filter output').innerText(), '0 of 28');
    await opened.tell({ kind: 'filtered', text: 'client.state == TIME_WAIT', matches: [21, 22, 23] });
    assert.equal(await page.locator('.filter output').innerText(), '3 of 28');
    await opened.close();
  });

  it('keeps where one was over a reload, and nothing of it for another run', async () => {
    const opened = await open({ shows: example('handshake-and-close', 0, { at: 3, source: 'debugger' }) });
    const { page } = opened;
    await page.keyboard.press('g');
    await page.keyboard.type('17');
    await page.keyboard.press('Enter');
    await page.fill('#filter', 'fin');
    await page.getByRole('button', { name: 'Ladder', exact: true }).click();
    await settled(page);
    await page.reload();
    await settled(page);
    assert.equal(await n(opened), 17);
    assert.equal(await page.inputValue('#filter'), 'fin');
    assert.equal(await page.locator('.ladder-view').count(), 0);
    assert.deepEqual((await opened.said())[0], {
      kind: 'ready',
      subject: { uri: 'file:///a.tcpscn', scenario: 'Three-way handshake, orderly close' },
    });
    await opened.tell(...example('last-ack-lost', 0, { at: 2 }));
    assert.equal(await n(opened), 2);
    await opened.close();
  });

  it('takes the run out as a picture that stands alone, and asks the host for texts', async () => {
    const opened = await open({ shows: example('simultaneous-close', 0, { at: 4 }) });
    const { page } = opened;
    const chosen = async (name: string) => {
      await page.getByRole('button', { name: 'Export' }).click();
      await page.getByRole('menuitem', { name }).click();
      await page.waitForTimeout(800);
      return (await opened.said()).at(-1);
    };
    const svg = await chosen('SVG picture');
    assert.ok(svg?.kind === 'save' && svg.as === 'svg');
    assert.equal(svg.name, 'FINs-that-cross-lead-to-CLOSING');
    assert.match(svg.content, /^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg".*<style>.*CLOSING.*<\/svg>\n$/s);
    assert.doesNotMatch(svg.content, /var\(|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
    const png = await chosen('PNG picture');
    assert.ok(png?.kind === 'save' && png.as === 'png');
    const bytes = Buffer.from(png.content, 'base64');
    assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg.content) ?? [];
    assert.equal(bytes.readUInt32BE(16), 2 * Number(width));
    assert.equal(bytes.readUInt32BE(20), 2 * Number(height));
    assert.ok(bytes.length > 50_000, 'something is drawn');
    assert.deepEqual(await chosen('Mermaid'), { kind: 'write', format: 'mermaid', to: 'file' });
    assert.deepEqual(await chosen('Copy as text'), { kind: 'write', format: 'ladder', to: 'clipboard' });
    assert.deepEqual(await opened.violations(), []);
    assert.deepEqual(opened.complaints, []);
    await opened.close();
  });

  it('opens clauses through the host', async () => {
    const opened = await open({ shows: example('handshake-and-close', 0, { at: 6 }) });
    await opened.page.getByRole('link', { name: 'RFC 9293, 3.10.7.3, fourth check' }).click();
    assert.deepEqual((await opened.said()).at(-1), {
      kind: 'open',
      url: 'https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.3',
    });
    await opened.close();
  });

  it('shows text of a scenario as text', async () => {
    const [trace] = runsOf('examples/handshake-and-close.tcpscn');
    assert.ok(trace);
    const evil = '<img src=x onerror="document.title=1"></script><script>document.title=2</script>&lt;';
    const text = JSON.stringify(trace).replaceAll('"client"', JSON.stringify(`c${evil}`));
    const wild = JSON.parse(text.replace(/"title":"[^"]*"/g, `"title":${JSON.stringify(evil)}`));
    const named = { ...wild, unnamed: [], scenario: { ...wild.scenario, name: evil } };
    const opened = await open({ shows: runMessages(named, { at: 6, lines: Array(60).fill(evil) }) });
    const title = await opened.page.title();
    assert.equal(await opened.page.locator('img, #panel script').count(), 0);
    assert.equal(await opened.page.locator('h1').innerText(), evil);
    assert.equal(title, 'TCP');
    assert.deepEqual(await opened.violations(), []);
    await opened.close();
  });

  it('replaces what has changed: a fork begins anew behind its moment', async () => {
    const messages = example('handshake-and-close', 0, { at: 5, source: 'debugger' });
    const opened = await open({ shows: messages });
    const events = messages.flatMap((message) => (message.kind === 'events' ? JSON.parse(message.events) : []));
    await opened.tell({ kind: 'events', from: 6, events: JSON.stringify(events.slice(5, 7)) });
    await settled(opened.page);
    assert.equal(await opened.page.getByRole('slider').getAttribute('aria-valuemax'), '7');
    await opened.close();
  });
});
