// Starts the server of VS Code and waits until it listens.
import { spawn } from 'node:child_process';
import path from 'node:path';

const ALWAYS = [
  '--accept-server-license-terms',
  '--disable-telemetry',
  '--disable-workspace-trust',
  '--host',
  '127.0.0.1',
  '--port',
  '0',
];

/** Resolves to the port on 127.0.0.1, and to a function that ends the server. `env` is added to the environment. */
export async function startServer({ node, root }, args, env = {}) {
  const server = spawn(node, [path.join(root, 'out/server-main.js'), ...ALWAYS, ...args], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const stop = async () => {
    server.kill();
    await ended;
  };
  const port = await new Promise((resolve, reject) => {
    let output = '';
    const read = (data) => {
      output += data;
      const found = /Extension host agent listening on (\d+)/.exec(output);
      if (found) resolve(Number(found[1]));
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`VS Code's server ended with ${code}:\n${output}`)));
  });
  return { port, stop, ended };
}
