/** The sequence space that each peer sends into. */
import { sequenceBar } from '../../diagram/sequence-bar';
import { PeerToken } from './peer-token';
import { scene } from './scene';
import { drawn } from './shapes';
import { useSize } from './size';
import * as store from './store';
import { t, translated } from './words';

export function SequenceBars() {
  const [ref, { width }] = useSize<HTMLDivElement>();
  const [known, n, translate] = [scene.value, store.at.value, translated.value];
  const room = Math.floor(width) - 30;
  return (
    <div class="bars" ref={ref}>
      <h3>{t('Sequence space, sending')}</h3>
      {known === undefined || room < 40
        ? null
        : ([0, 1] as const).map((peer) => (
            <div key={peer} class="bar-row">
              <PeerToken peer={peer} />
              <span class="tcp">
                {drawn(sequenceBar(known, peer, n, room, translate), { width: room, height: 46 })}
              </span>
            </div>
          ))}
    </div>
  );
}
