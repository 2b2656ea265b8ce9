/** The state diagram and the ladder, beside each other or one below the other. */
import { DiagramView } from './diagram-view';
import { LadderView } from './ladder-view';
import { goByPointer, revealByPointer } from './pointing';
import * as store from './store';

export function Pictures() {
  const { diagram, ladder } = store.views.value;
  if (!diagram && !ladder) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: everything here has its row in the log, and its key
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div class="pictures" onClick={goByPointer} onDblClick={revealByPointer}>
      {diagram ? <DiagramView /> : null}
      {ladder ? <LadderView /> : null}
    </div>
  );
}
