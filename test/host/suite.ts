/**
 * The suite that VS Code loads and runs inside of an extension host.
 *
 * Rule: what it prints begins with `│`, so that it can be told from what VS Code prints.
 */
import { chosenHost } from './host';
// Mocha for browsers: it needs no Node.js. It makes the global `mocha`.
import 'mocha/mocha.js';

const print = (line: string): void => console.log(`│${line}`);

/** `load` requires the test files. Throws if a test fails, which is what VS Code looks at. */
export async function runTests(host: 'node' | 'web', load: () => void): Promise<void> {
  chosenHost(host);
  mocha.setup({ ui: 'bdd', timeout: 30_000, reporter: OneLine });
  try {
    load();
  } catch (error) {
    print(`  ✗ The tests cannot be loaded: ${stackOf(error)}`);
    throw error;
  }
  // `mocha.run` asks the address of the page, and an extension host has none.
  const failures = await new Promise<number>((resolve) => Mocha.prototype.run.call(mocha, resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}

const stackOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** What failed, one line for each test, and how many passed. */
class OneLine extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    let passed = 0;
    runner.on('pass', () => {
      passed += 1;
    });
    runner.on('fail', (test: Mocha.Test, error: unknown) => {
      print(`  ✗ ${test.fullTitle()}`);
      for (const line of stackOf(error).split('\n')) print(`      ${line}`);
    });
    runner.on('end', () => print(`  ${passed} passed`));
  }
}
