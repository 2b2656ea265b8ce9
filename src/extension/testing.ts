/** The Testing view: what can be checked, and the ways to do so. */
import { type Disposable, debug, type TestController, TestRunProfileKind, tests, workspace } from 'vscode';
import type { FileReport } from '../checks/report';
import { say } from '../words/sentence';
import type { Results } from './check-results';
import { checkWhatChanges } from './continuous-checks';
import { launchOf } from './debug-configurations';
import type { Failures } from './failures';
import { LANGUAGE } from './language';
import type { Readings } from './readings';
import { detailsOf } from './test-coverage';
import { type Items, testItems } from './test-items';
import { type Part, partsOf, type TestRuns, testRuns } from './test-runs';
import { inWords } from './words';

export interface Testing extends Disposable {
  readonly controller: TestController;
  readonly items: Items;
  readonly runs: TestRuns;
}

const WHAT = say('Checking scenarios');

export function testing(readings: Readings, results: Results, failures: Failures): Testing {
  const controller = tests.createTestController(LANGUAGE, inWords(say('TCP Scenarios')));
  const items = testItems(controller, readings, failures);
  const runs = testRuns(controller, items, results);
  const { Run, Debug, Coverage } = TestRunProfileKind;
  controller.createRunProfile(
    inWords(say('Check')),
    Run,
    async (request, token) => {
      await failures.attempt(WHAT, async () => {
        if (request.continuous === true) checkWhatChanges(request, token, controller, items, runs, failures);
        else await runs.check(request, token);
      });
    },
    true,
    undefined,
    true,
  );
  controller.createRunProfile(
    inWords(say('Debug')),
    Debug,
    async (request, token) => {
      await failures.attempt(say('Starting the debugger'), async () => {
        const { reports, cancelled } = await runs.check(request, token);
        if (cancelled) return;
        const found = reports.findIndex(({ scenarios }) => scenarios.some(({ status }) => status === 'failed'));
        const parts = await partsOf(request, controller, items, token);
        await debugFirst(parts[Math.max(0, found)], reports[Math.max(0, found)]);
      });
    },
    true,
  );
  const coverage = controller.createRunProfile(
    inWords(say('Check with coverage')),
    Coverage,
    async (request, token) => {
      await failures.attempt(WHAT, () => runs.check(request, token));
    },
    true,
  );
  coverage.loadDetailedCoverage = async (_run, file) => detailsOf(file);
  items.onChange(({ uri, isGone }) => {
    if (isGone) results.forget(uri);
  });
  return {
    controller,
    items,
    runs,
    dispose() {
      items.dispose();
      controller.dispose();
    },
  };
}

/** At the first failure, with its past behind it; a scenario that holds from its first statement on. */
async function debugFirst(part: Part | undefined, report: FileReport | undefined): Promise<void> {
  const uri = part?.item.uri;
  if (uri === undefined) return;
  const scenarios = report?.scenarios ?? [];
  const failed = scenarios.find(({ status }) => status === 'failed');
  const scenario = failed ?? scenarios[0];
  const config = launchOf({ uri, scenario: undefined }, scenario?.name ?? part?.item.label ?? '');
  const goal = failed === undefined ? { stopOnEntry: true } : { stopAtFailure: true };
  await debug.startDebugging(workspace.getWorkspaceFolder(uri), { ...config, line: scenario?.line ?? 1, ...goal });
}
