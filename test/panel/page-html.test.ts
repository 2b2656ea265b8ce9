import assert from 'node:assert/strict';
import { pageHtml } from '../../src/panel/page-html';

const parts = {
  script: 'https://host/dist/panel.js?a&b',
  style: 'https://host/media/panel.css',
  nonce: 'n0nce',
  cspSource: 'https://host',
  language: 'zh-cn',
  loading: '<Loading "it"> & more',
};

describe('the HTML of the page', () => {
  it('allows one script and one style sheet, by a nonce, and nothing else', () => {
    const html = pageHtml(parts);
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    assert.deepEqual(policy.replaceAll('&#39;', "'").split('; '), [
      "default-src 'none'",
      "script-src 'nonce-n0nce'",
      "style-src 'nonce-n0nce'",
      'img-src https://host data:',
      'font-src https://host',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    assert.equal(html.match(/nonce="n0nce"/g)?.length, 2);
  });

  it('has nothing inline: no style, no handler, no script of its own', () => {
    const html = pageHtml(parts);
    assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=|<script[^>]*>[^<]/);
  });

  it('shows what it is told as text', () => {
    const html = pageHtml(parts);
    assert.match(html, /&#60;Loading &#34;it&#34;&#62; &#38; more/);
    assert.match(html, /lang="zh-cn"/);
    assert.match(html, /src="https:\/\/host\/dist\/panel.js\?a&#38;b"/);
  });
});
