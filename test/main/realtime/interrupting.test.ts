import { describe, expect, it } from 'vitest';
import { says } from '../../fakes/server-says';
import { type Harness, startReady } from './harness';

/** A session whose first answer is being spoken: `ms` of sound have come of item `i1` of response `r1`. */
function speaking(ms = 500): Harness {
  const harness = startReady();
  harness.session.ask(1, 'Tell me a story');
  harness.connection.receive(
    says.responseCreated('r1'),
    says.itemAdded('r1', 'i1'),
    says.audio('r1', 'i1', ms),
    says.words('r1', 'i1', 'Once upon a time'),
  );
  harness.connection.take();
  harness.told.length = 0;
  return harness;
}

describe('a new prompt while an answer is made', () => {
  it('cancels, truncates, sends the prompt, and asks for the answer when the old one has ended', () => {
    const { session, connection, told, timers } = speaking();
    session.cancel();
    session.settle([{ item: 'i1', heard: 120 }]);
    session.ask(2, 'Stop. What is the time?');
    expect(connection.take()).toMatchObject([
      { type: 'response.cancel', response_id: 'r1' },
      { type: 'conversation.item.truncate', item_id: 'i1', content_index: 0, audio_end_ms: 120 },
    ]);
    connection.receive(says.audio('r1', 'i1', 100), says.words('r1', 'i1', 'there'));
    timers.advance(1_999);
    expect(told).toEqual([]);
    connection.receive(says.responseDone('r1', 'cancelled'));
    expect(told).toEqual([
      {
        type: 'turn-done',
        turn: 1,
        outcome: { kind: 'cancelled' },
        usage: { inputTokens: 10, outputTokens: 20 },
      },
    ]);
    expect(connection.sentTypes).toEqual(['conversation.item.create', 'response.create']);
    connection.receive(says.responseCreated('r2'), says.audio('r2', 'i2', 5), says.audio('r1', 'i1', 100));
    expect(told.slice(1)).toMatchObject([
      { type: 'turn-started', turn: 2 },
      { type: 'audio', item: 'i2' },
    ]);
  });

  it('does not wait longer than two seconds for the old end', () => {
    const { session, connection, of, timers } = speaking();
    session.ask(2, 'New');
    timers.advance(2_000);
    expect(of('turn-done')).toMatchObject([{ turn: 1, outcome: { kind: 'cancelled' }, usage: null }]);
    expect(connection.sentTypes).toEqual(['response.cancel', 'conversation.item.create', 'response.create']);
  });

  it('cancels in one go when asked without being cancelled first', () => {
    const { session, connection } = speaking();
    session.ask(2, 'New');
    expect(connection.sentTypes).toEqual(['response.cancel']);
    connection.receive(says.responseDone('r1', 'cancelled'));
    expect(connection.sentTypes).toEqual(['response.cancel', 'conversation.item.create', 'response.create']);
  });

  it('answers only the last of three prompts within a moment', () => {
    const { session, connection, of } = speaking();
    session.ask(2, 'two');
    session.ask(3, 'three');
    session.ask(4, 'four');
    expect(of('turn-done')).toMatchObject([{ turn: 2 }, { turn: 3 }]);
    connection.receive(says.responseDone('r1', 'cancelled'));
    expect(of('turn-done').map(({ turn }) => turn)).toEqual([2, 3, 1]);
    // The server never learns of those that were replaced while they waited.
    expect(connection.sentTypes).toEqual(['response.cancel', 'conversation.item.create', 'response.create']);
    expect(connection.last('conversation.item.create')).toMatchObject({
      item: { content: [{ text: 'four' }] },
    });
    connection.receive(says.responseCreated('r4'));
    expect(of('turn-started')).toEqual([{ type: 'turn-started', turn: 4 }]);
  });

  it('takes an ask from within its own event', () => {
    const again: { ask: (() => void) | null } = { ask: null };
    const harness = startReady({
      onEvent: (event) => {
        if (event.type === 'turn-done' && event.turn === 1) again.ask?.();
      },
    });
    again.ask = () => {
      harness.session.cancel();
      harness.session.settle([{ item: 'i1', heard: 'none' }]);
      harness.session.ask(2, 'At once');
    };
    harness.session.ask(1, 'First');
    harness.connection.receive(says.responseCreated('r1'), says.audio('r1', 'i1', 5));
    harness.connection.take();
    harness.connection.receive(says.responseDone('r1'));
    expect(harness.connection.sentTypes).toEqual([
      'conversation.item.delete',
      'conversation.item.create',
      'response.create',
    ]);
  });
});

it('takes a cancel from within the end of the turn before', () => {
  const stop: { now: (() => void) | null } = { now: null };
  const harness = startReady({
    onEvent: (event) => {
      if (event.type === 'turn-done' && event.turn === 1) stop.now?.();
    },
  });
  const { session, connection, timers } = harness;
  stop.now = () => session.cancel();
  session.ask(1, 'First');
  connection.receive(says.responseCreated('r1'));
  session.ask(2, 'Second');
  connection.take();
  connection.receive(says.responseDone('r1', 'cancelled'));
  expect(connection.sentTypes).toEqual(['conversation.item.create', 'response.create']);
  timers.advance(2_000);
  expect(harness.of('turn-done').map(({ turn }) => turn)).toEqual([1, 2]);
  expect(timers.waiting).toBe(0);
});

describe('a cancel before the server has named the response', () => {
  it('goes out as soon as the name is there, and nothing of the response is told', () => {
    const { session, connection, told } = startReady();
    session.ask(1, 'Hi');
    connection.take();
    session.cancel();
    session.ask(2, 'Rather this');
    expect(connection.take()).toEqual([]);
    connection.receive(says.responseCreated('r1'));
    expect(connection.take()).toMatchObject([{ type: 'response.cancel', response_id: 'r1' }]);
    connection.receive(
      says.itemAdded('r1', 'i1'),
      says.audio('r1', 'i1', 40),
      says.responseDone('r1', 'cancelled'),
    );
    // What was made of it in the meantime nobody has heard.
    expect(connection.take()).toMatchObject([
      { type: 'conversation.item.delete', item_id: 'i1' },
      { type: 'conversation.item.create' },
      { type: 'response.create' },
    ]);
    expect(told).toMatchObject([{ type: 'turn-done', turn: 1, outcome: { kind: 'cancelled' } }]);
  });

  it.each([
    ['gives our tag back', true],
    ['does not know tags', false],
  ])('holds when it comes after the wait, from a server that %s', (_, tags) => {
    const { session, connection, of, timers } = startReady();
    const tag = (value: string) => (tags ? { metadata: { aloud_response: value } } : {});
    session.ask(1, 'Hi');
    session.ask(2, 'Rather this');
    timers.advance(2_000);
    connection.take();
    connection.receive(says.responseCreated('r1', tag('1')), says.audio('r1', 'i1', 40));
    expect(connection.take()).toMatchObject([{ type: 'response.cancel', response_id: 'r1' }]);
    connection.receive(says.responseDone('r1', 'cancelled'));
    connection.receive(says.responseCreated('r2', tag('2')), says.audio('r2', 'i2', 40));
    expect(of('audio')).toMatchObject([{ turn: 2, item: 'i2' }]);
  });

  it('ends at once when the create was refused', () => {
    const { session, connection, of } = startReady();
    session.ask(1, 'Hi');
    session.cancel();
    connection.receive(says.error('rate_limit_exceeded', 'aloud_3'));
    expect(of('turn-done')).toMatchObject([{ turn: 1, outcome: { kind: 'cancelled' } }]);
  });
});

describe('what was heard', () => {
  it('is told after the answer was made whole, while it still sounded', () => {
    const { session, connection } = speaking(3_000);
    connection.receive(says.audioDone('r1', 'i1'), says.responseDone('r1'));
    session.cancel();
    session.settle([{ item: 'i1', heard: 1_234.9 }]);
    session.ask(2, 'New');
    expect(connection.sent).toMatchObject([
      { type: 'conversation.item.truncate', item_id: 'i1', audio_end_ms: 1_234 },
      { type: 'conversation.item.create' },
      { type: 'response.create' },
    ]);
  });

  it.each([
    ['nothing of it', 'none', [['conversation.item.delete', undefined]]],
    ['0 ms', 0, [['conversation.item.delete', undefined]]],
    ['all of it', 'all', []],
    ['as much as came', 500, []],
    ['more than came', 9_999, []],
    ['a part', 250, [['conversation.item.truncate', 250]]],
  ] as const)('of a finished item: %s', (_, heard, expected) => {
    const { session, connection } = speaking(500);
    connection.receive(says.audioDone('r1', 'i1'), says.responseDone('r1'));
    session.settle([{ item: 'i1', heard }]);
    expect(connection.sent.map(({ type, audio_end_ms }) => [type, audio_end_ms])).toEqual(expected);
  });

  it.each([['all'], [500], [9_999]] as const)(
    'of an item that was still being made: %s is all that came, and no more is left on the server',
    (heard) => {
      const { session, connection } = speaking(500);
      session.cancel();
      session.settle([{ item: 'i1', heard }]);
      expect(connection.last('conversation.item.truncate').audio_end_ms).toBe(500);
    },
  );

  it('is not told twice, nor of items that this server never had', () => {
    const { session, connection } = speaking();
    session.cancel();
    session.settle([
      { item: 'i1', heard: 'none' },
      { item: 'of another session', heard: 'none' },
    ]);
    session.settle([{ item: 'i1', heard: 'none' }]);
    connection.receive(says.responseDone('r1', 'cancelled', { output: [{ id: 'i1' }] }));
    expect(connection.sentTypes).toEqual(['response.cancel', 'conversation.item.delete']);
  });

  it('never lets a second cut go beyond the first', () => {
    const { session, connection } = speaking();
    session.cancel();
    session.settle([{ item: 'i1', heard: 200 }]);
    session.settle([{ item: 'i1', heard: 400 }]);
    session.settle([{ item: 'i1', heard: 100 }]);
    expect(connection.sent.slice(1).map(({ audio_end_ms }) => audio_end_ms)).toEqual([200, 100]);
  });

  it('is nothing for an item that was announced and had no sound yet', () => {
    const { session, connection } = startReady();
    session.ask(1, 'Hi');
    connection.receive(says.responseCreated('r1'), says.itemAdded('r1', 'i1'));
    session.cancel();
    connection.receive(says.responseDone('r1', 'cancelled'));
    expect(connection.last('conversation.item.delete').item_id).toBe('i1');
  });

  it('only warns when the server refuses to cut', () => {
    const { session, connection, of } = speaking();
    session.cancel();
    session.settle([{ item: 'i1', heard: 200 }]);
    const { event_id } = connection.last('conversation.item.truncate');
    connection.receive(says.error('invalid_value', event_id));
    expect(of('warning')).toMatchObject([{ error: { code: 'rejected', details: 'invalid_value' } }]);
    expect(session.state.kind).toBe('ready');
  });
});

describe('a server that is still busy', () => {
  const refuse = (harness: Harness) => {
    const { event_id } = harness.connection.last('response.create');
    harness.connection.receive(says.error('conversation_already_has_active_response', event_id));
  };

  it('is waited for, and asked once more', () => {
    const harness = startReady();
    const { session, connection, of } = harness;
    session.ask(1, 'Hi');
    refuse(harness);
    connection.take();
    connection.receive(says.responseDone('somebody else’s'));
    expect(connection.sentTypes).toEqual(['response.create']);
    connection.receive(says.responseCreated('r1'), says.responseDone('r1'));
    expect(of('turn-done')).toMatchObject([{ turn: 1, outcome: { kind: 'completed' } }]);
  });

  it('gets the prompt that came while it was waited for', () => {
    const harness = startReady();
    const { session, connection, of } = harness;
    session.ask(1, 'Hi');
    refuse(harness);
    session.ask(2, 'Rather this');
    expect(of('turn-done')).toMatchObject([{ turn: 1, outcome: { kind: 'cancelled' } }]);
    connection.take();
    connection.receive(says.responseDone('somebody else’s'));
    expect(connection.sentTypes).toEqual(['conversation.item.create', 'response.create']);
    expect(connection.last('conversation.item.create')).toMatchObject({
      item: { content: [{ text: 'Rather this' }] },
    });
  });

  it('fails the turn when it refuses again', () => {
    const harness = startReady();
    const { session, of, timers } = harness;
    session.ask(1, 'Hi');
    refuse(harness);
    timers.advance(2_000);
    refuse(harness);
    expect(of('turn-done')).toMatchObject([{ outcome: { kind: 'failed', error: { code: 'rejected' } } }]);
    expect(timers.waiting).toBe(0);
  });

  it('lets a prompt be cancelled and replaced meanwhile', () => {
    const harness = startReady();
    const { session, connection, of, timers } = harness;
    session.ask(1, 'Hi');
    refuse(harness);
    session.ask(2, 'Rather this');
    session.cancel();
    session.ask(3, 'Or this');
    expect(of('turn-done').map(({ turn }) => turn)).toEqual([1, 2]);
    expect(connection.sentTypes.at(-1)).toBe('response.create');
    timers.advance(2_000);
    connection.receive(says.responseCreated('r3'), says.responseDone('r3'));
    expect(of('turn-done').at(-1)).toMatchObject({ turn: 3, outcome: { kind: 'completed' } });
  });
});

describe('errors of the server within a turn', () => {
  it('takes no notice of a cancel that came too late', () => {
    const { session, connection, of } = speaking();
    session.cancel();
    connection.receive(
      says.responseDone('r1'),
      says.error('response_cancel_not_active', connection.last('response.cancel').event_id),
    );
    expect(of('warning')).toEqual([]);
    expect(of('turn-done')).toMatchObject([{ turn: 1, outcome: { kind: 'cancelled' } }]);
  });

  it('fails the turn whose prompt was refused, and stops the answer to it', () => {
    const { session, connection, of } = startReady();
    session.ask(1, 'Hi');
    connection.receive(
      says.error('string_above_max_length', connection.last('conversation.item.create').event_id),
      says.responseCreated('r1'),
    );
    expect(of('turn-done')).toMatchObject([{ outcome: { kind: 'failed', error: { code: 'rejected' } } }]);
    expect(connection.last('response.cancel').response_id).toBe('r1');
  });

  it('ends the session that has expired', () => {
    const { session, connection, of } = speaking();
    connection.receive(says.error('session_expired'));
    expect(of('turn-done')).toMatchObject([
      { outcome: { kind: 'failed', error: { code: 'session-expired' } } },
    ]);
    expect(session.state.kind).toBe('closed');
  });

  it('never carries a message or a key on', () => {
    const { session, connection, told } = startReady();
    session.ask(1, 'Private prompt');
    for (const code of ['sk-very-secret', 'A sentence about sk-very-secret', 'unknown']) {
      connection.receive(says.error(code, 'nobody’s', 'sk-very-secret'));
    }
    connection.receive({ type: 'response.done', response: 'Private answer' });
    connection.receive(
      says.responseDone('r', 'failed', { status_details: { error: { code: 'sk-very-secret' } } }),
    );
    session.close();
    const all = JSON.stringify(told, (_, value) =>
      value instanceof Error ? `${value.name} ${value.message} ${value.stack}` : value,
    );
    expect(told.length).toBeGreaterThan(3);
    expect(all).not.toMatch(/secret|private|sentence/iu);
  });

  it('answers a response of the wrong format with a failure, not with noise', () => {
    const { session, connection, told } = startReady();
    session.ask(1, 'Hi');
    connection.receive(
      says.responseCreated('r1', { audio: { output: { format: { type: 'audio/pcm', rate: 16_000 } } } }),
      says.audio('r1', 'i1', 20),
    );
    expect(told).toMatchObject([
      { type: 'turn-started' },
      { type: 'turn-done', outcome: { kind: 'failed', error: { code: 'wrong-format' } } },
    ]);
    expect(connection.last('response.cancel').response_id).toBe('r1');
  });
});

describe('somebody else’s responses', () => {
  it('are neither told nor taken for ours', () => {
    const { session, connection, told } = speaking();
    connection.receive(
      says.responseCreated('x'),
      says.audio('x', 'ix', 10),
      says.responseDone('x'),
      says.responseCreated('r1'),
      says.audio('r1', 'i1', 10),
    );
    expect(told).toMatchObject([{ type: 'audio', item: 'i1' }]);
    connection.receive(
      says.responseDone('r1'),
      says.responseDone('r1'),
      says.responseCreated('y'),
      says.audio('y', 'iy', 5),
    );
    expect(told.slice(1).map(({ type }) => type)).toEqual(['audio-end', 'turn-done']);
    session.ask(2, 'Next');
    connection.receive(says.audio('y', 'iy', 5), says.responseDone('y'), says.responseCreated('r2'));
    expect(told.at(-1)).toEqual({ type: 'turn-started', turn: 2 });
  });

  it('are told from ours by the tag, where the server keeps it', () => {
    const { session, connection, of } = startReady();
    session.ask(1, 'Hi');
    connection.receive(
      says.responseCreated('r1', { metadata: { aloud_response: '1' } }),
      says.responseDone('r1'),
    );
    session.ask(2, 'Hi');
    connection.receive(says.responseCreated('x'), says.audio('x', 'ix', 10));
    connection.receive(
      says.responseCreated('r2', { metadata: { aloud_response: '2' } }),
      says.audio('r2', 'i2', 10),
    );
    expect(of('audio')).toMatchObject([{ turn: 2, item: 'i2' }]);
  });
});

describe('a server that leaves out what is not needed', () => {
  it('is known by the item alone when it speaks of a dead response', () => {
    const { session, connection, told } = startReady();
    session.ask(1, 'Hi');
    connection.receive({ type: 'response.output_audio.delta', item_id: 'i1', delta: 'AAAA' });
    session.cancel();
    session.ask(2, 'Next');
    connection.receive({ type: 'response.done', response: {} });
    told.length = 0;
    connection.receive(
      { type: 'response.output_audio.delta', item_id: 'i1', delta: 'AAAA' },
      { type: 'response.output_audio.delta', item_id: 'i2', delta: 'BBBB' },
    );
    expect(told).toMatchObject([
      { type: 'turn-started', turn: 2 },
      { type: 'audio', item: 'i2' },
    ]);
  });

  it('is not taken for the next answer when it is late, though it never announces one', () => {
    const { session, connection, told } = startReady();
    const delta = (response_id: string, item_id: string) => ({
      type: 'response.output_audio.delta',
      response_id,
      item_id,
      delta: 'AAAA',
    });
    session.ask(1, 'Hi');
    connection.receive(delta('r1', 'i1'), says.responseDone('r1', 'completed', { output: [{ id: 'i2' }] }));
    session.ask(2, 'Next');
    told.length = 0;
    connection.receive(delta('r1', 'i3'), { ...delta('', 'i2'), response_id: null }, says.responseDone('r1'));
    expect(told).toEqual([]);
    connection.receive(delta('r2', 'i4'));
    expect(told).toMatchObject([
      { type: 'turn-started', turn: 2 },
      { type: 'audio', item: 'i4' },
    ]);
  });

  it('may begin without response.created, and name no response', () => {
    const { session, connection, told } = startReady();
    session.ask(1, 'Hi');
    connection.receive(
      { type: 'response.output_audio.delta', item_id: 'i1', delta: 'AAAA' },
      { type: 'response.output_audio_transcript.done', item_id: 'i1', transcript: 'Hello' },
      { type: 'response.done', response: {} },
    );
    expect(told.map(({ type }) => type)).toEqual([
      'turn-started',
      'audio',
      'words',
      'audio-end',
      'turn-done',
    ]);
    session.ask(2, 'Hi');
    connection.receive({
      type: 'response.output_audio.delta',
      response_id: 'r2',
      item_id: 'i2',
      delta: 'AAAA',
    });
    session.cancel();
    expect(connection.last('response.cancel').response_id).toBe('r2');
  });

  it('is not taken to begin, and an answer is not named, by events that nobody knows', () => {
    const stranger = { type: 'response.future.delta', response_id: 'stranger', delta: 'x' };
    const { session, connection, of } = startReady();
    session.ask(1, 'Hi');
    connection.receive(stranger, says.responseCreated('r1'), says.audio('r1', 'i1', 20));
    connection.receive(stranger, says.responseDone('r1'));
    expect(of('audio')).toMatchObject([{ turn: 1, item: 'i1' }]);
    expect(of('turn-done')).toMatchObject([{ turn: 1, outcome: { kind: 'completed' } }]);

    const bare = startReady();
    bare.session.ask(1, 'Hi');
    bare.connection.receive({ type: 'response.created', response: {} }, stranger, says.audio('r1', 'i1', 20));
    expect(bare.of('audio')).toMatchObject([{ turn: 1, item: 'i1' }]);
  });
});

it('leaves no timer behind when it is closed from within a turn’s first event', () => {
  const close: { now: (() => void) | null } = { now: null };
  const harness = startReady({
    onEvent: ({ type }) => {
      if (type === 'turn-started') close.now?.();
    },
  });
  close.now = () => harness.session.close();
  harness.session.ask(1, 'Hi');
  harness.connection.receive(says.responseCreated('r1'));
  expect(harness.told.map(({ type }) => type)).toEqual(['turn-started', 'turn-done', 'state']);
  expect(harness.timers.waiting).toBe(0);
});

it('closes by our own wish without an error, and tells nothing after it', () => {
  const { session, connection, told, timers } = speaking();
  session.close();
  connection.receive(says.audio('r1', 'i1', 10));
  session.close();
  expect(told).toMatchObject([
    { type: 'turn-done', turn: 1, outcome: { kind: 'cancelled' } },
    { type: 'state', state: { kind: 'closed', reason: null } },
  ]);
  expect(connection.isOver).toBe(true);
  expect(timers.waiting).toBe(0);
});
