import { beforeEach, describe, expect, test } from 'vitest';
import { createPopupModel, type PopupModel } from '../../../src/renderer/popup/popup-model';
import { currentText } from '../../../src/renderer/popup/prompt-history';
import { PROMPT_LIMIT } from '../../../src/renderer/popup/prompt-limit';
import { FakeApi } from './fake-api';
import { answer, stories } from './stories';

let api: FakeApi;
let model: PopupModel;
let wakes: number;
const draft = () => currentText(model.history.value);

beforeEach(() => {
  api = new FakeApi();
  wakes = 0;
  model = createPopupModel(api, () => {
    wakes += 1;
  });
  model.receive(stories.idle);
});

describe('asking', () => {
  test('sends the prompt unchanged, empties the field at once and wakes the sound', async () => {
    const prompt = '  لماذا؟ 🌈\u0007\n彩虹 ';
    model.type(prompt);
    const asked = model.ask();
    expect(draft()).toBe('');
    expect(wakes).toBe(1);
    await asked;
    expect(api.calls).toEqual([['ask', prompt]]);
    expect(draft()).toBe('');
  });

  test.each(['', ' \n ', 'x'.repeat(PROMPT_LIMIT + 1)])('does nothing with %.5j', async (prompt) => {
    model.type(prompt);
    await model.ask();
    expect(api.calls).toEqual([]);
    expect(draft()).toBe(prompt);
  });

  test.each([{ kind: 'ignored' }, { kind: 'too-long' }] as const)(
    'puts the prompt back when main says %o',
    async (result) => {
      api.answers.ask = result;
      model.type('Why?');
      await model.ask();
      expect(draft()).toBe('Why?');
    },
  );

  test('puts the prompt back and says so when main cannot be reached', async () => {
    api.broken = true;
    model.type('Why?');
    await model.ask();
    expect(draft()).toBe('Why?');
    expect(model.remark.value).toEqual({ kind: 'not-taken' });
    expect(model.said.value.what).toBe(model.remark.value);
  });

  test('takes the remark on the one before away', async () => {
    api.broken = true;
    model.type('Why?');
    await model.ask();
    api.broken = false;
    await model.ask();
    expect(model.remark.value).toBeNull();
  });

  test('does not put it back over what was typed meanwhile', async () => {
    api.answers.ask = { kind: 'ignored' };
    model.type('Why?');
    const asked = model.ask();
    model.type('How?');
    await asked;
    expect(draft()).toBe('How?');
  });

  test('leaves the key view', async () => {
    model.shown('key');
    model.type('Why?');
    await model.ask();
    expect(model.view.value).toBe('ask');
  });
});

describe('the draft', () => {
  test('of an earlier page comes back, but never over what stands in the field', () => {
    model.restore('Half a quest');
    expect(draft()).toBe('Half a quest');
    model.restore('Another');
    expect(draft()).toBe('Half a quest');
  });

  test('outlives hiding and showing', () => {
    model.type('Half a quest');
    model.hidden();
    model.shown('ask');
    expect(draft()).toBe('Half a quest');
  });

  test('comes back when the answer fails', () => {
    model.receive(stories.waiting);
    model.receive(stories.failed);
    expect(draft()).toBe(answer.prompt);
  });

  test('comes back from among the earlier prompts, whatever main tells meanwhile', () => {
    model.type('Half');
    model.earlier();
    expect(draft()).toBe(stories.idle.recentPrompts[0]);
    model.receive({ ...stories.idle, muted: true });
    model.later();
    expect(draft()).toBe('Half');
  });
});

describe('the key', () => {
  test('that was kept is confirmed, and the prompt has the focus', async () => {
    model.shown('key');
    const focus = model.focusWanted.value;
    expect(await model.setKey('sk-1', false)).toBeNull();
    expect(api.calls).toEqual([['setKey', 'sk-1', false]]);
    expect(model.view.value).toBe('ask');
    expect(model.remark.value).toEqual({ kind: 'key-kept', where: 'this-run' });
    expect(model.focusWanted.value).toBeGreaterThan(focus);
  });

  test('that is being fetched elsewhere finds its view again', () => {
    model.shown('key');
    model.hidden();
    model.shown(null);
    expect(model.view.value).toBe('key');
    model.shown('ask');
    expect(model.view.value).toBe('ask');
  });

  test('that was refused keeps the view', async () => {
    model.shown('key');
    api.answers.setKey = { kind: 'refused', fault: 'too-short' };
    expect(await model.setKey('sk-1', true)).toBe('too-short');
    expect(model.view.value).toBe('key');
  });

  test('that could not be handed over keeps it, too', async () => {
    model.shown('key');
    api.broken = true;
    expect(await model.setKey('sk-1', true)).toBe('not-taken');
    expect(model.view.value).toBe('key');
  });
});

describe('the volume', () => {
  test('is what the user wants at once, and then what main says', async () => {
    expect(model.volume.value).toBe(0.75);
    model.setVolume(0.4);
    model.receive(stories.idle);
    expect(model.volume.value).toBe(0.4);
    await new Promise((resolve) => setTimeout(resolve));
    model.receive({ ...stories.idle, volume: 0.4 });
    model.receive({ ...stories.idle, volume: 0.25 });
    expect(model.volume.value).toBe(0.25);
    expect(api.calls).toEqual([['setVolume', 0.4]]);
  });

  test('that is raised ends a mute, and only that', () => {
    model.receive({ ...stories.idle, muted: true });
    model.setVolume(0);
    expect(api.calls).toEqual([['setVolume', 0]]);
    model.setVolume(0.1);
    expect(api.calls).toContainEqual(['setMuted', false]);
  });

  test('goes back to what holds, in words, where main cannot be reached', async () => {
    api.broken = true;
    model.setVolume(0.4);
    await new Promise((resolve) => setTimeout(resolve));
    expect(model.volume.value).toBe(0.75);
    expect(model.remark.value).toEqual({ kind: 'failed' });
  });
});

describe('a screen reader', () => {
  test('is told start and end, and two equal tellings are two', () => {
    model.receive(stories.waiting);
    model.receive(stories.speaking);
    const first = model.said.value;
    expect(first.what).toBe('answering');
    model.receive({ ...stories.speaking, muted: true });
    expect(model.said.value).toBe(first);
    model.receive({ ...stories.speaking, answer: { ...answer, phase: 'speaking', turn: 2 } });
    expect(model.said.value.what).toBe('answering');
    expect(model.said.value.id).not.toBe(first.id);
  });

  test('is told nothing of a state that was there before', () => {
    const fresh = createPopupModel(api, () => {});
    fresh.receive(stories.done);
    fresh.receive({ ...stories.done, muted: true });
    expect(fresh.said.value.what).toBeNull();
  });
});
