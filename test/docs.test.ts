/** The pages for people: whatever they name is there. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import manifest from '../package.json';
import english from '../package.nls.json';
import { folder, tcpscn } from './cli/world';

const GUIDES = ['README.md', 'README.zh-cn.md', ...readdirSync('docs').map((file) => `docs/${file}`)];
const PAGES = [...GUIDES, 'CHANGELOG.md', 'CONTRIBUTING.md', 'src/ARCHITECTURE.md', 'src/tcp/DEVIATIONS.md'];

const textOf = (page: string): string => readFileSync(page, 'utf8');
const withoutBlocks = (page: string): string => textOf(page).replace(/^```[\s\S]*?^```$/gm, '');

/** As GitHub makes them of headings. */
const anchorsIn = (page: string): readonly string[] =>
  [...withoutBlocks(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );

describe('every page', () => {
  for (const page of PAGES) {
    it(`${page} leads to files and headings that there are`, () => {
      const targets = [...withoutBlocks(page).matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, target = '']) => target);
      const dead = targets.filter((target) => {
        const [file = '', anchor] = target.split('#');
        const place = file === '' ? page : path.join(path.dirname(page), file);
        return !existsSync(place) || (anchor !== undefined && !anchorsIn(place).includes(anchor));
      });
      assert.deepEqual(dead, []);
    });
  }

  it('writes commands of tcpscn with options that they have', async () => {
    const place = folder({});
    const helps = new Map<string, string>();
    for (const page of GUIDES) {
      // In code, up to where a shell would go on with something else.
      const commands = [...textOf(page).matchAll(/(?<=[`\n]|run: |^ +)tcpscn ([a-z]+)([^`\n|>]*)/gm)];
      for (const [written, command = '', rest = ''] of commands) {
        const help = helps.get(command) ?? (await tcpscn(place.root, [command, '--help'])).stdout;
        helps.set(command, help);
        assert.match(help, new RegExp(`^Usage: tcpscn ${command} `), `${page}: ${written}`);
        for (const [option] of rest.matchAll(/(?<= )--?[a-z][\w-]*/g))
          assert.ok(new RegExp(`(?<![\\w-])${option}(?![\\w-])`).test(`${help} --language`), `${page}: ${written}`);
      }
    }
    place.remove();
    assert.deepEqual([...helps.keys()].sort(), ['check', 'dap', 'format', 'import', 'machine', 'record', 'run']);
  });

  it('names settings, colours and commands of the extension that there are', () => {
    const { commands, configuration, colors } = manifest.contributes;
    const ids = new Set([
      ...Object.keys(configuration.properties),
      ...colors.map(({ id }) => id),
      ...commands.map(({ command }) => command),
    ]);
    const titles = new Set(Object.values(english).map((title) => title.replace(/ \.\.\.$/, '')));
    for (const page of [...GUIDES, 'CHANGELOG.md']) {
      for (const [, id = ''] of textOf(page).matchAll(/`(tcpscn\.[a-z]\w*(?:\.\w+)*)`/g))
        if (!id.endsWith('.vsix')) assert.ok(ids.has(id), `${page}: ${id}`);
      for (const [, title = ''] of withoutBlocks(page).matchAll(/\*TCP Scenarios: ([^*]+?)(?: \.\.\.)?\*/g))
        assert.ok(
          [...titles].some((known) => known.startsWith(title)),
          `${page}: ${title}`,
        );
    }
  });
});

describe('docs/checks.md', () => {
  it('has every option of the command, and no other', async () => {
    const listed = [...textOf('docs/checks.md').matchAll(/^\| (?:`-\w`, )?`(--\w+)/gm)].map(([, option]) => option);
    const { stdout } = await tcpscn('.', ['check', '--help']);
    const options = [...stdout.matchAll(/^ +(?:-\w, )?(--\w+)/gm)].map(([, option]) => option);
    assert.deepEqual(listed.sort(), options.filter((option) => option !== '--help').sort());
  });
});

describe('docs/record.md', () => {
  it('shows what is recorded', async () => {
    const [before = '', after = ''] = [...textOf('docs/record.md').matchAll(/^```tcpscn\n([\s\S]*?)^```$/gm)].map(
      ([, block]) => block,
    );
    const peers = 'peer client\npeer server\n\n';
    const place = folder({ 'a.tcpscn': peers + before });
    const { stdout } = await tcpscn(place.root, ['record', 'a.tcpscn']);
    place.remove();
    assert.equal(stdout, peers + after);
  });
});
