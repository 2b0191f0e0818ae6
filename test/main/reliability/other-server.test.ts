import { isChatCompletionBody, LLMock } from '@copilotkit/aimock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HeardSession } from '../../fakes/heard-session';

const KEY = 'sk-key-for-another-server';
const COMPLETED = { kind: 'completed' };

let server: LLMock;
let heard: HeardSession;

/** A server that others have written, from what they saw of OpenAI's. It answers in words alone. */
beforeEach(async () => {
  server = new LLMock({ port: 0, logLevel: 'silent', latency: 1, chunkSize: 8 });
  server.onMessage(/capital of France/u, { content: 'Paris, since the year 987 or so.' });
  server.onMessage(/and of Spain/u, { content: 'Madrid.' });
  server.onMessage(
    /long story/u,
    { content: 'Once upon a time there was a whale. '.repeat(4) },
    { latency: 10, chunkSize: 6 },
  );
  server.onMessage(
    /break off/u,
    { content: 'This goes on and on.' },
    { chunkSize: 4, truncateAfterChunks: 2 },
  );
  server.onMessage(/fail/u, {
    error: { message: 'You exceeded your quota.', type: 'insufficient_quota', code: 'insufficient_quota' },
    status: 429,
  });
  const url = (await server.start()).replace(/^http/u, 'ws');
  heard = new HeardSession({ url: `${url}/v1/realtime`, key: KEY, model: 'gpt-realtime' });
});

afterEach(async () => {
  heard.session.close();
  await server.stop();
});

/** What the server took for the conversation when it was last asked. */
function conversation(): string[] {
  const body = server.getLastRequest()?.body ?? null;
  if (!isChatCompletionBody(body)) throw new Error('it was asked nothing');
  return body.messages.map(
    ({ role, content }) =>
      `${role}: ${typeof content === 'string' ? content : (content ?? []).map(({ text }) => text ?? '').join('')}`,
  );
}

describe('the realtime server of aimock', () => {
  it('takes our session for one, with model, key and instructions', async () => {
    expect(await heard.ready()).toEqual({ kind: 'ready', dialect: 'ga', model: 'gpt-realtime' });
    await heard.ask(1, 'What is the capital of France?');
    expect(server.getLastRequest()?.headers.authorization).not.toBe(undefined);
    expect(conversation()).toEqual(['system: Speak.', 'user: What is the capital of France?']);
  });

  it('answers, and answers again in the same conversation', async () => {
    const first = await heard.ask(1, 'What is the capital of France?');
    expect(first).toMatchObject({ text: 'Paris, since the year 987 or so.', outcome: COMPLETED });
    const second = await heard.ask(2, 'and of Spain?');
    expect(second).toMatchObject({ text: 'Madrid.', outcome: COMPLETED });
    expect(conversation().slice(1)).toEqual([
      'user: What is the capital of France?',
      'assistant: Paris, since the year 987 or so.',
      'user: and of Spain?',
    ]);
  });

  it('is interrupted: it hears a cancel only at the end, and not a word of the rest is told', async () => {
    const story = heard.ask(1, 'Tell me a long story');
    await heard.words(1);
    const next = heard.ask(2, 'What is the capital of France?');
    const interrupted = await story;
    expect(interrupted.outcome).toEqual({ kind: 'cancelled' });
    expect(interrupted.text.length).toBeLessThan('Once upon a time'.length);
    expect(await next).toMatchObject({ text: 'Paris, since the year 987 or so.', outcome: COMPLETED });
  });

  it('is told what was said in an earlier session', async () => {
    heard.session.remember([
      { role: 'user', text: 'What is the capital of France?' },
      { role: 'assistant', text: 'Paris.' },
    ]);
    expect(await heard.ask(1, 'and of Spain?')).toMatchObject({ text: 'Madrid.', outcome: COMPLETED });
    expect(conversation().slice(1)).toEqual([
      'user: What is the capital of France?',
      'assistant: Paris.',
      'user: and of Spain?',
    ]);
  });

  it('fails with its cause, and goes on', async () => {
    const failed = await heard.ask(1, 'Please fail');
    expect(failed.outcome).toMatchObject({ kind: 'failed', error: { code: 'quota' } });
    expect(await heard.ask(2, 'and of Spain?')).toMatchObject({ text: 'Madrid.', outcome: COMPLETED });
  });

  it('breaks off in the middle of an answer, which is then cut off', async () => {
    const broken = await heard.ask(1, 'Please break off');
    expect(broken).toMatchObject({
      text: 'This goe',
      outcome: { kind: 'failed', error: { code: 'closed' } },
    });
    expect((await heard.ended()).reason?.code).toBe('closed');
  });
});
