/**
 * The extension: binds editing, debugger, panel and checks to VS Code. Its code runs in Node.js and in a web worker alike.
 *
 * Rule: nothing is done when this file is read; everything begins in `activate` and ends with the context.
 */
import { type ExtensionContext, window } from 'vscode';
import { changedPrograms } from './changed-programs';
import { checkCommands } from './check-commands';
import { checkProblems } from './check-problems';
import { checkReports } from './check-report';
import { checkResults } from './check-results';
import { checkStatus } from './check-status';
import { completion } from './completion';
import { debugAdapter } from './debug-adapter';
import { debugCommands } from './debug-commands';
import { debugConfigurations } from './debug-configurations';
import { debugNumbers } from './debug-numbers';
import { debugValues } from './debug-values';
import { diagnostics } from './diagnostics';
import { tellFailures } from './failures';
import { fixes } from './fixes';
import { formatting } from './formatting';
import { hover } from './hover';
import { inlays } from './inlays';
import { lenses } from './lenses';
import { names } from './names';
import { newScenario } from './new-scenario';
import { outline } from './outline';
import { panel } from './panel';
import { readDocuments } from './readings';
import { rowCoverage } from './row-coverage';
import { runDocuments } from './runs';
import { samples } from './samples';
import { selection } from './selection';
import { testing } from './testing';
import { tokens } from './tokens';
import { welcome } from './welcome';
import { writeSegments } from './write-segments';

export function activate(context: ExtensionContext): void {
  const { extension, subscriptions } = context;
  const log = window.createOutputChannel('TCP Scenarios', { log: true });
  const failures = tellFailures(log, `${extension.id} ${extension.packageJSON.version}`);
  const readings = readDocuments();
  const runs = runDocuments(readings);
  const results = checkResults();
  const checks = testing(readings, results, failures);
  subscriptions.push(
    log,
    readings,
    runs,
    ...diagnostics(readings, failures),
    fixes(readings, runs, failures),
    completion(readings, failures),
    hover(readings, runs, failures),
    ...inlays(readings, runs, failures),
    ...outline(readings, failures),
    ...names(readings, failures),
    selection(readings, failures),
    ...tokens(readings, failures),
    ...formatting(readings, failures),
    writeSegments(readings, runs, failures),
    ...lenses(readings, failures),
    debugAdapter(),
    ...debugConfigurations(readings, failures),
    ...debugCommands(failures),
    ...debugNumbers(failures),
    ...debugValues(readings, failures),
    ...changedPrograms(failures),
    ...panel(context, readings, runs, results, log, failures),
    samples(extension.extensionUri, failures),
    newScenario(failures),
    welcome(extension.id, failures),
    results,
    checks,
    ...checkCommands(checks, results, readings, failures),
    ...checkProblems(results, checks, failures),
    ...checkReports(results),
    ...checkStatus(results),
    ...rowCoverage(results, failures),
  );
}
