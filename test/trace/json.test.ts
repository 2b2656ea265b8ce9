import assert from 'node:assert/strict';
import { eventJson, jsonl } from '../../src/trace/json';
import { say } from '../../src/words/sentence';
import { event, judgment, row, segment } from './story';

describe('the public form of an event', () => {
  it('is one line with the documented keys in a fixed order', () => {
    const syn = segment(1, 'client', 'SYN', 0, undefined, { options: { mss: 1460, sackok: true } });
    const answer = segment(2, 'server', 'SYN+ACK', 0, 1, { sent: 3, due: 20_000 });
    const arrival = event(3, 10_000, 'arrive', {
      peer: 'server',
      segment: syn,
      rows: [row('LISTEN', 'rcv SYN', 'SYN_RCVD', '3.10.7.2')],
      sends: [answer],
      changes: { state: ['LISTEN', 'SYN_RCVD'], 'timer.retransmit': ['off', 1_010_000] },
      cause: 2,
    });
    assert.deepEqual(
      [...jsonl([arrival])],
      [
        '{"n":3,"time":10000,"line":3,"kind":"arrive","peer":"server",' +
          '"segment":{"id":1,"from":"client","to":"server","flags":"SYN","seq":0,"win":65535,"len":0,' +
          '"options":{"mss":1460,"sackok":true},"absSeq":0,"sent":1},' +
          '"rows":[{"from":"LISTEN","to":"SYN_RCVD","event":"rcv SYN","actions":[],"rule":"3.10.7.2","why":"because"}],' +
          '"sends":[{"id":2,"from":"server","to":"client","flags":"SYN+ACK","seq":0,"ack":1,"win":65535,"len":0,' +
          '"options":{},"absSeq":0,"absAck":1,"sent":3,"due":20000}],' +
          '"changes":{"state":["LISTEN","SYN_RCVD"],"timer.retransmit":["off",1010000]},"cause":2}\n',
      ],
    );
  });

  it('has the verdict of a judgment, its sentence in English', () => {
    const message = say('{0} is not in {1}', 'client', 'ESTABLISHED');
    const verdict = event(7, 30_000, 'expect', { line: 9, judgment: judgment(false, 4, { message }) });
    assert.equal(
      JSON.stringify(eventJson(verdict)),
      '{"n":7,"time":30000,"line":9,"kind":"expect","ok":false,"judges":4,"message":"client is not in ESTABLISHED",' +
        '"expected":"client ESTABLISHED","actual":"client SYN_SENT"}',
    );
  });

  it('has what always and never ask and the event broke', () => {
    const broken = event(2, 0, 'note', { violations: [judgment(false, 1)] });
    assert.equal(
      JSON.stringify(eventJson(broken)),
      '{"n":2,"time":0,"line":2,"kind":"note","violations":[{"ok":false,"judges":1,"message":"it did not hold",' +
        '"expected":"client ESTABLISHED","actual":"client SYN_SENT"}]}',
    );
  });

  it('says of a call what it returned, and of a note its text', () => {
    const call = event(1, 0, 'call', { peer: 'client', call: 'close', error: 'connection does not exist' });
    assert.equal(
      JSON.stringify(eventJson(call)),
      '{"n":1,"time":0,"line":1,"kind":"call","peer":"client","call":"close","error":"connection does not exist",' +
        '"rows":[],"sends":[],"changes":{}}',
    );
    const note = event(2, 0, 'note', { text: say('关闭') });
    assert.equal(JSON.stringify(eventJson(note)), '{"n":2,"time":0,"line":2,"kind":"note","text":"关闭"}');
  });
});
