import fc from 'fast-check';
import { expect, it } from 'vitest';
import { base64Of, rig } from './rig';

type Step =
  | { do: 'push'; frames: number }
  | { do: 'end' | 'flush' | 'pause' | 'resume' | 'crash' | 'attach' }
  | { do: 'wait'; ms: number };

const just = (name: 'end' | 'flush' | 'pause' | 'resume' | 'crash' | 'attach') =>
  fc.constant<Step>({ do: name });

const steps = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.integer({ min: 1, max: 30_000 }).map<Step>((frames) => ({ do: 'push', frames })),
    },
    { weight: 5, arbitrary: fc.integer({ min: 1, max: 400 }).map<Step>((ms) => ({ do: 'wait', ms })) },
    { weight: 2, arbitrary: just('end') },
    { weight: 1, arbitrary: just('flush') },
    { weight: 1, arbitrary: just('pause') },
    { weight: 2, arbitrary: just('resume') },
    { weight: 1, arbitrary: just('crash') },
    { weight: 2, arbitrary: just('attach') },
  ),
  { maxLength: 40 },
);

it('plays everything that was not flushed to its end, whatever becomes of the pages', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (list) => {
      const { time, channel, told, page } = rig();
      let current = page();
      let item = 0;
      const given = new Map<number, number>();
      const flushes: ReturnType<typeof channel.flush>[] = [];
      const flushed = new Set<number>();
      for (const step of list) {
        switch (step.do) {
          case 'push':
            expect(channel.push(`${item}`, base64Of(new Int16Array(step.frames).fill(1_000))).kind).toBe(
              'ok',
            );
            given.set(item, (given.get(item) ?? 0) + step.frames);
            break;
          case 'end':
            if (given.has(item)) channel.end(`${item++}`);
            break;
          case 'flush':
            flushes.push(channel.flush());
            for (const known of given.keys()) flushed.add(known);
            item++;
            break;
          case 'crash':
            current.crash();
            break;
          case 'attach':
            current = page();
            break;
          case 'wait':
            time.advance(step.ms);
            break;
          default:
            channel[step.do]();
        }
      }
      if (!current.alive) page();
      channel.resume();
      if (given.has(item)) channel.end(`${item}`);
      const isOver = (known: number) => flushed.has(known) || told.includes(`drained ${known}`);
      for (let second = 0; second < 120 && ![...given.keys()].every(isOver); second++) time.advance(1_000);
      time.advance(500);

      const reported = new Map((await Promise.all(flushes)).flat().map((report) => [report.item, report]));
      for (const [known, frames] of given) {
        const position = channel.position(`${known}`);
        const drained = told.filter((line) => line === `drained ${known}`).length;
        expect(position?.receivedFrames).toBe(frames);
        if (drained === 1) expect(position?.heardFrames).toBe(frames);
        // Drained or reported: never both, never neither.
        expect(drained + (reported.has(`${known}`) ? 1 : 0)).toBe(1);
        if (!flushed.has(known)) expect(drained).toBe(1);
        expect(position?.heardFrames).toBeLessThanOrEqual(position?.playedFrames ?? 0);
        expect(position?.playedFrames).toBeLessThanOrEqual(frames);
      }
      expect(told.filter((line) => line.startsWith('fault'))).toEqual([]);
      channel.forget();
      expect(channel.backlogBytes).toBe(0);
    }),
    { numRuns: 60 },
  );
});
