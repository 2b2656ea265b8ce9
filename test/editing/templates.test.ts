import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { TEMPLATES, templateText } from '../../src/editing/templates';
import { parse } from '../../src/language/document';
import { print } from '../../src/language/printer';
import { resolve } from '../../src/program/resolve';
import { run } from '../../src/simulation/run';
import { failuresOf } from '../../src/trace/judgments';
import { english, type Translate } from '../../src/words/sentence';

const bundle: Readonly<Record<string, string>> = JSON.parse(readFileSync('l10n/bundle.l10n.zh-cn.json', 'utf8'));

const LANGUAGES: Readonly<Record<string, Translate>> = { English: english, Chinese: (text) => bundle[text] ?? text };

describe('templates', () => {
  for (const [language, translate] of Object.entries(LANGUAGES)) {
    for (const template of TEMPLATES) {
      it(`"${template.title.text}" in ${language} is a file that is written well and holds`, () => {
        const text = templateText(template, translate);
        const { program, diagnostics } = resolve(parse(text), 'untitled');
        assert.deepEqual(diagnostics, []);
        assert.equal(print(parse(text)).trimEnd(), text.trimEnd());
        const scenarios = program?.scenarios ?? [];
        assert.deepEqual(
          scenarios.flatMap((scenario) => run(scenario).events.flatMap(failuresOf)),
          [],
        );
      });
    }
  }

  it('have their comment and their title in the language of the editor, and end with a line to go on with', () => {
    const handshake = TEMPLATES.find(({ title }) => title.text === 'Three-way handshake');
    assert.ok(handshake);
    assert.equal(
      templateText(handshake, (text) => text.toUpperCase()),
      [
        '# A CONNECTION IS OPENED WITH THREE SEGMENTS.',
        'peer client 10.0.0.1:49152',
        'peer server 10.0.0.2:80',
        '',
        'scenario "THREE-WAY HANDSHAKE"',
        'server listen',
        'client connect',
        'client -> server  SYN      seq=0',
        'server -> client  SYN+ACK  seq=0 ack=1',
        'client -> server  ACK      seq=1 ack=1',
        'expect client ESTABLISHED and server ESTABLISHED',
        '',
      ].join('\n'),
    );
  });

  it('begin with one that is nearly empty', () => {
    const [empty] = TEMPLATES;
    assert.ok(empty);
    assert.equal(
      templateText(empty, english),
      '# A new scenario\npeer client 10.0.0.1:49152\npeer server 10.0.0.2:80\n\nserver listen\nclient connect\nrun\n',
    );
  });
});
