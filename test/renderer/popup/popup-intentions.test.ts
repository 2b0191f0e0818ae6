import { beforeEach, expect, test } from 'vitest';
import { createPopupModel, type PopupModel } from '../../../src/renderer/popup/popup-model';
import { currentText } from '../../../src/renderer/popup/prompt-history';
import { remarkId, remarksOn } from '../../../src/renderer/popup/remarks';
import { FakeApi } from './fake-api';
import { stories } from './stories';

let api: FakeApi;
let model: PopupModel;
let wakes: number;

beforeEach(() => {
  api = new FakeApi();
  wakes = 0;
  model = createPopupModel(api, () => {
    wakes += 1;
  });
  model.receive(stories.idle);
});

test('each action of a problem does one thing', () => {
  for (const action of ['retry', 'ask-again', 'use-demo', 'open-settings', 'open-log'] as const) {
    model.act(action);
  }
  expect(api.calls).toEqual([['retry'], ['retry'], ['useDemo'], ['openSettings', 'account'], ['openLog']]);
  model.act('enter-key');
  expect(model.view.value).toBe('key');
  model.back();
  expect(model.view.value).toBe('ask');
});

test('trying again wakes the sound, and the demo voice needs no key', () => {
  const focus = model.focusWanted.value;
  model.act('retry');
  expect(wakes).toBe(1);
  expect(model.focusWanted.value).toBe(focus + 1);
  model.shown('key');
  model.act('use-demo');
  expect(model.view.value).toBe('ask');
});

test('what ends or closes something gives the focus back to the prompt', () => {
  const [notice, hotkey] = remarksOn(stories.notices);
  if (notice === undefined || hotkey === undefined) throw new Error('There are two remarks.');
  const before = model.focusWanted.value;
  model.stop();
  model.dismissProblem();
  model.close(notice);
  model.close(hotkey);
  expect(model.focusWanted.value).toBe(before + 4);
  expect(model.closed.value).toEqual([remarkId(notice), remarkId(hotkey)]);
});

test('before the first snapshot there is a field and nothing else', () => {
  const fresh = createPopupModel(api, () => {});
  expect(fresh.visible.value).toBe(false);
  expect(fresh.view.value).toBe('ask');
  expect(fresh.volume.value).toBe(1);
  fresh.type('Half');
  fresh.stop();
  fresh.togglePause();
  fresh.newConversation();
  fresh.earlier();
  expect(api.calls).toEqual([]);
  expect(currentText(fresh.history.value)).toBe('Half');
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
