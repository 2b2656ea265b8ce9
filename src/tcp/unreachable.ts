/** The rows that no call, segment or timer can reach here, each with the reason. Coverage does not ask for them. */
import { type Row, rowName, rows } from './fsm';

const REASONS: Readonly<Record<string, string>> = {
  'LISTEN / user timeout': 'Nothing has been sent that could wait for an acknowledgment.',
  'FIN_WAIT_2 / user timeout': 'Everything, the FIN included, is acknowledged.',
  'TIME_WAIT / user timeout': 'Everything, the FIN included, is acknowledged.',
  'CLOSING / rcv URG': 'The fifth check has moved on to TIME_WAIT, or has ended the processing.',
  'CLOSING / rcv text': 'The fifth check has moved on to TIME_WAIT, or has ended the processing.',
  'CLOSING / rcv FIN': 'The fifth check has moved on to TIME_WAIT, or has ended the processing.',
  'SYN_RCVD / rcv FIN': 'The fifth check has moved on to ESTABLISHED, or has dropped the segment.',
};

export interface Unreachable {
  readonly row: Row;
  readonly reason: string;
}

export const unreachable: readonly Unreachable[] = rows.flatMap((row) => {
  const reason = REASONS[rowName(row)];
  return reason === undefined ? [] : [{ row, reason }];
});
