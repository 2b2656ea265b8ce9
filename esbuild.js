// Bundles what is shipped (`node esbuild.js`), the tests (`--tests`) and the benches (`--bench`).
const { build } = require('esbuild');
const { chmodSync, readdirSync, rmSync } = require('node:fs');
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

/** Every `*.test.ts`, found by pattern, each into the same place below `out/`. */
async function buildTests() {
  rmSync('out', { recursive: true, force: true });
  const entryPoints = readdirSync('test', { recursive: true })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => path.join('test', file));
  await build({ ...common, entryPoints, outdir: 'out/test', outbase: 'test', packages: 'external' });
}

/** The measurements of `npm run bench`. */
async function buildBenches() {
  await build({ ...common, entryPoints: ['bench/main.ts'], outfile: 'out/bench/main.js', packages: 'external' });
}

const task = process.argv.includes('--bench')
  ? buildBenches
  : process.argv.includes('--tests')
    ? buildTests
    : buildCommandLine;
task().catch(() => process.exit(1));
