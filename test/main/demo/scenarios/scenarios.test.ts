import { afterEach, describe, expect, it } from 'vitest';
import { SCENARIOS } from '../../../../src/main/demo/scenarios/scenarios';
import type { DemoServer } from '../../../../src/main/demo/server';
import { joinAudio, joinDeltas } from '../fakes';
import { Client, refusalOf, startScenario } from '../server-harness';

const PROMPT = 'Count to ten';
const FRAMES = 'One, two, three, four, five, six, seven, eight, nine, ten.'.length * 480;

/** Errors that are not in answer to response.create, or not by a code. */
const PLACED = new Set([
  'error-unnamed',
  'error-bare',
  'error-first',
  'error-on-update',
  'error-on-full-update',
  'error-on-item',
  'error-mid-answer',
  'error-on-truncate',
  'error-on-memory',
]);

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
    'fragments',
    'any-order',
    'created-late',
    'created-never',
    'same-ids',
    'error-mid-answer',
    'no-pong',
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
    ['going-away-mid-answer', 1001],
    ['policy-mid-answer', 1008],
    ['restart-mid-answer', 1012],
    ['overload-mid-answer', 1013],
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
    ['reset-at-once', 1006],
    ['close-on-ask', 1011],
    ['reset-on-ask', 1006],
    ['close-before-sound', 1011],
    ['reset-before-sound', 1006],
    ['close-idle', 1000],
    ['reset-idle', 1006],
  ])('%s closes with %d', async (name, code) => {
    const client = await begin(name);
    client.ask(PROMPT).catch(() => {});
    expect((await client.closed).code).toBe(code);
  });

  it.each([
    ['quota', 'failed', { error: { code: 'insufficient_quota' } }],
    ['server-error-at-once', 'failed', { error: { code: 'server_error' } }],
    ['failure-of-the-future', 'failed', { error: { code: 'failure_of_the_future' } }],
    ['content-filter-at-once', 'incomplete', { reason: 'content_filter' }],
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
    ['stall-before-item', 'session.created', 'conversation.item.added'],
    ['stall-after-response', 'response.created', 'response.output_item.added'],
    ['stall-before-words-done', 'response.output_audio.done', 'response.output_audio_transcript.done'],
    ['half-open-on-ask', 'conversation.item.done', 'response.created'],
    ['half-open-mid-frame', 'response.output_audio.delta', 'response.done'],
  ])('%s sends %s and never %s', async (name, sent, never) => {
    const client = await ask(name);
    await client.until(sent);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(client.events.map((event) => event.type)).not.toContain(never);
    expect(client.socket.readyState).toBe(client.socket.OPEN);
  });

  it.each(SCENARIOS.map(({ name }) => name).filter((name) => /^error-/.test(name) && !PLACED.has(name)))(
    '%s answers response.create by that error',
    async (name) => {
      const client = await ask(name);
      const code = name.replace('error-', '').replaceAll('-', '_');
      expect(await client.until('error')).toMatchObject({ error: { code, event_id: 'ask' } });
    },
  );

  it.each([
    ['error-unnamed', { code: 'invalid_value', event_id: null }],
    ['error-on-item', { code: 'invalid_value' }],
    ['error-first', { code: 'server_error' }],
    ['error-mid-answer', { event_id: 'evt_of_nobody' }],
  ])('%s', async (name, error) => {
    const client = await (name === 'error-first' ? begin(name) : ask(name));
    expect(await client.until('error')).toMatchObject({ error });
  });

  it('error-bare holds nothing', async () => {
    expect(await (await ask('error-bare')).until('error')).toEqual({ type: 'error', error: null });
  });

  it.each([
    ['error-on-update', { type: 'realtime' }],
    ['error-on-full-update', { type: 'realtime', tracing: null }],
  ])('%s refuses it', async (name, session) => {
    const client = await begin(name);
    await client.until('session.created');
    client.send({ type: 'session.update', session, event_id: 'update' });
    expect(await client.until('error')).toHaveProperty('error.event_id', 'update');
  });

  it('error-on-full-update takes a smaller one', async () => {
    const client = await begin('error-on-full-update');
    await client.until('session.created');
    client.send({ type: 'session.update', session: { type: 'realtime' } });
    await client.until('session.updated');
  });

  it('error-on-truncate refuses what was heard', async () => {
    const client = await ask('error-on-truncate');
    await client.until('response.output_audio.delta');
    client.send({ type: 'conversation.item.truncate', item_id: 'x', content_index: 0, audio_end_ms: 1 });
    expect(await client.until('error')).toHaveProperty('error.code', 'invalid_value');
  });

  it('close-on-update', async () => {
    const client = await begin('close-on-update');
    await client.until('session.created');
    client.send({ type: 'session.update', session: { type: 'realtime' } });
    expect((await client.closed).code).toBe(1011);
  });

  it('stall-second-answer answers once', async () => {
    const client = await ask('stall-second-answer');
    await client.until('response.done');
    const told = client.events.length;
    client.send({ type: 'response.create' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(client.events.length).toBe(told);
  });

  it('stall-after-cancel never ends what was cancelled', async () => {
    const client = await ask('stall-after-cancel');
    await client.until('response.output_audio.delta');
    client.send({ type: 'response.cancel' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(client.events.map(({ type }) => type)).not.toContain('response.done');
  });
});

describe('order and names', () => {
  const typesOf = async (name: string): Promise<string[]> => {
    const client = await ask(name);
    await client.until('response.done');
    return client.events.map(({ type }) => type).filter((type) => type.startsWith('response.'));
  };

  it('any-order ends before it begins', async () => {
    const types = await typesOf('any-order');
    expect(types.indexOf('response.created')).toBeGreaterThan(types.indexOf('response.output_audio.delta'));
    expect(types.at(-1)).toBe('response.done');
  });

  it('created-late comes after sound, created-never never', async () => {
    const late = await typesOf('created-late');
    expect(late.indexOf('response.created')).toBeGreaterThan(late.indexOf('response.output_audio.delta'));
    await server?.stop();
    expect(await typesOf('created-never')).not.toContain('response.created');
  });

  it('done-early is followed by sound', async () => {
    const client = await ask('done-early');
    await client.until('response.done');
    await client.until('response.output_item.done');
    const types = client.events.map(({ type }) => type);
    expect(types.lastIndexOf('response.output_audio.delta')).toBeGreaterThan(types.indexOf('response.done'));
  });

  it('updated-first comes before session.created', async () => {
    const client = await begin('updated-first');
    await client.until('session.created');
    expect(client.events[0]?.type).toBe('session.updated');
  });

  it('same-ids has one id for all', async () => {
    const client = await ask('same-ids');
    expect(await client.until('response.done')).toHaveProperty('response.id', 'resp_same');
    expect(await client.until('response.output_audio.delta')).toHaveProperty('item_id', 'item_same');
  });

  it('answers-of-strangers has two responses', async () => {
    const types = await typesOf('answers-of-strangers');
    expect(types.filter((type) => type === 'response.created')).toHaveLength(2);
  });

  it('text-only has words and no sound', async () => {
    const client = await ask('text-only');
    await client.until('response.done');
    expect(joinDeltas(client.events, 'response.output_text.delta')).toMatch(/ten/);
    expect(joinAudio(client.events).length).toBe(0);
  });

  it('wrong-format-answer tells it in response.created alone', async () => {
    const client = await ask('wrong-format-answer');
    const created = await client.until('response.created');
    expect(created).toHaveProperty('response.audio.output.format.type', 'audio/pcmu');
    expect(client.events[0]).toHaveProperty('session.audio.output.format.type', 'audio/pcm');
  });

  it('no-pong does not answer pings', async () => {
    const client = await ask('no-pong');
    let pongs = 0;
    client.socket.on('pong', () => {
      pongs += 1;
    });
    client.socket.ping();
    await client.until('response.done');
    expect(pongs).toBe(0);
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

describe('no answer that HTTP knows', () => {
  it.each(['bad-accept', 'not-http', 'reset-handshake'])('%s', async (name) => {
    const client = await begin(name);
    expect((await client.closed).code).toBe(1006);
    expect(client.events).toEqual([]);
  });
});

describe('whatever the scenario', () => {
  const connecting = SCENARIOS.filter(
    ({ refusal, answer, handshakeDelayMs }) =>
      refusal === undefined && answer === undefined && handshakeDelayMs === undefined,
  );

  it('the server outlives a client and stops', async () => {
    await Promise.all(
      connecting.map(async ({ name }) => {
        const own = await startScenario(name);
        const client = new Client(own.url);
        // Some never greet, some close at once: what a client may do is done all the same.
        const closed = client.closed.then(() => name);
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
        await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 500))]);
        if (client.socket.readyState === client.socket.OPEN) client.send({ type: 'response.cancel' });
        await own.stop();
        expect(await closed).toBe(name);
      }),
    );
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
