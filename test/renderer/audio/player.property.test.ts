import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FromPlayer } from '../../../src/preload/audio-contract';
import { Player } from '../../../src/renderer/audio/worklet/player';
import { MAX_STEP, PERIOD, pcmOf, render, sine } from './signals';

/** A fade's own slope on top of the signal's: half a sine over 3 ms at full amplitude of the test signal. */
const FADE_STEP = ((Math.PI / 2 / 72) * 12_000) / 32_768;

type Step =
  | { do: 'chunk'; frames: number }
  | { do: 'end' }
  | { do: 'flush' }
  | { do: 'pause' }
  | { do: 'resume' }
  | { do: 'hold'; held: boolean }
  | { do: 'hush'; hushed: boolean }
  | { do: 'render'; quanta: number };

const steps = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('chunk'),
        frames: fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 9_000 })),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('end') }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('flush') }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('pause') }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('resume') }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('hold'), held: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('hush'), hushed: fc.boolean() }) },
    {
      weight: 7,
      arbitrary: fc.record({ do: fc.constant('render'), quanta: fc.integer({ min: 1, max: 60 }) }),
    },
  ) as fc.Arbitrary<Step>,
  { minLength: 1, maxLength: 60 },
);

/**
 * Drives a player through the steps. All items together are one unbroken signal, so that going from one to the next
 * makes no step.
 */
function run(list: readonly Step[]) {
  const posted: FromPlayer[] = [];
  const player = new Player((message) => posted.push(structuredClone(message)));
  player.reset();
  const given = new Map<string, number>();
  const ended = new Set<string>();
  const flushed = new Set<string>();
  const output: number[] = [];
  let epoch = 0;
  let item = 0;
  let position = 0;
  let paused = false;
  const name = () => `item-${item}`;
  const receive = (step: Step) => {
    switch (step.do) {
      case 'chunk':
        player.receive({
          type: 'chunk',
          epoch,
          item: name(),
          from: given.get(name()) ?? 0,
          pcm: pcmOf(sine(step.frames, position)),
        });
        position += step.frames;
        given.set(name(), (given.get(name()) ?? 0) + step.frames);
        return;
      case 'end':
        if (!given.has(name())) return;
        // Items end and begin near zero, for the next one may come at once or after a rest.
        if (position % PERIOD > 0) receive({ do: 'chunk', frames: PERIOD - (position % PERIOD) });
        player.receive({ type: 'end', epoch, item: name() });
        ended.add(name());
        item++;
        return;
      case 'flush':
        player.receive({ type: 'flush', epoch: ++epoch });
        for (const known of given.keys()) flushed.add(known);
        item++;
        position = 0;
        return;
      case 'pause':
      case 'resume':
        player.receive({ type: step.do });
        paused = step.do === 'pause';
        return;
      case 'hold':
        player.hold(step.held);
        return;
      case 'hush':
        player.hush(step.hushed);
        return;
      case 'render':
        for (const sample of render(player, step.quanta)) output.push(sample);
        return;
      default:
        step satisfies never;
    }
  };
  for (const step of list) receive(step);
  return { player, posted, given, ended, flushed, output, receive, paused: () => paused, current: name };
}

/** The last count of an item in any message. */
function counts(posted: readonly FromPlayer[]): Map<string, number> {
  const played = new Map<string, number>();
  for (const message of posted) {
    const items =
      message.type === 'drained'
        ? [message]
        : message.type === 'progress' || message.type === 'flushed'
          ? message.items
          : [];
    for (const { item, playedFrames } of items) {
      expect(playedFrames).toBeGreaterThanOrEqual(played.get(item) ?? 0);
      played.set(item, playedFrames);
    }
  }
  return played;
}

describe('Player, whatever happens', () => {
  it('never emits a step larger than the signal and its fades have', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const { output } = run(list);
        let last = 0;
        for (const sample of output) {
          if (Math.abs(sample - last) > MAX_STEP + FADE_STEP) return false;
          last = sample;
        }
        return true;
      }),
      { numRuns: 300 },
    );
  });

  it('plays every frame once it may, and counts each item exactly', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const { player, posted, given, flushed, receive, current } = run(list);
        receive({ do: 'resume' });
        receive({ do: 'hold', held: false });
        receive({ do: 'hush', hushed: false });
        if (given.has(current()) && !flushed.has(current())) receive({ do: 'end' });
        while (player.active) receive({ do: 'render', quanta: 20 });
        receive({ do: 'render', quanta: 20 });
        expect(posted.filter((m) => m.type === 'refused')).toEqual([]);
        const played = counts(posted);
        for (const [item, frames] of given) {
          if (flushed.has(item)) expect(played.get(item) ?? 0).toBeLessThanOrEqual(frames);
          else expect(played.get(item)).toBe(frames);
        }
        const drained = posted.filter((m) => m.type === 'drained').map((m) => m.item);
        expect(new Set(drained).size).toBe(drained.length);
        for (const item of given.keys()) if (!flushed.has(item)) expect(drained).toContain(item);
      }),
      { numRuns: 150 },
    );
  });

  it('plays the very samples, in order, whatever the chunk sizes', () => {
    const few = fc.array(fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4_000 })), {
      minLength: 1,
      maxLength: 40,
    });
    // One sample to ten seconds.
    const one = fc.integer({ min: 1, max: 240_000 }).map((frames) => [frames]);
    const sizes = fc.oneof({ weight: 9, arbitrary: few }, { weight: 1, arbitrary: one });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 700 }), (list, quantum) => {
        const player = new Player(() => undefined);
        const total = list.reduce((sum, frames) => sum + frames, 0);
        const signal = sine(total);
        let at = 0;
        for (const frames of list) {
          player.receive({
            type: 'chunk',
            epoch: 0,
            item: 'a',
            from: at,
            pcm: pcmOf(signal.subarray(at, at + frames)),
          });
          at += frames;
        }
        player.receive({ type: 'end', epoch: 0, item: 'a' });
        const output = new Float32Array(total);
        for (let from = 0; from < total; from += quantum)
          player.render(output.subarray(from, from + quantum));
        expect(output.map((sample) => sample * 32_768)).toEqual(Float32Array.from(signal));
      }),
      { numRuns: 100 },
    );
  });

  it('is silent after a flush, and tells exactly how much of each item had sounded', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 0, max: 300 }),
        (list, quanta) => {
          const posted: FromPlayer[] = [];
          const player = new Player((message) => posted.push(structuredClone(message)));
          const total = list.reduce((sum, frames) => sum + frames, 0);
          let at = 0;
          list.forEach((frames, i) => {
            player.receive({
              type: 'chunk',
              epoch: 0,
              item: `${i}`,
              from: 0,
              pcm: pcmOf(new Int16Array(frames).fill(9_000 - 13 * i)),
            });
            player.receive({ type: 'end', epoch: 0, item: `${i}` });
            at += frames;
          });
          render(player, quanta);
          player.receive({ type: 'flush', epoch: 1 });
          const tail = render(player, 10);
          expect(tail.subarray(144).every((sample) => sample === 0)).toBe(true);
          expect(player.active).toBe(false);
          const played = [...counts(posted).values()].reduce((sum, frames) => sum + frames, 0);
          const rendered = quanta * 128;
          const expected =
            rendered === 0 || rendered >= total + 128
              ? Math.min(rendered, total)
              : Math.min(total, rendered + 144);
          expect(played).toBe(expected);
          expect(at).toBe(total);
        },
      ),
      { numRuns: 200 },
    );
  });
});
