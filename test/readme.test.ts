/** The README, in every language: what it tells people to type works, and gives what it shows. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { scripts } from '../package.json';
import { folder, tcpscn } from './cli/world';

const PAGES = { en: 'README.md', 'zh-cn': 'README.zh-cn.md' } as const;

const textOf = (page: string): string => readFileSync(page, 'utf8');
const blocksOf = (page: string): readonly string[] =>
  [...textOf(page).matchAll(/^```\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);

/** Everything in code outside of blocks, in its order. */
const codeOf = (page: string): readonly string[] =>
  [
    ...textOf(page)
      .replace(/^```\n[\s\S]*?^```$/gm, '')
      .matchAll(/`([^`\n]+)`/g),
  ].map(([, code = '']) => code);

/** `npm ci && npm start` are two. */
const commandsOf = (page: string): readonly string[] =>
  [...blocksOf(page).filter((block) => block.startsWith('npm')), ...codeOf(page)]
    .flatMap((code) => code.trim().split(' && '))
    .filter((command) => /^(?:npm|node|tcpscn) /.test(command));

for (const [language, page] of Object.entries(PAGES)) {
  describe(page, () => {
    const [scenario = '', ...blocks] = blocksOf(page);
    const place = folder({
      'a.tcpscn': scenario,
      'close.tcpscn':
        '# A FIN that nobody sends.\npeer client\npeer server\nhandshake client -> server\nexpect client ESTABLISHED\nclient -> server FIN+ACK\n',
    });
    after(place.remove);
    const run = (...argv: string[]) => tcpscn(place.root, [...argv, '--language', language]);

    it('begins with a scenario that holds', async () => {
      assert.equal((await run('check', 'a.tcpscn')).status, 0);
    });

    it('shows what is printed', async () => {
      const [ladder = '', failure = ''] = blocks.filter((block) => !block.startsWith('npm'));
      const { stdout } = await tcpscn('examples', ['run', 'handshake-and-close.tcpscn']);
      for (const line of ladder.trimEnd().split('\n')) assert.ok(stdout.includes(`${line}\n`), line);
      const report = await run('check', 'close.tcpscn');
      assert.ok(report.stdout.includes(failure), report.stdout);
    });

    it('names scripts that there are', () => {
      const [npm, node] = ['npm ', 'node '].map((start) => commandsOf(page).filter((each) => each.startsWith(start)));
      const standard = ['npm ci', 'npm install --global .'];
      const called = npm?.filter((each) => !standard.includes(each)).map((each) => each.replace(/^npm (?:run )?/, ''));
      assert.deepEqual(
        called?.filter((name) => !Object.hasOwn(scripts, name)),
        [],
      );
      const files = node?.map((each) => each.split(' ')[1] ?? '');
      assert.deepEqual(
        files?.filter((file) => !existsSync(file)),
        [],
      );
    });

    it('describes commands with their options, and every format gives something', async () => {
      for (const [, command = '', what = ''] of textOf(page).matchAll(/^\| `tcpscn (\w+)[^|]*\| (.*) \|$/gm)) {
        const help = (await run(command, '--help')).stdout;
        for (const [, option = ''] of what.matchAll(/`(--?\w+)/g))
          assert.ok(help.includes(option), `${command} ${option}`);
        const [, formats = ''] = /`--format (\w+(?:`[,、] ?`\w+)*)`/.exec(what) ?? [];
        for (const format of formats.match(/\w+/g) ?? []) {
          const file = command === 'machine' ? [] : ['a.tcpscn'];
          const { status, stdout } = await run(command, ...file, '--format', format);
          assert.equal(status, 0, `${command} ${format}`);
          assert.notEqual(stdout, '');
        }
      }
    });
  });
}

describe('the READMEs', () => {
  it('tell the same commands', () => {
    const chinese = commandsOf(PAGES['zh-cn']).filter((command) => !command.includes('--language'));
    assert.deepEqual(
      chinese,
      commandsOf(PAGES.en).filter((command) => !command.includes('--language')),
      `${PAGES['zh-cn']} does not have the commands of ${PAGES.en} in their order`,
    );
  });

  it('lead to each other', () => {
    assert.ok(textOf(PAGES.en).includes(`](${PAGES['zh-cn']})`) && textOf(PAGES['zh-cn']).includes(`](${PAGES.en})`));
  });
});
