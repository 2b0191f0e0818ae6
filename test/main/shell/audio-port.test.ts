import { expect, it, vi } from 'vitest';
import { openAudioPort } from '../../../src/main/shell/audio-port';
import type { FakePort } from '../../fakes/electron/ipc';

vi.mock('electron', () => import('../../fakes/electron'));

function open() {
  const postMessage = vi.fn<(channel: string, message: unknown, ports?: unknown[]) => void>();
  const port = openAudioPort({ postMessage });
  const handed = postMessage.mock.lastCall?.[2]?.[0] as FakePort;
  return { port, handed, postMessage };
}

it('hands one end to the page on its own channel', () => {
  const { postMessage, handed } = open();
  expect(postMessage).toHaveBeenCalledExactlyOnceWith('audio-port', null, [handed]);
});

it('carries sound to the page and reports back, in order', () => {
  const { port, handed } = open();
  const atPage: unknown[] = [];
  const atMain: unknown[] = [];
  handed.on('message', (event: { data: unknown }) => atPage.push(event.data));
  handed.start();
  // Sent before main listens: it must not be lost.
  handed.postMessage({ type: 'hello', capacityFrames: 9 });
  port.onMessage((message) => atMain.push(message));
  handed.postMessage({ type: 'started' });
  port.postMessage({ type: 'chunk', epoch: 1, item: 'a', from: 0, pcm: new Int16Array([1, -2]).buffer });
  port.postMessage({ type: 'end', epoch: 1, item: 'a' });
  expect(atMain).toEqual([{ type: 'hello', capacityFrames: 9 }, { type: 'started' }]);
  expect(atPage).toEqual([
    { type: 'chunk', epoch: 1, item: 'a', from: 0, pcm: new Int16Array([1, -2]).buffer },
    { type: 'end', epoch: 1, item: 'a' },
  ]);
});

it('tells when the page is gone, and closes its end', () => {
  const { port, handed } = open();
  const closed = vi.fn();
  port.onClose(closed);
  handed.close();
  expect(closed).toHaveBeenCalledOnce();
  const second = open();
  const gone = vi.fn();
  second.handed.on('close', gone);
  second.port.close();
  expect(gone).toHaveBeenCalledOnce();
});
