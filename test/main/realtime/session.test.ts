import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '../../../src/main/realtime/session-events';
import { says, silence } from '../../fakes/server-says';
import { start, startReady } from './harness';

describe('configuring', () => {
  it('asks for PCM16 at 24 kHz once the server has introduced itself', () => {
    const { session, connection, of } = start();
    expect(session.state).toEqual({ kind: 'connecting' });
    connection.open();
    expect(connection.sent).toEqual([]);
    connection.receive(says.sessionCreated());
    expect(session.state).toEqual({ kind: 'configuring', dialect: 'ga' });
    expect(connection.last('session.update')).toMatchObject({
      event_id: 'aloud_1',
      session: {
        type: 'realtime',
        output_modalities: ['audio'],
        instructions: 'Be brief.',
        audio: {
          input: { turn_detection: null },
          output: { format: { type: 'audio/pcm', rate: 24_000 }, voice: 'marin', speed: 1 },
        },
      },
    });
    connection.receive(says.sessionUpdated());
    expect(session.state).toEqual({ kind: 'ready', dialect: 'ga', model: 'gpt-realtime-2.1' });
    expect(of('state').map(({ state }) => state.kind)).toEqual(['configuring', 'ready']);
  });

  it('speaks the beta dialect to a server that introduces itself in it', () => {
    const { session, connection } = start();
    connection.open();
    connection.receive({ type: 'session.created', session: { model: 'm', modalities: ['audio', 'text'] } });
    expect(connection.last('session.update')).toMatchObject({
      session: { modalities: ['audio', 'text'], output_audio_format: 'pcm16', turn_detection: null },
    });
    connection.receive({ type: 'session.updated', session: { output_audio_format: 'pcm16' } });
    expect(session.state).toEqual({ kind: 'ready', dialect: 'beta', model: 'm' });
    session.ask(1, 'Hi');
    expect(connection.last('response.create')).toEqual({ type: 'response.create', event_id: 'aloud_3' });
    connection.receive(
      says.responseCreated('r'),
      { type: 'response.audio.delta', response_id: 'r', item_id: 'i', delta: silence(10) },
      { type: 'response.audio_transcript.delta', response_id: 'r', item_id: 'i', delta: 'Hey' },
      { type: 'response.audio.done', response_id: 'r', item_id: 'i' },
      says.responseDone('r'),
    );
  });

  it('takes another format for an error, not for noise', () => {
    const { session, connection, timers } = start();
    connection.open();
    connection.receive(says.sessionCreated(), says.sessionUpdated({ type: 'audio/pcmu' }));
    expect(session.state).toMatchObject({
      kind: 'closed',
      reason: { code: 'wrong-format', details: 'audio/pcmu' },
    });
    expect(connection.isOver).toBe(true);
    expect(timers.waiting).toBe(0);
  });

  it('asks for less when the server refuses a field, and gives up when it refuses that too', () => {
    const { session, connection } = start();
    connection.open();
    connection.receive(says.sessionCreated(), says.error('unknown_parameter', 'aloud_1'));
    const essential = connection.last('session.update');
    expect(essential.event_id).toBe('aloud_2');
    expect(essential.session).not.toHaveProperty('truncation');
    connection.receive(says.error('unknown_parameter', 'aloud_1'));
    expect(session.state.kind).toBe('configuring');
    connection.receive(says.error('unknown_parameter', 'aloud_2'));
    expect(session.state).toMatchObject({
      kind: 'closed',
      reason: { code: 'rejected', details: 'unknown_parameter' },
    });
  });

  it.each([
    ['says nothing', [], 'session-timeout'],
    ['talks of something else', [{ type: 'hello' }], 'not-a-realtime-server'],
    ['does not confirm the configuration', [says.sessionCreated()], 'configure-timeout'],
  ])('ends when the server %s', (_, events, code) => {
    const { session, connection, timers } = start();
    connection.open();
    connection.receive(...events);
    timers.advance(9_999);
    expect(session.state.kind).not.toBe('closed');
    timers.advance(1);
    expect(session.state).toMatchObject({ kind: 'closed', reason: { code } });
    expect(connection.isOver).toBe(true);
    expect(timers.waiting).toBe(0);
  });

  it.each([
    ['invalid_api_key', 'bad-key'],
    ['insufficient_quota', 'quota'],
    ['beta_api_shape_disabled', 'wrong-dialect'],
    ['model_not_found', 'not-found'],
  ])('ends with the cause when the server says %s', (serverCode, code) => {
    for (const before of [[], [says.sessionCreated()]]) {
      const { session, connection } = start();
      connection.open();
      connection.receive(...before, says.error(serverCode));
      expect(session.state).toMatchObject({ kind: 'closed', reason: { code, details: serverCode } });
    }
  });

  it('ends after ten frames of garbage in a row, not after ten in all', () => {
    const { session, connection, of } = start();
    connection.open();
    for (let i = 0; i < 9; i += 1) connection.malform();
    connection.receive(says.sessionCreated());
    for (let i = 0; i < 9; i += 1) connection.malform();
    expect(session.state.kind).toBe('configuring');
    expect(of('warning')).toHaveLength(18);
    connection.malform();
    expect(session.state).toMatchObject({ kind: 'closed', reason: { code: 'garbage' } });
  });
});

describe('a turn', () => {
  it('sends prompt and request, tells the answer in order, and ends once', () => {
    const { session, connection, told, timers } = startReady();
    session.ask(7, 'Hello 🙂\u0000 שלום');
    expect(connection.take()).toEqual([
      {
        type: 'conversation.item.create',
        event_id: 'aloud_2',
        item: {
          type: 'message',
          role: 'user',
          content: [{ type: 'input_text', text: 'Hello 🙂\u0000 שלום' }],
        },
      },
      {
        type: 'response.create',
        event_id: 'aloud_3',
        response: { metadata: { aloud_response: '1' } },
      },
    ]);
    connection.receive(
      says.responseCreated('r1'),
      says.itemAdded('r1', 'i1'),
      says.audio('r1', 'i1', 20),
      says.words('r1', 'i1', 'Hi'),
      says.audioDone('r1', 'i1'),
      says.itemDone('r1', 'i1'),
      says.responseDone('r1'),
    );
    expect(told).toEqual([
      { type: 'turn-started', turn: 7 },
      { type: 'audio', turn: 7, item: 'i1', delta: silence(20) },
      { type: 'words', turn: 7, item: 'i1', delta: 'Hi' },
      { type: 'audio-end', turn: 7, item: 'i1' },
      {
        type: 'turn-done',
        turn: 7,
        outcome: { kind: 'completed' },
        usage: { inputTokens: 10, outputTokens: 20 },
      },
    ] satisfies SessionEvent[]);
    expect(timers.waiting).toBe(0);
  });

  it('waits for a session that is not ready; the newest prompt wins', () => {
    const { session, connection, of } = start();
    session.ask(1, 'first');
    session.ask(2, 'second');
    connection.open();
    connection.receive(says.sessionCreated(), says.sessionUpdated());
    expect(of('turn-done')).toMatchObject([{ turn: 1, outcome: { kind: 'cancelled' } }]);
    expect(connection.sentTypes).toEqual(['session.update', 'conversation.item.create', 'response.create']);
    expect(JSON.stringify(connection.sent)).toContain('second');
    expect(JSON.stringify(connection.sent)).not.toContain('first');
  });

  it('tells the words of an answer that is text only', () => {
    const { session, connection, told } = startReady();
    session.ask(1, 'Hi');
    connection.receive(says.responseCreated('r'), says.textWords('r', 'i', 'Hello'), says.responseDone('r'));
    expect(told.map(({ type }) => type)).toEqual(['turn-started', 'words', 'turn-done']);
  });

  it('has no place for sound of an item that has ended', () => {
    const { session, connection, told } = startReady();
    session.ask(1, 'Hi');
    connection.receive(
      says.responseCreated('r'),
      says.audio('r', 'i', 5),
      says.audioDone('r', 'i'),
      says.audio('r', 'i', 5),
      says.audio('r', 'i2', 5),
      says.itemDone('r', 'i2'),
      says.responseDone('r'),
    );
    expect(told.map((event) => ('item' in event ? `${event.type} ${event.item}` : event.type))).toEqual([
      'turn-started',
      'audio i',
      'audio-end i',
      'audio i2',
      'audio-end i2',
      'turn-done',
    ]);
  });

  it('gives its events the ids that it was given', () => {
    const { session, connection } = startReady({ eventId: (n) => `e-${n}` });
    session.ask(1, 'Hi');
    expect(connection.sent.map(({ event_id }) => event_id)).toEqual(['e-2', 'e-3']);
  });

  it('ends the sound of an item whose end the server did not announce', () => {
    const { session, connection, told } = startReady();
    session.ask(1, 'Hi');
    connection.receive(says.responseCreated('r'), says.audio('r', 'i', 5), says.responseDone('r'));
    expect(told.map(({ type }) => type)).toEqual(['turn-started', 'audio', 'audio-end', 'turn-done']);
  });

  it('fails after 30 s without a sign of life, and is usable again', () => {
    const { session, connection, of, timers } = startReady();
    session.ask(1, 'Hi');
    connection.receive(says.responseCreated('r'));
    timers.advance(29_000);
    connection.receive(says.audio('r', 'i', 5));
    timers.advance(29_999);
    expect(of('turn-done')).toEqual([]);
    timers.advance(1);
    expect(of('turn-done')).toMatchObject([{ outcome: { kind: 'failed', error: { code: 'turn-timeout' } } }]);
    expect(connection.last('response.cancel').response_id).toBe('r');
    session.ask(2, 'Again');
    connection.receive(says.responseDone('r', 'cancelled'));
    connection.receive(says.responseCreated('r2'), says.responseDone('r2'));
    expect(of('turn-done').at(-1)).toMatchObject({ turn: 2, outcome: { kind: 'completed' } });
  });

  it('ends the connection when the server does not even answer the cancel after a silence', () => {
    const { session, of, timers } = startReady();
    session.ask(1, 'Hi');
    timers.advance(30_000);
    session.ask(2, 'Again');
    timers.advance(2_000);
    expect(of('turn-done')).toMatchObject([
      { turn: 1, outcome: { kind: 'failed', error: { code: 'turn-timeout' } } },
      { turn: 2, outcome: { kind: 'failed', error: { code: 'turn-timeout' } } },
    ]);
    expect(session.state).toMatchObject({ kind: 'closed', reason: { code: 'turn-timeout' } });
    expect(timers.waiting).toBe(0);
  });

  it.each([
    ['incomplete', { status_details: { reason: 'content_filter' } }, 'content-filter'],
    ['incomplete', { status_details: { reason: 'max_output_tokens' } }, 'incomplete'],
    ['failed', { status_details: { error: { code: 'insufficient_quota' } } }, 'quota'],
    ['failed', {}, 'server-error'],
    ['cancelled', { status_details: { reason: 'turn_detected' } }, 'incomplete'],
  ])('fails when the response ends as %s %j', (status, response, code) => {
    const { session, connection, of } = startReady();
    session.ask(1, 'Hi');
    connection.receive(says.responseCreated('r'), says.responseDone('r', status, response));
    expect(of('turn-done')).toMatchObject([{ outcome: { kind: 'failed', error: { code } } }]);
    expect(session.state.kind).toBe('ready');
  });

  it('fails with the cause when the connection ends', () => {
    const { session, connection, told, timers } = startReady();
    session.ask(1, 'Hi');
    connection.receive(says.responseCreated('r'), says.audio('r', 'i', 5));
    connection.end();
    expect(told.slice(2)).toMatchObject([
      { type: 'audio-end', item: 'i' },
      { type: 'turn-done', outcome: { kind: 'failed', error: { code: 'closed' } } },
      { type: 'state', state: { kind: 'closed' } },
    ]);
    session.ask(2, 'Too late');
    expect(told.at(-1)).toMatchObject({ type: 'turn-done', turn: 2, outcome: { kind: 'failed' } });
    expect(timers.waiting).toBe(0);
  });
});

describe('the limits of the service', () => {
  it('say when a question that they refused may be asked again', () => {
    const { session, connection, of } = startReady();
    session.ask(1, 'Hello');
    connection.receive(
      {
        type: 'rate_limits.updated',
        rate_limits: [
          { name: 'requests', limit: 100, remaining: 3, reset_seconds: 600 },
          { name: 'tokens', limit: 1_000, remaining: 0, reset_seconds: 12.3 },
        ],
      },
      says.responseCreated('r1'),
      says.responseDone('r1', 'failed', {
        status_details: { error: { code: 'rate_limit_exceeded', type: 'invalid_request_error' } },
      }),
    );
    expect(of('turn-done').at(-1)?.outcome).toMatchObject({
      kind: 'failed',
      error: { code: 'rate-limited', retryAfterMs: 12_300 },
    });
  });
});

describe('remembering', () => {
  const earlier = [
    { role: 'user', text: 'One' },
    { role: 'assistant', text: 'First' },
  ] as const;

  it('goes before the first question, in the words of the dialect', () => {
    const { session, connection } = start();
    session.remember(earlier);
    session.ask(1, 'Two');
    connection.open();
    connection.receive(says.sessionCreated(), says.sessionUpdated());
    const items = connection.sent.filter(({ type }) => type === 'conversation.item.create');
    expect(items.map(({ item }) => item)).toEqual([
      { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'One' }] },
      { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'First' }] },
      { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Two' }] },
    ]);
    expect(connection.sentTypes.at(-1)).toBe('response.create');
  });

  it('goes out at once when the session is ready, and no refusal of it fails a question', () => {
    const { session, connection, of } = startReady();
    session.remember(earlier);
    expect(connection.sentTypes).toEqual(['conversation.item.create', 'conversation.item.create']);
    connection.receive(says.error('invalid_value', connection.sent[1]?.event_id));
    expect(of('warning')).toHaveLength(1);
    session.ask(1, 'Two');
    expect(connection.sentTypes.at(-1)).toBe('response.create');
  });
});
