/** What is written at an edge of the state diagram, in the machine's own words, and the room it takes. */
import type { Row } from '../tcp/fsm';
import { type Edge, FIN_AND_ACK } from './edges';
import type { Point } from './route';
import { textWidth } from './text-width';

export const EVENT_SIZE = 11;
export const ACTION_SIZE = 10.5;

export interface LabelText {
  readonly event: string;
  /** Undefined if the RFC's figure has an `x` there: nothing that others see. */
  readonly action: string | undefined;
}

/** The action of a row that a figure has room for: what is sent, else what becomes of the TCB. */
export function actionText(row: Row): string | undefined {
  const named = (begin: string): string | undefined => row.actions.find((action) => action.startsWith(begin));
  return named('snd ') ?? named('delete TCB') ?? named('create TCB') ?? named('queue CLOSE');
}

const textOfRow = (row: Row): LabelText => ({
  event: row.event,
  action: row.guard === 'opened passively' ? `[${row.guard}]` : actionText(row),
});

/** The label of a row, or of the two rows that are one edge. */
export function textOfRows(taken: readonly Row[]): LabelText | undefined {
  const [first, second] = taken;
  if (first === undefined) return undefined;
  if (second === undefined) return textOfRow(first);
  const action = actionText(second);
  return { event: first.event, action: action === undefined ? second.event : `${second.event}, ${action}` };
}

/** The label of an edge that nobody takes: that of its first row for the event that the figure gives it. */
export function textOfEdge(edge: Edge, rows: readonly Row[]): LabelText | undefined {
  const find = (from: string, to: string, event: string | undefined): Row | undefined =>
    rows.find((row) => row.from === from && row.to === to && row.event === event);
  if (edge.id === FIN_AND_ACK) {
    const both = [find('FIN_WAIT_1', 'FIN_WAIT_2', 'rcv ACK of FIN'), find('FIN_WAIT_2', 'TIME_WAIT', 'rcv FIN')];
    return textOfRows(both.filter((row) => row !== undefined));
  }
  const row = find(edge.from, edge.to, edge.event);
  return row === undefined ? undefined : textOfRow(row);
}

export interface LabelBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly middle: Point;
}

/** The room that a label takes; its lines are in the middle of it. */
export function boxOf(label: Edge['label'], text: LabelText): LabelBox {
  const width =
    Math.max(
      textWidth(text.event, EVENT_SIZE, 'sans', true),
      text.action === undefined ? 0 : textWidth(text.action, ACTION_SIZE),
    ) + 6;
  const height = text.action === undefined ? 16 : 28;
  const x = label.anchor === 'start' ? label.x : label.anchor === 'end' ? label.x - width : label.x - width / 2;
  return { x, y: label.y - height / 2, width, height, middle: { x: x + width / 2, y: label.y } };
}
