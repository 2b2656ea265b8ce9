import assert from 'node:assert/strict';
import { textOfEdge } from '../../src/diagram/edge-label';
import { EDGES, edgesOf, FIN_AND_ACK } from '../../src/diagram/edges';
import { rows } from '../../src/tcp/fsm';

describe('the edges of the state diagram', () => {
  it('are the way of every row of the machine that moves, and of no other', () => {
    const ids = new Set(EDGES.wide.map(({ id }) => id));
    const used = new Set(rows.flatMap((row) => edgesOf(row.from, row.to)));
    const without = rows.filter((row) => row.from !== row.to && edgesOf(row.from, row.to).length === 0);
    assert.deepEqual(without, []);
    assert.deepEqual(
      rows.filter((row) => row.from === row.to).flatMap((row) => edgesOf(row.from, row.to)),
      [],
    );
    assert.deepEqual(
      [...ids].filter((id) => !used.has(id)),
      [FIN_AND_ACK],
    );
    assert.deepEqual(
      [...used].filter((id) => !ids.has(id)),
      [],
    );
  });

  it('are the same in both forms', () => {
    const names = (form: 'wide' | 'narrow') => EDGES[form].map(({ id, event, ghost }) => ({ id, event, ghost }));
    assert.deepEqual(names('wide'), names('narrow'));
  });

  it('have the words of the machine: the event that the figure has there, and what is sent', () => {
    const labels = EDGES.wide.flatMap((edge) => {
      const text = textOfEdge(edge, rows);
      return text === undefined
        ? []
        : [`${edge.id}: ${text.event}${text.action === undefined ? '' : ` / ${text.action}`}`];
    });
    assert.deepEqual(labels, [
      'CLOSED>LISTEN: passive OPEN / create TCB',
      'LISTEN>CLOSED: CLOSE / delete TCB',
      'CLOSED>SYN_SENT: active OPEN / snd SYN',
      'SYN_SENT>CLOSED: CLOSE / delete TCB',
      'SYN_RCVD>LISTEN: rcv RST / [opened passively]',
      'LISTEN>SYN_RCVD: rcv SYN / snd SYN,ACK',
      'LISTEN>SYN_SENT: SEND / snd SYN',
      'SYN_SENT>SYN_RCVD: rcv SYN / snd SYN,ACK',
      'SYN_RCVD>ESTABLISHED: rcv ACK of SYN',
      'SYN_SENT>ESTABLISHED: rcv SYN,ACK / snd ACK',
      'SYN_RCVD>FIN_WAIT_1: CLOSE / snd FIN',
      'ESTABLISHED>FIN_WAIT_1: CLOSE / snd FIN',
      'ESTABLISHED>CLOSE_WAIT: rcv FIN / snd ACK',
      'FIN_WAIT_1>FIN_WAIT_2: rcv ACK of FIN',
      'FIN_WAIT_1>CLOSING: rcv FIN / snd ACK',
      'FIN_WAIT_1>TIME_WAIT: rcv ACK of FIN / rcv FIN, snd ACK',
      'FIN_WAIT_2>TIME_WAIT: rcv FIN / snd ACK',
      'CLOSING>TIME_WAIT: rcv ACK of FIN',
      'CLOSE_WAIT>LAST_ACK: CLOSE / snd FIN',
      'LAST_ACK>CLOSED: rcv ACK of FIN / delete TCB',
      'TIME_WAIT>CLOSED: timeout=2MSL / delete TCB',
    ]);
  });
});
