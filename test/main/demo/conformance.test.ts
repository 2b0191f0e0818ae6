/** The official clients, unchanged, do a typed-prompt, spoken-answer turn with the real voice. */
import { OpenAIRealtimeWebSocket, RealtimeAgent, RealtimeSession } from '@openai/agents-realtime';
import OpenAI from 'openai';
import { OpenAIRealtimeWS } from 'openai/realtime/ws';
import type { RealtimeServerEvent } from 'openai/resources/realtime/realtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCertificate } from '../../../src/main/demo/certificate';
import type { DemoServer } from '../../../src/main/demo/server';
import { realVoice } from './fakes';
import { startServer } from './server-harness';

const KEY = 'sk-test';
let tls: DemoServer;
let plain: DemoServer;
let cert: string;

beforeAll(async () => {
  const certificate = await createCertificate(new Date());
  cert = certificate.cert;
  const voice = realVoice();
  tls = await startServer({ certificate, key: KEY, voice, pace: 20 });
  plain = await startServer({ key: KEY, voice, pace: 20 });
});
afterAll(async () => {
  await Promise.all([tls.stop(), plain.stop()]);
});

describe('npm openai, over TLS', () => {
  it('types a prompt and hears the answer', async () => {
    const client = new OpenAI({
      apiKey: KEY,
      baseURL: tls.url.replace('wss:', 'https:').replace('/realtime', ''),
    });
    const rt = new OpenAIRealtimeWS({ model: 'gpt-realtime-2.1', options: { ca: cert } }, client);
    const events: RealtimeServerEvent[] = [];
    const bytes: Buffer[] = [];
    let words = '';
    const done = new Promise<void>((resolve, reject) => {
      rt.on('error', reject);
      rt.on('event', (event) => events.push(event));
      rt.on('response.output_audio.delta', (event) => bytes.push(Buffer.from(event.delta, 'base64')));
      rt.on('response.output_audio_transcript.delta', (event) => {
        words += event.delta;
      });
      rt.on('response.done', () => resolve());
    });
    rt.socket.once('open', () => {
      rt.send({
        type: 'session.update',
        session: {
          type: 'realtime',
          output_modalities: ['audio'],
          instructions: 'Be brief.',
          tracing: null,
          audio: {
            input: { turn_detection: null },
            output: { format: { type: 'audio/pcm', rate: 24_000 }, voice: 'marin', speed: 1 },
          },
        },
      });
      rt.send({
        type: 'conversation.item.create',
        item: { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Count to five' }] },
      });
      rt.send({ type: 'response.create' });
    });
    await done;
    rt.close();
    expect(words).toBe('One, two, three, four, five.');
    expectSpeech(Buffer.concat(bytes), 1.5, 4);
    expect(events.map((event) => event.type)).toContain('session.updated');
  });
});

describe('npm @openai/agents-realtime', () => {
  it('types a prompt, hears the answer, and interrupts the next', async () => {
    const transport = new OpenAIRealtimeWebSocket({ url: `${plain.url}?model=gpt-realtime-2.1` });
    const agent = new RealtimeAgent({ name: 'Test', instructions: 'Be brief.' });
    const session = new RealtimeSession(agent, { transport, model: 'gpt-realtime-2.1' });
    const errors: unknown[] = [];
    let bytes: Buffer[] = [];
    session.on('error', (error) => errors.push(error));
    transport.on('audio', (event) => bytes.push(Buffer.from(event.data)));
    const next = (type: string) =>
      new Promise<Record<string, unknown>>((resolve) => {
        const listener = (event: { type: string }): void => {
          if (event.type !== type) return;
          transport.off('*', listener);
          resolve(event as unknown as Record<string, unknown>);
        };
        transport.on('*', listener);
      });
    await session.connect({ apiKey: KEY });

    const done = next('response.done');
    session.sendMessage('What is twelve times twelve?');
    await done;
    expectSpeech(Buffer.concat(bytes), 1, 6);
    const answer = session.history.findLast((item) => item.type === 'message' && item.role === 'assistant');
    expect(JSON.stringify(answer)).toContain('12 times 12 is 144.');

    bytes = [];
    // The client counts from the first sound that it has handed out.
    const sounded = new Promise<void>((resolve) => transport.once('audio', () => resolve()));
    session.sendMessage('Tell me a long story');
    await sounded;
    const cancelled = next('response.done');
    const truncated = next('conversation.item.truncated');
    session.interrupt();
    expect(await cancelled).toMatchObject({ response: { status: 'cancelled' } });
    await truncated;
    session.close();
    expect(errors).toEqual([]);
  });
});

/** Sound that is loud enough, never clipped, and between so many seconds long. */
function expectSpeech(bytes: Buffer, least: number, most: number): void {
  const seconds = bytes.length / 48_000;
  expect(seconds).toBeGreaterThan(least);
  expect(seconds).toBeLessThan(most);
  let peak = 0;
  for (let at = 0; at < bytes.length; at += 2) peak = Math.max(peak, Math.abs(bytes.readInt16LE(at)));
  expect(peak).toBeGreaterThan(12_000);
  expect(peak).toBeLessThan(23_300);
}
