import assert from 'node:assert/strict';
import { check } from '../../src/checks/check';
import { skeletonOf } from '../../src/editing/skeleton';
import { type Row, rowName, rows } from '../../src/tcp/fsm';
import { unreachable } from '../../src/tcp/unreachable';
import { rowKey } from '../../src/trace/coverage';
import { render } from '../../src/words/sentence';

const named = (name: string): Row => {
  const row = rows.find((each) => rowName(each) === name);
  assert.ok(row, `no row ${name}`);
  return row;
};

/** What is wrong with the skeleton of a row: nothing, if it holds without a warning and takes the row. */
function troubles(row: Row): readonly string[] {
  const skeleton = skeletonOf(row);
  if (skeleton.kind === 'unreachable') return [skeleton.reason];
  const [report] = check({ name: 'x.tcpscn', text: skeleton.text }).scenarios;
  if (report === undefined) return ['no scenario'];
  return [
    ...report.diagnostics.map(({ line, diagnostic }) => `${line}: ${render(diagnostic.message)}`),
    ...report.failures.map(({ line, message, actual }) => `${line}: ${render(message)}; ${actual}`),
    ...(report.rows.has(rowKey(row)) ? [] : ['the row is not taken']),
  ].map((trouble) => `${trouble}\n${skeleton.text}`);
}

describe('the skeleton of a row', () => {
  const reasons = new Map(unreachable.map(({ row, reason }) => [row, reason]));

  for (const row of rows) {
    const reason = reasons.get(row);
    it(`${rowName(row)} ${reason === undefined ? 'holds and takes the row' : 'is refused with its reason'}`, () => {
      assert.deepEqual(troubles(row), reason === undefined ? [] : [reason]);
    });
  }

  it('begins with the clause, goes the shortest way and says what comes of it', () => {
    const skeleton = skeletonOf(named('FIN_WAIT_2 / rcv FIN'));
    const text = skeleton.kind === 'scenario' ? skeleton.text : '';
    assert.equal(text, FINAL_ACK);
  });
});

const FINAL_ACK = `\
# 3.10.7.4, eighth check: Both directions are closed; the last ACK may be lost, so we stay to repeat it.
peer host
peer remote scripted

scenario "FIN_WAIT_2 / rcv FIN"
host connect
host -> remote  SYN
remote -> host  SYN+ACK  seq=0 ack=1
host -> remote  ACK
host close
host -> remote  FIN+ACK
remote -> host  ACK      ack=host.snd.nxt
expect host FIN_WAIT_2
remote -> host  FIN+ACK  ack=host.snd.una
host -> remote  ACK
expect host TIME_WAIT
`;
