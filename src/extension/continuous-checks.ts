/** Continuous run: what changes is checked again, a moment after the last change, until the user turns it off. */
import { type CancellationToken, type TestController, type TestItem, TestRunRequest } from 'vscode';
import { say } from '../words/sentence';
import type { Failures } from './failures';
import type { Items } from './test-items';
import { partsOf, type TestRuns } from './test-runs';

/** Milliseconds in which nothing is typed. */
export const QUIET = 300;

export function checkWhatChanges(
  request: TestRunRequest,
  token: CancellationToken,
  controller: TestController,
  items: Items,
  runs: TestRuns,
  failures: Failures,
): void {
  const changed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const check = async (): Promise<void> => {
    const ids = [...changed];
    changed.clear();
    const parts = (await partsOf(request, controller, items, token)).filter(({ item }) => ids.includes(item.id));
    const include = parts.flatMap(({ item, children }): readonly TestItem[] => children ?? [item]);
    if (include.length === 0 || token.isCancellationRequested) return;
    await runs.check(new TestRunRequest(include, request.exclude, request.profile, true, true), token);
  };

  const subscription = items.onChange(({ uri, isGone }) => {
    if (isGone) return;
    changed.add(uri.toString());
    clearTimeout(timer);
    timer = setTimeout(() => void failures.attempt(say('Checking scenarios'), check), QUIET);
  });
  token.onCancellationRequested(() => {
    clearTimeout(timer);
    subscription.dispose();
  });
}
