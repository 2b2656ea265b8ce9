/** What the editor waits for: a keystroke's diagnostics, the extension's activation, the size of its package. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import Module from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse, reparse } from '../src/language/document';
import { resolve } from '../src/program/resolve';
import { elapsed, type Figure, median, middle, milliseconds } from './figure';

const LINES = 10_000;

/** One keystroke in a file of 10,000 lines, from the text to its diagnostics; beside reading the whole file anew. */
export function keystroke(): Figure {
  const lines = readFileSync('examples/handshake-and-close.tcpscn', 'utf8').trimEnd().split('\n');
  const body = lines.filter((line) => !/^(peer|scenario|==)/.test(line));
  const text = Array.from({ length: LINES }, (_, n) => `${body[n % body.length]}  # ${n}`);
  const document = parse(text.join('\n'));
  const typed = text.with(5_000, 'clinet close').join('\n');
  const time = median(() => resolve(reparse(document, typed), 'bench'), 7);
  const whole = median(() => resolve(parse(typed), 'bench'), 3);
  return {
    name: "a keystroke's diagnostics in 10,000 lines",
    value: milliseconds(time),
    baseline: `reading the whole file anew, ${milliseconds(whole)}`,
    ratio: time / whole,
  };
}

/** Loading and activating the bundle, with an editor that answers everything; beside loading a module of Node's. */
export function activation(): Figure {
  const file = path.resolve('dist/extension.js');
  const source = readFileSync(file, 'utf8');
  const times = Array.from({ length: 5 }, () =>
    elapsed(() => {
      const { activate } = load(source, file);
      activate({ subscriptions: [], extension: { id: 'tcpscn.tcpscn', packageJSON: { version: '0' } } });
    }),
  );
  const plain = Array.from({ length: 5 }, () => elapsed(() => spawnSync(process.execPath, ['-e', '0'])));
  return {
    name: 'the extension loaded and activated',
    value: milliseconds(middle(times)),
    baseline: `node -e 0, ${milliseconds(middle(plain))}`,
    ratio: middle(times) / middle(plain),
  };
}

interface Extension {
  readonly activate: (context: unknown) => void;
}

function load(source: string, file: string): Extension {
  const wrapped = new Function('module', 'exports', 'require', source);
  const module = { exports: {} as Extension };
  const require = Module.createRequire(file);
  wrapped(module, module.exports, (name: string) => (name === 'vscode' ? anything() : require(name)));
  return module.exports;
}

/** Whatever is asked of it, it can be called, made, read and written. */
function anything(): unknown {
  const target = function answer() {};
  return new Proxy(target, {
    get: (_, key) => (key === Symbol.iterator ? [][Symbol.iterator] : key === 'length' ? 0 : anything()),
    set: () => true,
    apply: () => anything(),
    construct: () => anything() as object,
  });
}

/** The package as people download it; beside its readable parts, the sum of what is in it. */
export function packageSize(): Figure {
  const folder = mkdtempSync(path.join(tmpdir(), 'tcpscn-bench-'));
  try {
    const file = path.join(folder, 'tcpscn.vsix');
    const { status, stderr } = spawnSync('node', ['scripts/package.mjs', file], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    const [size, bundle] = [statSync(file).size, statSync('dist/extension.js').size];
    return {
      name: 'the .vsix',
      value: `${Math.round(size / 1000)} KB`,
      baseline: `the bundle in it, ${Math.round(bundle / 1000)} KB`,
      ratio: size / bundle,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
