/** A trace as a picture that stands alone: the ladder of the whole run, and the state diagram at its end. */

import { picture } from '../diagram/picture';
import { sceneOf } from '../diagram/scene';
import { svgText } from '../diagram/shape';
import { STANDALONE_STYLE } from '../diagram/style';
import type { Row } from '../tcp/fsm';
import { type Numbers, numbersOf } from '../trace/segment-text';
import type { ShownTrace, Trace } from '../trace/trace';
import { english, type Translate } from '../words/sentence';

export const svg = (trace: Trace, rows: readonly Row[], translate: Translate = english): string =>
  svgOf(trace, rows, numbersOf(trace.scenario), translate);

/** The same of what is shown of a trace. */
export const svgOf = (trace: ShownTrace, rows: readonly Row[], numbers: Numbers, translate: Translate): string =>
  `${svgText(picture(sceneOf(trace, rows), numbers, translate, STANDALONE_STYLE))}\n`;
