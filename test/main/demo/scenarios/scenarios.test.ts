import { afterEach, describe, expect, it } from 'vitest';
import { SCENARIOS } from '../../../../src/main/demo/scenarios/scenarios';
import type { DemoServer } from '../../../../src/main/demo/server';
import { joinAudio } from '../fakes';
import { Client, refusalOf, startScenario } from '../server-harness';

const PROMPT = 'Count to ten';
const FRAMES = 'One, two, three, four, five, six, seven, eight, nine, ten.'.length * 480;

let server: DemoServer | null = null;
const clients: Client[] = [];
async function begin(name: string): Promise<Client> {
  server = await startScenario(name);
  const client = new Client(server.url);
  clients.push(client);
  return client;
}
async function ask(name: string): Promise<Client> {
  const client = await begin(name);
  await client.ask(PROMPT);
  return client;
}
afterEach(async () => {
  for (const client of clients.splice(0)) client.socket.terminate();
  await server?.stop();
  server = null;
});

it('are all there, each with its own name', () => {
  const names = SCENARIOS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { name, description } of SCENARIOS) {
    expect(name).toMatch(/^[a-z0-9-]+$/);
    expect(description).toMatch(/\.$/);
  }
});

describe('sound that is cut otherwise is the same sound', () => {
  it.each([
    'burst',
    'jitter',
    'odd-bytes',
    'tiny-chunks',
    'one-chunk',
    'empty-deltas',
    'late-words',
    'duplicates',
  ])('%s', async (name) => {
    const calm = await ask('calm');
    await calm.until('response.done');
    const expected = joinAudio(calm.events);
    await server?.stop();
    const client = await ask(name);
    await client.until('response.done');
    expect(joinAudio(client.events)).toEqual(expected);
    expect(expected.length).toBe(FRAMES);
  });

  it('odd-bytes really splits samples', async () => {
    const client = await ask('odd-bytes');
    await client.until('response.done');
    const lengths = client.events
      .filter((event) => event.type === 'response.output_audio.delta')
      .map((event) => Buffer.from(String(event.delta), 'base64').length);
    expect(lengths.some((length) => length % 2 === 1)).toBe(true);
  });
});

describe('the stream of events', () => {
  it('garbage brings strays, and the turn is whole', async () => {
    const client = await ask('garbage');
    await client.until('response.done');
    expect(client.strays.length).toBeGreaterThan(5);
    expect(joinAudio(client.events).length).toBe(FRAMES);
  });

  it('unknown-events', async () => {
    const client = await ask('unknown-events');
    await client.until('response.done');
    expect(client.events.some((event) => event.type === 'response.future.delta')).toBe(true);
  });

  it('minimal-events leaves out all that is optional', async () => {
    const client = await ask('minimal-events');
    const done = await client.until('response.done');
    expect(done).not.toHaveProperty('response.usage');
    expect(client.events.some((event) => 'event_id' in event)).toBe(false);
    expect(joinAudio(client.events).length).toBe(FRAMES);
  });

  it('late-deltas come after the end of a cancelled answer', async () => {
    const client = await ask('late-deltas');
    await client.until('response.output_audio.delta');
    client.send({ type: 'response.cancel' });
    await client.until('response.done');
    const done = client.events.findIndex((event) => event.type === 'response.done');
    while (!client.events.slice(done).some((event) => event.type.endsWith('.delta'))) {
      await new Promise((resolve) => client.socket.once('message', resolve));
    }
  });

  it('wrong-format is told in session.created', async () => {
    const client = await begin('wrong-format');
    expect(await client.until('session.created')).toHaveProperty(
      'session.audio.output.format.type',
      'audio/pcmu',
    );
  });

  it('bad-base64 has deltas that are none', async () => {
    const client = await ask('bad-base64');
    await client.until('response.done');
    const deltas = client.events.filter((event) => event.type === 'response.output_audio.delta');
    expect(deltas.some((event) => !/^[A-Za-z0-9+/]*=*$/.test(String(event.delta)))).toBe(true);
  });

  it('ga-only closes on a beta client with 4000', async () => {
    server = await startScenario('ga-only');
    const client = new Client(server.url, { headers: { 'openai-beta': 'realtime=v1' } });
    expect(await client.until('error')).toHaveProperty('error.code', 'beta_api_shape_disabled');
    expect((await client.closed).code).toBe(4000);
  });

  it('beta-only speaks beta to everybody', async () => {
    const client = await begin('beta-only');
    expect(await client.until('session.created')).toHaveProperty('session.modalities');
    client.send({ type: 'session.update', session: { type: 'realtime' } });
    expect(await client.until('error')).toHaveProperty('error.param', 'session.type');
  });
});

describe('endings', () => {
  it.each([
    ['close-mid-answer', 1011],
    ['close-normally-mid-answer', 1000],
    ['close-4000-mid-answer', 4000],
    ['reset-mid-answer', 1006],
    ['reset-mid-frame', 1006],
    ['expire', 1001],
  ])('%s closes with %d after some sound', async (name, code) => {
    const client = await ask(name);
    expect((await client.closed).code).toBe(code);
    const frames = joinAudio(client.events).length;
    expect(frames).toBeGreaterThan(0);
    expect(frames).toBeLessThan(FRAMES);
  });

  it.each([
    ['close-at-once', 1000],
    ['expire-on-ask', 1001],
    ['expire-idle', 1001],
  ])('%s closes with %d', async (name, code) => {
    const client = await begin(name);
    client.ask(PROMPT).catch(() => {});
    expect((await client.closed).code).toBe(code);
  });

  it.each([
    ['quota', 'failed', { error: { code: 'insufficient_quota' } }],
    ['quota-mid-answer', 'failed', { error: { code: 'insufficient_quota' } }],
    ['rate-limited', 'failed', { error: { code: 'rate_limit_exceeded' } }],
    ['server-error', 'failed', { error: { code: 'server_error' } }],
    ['content-filter', 'incomplete', { reason: 'content_filter' }],
    ['max-tokens', 'incomplete', { reason: 'max_output_tokens' }],
    ['turn-detected', 'cancelled', { reason: 'turn_detected' }],
  ])('%s ends the answer as %s', async (name, status, details) => {
    const client = await ask(name);
    expect(await client.until('response.done')).toMatchObject({
      response: { status, status_details: details },
    });
    // The next answer may begin: nothing is left active.
    client.send({ type: 'response.create' });
    while (client.events.filter((event) => event.type === 'response.done').length < 2) {
      await new Promise((resolve) => client.socket.once('message', resolve));
    }
  });

  it.each([
    ['stall-before-audio', 'response.content_part.added', 'response.output_audio.delta'],
    ['stall-before-response', 'conversation.item.done', 'response.created'],
    ['stall-mid-audio', 'response.output_audio.delta', 'response.done'],
    ['stall-before-done', 'response.output_audio.done', 'response.done'],
  ])('%s sends %s and never %s', async (name, sent, never) => {
    const client = await ask(name);
    await client.until(sent);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(client.events.map((event) => event.type)).not.toContain(never);
    expect(client.socket.readyState).toBe(client.socket.OPEN);
  });

  it('error-… answers response.create by that error', async () => {
    const client = await ask('error-insufficient-quota');
    expect(await client.until('error')).toMatchObject({
      error: { code: 'insufficient_quota', event_id: 'ask' },
    });
  });
});

describe('refusals', () => {
  it.each(SCENARIOS.filter(({ refusal }) => refusal !== undefined).map(({ name }) => name))(
    '%s',
    async (name) => {
      server = await startScenario(name);
      const wanted = SCENARIOS.find((scenario) => scenario.name === name)?.refusal;
      const { status, headers, body } = await refusalOf(server.url);
      expect(status).toBe(wanted?.status);
      expect(body).toBe(typeof wanted?.body === 'string' ? wanted.body : JSON.stringify(wanted?.body));
      for (const [header, value] of Object.entries(wanted?.headers ?? {})) {
        expect(headers[header.toLowerCase()]).toBe(value);
      }
    },
  );
});

describe('whatever the scenario', () => {
  const connecting = SCENARIOS.filter(
    ({ refusal, handshakeDelayMs }) => refusal === undefined && handshakeDelayMs === undefined,
  );

  it.each(connecting.map(({ name }) => name))('%s: the server outlives a client and stops', async (name) => {
    const client = await begin(name);
    // Some never greet, some close at once: what a client may do is done all the same.
    const closed = client.closed.then(() => true);
    await Promise.race([closed, new Promise((resolve) => client.socket.once('open', resolve))]);
    for (const event of [
      { type: 'session.update', session: { type: 'realtime' } },
      {
        type: 'conversation.item.create',
        item: { type: 'message', role: 'user', content: [{ type: 'input_text', text: PROMPT }] },
      },
      { type: 'response.create' },
    ]) {
      if (client.socket.readyState === client.socket.OPEN) client.send(event);
    }
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 60))]);
    if (client.socket.readyState === client.socket.OPEN) client.send({ type: 'response.cancel' });
    await server?.stop();
    expect(await closed).toBe(true);
  });

  it('no-handshake lets the server stop', async () => {
    const client = await begin('no-handshake');
    await new Promise((resolve) => setTimeout(resolve, 30));
    await server?.stop();
    expect((await client.closed).code).toBe(1006);
  });

  it('deaf-to-cancel goes on to the end', async () => {
    const client = await ask('deaf-to-cancel');
    await client.until('response.output_audio.delta');
    client.send({ type: 'response.cancel' });
    expect(await client.until('response.done')).toHaveProperty('response.status', 'completed');
  });

  it('huge-frame sends one of 24 MB', async () => {
    const client = await ask('huge-frame');
    const noise = await client.until('debug.noise');
    expect(String(noise.text).length).toBe(24 * 1024 * 1024);
    await client.until('response.done');
  });

  it('foreign-ids never touches the real sound', async () => {
    const client = await ask('foreign-ids');
    await client.until('response.done');
    const own = client.events.filter((event) => event.item_id !== 'item_foreign');
    expect(joinAudio(own).length).toBe(FRAMES);
    expect(own.length).toBeLessThan(client.events.length);
  });
});
