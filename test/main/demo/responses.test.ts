import { describe, expect, it } from 'vitest';
import { joinAudio, outline, responseOf, Talk } from './fakes';

describe('one response at a time', () => {
  it('refuses a second one, naming the event', async () => {
    const talk = new Talk();
    talk.say('Tell me a long story');
    talk.send({ type: 'response.create' });
    expect(talk.errorOf({ type: 'response.create', event_id: 'mine' })).toMatchObject({
      type: 'invalid_request_error',
      code: 'conversation_already_has_active_response',
      event_id: 'mine',
    });
  });

  it('allows others outside the conversation, which leave no trace in it', async () => {
    const talk = new Talk();
    talk.say('Tell me a long story');
    talk.send({ type: 'response.create' });
    await talk.clock.pass(10);
    const input = [
      { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Count to two' }] },
    ];
    talk.send({
      type: 'response.create',
      response: { conversation: 'none', input, output_modalities: ['text'] },
    });
    await talk.clock.pass(2_000);
    const done = responseOf(talk.last('response.done'));
    expect(done).toMatchObject({ conversation_id: null, output: [{ content: [{ text: 'One, two.' }] }] });
    const [item] = done.output as { id: string }[];
    expect(talk.errorOf({ type: 'conversation.item.retrieve', item_id: item?.id ?? '' })?.code).toBe(
      'item_retrieve_invalid_item_id',
    );
  });

  it('stops at once on cancel, and says nothing more of that response', async () => {
    const talk = new Talk();
    talk.say('Tell me a long story');
    talk.send({ type: 'response.create' });
    await talk.clock.pass(500);
    const answers = talk.send({ type: 'response.cancel' });
    expect(outline(answers)).toEqual([
      'response.output_audio.done',
      'response.output_audio_transcript.done',
      'response.content_part.done',
      'response.output_item.done',
      'conversation.item.done',
      'response.done',
    ]);
    expect(responseOf(talk.last('response.done'))).toMatchObject({
      status: 'cancelled',
      status_details: { type: 'cancelled', reason: 'client_cancelled' },
      output: [{ status: 'incomplete' }],
    });
    const before = talk.events.length;
    await talk.clock.pass(60_000);
    expect(talk.events).toHaveLength(before);
    expect(talk.clock.pending).toBe(0);
    expect(talk.errorOf({ type: 'response.cancel', event_id: 'c' })).toMatchObject({
      code: 'response_cancel_not_active',
      event_id: 'c',
    });
  });

  it('says nothing more of an item that the client has deleted meanwhile', async () => {
    const talk = new Talk();
    talk.say('Tell me a long story');
    talk.send({ type: 'response.create' });
    await talk.clock.pass(100);
    const { id } = talk.last('response.output_item.added').item as { id: string };
    talk.send({ type: 'conversation.item.delete', item_id: id });
    await talk.clock.pass(600_000);
    const done = talk.events.filter(({ type }) => type === 'conversation.item.done');
    expect(done.map(({ item }) => (item as { id: string }).id)).not.toContain(id);
    expect(responseOf(talk.last('response.done')).status).toBe('completed');
  });

  it('cancels before the first sound, while the voice is still at work', async () => {
    const talk = new Talk();
    talk.say('Hello');
    talk.send({ type: 'response.create' });
    talk.send({ type: 'response.cancel' });
    await talk.clock.pass(1_000);
    expect(joinAudio(talk.events).length).toBe(0);
    expect(talk.types().filter((type) => type === 'response.done')).toHaveLength(1);
    await talk.ask('Hello');
    expect(responseOf(talk.last('response.done')).status).toBe('completed');
  });

  it('hears a cancel between two phrases, however far it is behind its pace', async () => {
    const talk = new Talk({ pace: Number.POSITIVE_INFINITY });
    talk.say('Tell me a long story');
    talk.send({ type: 'response.create' });
    // As a frame from the network: it comes when the thread is free, never in between.
    setImmediate(() => talk.send({ type: 'response.cancel' }));
    await talk.clock.pass(1);
    expect(responseOf(talk.last('response.done')).status).toBe('cancelled');
  });

  it('does not cancel by a foreign id', async () => {
    const talk = new Talk();
    talk.say('Hello');
    talk.send({ type: 'response.create' });
    expect(talk.errorOf({ type: 'response.cancel', response_id: 'resp_other' })?.code).toBe(
      'response_cancel_not_active',
    );
  });

  it('leaves no timer when the connection goes', async () => {
    const talk = new Talk();
    talk.say('Tell me a long story');
    talk.send({ type: 'response.create' });
    await talk.clock.pass(300);
    talk.conversation.close();
    const before = talk.events.length;
    await talk.clock.pass(60_000);
    expect(talk.events).toHaveLength(before);
    expect(talk.clock.pending).toBe(0);
  });
});
