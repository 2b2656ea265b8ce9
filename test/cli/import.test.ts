import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from '../../src/language/document';
import { print } from '../../src/language/printer';
import { matchesGolden } from '../golden';
import { OPENED, pcap } from '../importers/packets';
import { filesIn } from '../scenarios';
import { folder, tcpscn } from './world';

const other = OPENED.map((shot) => ({ ...shot, port: 5000 }));

/** These are kept whole: all that is inferred, one scripted peer, an old duplicate. */
const KEPT = [
  'handshake-and-close',
  'zero-window',
  'rfc9293-figure-08-old-duplicate-syn',
  'fast-retransmit-and-timeout',
];

describe('tcpscn import', () => {
  const place = folder({
    'one.pcap': pcap(OPENED),
    'two.pcap': pcap([...OPENED, ...other]),
    'cut.pcap': pcap(OPENED).subarray(0, 190),
    'text.pcap': 'hello\n',
    'syn-ack.pcap': pcap(OPENED.map((shot, index) => (index === 2 ? { ...shot, ack: 5001 } : shot))),
  });
  after(place.remove);
  const run = (...argv: string[]) => tcpscn(place.root, ['import', ...argv]);

  for (const file of filesIn('examples')) {
    const name = path.basename(file, '.tcpscn');

    it(`makes of the capture of ${name} a scenario that holds, in canonical form`, async () => {
      const capture = path.join(place.root, `${name}.pcapng`);
      await tcpscn(process.cwd(), ['run', file, '-f', 'pcapng', '-o', capture]);
      const { status, stdout } = await run(capture);
      assert.equal(status, 0);
      assert.equal(stdout, print(parse(stdout)));
      const verdict = await tcpscn(place.root, ['check', '-'], { input: stdout });
      assert.equal(verdict.status, 0, `${stdout}\n${verdict.stdout}`);
      if (KEPT.includes(name)) matchesGolden(`test/importers/golden/${name}.txt`, stdout);
    });
  }

  it('imports the first connection, and lists those that there are', async () => {
    const { status, stdout, stderr } = await run('two.pcap');
    assert.equal(status, 0);
    assert.match(stdout, /scenario "10\.0\.0\.1:49152 -> 10\.0\.0\.2:80"/);
    assert.equal(
      stderr,
      'importing the first of 2 connections; --connection N chooses another\n  1  10.0.0.1:49152 -> 10.0.0.2:80, 3 segments\n  2  10.0.0.1:5000 -> 10.0.0.2:80, 3 segments\n',
    );
  });

  it('imports the connection that is asked for', async () => {
    const { stdout, stderr } = await run('two.pcap', '--connection', '2');
    assert.match(stdout, /scenario "10\.0\.0\.1:5000 -> 10\.0\.0\.2:80"/);
    assert.equal(stderr, '');
    for (const wrong of ['3', '0', 'x', '1.5']) {
      assert.deepEqual(await run('one.pcap', '-c', wrong), {
        status: 2,
        stdout: '',
        stderr: `one.pcap has no connection ${wrong}; it has\n  1  10.0.0.1:49152 -> 10.0.0.2:80, 3 segments\n`,
      });
    }
  });

  it('writes into a file', async () => {
    assert.deepEqual(await run('one.pcap', '-o', 'one.tcpscn'), { status: 0, stdout: '', stderr: '' });
    assert.equal(readFileSync(path.join(place.root, 'one.tcpscn'), 'utf8'), (await run('one.pcap')).stdout);
    assert.deepEqual(await run('one.pcap', '-o', 'no/such/folder.tcpscn'), {
      status: 2,
      stdout: '',
      stderr: 'no/such/folder.tcpscn: does not exist\n',
    });
  });

  it('says where a capture breaks off, and imports what there is', async () => {
    const { status, stdout, stderr } = await run('cut.pcap');
    assert.equal(status, 0);
    assert.match(stdout, /SYN\+ACK/);
    assert.equal(stderr, 'cut.pcap: the capture is truncated at byte 144\n');
  });

  it('scripts a peer that does what TCP would not do, and says which and why', async () => {
    const { status, stdout } = await run('syn-ack.pcap');
    assert.equal(status, 0);
    assert.deepEqual(stdout.split('\n').slice(1, 3), [
      '# client is scripted, for as a TCP it would not do the same.',
      '# line 11: expected ACK seq=1 ack=2, actual ACK seq=1 ack=1',
    ]);
  });

  it('says why a file cannot be imported', async () => {
    assert.deepEqual(await run('text.pcap'), {
      status: 2,
      stdout: '',
      stderr:
        'text.pcap: is no capture (pcap or pcapng); ' +
        '"tcpdump -w FILE" writes one, and Wireshark saves other formats as one\n',
    });
    assert.deepEqual(await run('nowhere.pcap'), { status: 2, stdout: '', stderr: 'nowhere.pcap: does not exist\n' });
  });
});
