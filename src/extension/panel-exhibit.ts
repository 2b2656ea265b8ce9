/** One thing that the panel can show, and what can be asked of it. */
import type { Uri } from 'vscode';
import type { Trace } from '../trace/trace';
import type { Story } from './panel-story';

export interface Exhibit {
  readonly story: Story;
  /** The file whose lines its events name; undefined where there is none. */
  readonly uri: Uri | undefined;
  /** The run as far as it is known; undefined if nothing is. */
  readonly trace: () => Trace | undefined;
  /** Goes to the moment after event `n`. Rejects with a sentence for the user if that cannot be. */
  readonly travel: (n: number) => Promise<void>;
  /** After which events a condition holds; undefined if the text is none. */
  readonly where: (condition: string) => Promise<readonly number[] | undefined>;
  readonly dispose: () => void;
}
