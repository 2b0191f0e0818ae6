import { beforeEach, describe, expect, test } from 'vitest';
import { createWantedVolume, volumeAfterKey, type WantedVolume } from '../../../src/renderer/ui/volume';

test.each<[string, number, number | null]>([
  ['ArrowUp', 50, 55],
  ['ArrowRight', 52, 55],
  ['ArrowDown', 52, 50],
  ['ArrowLeft', 50, 45],
  ['ArrowUp', 98, 100],
  ['ArrowUp', 100, 100],
  ['ArrowDown', 3, 0],
  ['ArrowDown', 0, 0],
  ['PageUp', 50, null],
  ['w', 50, null],
])('%s at %i per cent goes to %s', (key, percent, after) => {
  expect(volumeAfterKey(key, percent, false)).toBe(after);
});

test('the arrows follow the way in which the page is read', () => {
  expect(volumeAfterKey('ArrowRight', 50, true)).toBe(45);
  expect(volumeAfterKey('ArrowLeft', 50, true)).toBe(55);
  expect(volumeAfterKey('ArrowUp', 50, true)).toBe(55);
});

describe('the wanted volume', () => {
  let told: { volume: number; done: () => void; fail: () => void }[];
  let failures: number;
  let wanted: WantedVolume;
  const settled = () => new Promise((resolve) => setTimeout(resolve));

  beforeEach(() => {
    told = [];
    failures = 0;
    wanted = createWantedVolume(
      (volume) =>
        new Promise<void>((done, failed) => {
          told.push({ volume, done, fail: () => failed(new Error('broken')) });
        }),
      () => {
        failures += 1;
      },
    );
  });
  const volumes = () => told.map(({ volume }) => volume);

  test('holds until main has answered and sent its state', async () => {
    wanted.want(0.4);
    expect(wanted.value.value).toBe(0.4);
    // A state from before the call.
    wanted.settle();
    expect(wanted.value.value).toBe(0.4);
    told[0]?.done();
    await settled();
    expect(wanted.value.value).toBe(0.4);
    wanted.settle();
    expect(wanted.value.value).toBeNull();
  });

  test('is told one call at a time, and of what is wanted meanwhile only the last', async () => {
    for (const volume of [0.4, 0.5, 0.6, 0.7]) wanted.want(volume);
    expect(volumes()).toEqual([0.4]);
    told[0]?.done();
    await settled();
    expect(volumes()).toEqual([0.4, 0.7]);
    told[1]?.done();
    await settled();
    wanted.want(0.2);
    expect(volumes()).toEqual([0.4, 0.7, 0.2]);
  });

  test('is given up where main is not reached, and can be wanted again', async () => {
    wanted.want(0.4);
    told[0]?.fail();
    await settled();
    expect(wanted.value.value).toBeNull();
    expect(failures).toBe(1);
    wanted.want(0.5);
    expect(volumes()).toEqual([0.4, 0.5]);
  });
});
