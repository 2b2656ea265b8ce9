/** The state diagram, as large as its place allows; in a narrow place its narrow form. */
import { useMemo, useState } from 'preact/hooks';
import { type Form, GRIDS, type Grid } from '../../diagram/grid';
import { stateDiagram } from '../../diagram/state-diagram';
import { covered } from '../coverage-shapes';
import { scene } from './scene';
import { drawn } from './shapes';
import { stacked, useSize } from './size';
import * as store from './store';
import { t, translated } from './words';
import { Zoom } from './zoom';

/** Smaller than this part of its own size the labels of the wide form could not be read. */
const LEAST = 0.64;
const MOST = 1.5;

export function DiagramView() {
  const [ref, { width, height }] = useSize<HTMLDivElement>();
  const [zoom, setZoom] = useState(1);
  const tall = stacked.value ? Number.POSITIVE_INFINITY : height - 8;
  const fits = ({ width: wide, height: high }: Grid): number => Math.min((width - 8) / wide, tall / high, MOST);
  const form: Form = fits(GRIDS.wide) >= LEAST ? 'wide' : 'narrow';
  const grid = GRIDS[form];
  const scale = zoom * fits(grid);
  const [known, n, coverage, rows] = [scene.value, store.at.value, store.coverage.value, store.setup.value?.rows];
  const translate = translated.value;
  const isMeasured = width > 0 && height > 0;
  const shape = useMemo(() => {
    if (known === undefined || rows === undefined || !isMeasured) return undefined;
    const diagram = stateDiagram(known, n, form, translate);
    return coverage === undefined ? diagram : covered(diagram, rows, coverage.counts);
  }, [known, isMeasured, n, form, coverage, rows, translate]);
  return (
    <div class="picture diagram-view">
      <h2 class="pane-title">{t('State diagram')}</h2>
      <Zoom zoom={zoom} onZoom={setZoom} />
      <div class="scrolled" ref={ref} tabIndex={0} role="region" aria-label={t('State diagram')}>
        {shape === undefined
          ? null
          : drawn(shape, { width: Math.floor(grid.width * scale), height: Math.floor(grid.height * scale) })}
      </div>
      {coverage === undefined ? null : <CoverageWords />}
    </div>
  );
}

function CoverageWords() {
  const coverage = store.coverage.value;
  if (coverage === undefined) return null;
  const taken = coverage.counts.filter((count) => count > 0).length;
  return (
    <p class="coverage-words" role="status">
      {t(
        '{0} of {1} rows of the machine are taken by {2} scenarios',
        taken,
        coverage.counts.length,
        coverage.scenarios,
      )}
    </p>
  );
}
