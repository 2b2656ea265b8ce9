/** Values as the debugger shows them: sequence numbers relative or as in the header, the rest as one would write it. */
import type { Value } from '../program/expression';
import { showValue } from '../simulation/judgment';
import type { Numbers } from '../trace/segment-text';

export type { Numbers };

/** A value as text; an absolute number has its `#`, so that it can be written back as it is shown. */
export const valueText = (value: Value, numbers: Numbers): string =>
  value.kind === 'sequence' && numbers === 'absolute' ? `#${value.value}` : showValue(value);
