import { expect, it } from 'vitest';
import type { AskResult } from '../../../src/preload/contract';
import { hushing } from '../../../src/renderer/popup/hush';

/** A promise that is settled from outside. */
function open<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (reason: Error) => void = () => {};
  const promise = new Promise<T>((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  return { promise, resolve, reject };
}

/** Calls that are answered by hand, and what was hushed. */
function setup() {
  const hushes: boolean[] = [];
  const asked = open<AskResult>();
  const stopped = open<boolean>();
  const begun = open<void>();
  const api = hushing(
    { ask: () => asked.promise, stop: () => stopped.promise, newConversation: () => begun.promise },
    (hushed) => hushes.push(hushed),
  );
  return { api, asked, stopped, begun, hushes };
}

it('is silent before main has answered, and leaves the rest to main', async () => {
  const { api, asked, hushes } = setup();
  const call = api.ask('Hello');
  expect(hushes).toEqual([true]);
  asked.resolve({ kind: 'asked', turn: 1 });
  expect(await call).toEqual({ kind: 'asked', turn: 1 });
  expect(hushes).toEqual([true]);
});

it('stays silent when main has stopped it', async () => {
  const { api, stopped, hushes } = setup();
  const call = api.stop();
  stopped.resolve(true);
  expect(await call).toBe(true);
  expect(hushes).toEqual([true]);
});

it('lets it go on when nothing was asked or stopped', async () => {
  const { api, asked, stopped, hushes } = setup();
  const call = api.ask(' ');
  asked.resolve({ kind: 'ignored' });
  await call;
  expect(hushes).toEqual([true, false]);
  const stop = api.stop();
  stopped.resolve(false);
  expect(await stop).toBe(false);
  expect(hushes).toEqual([true, false, true, false]);
});

it('is silent at once for a new conversation, and stays so', async () => {
  const { api, begun, hushes } = setup();
  const call = api.newConversation();
  expect(hushes).toEqual([true]);
  begun.resolve();
  await call;
  expect(hushes).toEqual([true]);
});

it('lets it go on when main was not reached', async () => {
  const { api, stopped, hushes } = setup();
  const call = api.stop();
  stopped.reject(new Error('gone'));
  await expect(call).rejects.toThrow('gone');
  expect(hushes).toEqual([true, false]);
});
