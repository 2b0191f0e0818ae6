import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TokenBucket } from '../../../src/main/shell/rate-limit';

it('lets a burst through, then no more than the rate', () => {
  const bucket = new TokenBucket({ burst: 3, perSecond: 2 }, 0);
  expect([0, 0, 0, 0].map((at) => bucket.take(at))).toEqual([true, true, true, false]);
  expect(bucket.take(499)).toBe(false);
  expect(bucket.take(500)).toBe(true);
  expect(bucket.take(501)).toBe(false);
});

it('saves no more than the burst, however long nothing comes', () => {
  const bucket = new TokenBucket({ burst: 2, perSecond: 100 }, 0);
  expect([1e9, 1e9, 1e9].map((at) => bucket.take(at))).toEqual([true, true, false]);
});

it('neither gives nor takes when the clock goes back', () => {
  const bucket = new TokenBucket({ burst: 2, perSecond: 1 }, 60_000);
  expect([0, 0, 0].map((at) => bucket.take(at))).toEqual([true, true, false]);
  expect(bucket.take(60_999)).toBe(false);
  expect(bucket.take(61_000)).toBe(true);
});

it('never lets more through than burst + rate × time, whatever the clock does', () => {
  const steps = fc.array(fc.integer({ min: -50, max: 400 }), { maxLength: 200 });
  fc.assert(
    fc.property(
      steps,
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 50 }),
      (waits, burst, perSecond) => {
        const bucket = new TokenBucket({ burst, perSecond }, 0);
        let now = 0;
        let latest = 0;
        let passed = 0;
        for (const wait of waits) {
          now += wait;
          latest = Math.max(latest, now);
          if (bucket.take(now)) passed += 1;
        }
        expect(passed).toBeLessThanOrEqual(burst + (latest / 1000) * perSecond + 1e-6);
      },
    ),
  );
});
