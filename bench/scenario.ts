/** The first scenario of a text that has no errors. */
import { parse } from '../src/language/document';
import type { Scenario } from '../src/program/program';
import { resolve } from '../src/program/resolve';

export function scenarioOf(text: string): Scenario {
  const { program, diagnostics } = resolve(parse(text), 'bench');
  const scenario = program?.scenarios[0];
  if (scenario === undefined) throw new Error(`The scenario of a bench has errors: ${JSON.stringify(diagnostics)}`);
  return scenario;
}
