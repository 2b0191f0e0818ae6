import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryAfterMs } from '../../../src/main/realtime/retry-after';

const NOW = Date.parse('2026-11-23T12:00:00Z');

describe('retryAfterMs', () => {
  it.each([
    [{ 'retry-after': '20' }, 20_000],
    [{ 'retry-after': '0.5' }, 500],
    [{ 'retry-after': 'Mon, 23 Nov 2026 12:01:00 GMT' }, 60_000],
    [{ 'retry-after-ms': '1500', 'retry-after': '2' }, 1_500],
    [{ 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': '6m0s' }, 360_000],
    [{ 'x-ratelimit-remaining-tokens': '0', 'x-ratelimit-reset-tokens': '20ms' }, 20],
    [{ 'x-ratelimit-remaining-requests': '7', 'x-ratelimit-reset-requests': '6m0s' }, null],
    [{ 'retry-after': 'soon' }, null],
    [{ 'retry-after': '-1' }, null],
    [{ 'retry-after': '1e9' }, null],
    [{ 'retry-after': '99999999' }, null],
    [{ 'retry-after': 'Mon, 23 Nov 2026 11:00:00 GMT' }, null],
    [{}, null],
  ])('%j is %s', (headers, ms) => {
    expect(retryAfterMs(headers, NOW)).toBe(ms);
  });

  it('is a whole number of ms within a day, or null, whatever stands there', () => {
    const names = fc.constantFrom(
      'retry-after',
      'retry-after-ms',
      'x-ratelimit-remaining-tokens',
      'x-ratelimit-reset-tokens',
    );
    const values = fc.oneof(fc.string(), fc.nat().map(String), fc.stringMatching(/^\d{1,9}(ms|s|m|h|d)$/u));
    fc.assert(
      fc.property(fc.dictionary(names, values), (headers) => {
        const ms = retryAfterMs(headers, NOW);
        if (ms === null) return;
        expect(Number.isInteger(ms)).toBe(true);
        expect(ms).toBeGreaterThan(0);
        expect(ms).toBeLessThanOrEqual(86_400_000);
      }),
    );
  });
});
