/** `tcpscn machine`: the state machine, printed from its rows. */
import { type Row, rows } from '../tcp/fsm';
import { machineMarkdown } from '../trace/machine-markdown';
import { machineDot, machineJson, machineMermaid, machineTable } from '../trace/machine-text';
import type { Translate } from '../words/sentence';
import type { Io, Outcome } from './io';
import { translationFor } from './language';

const FORMATTERS = {
  table: machineTable,
  markdown: machineMarkdown,
  mermaid: machineMermaid,
  dot: machineDot,
  json: machineJson,
} as const satisfies Record<string, (rows: readonly Row[], translate: Translate) => string>;

export type MachineFormat = keyof typeof FORMATTERS;
export const MACHINE_FORMATS = Object.keys(FORMATTERS);

export const machine = (options: { readonly format: MachineFormat }, io: Io): Outcome => ({
  status: 0,
  output: [FORMATTERS[options.format](rows, translationFor(io.env))],
  complaints: [],
});
