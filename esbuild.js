// Bundles what is shipped (`node esbuild.js`), the tests (`--tests`), those in VS Code (`--host`) and the benches
// (`--bench`).
const { build } = require('esbuild');
const { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const common = {
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  sourcemap: true,
};

/** The command line: one executable file without dependencies. */
async function buildCommandLine() {
  const outfile = 'dist/cli.js';
  await build({
    ...common,
    entryPoints: ['src/cli/main.ts'],
    outfile,
    minify: true,
    sourcemap: false,
    banner: { js: '#!/usr/bin/env node' },
  });
  chmodSync(outfile, 0o755);
}

/** What VS Code loads, in Node.js and in a web worker alike: an import of Node.js would not build. */
const inEditor = { ...common, platform: 'browser', target: 'es2022', external: ['vscode'] };

const buildExtension = () =>
  build({
    ...inEditor,
    entryPoints: ['src/extension/main.ts'],
    outfile: 'dist/extension.js',
    minify: true,
    sourcemap: false,
  });

/** The page of the panel. */
const buildPanel = () =>
  build({
    ...inEditor,
    format: 'iife',
    // Shorter than the runtime of JSX.
    jsx: 'transform',
    jsxFactory: 'h',
    jsxFragment: 'Fragment',
    inject: ['node_modules/preact/dist/preact.mjs'],
    charset: 'utf8',
    entryPoints: ['src/panel/main.tsx'],
    outfile: 'dist/panel.js',
    minify: true,
    sourcemap: false,
  });

/**
 * The examples by their names, each in the languages that it has. As one file, with the same statements in several
 * languages side by side, they take half of the room in the package.
 */
function buildSamples() {
  const folders = readdirSync('examples', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const languages = [['en', 'examples'], ...folders.map(({ name }) => [name, path.join('examples', name)])];
  const samples = {};
  for (const [language, folder] of languages) {
    for (const file of readdirSync(folder).sort()) {
      if (!file.endsWith('.tcpscn')) continue;
      const text = readFileSync(path.join(folder, file), 'utf8');
      const name = path.basename(file, '.tcpscn');
      samples[name] = { ...samples[name], [language]: text };
    }
  }
  mkdirSync('dist', { recursive: true });
  writeFileSync('dist/samples.json', JSON.stringify(samples));
}

/** Every `*.test.ts` below `folder`, found by pattern. */
const testsIn = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => path.join(folder, file));

/**
 * The tests in VS Code, for each of its extension hosts: all, or the files whose name has this word. Those in a folder
 * of a language are for VS Code in that language.
 */
async function buildHostTests(word = '') {
  const found = testsIn('test/host').filter((file) => path.basename(file).includes(word));
  const inChinese = found.filter((file) => file.startsWith(path.join('test', 'host', 'zh-cn')));
  const suites = { '': found.filter((file) => !inChinese.includes(file)), '.zh-cn': inChinese };
  for (const host of ['node', 'web']) {
    for (const [language, files] of Object.entries(suites)) {
      const tests = files.map((file) => `require(${JSON.stringify(`./${file}`)});`);
      const contents = `
        const { runTests } = require('./test/host/suite');
        // Not \`exports.run\`: Mocha puts itself in the place of the module's exports.
        module.exports = { run: () => runTests(${JSON.stringify(host)}, () => { ${tests.join('\n')} }) };`;
      await build({
        ...inEditor,
        stdin: { contents, resolveDir: '.', sourcefile: `${host}${language}.js` },
        outfile: `out/host/${host}${language}.js`,
        sourcemap: 'inline',
      });
    }
  }
}

/** Every other `*.test.ts`, each into the same place below `out/`. */
async function buildTests() {
  rmSync('out/test', { recursive: true, force: true });
  const entryPoints = testsIn('test').filter((file) => !file.startsWith(path.join('test', 'host')));
  await build({ ...common, entryPoints, outdir: 'out/test', outbase: 'test', packages: 'external' });
}

/** The measurements of `npm run bench`. */
async function buildBenches() {
  await build({ ...common, entryPoints: ['bench/main.ts'], outfile: 'out/bench/main.js', packages: 'external' });
}

const TASKS = { '--tests': buildTests, '--host': buildHostTests, '--bench': buildBenches };
const shipped = async () => {
  await buildCommandLine();
  await buildExtension();
  await buildPanel();
  buildSamples();
};
(TASKS[process.argv[2]] ?? shipped)(process.argv[3]).catch(() => process.exit(1));
