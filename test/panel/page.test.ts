import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { rows } from '../../src/tcp/fsm';
import { say } from '../../src/words/sentence';
import { closeBrowser } from '../browser';
import { example, type Opened, open, setupMessage } from './host';

after(closeBrowser);

/** What a person reads, without what only a screen reader does. */
const textOf = ({ page }: Opened): Promise<string> => page.locator('#panel').innerText();

describe('the page of the panel', () => {
  it('has at most 45 KiB to load, compressed', () => {
    const size = gzipSync(readFileSync('dist/panel.js'), { level: 9 }).length;
    assert.ok(size <= 45 * 1024, `${size} bytes`);
  });

  it('asks first, and shows the run that it is told', async () => {
    const opened = await open({ shows: example('handshake-and-close') });
    assert.deepEqual((await opened.said())[0], { kind: 'ready' });
    const text = await textOf(opened);
    assert.match(text, /\d+ events · \d+ segments/);
    assert.match(text, /rcv SYN,ACK/);
    assert.deepEqual(await opened.violations(), []);
    assert.deepEqual(opened.complaints, []);
    await opened.close();
  });

  it('says nothing else before it is asked, and says that nobody answers', async () => {
    const opened = await open({ silent: true });
    assert.match(await textOf(opened), /Loading/);
    await opened.page.getByText('The extension does not answer.').waitFor({ timeout: 10_000 });
    await opened.page.getByRole('button', { name: 'Ask again' }).click();
    assert.deepEqual(await opened.said(), [{ kind: 'ready' }, { kind: 'ready' }]);
    await opened.tell(setupMessage(), ...example('handshake-and-close'));
    assert.match(await textOf(opened), /rcv SYN,ACK/);
    await opened.close();
  });

  it('says why there is nothing to show, and offers what can be done', async () => {
    const why = say('{0} has errors', 'a.tcpscn');
    const offers = [
      { title: 'Show them', command: 'problems' },
      { title: 'Open an Example', command: 'example' },
    ];
    const opened = await open({ shows: [{ kind: 'subject', subject: { kind: 'nothing', why, offers } }] });
    assert.match(await textOf(opened), /a\.tcpscn has errors/);
    await opened.page.getByRole('button', { name: 'Open an Example' }).click();
    assert.deepEqual((await opened.said()).at(-1), { kind: 'run', command: 'example' });
    await opened.close();
  });

  it('shows a run that has no events yet', async () => {
    const [subject] = example('handshake-and-close');
    assert.ok(subject);
    const opened = await open({ shows: [subject] });
    await opened.page.getByRole('heading', { name: 'Before the first event' }).waitFor();
    assert.match(await textOf(opened), /0 events/);
    assert.match(await textOf(opened), /Before the first event/);
    await opened.close();
  });

  it('takes no notice of what makes no sense, and reports it', async () => {
    const opened = await open({ shows: example('handshake-and-close', 0, { at: 3 }) });
    await opened.said();
    const before = await textOf(opened);
    const event = { n: 1, time: 0, line: 1, kind: 'call', rows: [rows.length], sends: [], changes: {}, violations: [] };
    await opened.tell(
      'hello',
      { kind: 'moment', at: 'now' },
      { kind: 'events', from: 1, events: [{}] },
      { kind: 'events', from: 1, events: '[{}' },
      { kind: 'events', from: 1, events: JSON.stringify([event]) },
      { kind: 'events', from: 99, events: JSON.stringify([{ ...event, n: 99, rows: [] }]) },
    );
    assert.deepEqual(
      (await opened.said()).map((message) => (message.kind === 'invalid' ? message.what : message)),
      [
        'what is no message',
        'a message "moment"',
        'a message "events"',
        'a message "events"',
        'a message "events"',
        'a message "events" from 99 that does not follow 28 events',
      ],
    );
    assert.equal(await textOf(opened), before);
    await opened.close();
  });
});
