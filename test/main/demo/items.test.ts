import { describe, expect, it } from 'vitest';
import { joinAudio, joinDeltas, Talk } from './fakes';

function itemId(event: Record<string, unknown> | undefined): string {
  return String((event?.item as { id: string } | undefined)?.id);
}

describe('items', () => {
  const message = (id: string, text = id): Record<string, unknown> => ({
    type: 'message',
    id,
    role: 'user',
    content: [{ type: 'input_text', text }],
  });
  const create = (talk: Talk, id: string, previous?: string): Record<string, unknown> | undefined =>
    talk.errorOf({ type: 'conversation.item.create', item: message(id), previous_item_id: previous });

  it('are kept in order, and refused twice', () => {
    const talk = new Talk();
    create(talk, 'a');
    create(talk, 'b');
    create(talk, 'c', 'a');
    expect(talk.last('conversation.item.added').previous_item_id).toBe('a');
    create(talk, 'd', 'root');
    expect(talk.last('conversation.item.added').previous_item_id).toBeNull();
    expect(create(talk, 'a')).toMatchObject({ code: 'item_create_duplicate_item_id' });
    expect(create(talk, 'e', 'nobody')).toMatchObject({ code: 'item_create_invalid_previous_item_id' });
  });

  it('can be deleted once', () => {
    const talk = new Talk();
    create(talk, 'a');
    expect(talk.send({ type: 'conversation.item.delete', item_id: 'a' })[0]).toMatchObject({
      type: 'conversation.item.deleted',
      item_id: 'a',
    });
    expect(talk.errorOf({ type: 'conversation.item.delete', item_id: 'a', event_id: 'x' })).toMatchObject({
      code: 'item_delete_invalid_item_id',
      message: "Error deleting item: the item with id 'a' does not exist.",
      event_id: 'x',
    });
  });

  it('may be seeded by a client, and are remembered', async () => {
    const talk = new Talk();
    talk.say('My name is Ada');
    talk.send({
      type: 'conversation.item.create',
      item: {
        type: 'message',
        role: 'assistant',
        content: [{ type: 'output_text', text: 'Nice to meet you.' }],
      },
    });
    const events = await talk.ask('What is my name?');
    expect(joinDeltas(events, 'response.output_audio_transcript.delta')).toContain('Ada');
  });

  it('refuse sound that a client made up', () => {
    const talk = new Talk();
    const item = { type: 'message', role: 'assistant', content: [{ type: 'output_audio', transcript: 'x' }] };
    expect(talk.errorOf({ type: 'conversation.item.create', item })).toMatchObject({
      code: 'unsupported_content_type',
      param: 'item.content[0].type',
    });
  });
});

describe('truncation', () => {
  async function spoken(): Promise<{ talk: Talk; id: string; ms: number; sound: Int16Array }> {
    const talk = new Talk();
    const events = await talk.ask('Count to five');
    const id = String((talk.last('conversation.item.done').item as { id: string }).id);
    const sound = joinAudio(events);
    return { talk, id, ms: Math.floor(sound.length / 24), sound };
  }

  it('keeps the sound that was heard and forgets the words', async () => {
    const { talk, id, sound } = await spoken();
    const answers = talk.send({
      type: 'conversation.item.truncate',
      item_id: id,
      content_index: 0,
      audio_end_ms: 250,
    });
    expect(answers[0]).toMatchObject({ type: 'conversation.item.truncated', item_id: id, audio_end_ms: 250 });
    talk.send({ type: 'conversation.item.retrieve', item_id: id });
    const item = talk.last('conversation.item.retrieved').item as {
      content: { audio: string; transcript?: string }[];
    };
    const kept = Buffer.from(item.content[0]?.audio ?? '', 'base64');
    expect(kept).toEqual(Buffer.from(sound.buffer, 0, 250 * 24 * 2));
    expect(item.content[0]).not.toHaveProperty('transcript');
  });

  it('takes the whole length, and refuses one more millisecond', async () => {
    const { talk, id, ms } = await spoken();
    const truncate = (audio_end_ms: number) => ({
      type: 'conversation.item.truncate',
      item_id: id,
      content_index: 0,
      audio_end_ms,
    });
    expect(talk.errorOf(truncate(ms + 1))).toMatchObject({
      type: 'invalid_request_error',
      message: `Audio content of ${ms}ms is already shorter than ${ms + 1}ms`,
    });
    expect(talk.errorOf(truncate(ms))).toBeUndefined();
    expect(talk.errorOf(truncate(100))).toBeUndefined();
    expect(talk.errorOf(truncate(101))?.message).toBe('Audio content of 100ms is already shorter than 101ms');
  });

  it('refuses what is no speech of the assistant', async () => {
    const { talk, id } = await spoken();
    const wanted = { type: 'conversation.item.truncate', content_index: 0, audio_end_ms: 0 };
    const user = itemId(talk.events.find((event) => event.type === 'conversation.item.added'));
    expect(talk.errorOf({ ...wanted, item_id: user })?.message).toBe(
      'Only model output audio messages can be truncated',
    );
    expect(talk.errorOf({ ...wanted, item_id: 'nobody' })?.code).toBe('item_truncate_invalid_item_id');
    expect(talk.errorOf({ ...wanted, item_id: id, content_index: 1 })?.code).toBe('unsupported_content_type');
    expect(talk.errorOf({ ...wanted, item_id: id, audio_end_ms: 1.5 })).toMatchObject({
      param: 'audio_end_ms',
    });
    expect(talk.errorOf({ ...wanted, item_id: id, audio_end_ms: -1 })).toMatchObject({
      param: 'audio_end_ms',
    });
  });
});
