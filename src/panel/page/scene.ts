/** The run made ready for looking: its scene, and the moment of it that is shown. */
import { computed } from '@preact/signals';
import { momentOf } from '../../diagram/moment';
import { type Scene, sceneOf } from '../../diagram/scene';
import { at, setup, trace } from './store';

export const scene = computed<Scene | undefined>(() => {
  const [run, known] = [trace.value, setup.value];
  return run === undefined || known === undefined ? undefined : sceneOf(run, known.rows);
});

export const moment = computed(() => (scene.value === undefined ? undefined : momentOf(scene.value, at.value)));
