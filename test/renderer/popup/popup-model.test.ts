import { beforeEach, describe, expect, test } from 'vitest';
import { createPopupModel, type PopupModel } from '../../../src/renderer/popup/popup-model';
import { currentText } from '../../../src/renderer/popup/prompt-history';
import { PROMPT_LIMIT } from '../../../src/renderer/popup/prompt-limit';
import { remarkId, remarksOn } from '../../../src/renderer/popup/remarks';
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

  test('comes back from among the earlier prompts', () => {
    model.type('Half');
    model.earlier();
    expect(draft()).toBe(stories.idle.recentPrompts[0]);
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

describe('what can be done', () => {
  test('each action of a problem does one thing', () => {
    for (const action of ['retry', 'ask-again', 'use-demo', 'open-settings', 'open-log'] as const) {
      model.act(action);
    }
    expect(api.calls.map(([call]) => call)).toEqual(['retry', 'retry', 'useDemo', 'openSettings', 'openLog']);
    model.act('enter-key');
    expect(model.view.value).toBe('key');
    model.back();
    expect(model.view.value).toBe('ask');
  });

  test('stopping is sent only while there is something to stop', () => {
    model.stop();
    model.receive(stories.speaking);
    model.stop();
    expect(api.calls).toEqual([['stop']]);
  });

  test('a new conversation is begun only where there is one, and the prompt has the focus', () => {
    model.newConversation();
    expect(api.calls).toEqual([]);
    model.receive(stories.cutOff);
    const focus = model.focusWanted.value;
    model.newConversation();
    expect(api.calls).toEqual([['newConversation']]);
    expect(model.focusWanted.value).toBe(focus + 1);
  });

  test('pausing is sent only while something sounds, and undone by the same', () => {
    model.togglePause();
    model.receive(stories.speaking);
    model.togglePause();
    model.receive(stories.paused);
    model.togglePause();
    expect(api.calls).toEqual([
      ['setPaused', true],
      ['setPaused', false],
    ]);
    // To go on needs a sound device that is awake.
    expect(wakes).toBe(1);
  });

  test('hearing it again wakes the sound and gives the focus back to the prompt', () => {
    model.receive(stories.done);
    const focus = model.focusWanted.value;
    model.replay();
    expect(api.calls).toEqual([['replay']]);
    expect(wakes).toBe(1);
    expect(model.focusWanted.value).toBe(focus + 1);
  });

  test('an intention that fails is said in words', async () => {
    api.broken = true;
    model.setMuted(true);
    await Promise.resolve();
    await Promise.resolve();
    expect(model.remark.value).toEqual({ kind: 'failed' });
  });

  test('showing wakes the sound and asks for the focus each time', () => {
    const before = model.focusWanted.value;
    model.shown('ask');
    model.shown('ask');
    expect(model.focusWanted.value).toBe(before + 2);
    expect(wakes).toBe(2);
    expect(model.visible.value).toBe(true);
  });

  test('a remark of the page’s own goes when it is closed, and may come again', async () => {
    api.broken = true;
    for (let times = 0; times < 2; times += 1) {
      model.type('Why?');
      await model.ask();
      const remark = model.remark.value;
      if (remark === null) throw new Error('Nothing was remarked.');
      model.close(remark);
      expect(model.remark.value).toBeNull();
      expect(model.closed.value).toEqual([]);
    }
  });

  test('a closed remark on what was put right is told when it goes wrong again', () => {
    model.receive(stories.deviceAway);
    const [away] = remarksOn(stories.deviceAway);
    if (away === undefined) throw new Error('Nothing was remarked.');
    model.close(away);
    model.receive({ ...stories.deviceAway, muted: true });
    expect(model.closed.value).toEqual([remarkId(away)]);
    model.receive(stories.idle);
    expect(model.closed.value).toEqual([]);
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
