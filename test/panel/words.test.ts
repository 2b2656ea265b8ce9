/** The page in a language that does not exist (test/words/pseudo.ts): whatever it shows or says has passed the translation. */
import assert from 'node:assert/strict';
import { closeBrowser } from '../browser';
import { textOf } from '../scenarios';
import { saidInSources } from '../words/keys';
import { escapes, pseudo } from '../words/pseudo';
import { example, open } from './host';

after(closeBrowser);

const strings = Object.fromEntries(saidInSources().said.map(({ english }) => [english, pseudo(english)]));

/** As they stand on keyboards, in every language. */
const KEYS = 'Shift Enter Home End Space Esc Alt Ctrl';
const FORMATS = 'SVG PNG Mermaid';
/** The RFC's names, cut short. */
const SHORT = 'UNA NXT MSL';
/** Columns as Wireshark has them; its marks, `[TCP Retransmission]`, stand in brackets. */
const WIRESHARK = 'Seq Ack Win Len';

/** What one reads, what one is told of a thing, and what a screen reader says. */
function allWords(): readonly string[] {
  const attributes = ['title', 'aria-label', 'aria-description', 'alt', 'placeholder'];
  const told = [...document.querySelectorAll('*')].flatMap((element) =>
    attributes.flatMap((name) => element.getAttribute(name) ?? []),
  );
  const texts: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest('script, style') === null) texts.push(node.textContent ?? '');
  }
  return [...texts, ...told];
}

describe('the page of the panel in every language', () => {
  for (const name of ['handshake-and-close', 'last-ack-lost', 'zero-window']) {
    it(`shows no English of its own: ${name}`, async () => {
      const found = new Map<string, string>();
      for (const at of [0, 3, 12]) {
        const opened = await open({ strings, shows: example(name, 0, { at }) });
        await opened.page.keyboard.press('?');
        const own = `${textOf(`examples/${name}.tcpscn`)} file tcpscn ${KEYS} ${FORMATS} ${SHORT} ${WIRESHARK}`;
        for (const text of await opened.page.evaluate(allWords)) {
          for (const word of escapes(text.replace(/\[TCP [^\]]*\]/g, ''), own)) found.set(word, text);
        }
        await opened.close();
      }
      assert.deepEqual([...found], []);
    });
  }
});
