/** What stands in the log, and which of it the filter leaves. */
import { computed } from '@preact/signals';
import { type LogCells, logCells, searchText } from '../log-cells';
import * as store from './store';
import { inWords } from './words';

/** The cells of an event of the log by its number, made when they are first asked for. */
export const cellsOf = computed<(n: number) => LogCells | undefined>(() => {
  const [all, said, { numbers }] = [store.events.value, store.notes.value, store.settings.value];
  const made: LogCells[] = [];
  return (n) => {
    const event = all[n - 1];
    if (event === undefined) return undefined;
    made[n] ??= logCells(event, said, numbers, inWords);
    return made[n];
  };
});

/** The numbers of the events that the filter leaves; undefined without a filter. */
export const matching = computed<ReadonlySet<number> | undefined>(() => {
  const text = store.filter.value.trim();
  if (text === '') return undefined;
  const answer = store.answered.value;
  if (answer?.text === text && answer.matches !== undefined) return answer.matches;
  const wanted = text.toLowerCase();
  const cells = cellsOf.value;
  return new Set(
    store.events.value.flatMap(({ n }) => {
      const row = cells(n);
      return row !== undefined && searchText(row).includes(wanted) ? [n] : [];
    }),
  );
});
