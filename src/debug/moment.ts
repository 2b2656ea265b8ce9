/** The world that a frame shows. */
import type { World } from '../simulation/world';
import type { Frame } from './frame';
import type { Run } from './run';

/** That of the session's place for what is present; for the past, that after the frame's event. */
export const worldOf = (run: Run, frame: Frame): World =>
  frame.isPresent ? run.world : run.timeline.step(frame.after).after;
