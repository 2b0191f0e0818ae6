import { beforeEach, describe, expect, test } from 'vitest';
import { createDraftKeeper, type DraftKeeper, KEEP_AFTER_MS } from '../../../src/renderer/popup/draft-keeper';
import { FakeClock } from '../../fakes/clock';

let clock: FakeClock;
let told: string[];
let isBroken: boolean;
let keeper: DraftKeeper;

beforeEach(() => {
  clock = new FakeClock();
  told = [];
  isBroken = false;
  keeper = createDraftKeeper((text) => {
    told.push(text);
    return isBroken ? Promise.reject(new Error('broken')) : Promise.resolve();
  }, clock.schedule);
});

describe('main hears of the draft', () => {
  test('once the user has paused, and only then', () => {
    for (const text of ['W', 'Wh', 'Why', 'Why?']) {
      keeper.changed(text);
      clock.advance(KEEP_AFTER_MS - 1);
    }
    expect(told).toEqual([]);
    clock.advance(1);
    expect(told).toEqual(['Why?']);
    expect(clock.waiting).toBe(0);
  });

  test('at once when there is none any more', () => {
    keeper.changed('Why?');
    clock.advance(KEEP_AFTER_MS);
    keeper.changed('');
    expect(told).toEqual(['Why?', '']);
  });

  test('that an earlier one was sent before the user has paused', () => {
    keeper.changed('restored from an earlier page');
    keeper.changed('');
    clock.advance(KEEP_AFTER_MS);
    expect(told).toEqual(['']);
  });

  test('not at all of a field that was never touched', () => {
    keeper.changed('');
    clock.advance(KEEP_AFTER_MS);
    expect(told).toEqual([]);
  });

  test('at once when the popup is hidden, and not again', () => {
    keeper.changed('Why?');
    keeper.flush();
    clock.advance(KEEP_AFTER_MS);
    keeper.flush();
    keeper.changed('Why?');
    clock.advance(KEEP_AFTER_MS);
    expect(told).toEqual(['Why?']);
  });

  test('again after it did not', async () => {
    isBroken = true;
    keeper.changed('Why?');
    keeper.flush();
    await Promise.resolve();
    isBroken = false;
    keeper.flush();
    expect(told).toEqual(['Why?', 'Why?']);
  });

  test('that it is empty, also after it did not hear what it was', async () => {
    isBroken = true;
    keeper.changed('Why?');
    keeper.flush();
    await Promise.resolve();
    keeper.changed('');
    expect(told).toEqual(['Why?', '']);
  });
});
