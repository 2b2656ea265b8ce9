import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { folder, tcpscn } from './world';

const SKETCH = 'server listen\nclient connect\nrun  # three segments\nexpect client ESTABLISHED\n';
const LADDER = `server listen
client connect
# three segments
client -> server  SYN      seq=0
server -> client  SYN+ACK  seq=0 ack=1
client -> server  ACK      seq=1 ack=1
expect client ESTABLISHED
`;
const WRONG = LADDER.replace('ack=1\nexpect', 'ack=2\nexpect');

describe('tcpscn record', () => {
  let place: ReturnType<typeof folder>;
  beforeEach(() => {
    place = folder({ 'sketch.tcpscn': `\ufeff${SKETCH}`, 'ladder.tcpscn': LADDER, 'wrong.tcpscn': WRONG });
  });
  afterEach(() => place.remove());
  const record = (...argv: string[]) => tcpscn(place.root, ['record', ...argv]);
  const read = (name: string) => readFileSync(path.join(place.root, name), 'utf8');

  it('prints the segment lines of a file that has none, and does not touch it', async () => {
    assert.deepEqual(await record('sketch.tcpscn'), { status: 0, stdout: `\ufeff${LADDER}`, stderr: '' });
    assert.equal(read('sketch.tcpscn'), `\ufeff${SKETCH}`);
    const { stdout } = await tcpscn(place.root, ['record', '-'], { input: SKETCH });
    assert.equal(stdout, LADDER);
  });

  it('shows the difference for a file that has some, and ends with 1 if there is one', async () => {
    assert.deepEqual(await record('ladder.tcpscn'), { status: 0, stdout: '', stderr: '' });
    assert.deepEqual(await record('wrong.tcpscn'), {
      status: 1,
      stdout: `--- wrong.tcpscn
+++ wrong.tcpscn
@@ -3,5 +3,5 @@
 # three segments
 client -> server  SYN      seq=0
 server -> client  SYN+ACK  seq=0 ack=1
-client -> server  ACK      seq=1 ack=2
+client -> server  ACK      seq=1 ack=1
 expect client ESTABLISHED
`,
      stderr: '',
    });
    assert.equal(read('wrong.tcpscn'), WRONG);
  });

  it('with --update writes the file, and says what changed', async () => {
    assert.deepEqual(await record('--update', 'wrong.tcpscn'), {
      status: 0,
      stdout: 'wrong.tcpscn: segment lines: 0 new, 1 changed, 0 gone\n',
      stderr: '',
    });
    assert.equal(read('wrong.tcpscn'), LADDER);
    assert.equal(
      (await record('-u', 'sketch.tcpscn')).stdout,
      'sketch.tcpscn: segment lines: 3 new, 0 changed, 0 gone\n',
    );
    assert.equal(read('sketch.tcpscn'), `\ufeff${LADDER}`);
    assert.deepEqual(readdirSync(place.root).sort(), ['ladder.tcpscn', 'sketch.tcpscn', 'wrong.tcpscn']);
  });

  it('does not touch a file that need not change', async () => {
    const before = statSync(path.join(place.root, 'ladder.tcpscn'));
    assert.deepEqual(await record('--update', 'ladder.tcpscn'), { status: 0, stdout: '', stderr: '' });
    const now = statSync(path.join(place.root, 'ladder.tcpscn'));
    assert.deepEqual([now.ino, now.mtimeMs], [before.ino, before.mtimeMs]);
  });

  it('with --lines-only leaves what arrives in run and wait unnamed', async () => {
    const input = `${LADDER}client close\nrun\n`;
    assert.equal((await tcpscn(place.root, ['record', '--lines-only', '-'], { input })).stdout, input);
    assert.match((await tcpscn(place.root, ['record', '-'], { input })).stdout, /FIN\+ACK {2}seq=1 ack=1\n/);
  });

  it('names the lines whose segments never come', async () => {
    const never = 'client -> server SYN as syn\nreplay syn\n';
    const { status, stdout, stderr } = await tcpscn(place.root, ['record', '-'], { input: never });
    assert.deepEqual([status, stdout], [1, never]);
    assert.equal(stderr, '<stdin>:1: no such segment is sent; the line stays, for others need it\n');
  });

  it('says what is missing if nothing arrives', async () => {
    const { status, stderr } = await tcpscn(place.root, ['record', '-'], { input: 'client connect\n' });
    assert.equal(status, 0);
    assert.equal(stderr, '<stdin>: no segment arrives, so there is nothing to record; a line `run` lets them arrive\n');
  });

  it('does not record what it cannot read, and does not update standard input', async () => {
    const { status, stdout, stderr } = await tcpscn(place.root, ['record', '-'], { input: 'clinet connect\n' });
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(
      stderr,
      /^<stdin>:1:1 {2}error: unknown peer "clinet".*\n[\s\S]*<stdin> was not recorded: its text has errors\.\n$/,
    );
    assert.deepEqual(await record('nowhere.tcpscn'), {
      status: 2,
      stdout: '',
      stderr: 'nowhere.tcpscn: does not exist\n',
    });
    assert.deepEqual(await record('--update', '-'), {
      status: 2,
      stdout: '',
      stderr: '--update writes into a file, and - is none.\n',
    });
  });
});
