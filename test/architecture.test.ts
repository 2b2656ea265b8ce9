/**
 * The house is as `src/ARCHITECTURE.md` says: its code map is read here, and whatever it does not allow fails.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';

interface Import {
  /** The file that imports, from `src/` on. */
  readonly file: string;
  /** A file from `src/` on without its ending, or the name of a package. */
  readonly target: string;
  readonly ours: boolean;
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file))
  .sort();

const source = new Map(files.map((file) => [file, readFileSync(`src/${file}`, 'utf8')]));

/** The text of a file with nothing in its comments and strings. */
const code = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, (token) =>
    token.startsWith('/') ? '' : "''",
  );

const IMPORT = /^\s*(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/gm;

const imports: readonly Import[] = [...source].flatMap(([file, text]) =>
  [...text.matchAll(IMPORT)].map((found) => {
    const name = found[1] ?? found[2] ?? '';
    const ours = name.startsWith('.');
    return { file, target: ours ? path.posix.join(path.posix.dirname(file), name) : name, ours };
  }),
);

const isFile = (target: string): boolean => source.has(`${target}.ts`) || source.has(`${target}.tsx`);

const folderOf = (file: string): string => file.split('/')[0] ?? '';

/** The code map: the folders, lowest floor first, and what each may import. */
const codeMap: ReadonlyMap<string, readonly string[]> = new Map(
  [...readFileSync('src/ARCHITECTURE.md', 'utf8').matchAll(/^\| `(\w+)\/` \|[^|]*\| ([^|;]*)[^|]*\|$/gm)].map(
    ([, folder = '', allowed = '']) => [folder, allowed.trim().split(/, */)],
  ),
);

/** `all but cli` allows everything else; what runs in an editor or its page is nobody's floor. */
function mayImport(from: string, to: string): boolean {
  const [first = '', ...more] = codeMap.get(from) ?? [];
  if (from === to || !first.startsWith('all')) return from === to || [first, ...more].includes(to);
  return ![first.replace(/^all( but)?/, '').trim(), ...more, 'extension', 'panel'].includes(to);
}

const told = ({ file, target }: Import): string => `${file} imports ${target}`;

describe('the folders of src/', () => {
  it('are all in the code map, and nothing else is', () => {
    assert.deepEqual([...codeMap.keys()].sort(), [...new Set(files.map(folderOf))].sort());
  });

  it('import only what the code map allows', () => {
    const wrong = imports.filter(
      ({ file, target, ours }) =>
        ours &&
        isFile(target) &&
        codeMap.has(folderOf(file)) && // one that is not is told by the test above
        !mayImport(folderOf(file), folderOf(target)),
    );
    assert.deepEqual(wrong.map(told), []);
  });

  it('stand on lower floors only, so that no two need each other', () => {
    const floors = [...codeMap.keys()];
    const wrong = [...codeMap].flatMap(([folder, allowed]) =>
      allowed
        .filter((other) => floors.includes(other) && floors.indexOf(other) >= floors.indexOf(folder))
        .map((other) => `${folder} is said to import ${other}, which stands above it`),
    );
    assert.deepEqual(wrong, []);
  });
});

/** The packages, and the folder that knows each; `node:` is every module of the platform. */
const PACKAGES: Readonly<Record<string, string>> = {
  xstate: 'tcp',
  'xstate/graph': 'tcp',
  '@vscode/debugprotocol': 'debug',
  vscode: 'extension',
  preact: 'panel',
  'preact/hooks': 'panel',
  '@preact/signals': 'panel',
  commander: 'cli',
  'node:': 'cli',
};

describe('the packages and the platform', () => {
  it('are known to one folder each', () => {
    const platform = (target: string): boolean => target.startsWith('node:') || builtinModules.includes(target);
    const home = (target: string): string | undefined => PACKAGES[platform(target) ? 'node:' : target];
    const wrong = imports.filter(({ file, target, ours }) => !ours && home(target) !== folderOf(file));
    assert.deepEqual(wrong.map(told), []);
  });

  it('XState is known to the machine, to what steps it and to what searches it, and to nobody else', () => {
    const knowing = imports.filter(({ target }) => /^xstate\b/.test(target)).map(({ file }) => file);
    assert.deepEqual(
      [...new Set(knowing)].filter((file) => !['tcp/fsm.ts', 'tcp/machine.ts', 'tcp/ways.ts'].includes(file)),
      [],
    );
  });

  it('no clock, no chance and no locale below the command line', () => {
    const touching =
      /\b(Date|performance|Math\.random|crypto|process|navigator|Intl|localeCompare|setTimeout|setInterval)\b|\btoLocale\w+/g;
    const wrong = [...source].flatMap(([file, text]) =>
      ['cli', 'extension', 'panel'].includes(folderOf(file))
        ? []
        : [...code(text).matchAll(touching)].map(([word]) => `${file} uses ${word}`),
    );
    assert.deepEqual(wrong, []);
  });
});

describe('a file of src/', () => {
  it('begins with a comment that says what it is', () => {
    const wrong = [...source].flatMap(([file, text]) => (/^\/\*\*\s+\S/.test(text) ? [] : [file]));
    assert.deepEqual(wrong, []);
  });

  it('has at most 400 lines, but for the machine with its one transition a line', () => {
    const long = [...source].filter(([file, text]) => file !== 'tcp/machine.ts' && text.split('\n').length - 1 > 400);
    assert.deepEqual(
      long.map(([file]) => file),
      [],
    );
  });

  it('is imported by another, or is where a program begins', () => {
    const used = new Set(imports.flatMap(({ target }) => [`${target}.ts`, `${target}.tsx`]));
    const entries = new Set(['cli/main.ts', 'extension/main.ts', 'panel/main.tsx']);
    const tests = readdirSync('test', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(`test/${file}`, 'utf8'))
      .join('\n');
    const idle = files.filter((file) => !used.has(file) && !entries.has(file));
    assert.deepEqual(
      idle.filter((file) => !tests.includes(`src/${file.replace(/\.tsx?$/, '')}'`)),
      [],
    );
  });

  it('re-exports no other: names are imported from where they are made', () => {
    const barrels = [...source].flatMap(([file, text]) => (/^export (?:\*|\{[^}]*\}) from/m.test(text) ? [file] : []));
    assert.deepEqual(barrels, []);
  });
});
