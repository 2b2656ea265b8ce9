/** The manifest of the extension, package.json, against what the code does and what people read. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import manifest from '../package.json';
import english from '../package.nls.json';
import chinese from '../package.nls.zh-cn.json';
import { SAMPLE_GROUPS } from '../src/editing/samples';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../src/editing/tokens';

const source = readdirSync('src/extension')
  .map((file) => readFileSync(`src/extension/${file}`, 'utf8'))
  .join('\n');

const { contributes } = manifest;

/** Every text of the manifest, however deep. */
const texts = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value ? Object.values(value).flatMap(texts) : [];

const matches = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);

describe('the manifest', () => {
  it('names the commands that are registered, all in one category', () => {
    const registered = matches(source, /registerCommand\(\s*'([^']+)'/g);
    assert.deepEqual(contributes.commands.map(({ command }) => command).sort(), [...registered].sort());
    assert.deepEqual([...new Set(contributes.commands.map(({ category }) => category))], ['TCP Scenarios']);
  });

  it('names every menu entry after a command that there is', () => {
    const known = new Set(contributes.commands.map(({ command }) => command));
    const unknown = Object.values(contributes.menus)
      .flat()
      .filter(({ command }) => !known.has(command));
    assert.deepEqual(unknown, []);
  });

  it('leads from its texts only to commands that there are, with the same links in every language', () => {
    const known = new Set(contributes.commands.map(({ command }) => command));
    const samples = new Set(SAMPLE_GROUPS.flatMap(({ samples }) => samples.map(({ name }) => name)));
    const linksOf = (text: string) => matches(text, /\]\(command:([^)]+)\)/g);
    for (const [key, text] of Object.entries(english)) {
      const links = linksOf(text);
      assert.deepEqual(linksOf(chinese[key as keyof typeof chinese]), links, key); // the keys are the same: see below
      for (const link of links) {
        const [command = '', query] = link.replace('toSide:', '').split('?');
        assert.ok(known.has(command) || command.startsWith('workbench.'), `${key} leads to ${command}`);
        if (command !== 'tcpscn.openSample' || query === undefined) continue;
        const [name]: readonly string[] = JSON.parse(decodeURIComponent(query));
        assert.ok(samples.has(name ?? ''), `${key} leads to the sample ${name}`);
      }
    }
  });

  it('ticks off a step of the walkthrough by a command that there is', () => {
    const events = contributes.walkthroughs.flatMap(({ steps }) =>
      steps.flatMap((step) => ('completionEvents' in step ? step.completionEvents : [])),
    );
    const awaited = events.flatMap((event) => matches(event, /^onCommand:(.+)$/g));
    const known = contributes.commands.map(({ command }) => command);
    assert.ok(awaited.length > 0);
    assert.deepEqual(
      awaited.filter((command) => !known.includes(command)),
      [],
    );
  });

  it('has every text in every language, and no text that nobody reads', () => {
    const keys = new Set(texts(manifest).flatMap((text) => matches(text, /^%([^%]+)%$/g)));
    assert.deepEqual(Object.keys(english).sort(), [...keys].sort());
    assert.deepEqual(Object.keys(chinese), Object.keys(english));
    assert.ok(texts([english, chinese]).every((text) => text.trim() !== ''));
  });

  it('documents the settings that are read, each with its default', () => {
    const read = matches(source, /\bset\.get<unknown>\('([^']+)'\)/g).map((name) => `tcpscn.${name}`);
    const { properties } = contributes.configuration;
    assert.deepEqual(Object.keys(properties).sort(), [...read].sort());
    for (const property of Object.values(properties)) assert.ok('default' in property && property.markdownDescription);
  });

  it('describes the colours that are given', () => {
    const standard = ['declaration'];
    assert.deepEqual(
      contributes.semanticTokenTypes.map(({ id }) => id),
      TOKEN_TYPES,
    );
    assert.deepEqual(
      [...contributes.semanticTokenModifiers.map(({ id }) => id), ...standard].sort(),
      [...TOKEN_MODIFIERS].sort(),
    );
  });

  it('names files that are there', () => {
    const files = texts(manifest.contributes).filter((text) => text.startsWith('./'));
    assert.deepEqual(
      [...files, manifest.icon, manifest.main, manifest.l10n].filter((file) => !existsSync(file)),
      [],
    );
  });

  it('wakes the extension for nothing but a scenario file and its debugger, in any workspace', () => {
    assert.deepEqual(manifest.activationEvents, [
      'onDebugResolve:tcpscn',
      'onDebugDynamicConfigurations:tcpscn',
      'workspaceContains:**/*.tcpscn',
    ]);
    assert.deepEqual(
      contributes.languages.map(({ extensions }) => extensions),
      [['.tcpscn'], undefined],
      'the language of reports has no files',
    );
    assert.deepEqual(manifest.capabilities, { untrustedWorkspaces: { supported: true }, virtualWorkspaces: true });
  });

  it('asks for the VS Code that the types describe', () => {
    assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode']}`);
  });
});

describe('the bundle of the extension', () => {
  const bundle = readFileSync('dist/extension.js', 'utf8');

  it('is one file for Node.js and for web workers: it requires nothing but VS Code', () => {
    assert.equal(manifest.browser, manifest.main);
    const required = matches(bundle, /\brequire\("([^"]+)"\)/g);
    assert.deepEqual([...new Set(required)], ['vscode']);
    assert.ok(!builtinModules.some((name) => bundle.includes(`"node:${name}"`)));
  });

  it('stays small', () => {
    assert.ok(bundle.length < 520_000, `it has ${bundle.length} characters`);
  });
});
