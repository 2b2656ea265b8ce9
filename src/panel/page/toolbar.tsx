/** The toolbar: what is shown, how much of it, the filter, and what one can have shown. */
import { Button } from './button';
import { toggleCoverage, toggleNumbers, toggleView } from './choices';
import { ExportMenu } from './export-menu';
import { Filter } from './filter';
import * as store from './store';
import { t } from './words';

export function Toolbar() {
  const run = store.run.value;
  const views = store.views.value;
  const absolute = store.settings.value.numbers === 'absolute';
  const pictures = [
    ['diagram', t('Diagram')],
    ['ladder', t('Ladder')],
    ['log', t('Log')],
  ] as const;
  return (
    <header class="toolbar">
      <h1 title={run?.uri}>{run?.title ?? 'TCP'}</h1>
      {run === undefined ? null : <Counts />}
      <span class="space" />
      {run === undefined ? null : (
        <>
          <Filter />
          <div class="choices" role="group" aria-label={t('What is shown')}>
            {pictures.map(([view, name]) => (
              <Button key={view} name={t('Show: {0}', name)} pressed={views[view]} onClick={() => toggleView(view)}>
                {name}
              </Button>
            ))}
          </div>
          <Button
            class="plain"
            name={t('Absolute sequence numbers')}
            keys="s"
            pressed={absolute}
            onClick={toggleNumbers}
          >
            {absolute ? t('Absolute') : t('Relative')}
          </Button>
          <Button
            icon="coverage"
            name={t('Coverage: how many scenarios of the workspace take each edge')}
            pressed={store.coverageWanted.value}
            onClick={toggleCoverage}
          />
          <ExportMenu />
        </>
      )}
      <Button
        icon="help"
        name={t('Keys')}
        keys="?"
        onClick={() => {
          store.helping.value = true;
        }}
      />
    </header>
  );
}

/** `35 events · 14 segments · 1 lost`, counted so far while it goes on. */
function Counts() {
  const { events, segments, lost, failed } = store.counts.value;
  const parts = [
    events === 1 ? t('{0} event', events) : t('{0} events', events),
    segments === 1 ? t('{0} segment', segments) : t('{0} segments', segments),
    ...(lost > 0 ? [t('{0} lost', lost)] : []),
  ];
  return (
    <p class="counts">
      {parts.join(' · ')}
      {failed > 0 ? <strong class="bad"> · {t('{0} failed', failed)}</strong> : null}
    </p>
  );
}
