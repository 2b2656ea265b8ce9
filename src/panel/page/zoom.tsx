/** Larger, smaller, as large as there is room. */
import { Button } from './button';
import { t } from './words';

interface Props {
  readonly zoom: number;
  readonly onZoom: (zoom: number) => void;
}

const STEP = 1.25;
const [LEAST, MOST] = [0.4, 4];

export function Zoom({ zoom, onZoom }: Props) {
  const by = (factor: number) => (): void => onZoom(Math.min(MOST, Math.max(LEAST, zoom * factor)));
  return (
    <div class="zoom">
      <Button icon="minus" name={t('Smaller')} disabled={zoom <= LEAST} onClick={by(1 / STEP)} />
      <Button icon="plus" name={t('Larger')} disabled={zoom >= MOST} onClick={by(STEP)} />
      <Button icon="fit" name={t('As large as there is room')} disabled={zoom === 1} onClick={() => onZoom(1)} />
    </div>
  );
}
