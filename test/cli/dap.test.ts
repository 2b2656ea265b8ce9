/** `tcpscn dap` as an editor starts it: a process, with the protocol on its standard input and output. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { DebugClient } from '@vscode/debugadapter-testsupport';
import { build } from 'esbuild';
import { frame, Unframer } from '../../src/cli/dap-frames';
import { FAILS, folder, HOLDS } from './world';

describe('the debug adapter on standard input and output', () => {
  const place = folder({ 'holds.tcpscn': HOLDS, 'fails.tcpscn': FAILS });
  const script = path.join(place.root, 'cli.js');
  const adapter = path.join(place.root, 'adapter.js');
  const holds = path.join(place.root, 'holds.tcpscn');
  let client: DebugClient;

  before(async () => {
    await build({
      entryPoints: ['src/cli/main.ts'],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile: script,
      logLevel: 'silent',
    });
    writeFileSync(adapter, "process.argv.push('dap'); require('./cli.js');");
  });
  after(place.remove);

  beforeEach(async () => {
    client = new DebugClient('node', adapter, 'tcpscn');
    await client.start();
  });
  afterEach(() => client.stop());

  it('stops at a breakpoint, goes on, and ends', async () => {
    await client.hitBreakpoint({ program: holds, stopOnEnd: false }, { path: holds, line: 2 });
    const [, exited] = await Promise.all([
      client.continueRequest({ threadId: 1 }),
      client.waitForEvent('exited'),
      client.waitForEvent('terminated'),
    ]);
    assert.deepEqual(exited.body, { exitCode: 0 });
  });

  it('stops on entry, and steps back from where it stepped', async () => {
    await Promise.all([
      client.configurationSequence(),
      client.launch({ program: holds, stopOnEntry: true }),
      client.assertStoppedLocation('entry', { path: holds, line: 1 }),
    ]);
    await Promise.all([
      client.nextRequest({ threadId: 1 }),
      client.assertStoppedLocation('step', { path: holds, line: 2 }),
    ]);
    await Promise.all([
      client.stepBackRequest({ threadId: 1 }),
      client.assertStoppedLocation('step', { path: holds, line: 1 }),
    ]);
  });

  it('tells what does not hold, with its place', async () => {
    const program = path.join(place.root, 'fails.tcpscn');
    await Promise.all([
      client.configurationSequence(),
      client.launch({ program }),
      client.assertStoppedLocation('exception', { path: program, line: 4 }),
      client.assertOutput('stderr', 'the segment server -> client is not the one written'),
    ]);
  });

  it('refuses a file that does not exist', async () => {
    await client.initializeRequest();
    await assert.rejects(client.launchRequest({ program: path.join(place.root, 'none.tcpscn') } as object), {
      message: 'none.tcpscn cannot be read: does not exist',
    });
  });

  it('ends when the client goes away without a word, whatever it has said before', async () => {
    for (const bytes of [
      '',
      'Content-Length: 9\r\n\r\nnot json!',
      'nonsense\r\n\r\n\r\n',
      frame({ seq: 1, type: 'request', command: 'initialize' }),
    ]) {
      const child = spawn(process.execPath, [script, 'dap']);
      const status = new Promise((resolve) => child.on('close', resolve));
      let written = '';
      child.stdout.on('data', (data) => {
        written += data;
      });
      child.stdin.end(bytes);
      assert.equal(await status, 0);
      assert.equal(written.includes('"success":true'), bytes.includes('initialize'));
    }
  });

  it('ends when the client disconnects, though its input stays open', async () => {
    const child = spawn(process.execPath, [script, 'dap']);
    const status = new Promise((resolve) => child.on('close', resolve));
    child.stdin.write(frame({ seq: 1, type: 'request', command: 'initialize' }));
    child.stdin.write(frame({ seq: 2, type: 'request', command: 'disconnect' }));
    assert.equal(await status, 0);
  });
});

describe('messages in a stream', () => {
  const messages = [{ seq: 1, text: 'plain' }, { seq: 2, text: 'é — 漢字 🙂' }, { seq: 3 }];
  const stream = Buffer.from(messages.map(frame).join(''));

  it('are found however the stream is cut', () => {
    for (const size of [1, 2, 3, 7, 50, 1000]) {
      const unframer = new Unframer();
      const found: unknown[] = [];
      for (let at = 0; at < stream.length; at += size) found.push(...unframer.take(stream.subarray(at, at + size)));
      assert.deepEqual(found, messages);
    }
  });

  it('are found behind what is none', () => {
    const noise =
      'X-Other: 1\r\n\r\nContent-Length: x\r\n\r\nContent-Length: 99999999999\r\n\r\nContent-Length: 1\r\n\r\n{';
    const unframer = new Unframer();
    assert.deepEqual([...unframer.take(Buffer.concat([Buffer.from(noise), stream]))], messages);
    const typed = Buffer.from('Content-Type: application/json\r\ncontent-length: 2\r\n\r\n{}');
    assert.deepEqual([...unframer.take(typed)], [{}]);
  });
});
