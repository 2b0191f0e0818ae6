import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Healing, HealingInput } from '../../../src/main/assistant/healing';
import {
  AT_REST,
  FIRST_PAUSE_MS,
  heal,
  LONGEST_PAUSE_MS,
  pauseMs,
} from '../../../src/main/assistant/healing';
import { CAUSES, cureOf } from '../../../src/main/assistant/problems';
import type { Trouble } from '../../../src/main/assistant/trouble';
import { troubleOf } from '../../../src/main/assistant/trouble';

const lost = troubleOf('closed');
const useless = ['bad-key', 'forbidden', 'quota', 'wrong-dialect', 'bad-address', 'content-filter'] as const;

/** Runs inputs at their moments and counts the attempts. */
function run(inputs: readonly (readonly [HealingInput, number])[], from: Healing = AT_REST) {
  let healing = from;
  let attempts = 0;
  for (const [input, now] of inputs) {
    const step = heal(healing, input, { now, chance: 0 });
    healing = step.healing;
    if (step.connect) attempts += 1;
  }
  return { healing, attempts };
}

const up = run([
  [{ type: 'wanted', by: 'warming' }, 0],
  [{ type: 'ready' }, 100],
]).healing;

describe('healing', () => {
  it('connects when it is wanted, and once', () => {
    const { healing, attempts } = run([
      [{ type: 'wanted', by: 'warming' }, 0],
      [{ type: 'wanted', by: 'asking' }, 0],
      [{ type: 'ready' }, 100],
      [{ type: 'wanted', by: 'asking' }, 200],
    ]);
    expect({ kind: healing.kind, attempts }).toEqual({ kind: 'up', attempts: 1 });
  });

  it('tries again by itself, later each time, however often the server lets it in', () => {
    let healing = up;
    let now = 0;
    const pauses: number[] = [];
    for (let i = 0; i < 9; i += 1) {
      healing = run([[{ type: 'failed', trouble: lost }, now]], healing).healing;
      if (healing.kind !== 'waiting') throw new Error(healing.kind);
      pauses.push(healing.until - now);
      now = healing.until;
      const again = run(
        [
          [{ type: 'due' }, now],
          [{ type: 'ready' }, now],
        ],
        healing,
      );
      expect(again.attempts).toBe(1);
      healing = again.healing;
    }
    expect(pauses).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
    expect(run([[{ type: 'completed' }, now]], healing).healing).toEqual({ kind: 'up', failures: 0 });
  });

  it.each(useless)('does not try again what time cannot cure: %s', (code) => {
    const stuck = run([[{ type: 'failed', trouble: troubleOf(code) }, 0]], up);
    expect(stuck.healing.kind).toBe('stuck');
    const after = run(
      [
        [{ type: 'due' }, 1e9],
        [{ type: 'changed' }, 1e9],
      ],
      stuck.healing,
    );
    expect(after.attempts).toBe(0);
    expect(run([[{ type: 'wanted', by: 'asking' }, 1e9]], stuck.healing).attempts).toBe(1);
  });

  it('tries at once on another network, also what another network can cure', () => {
    for (const code of ['closed', 'tls', 'proxy-refused'] as const) {
      const { healing } = run([[{ type: 'failed', trouble: troubleOf(code) }, 0]], up);
      expect(run([[{ type: 'changed' }, 1]], healing).attempts).toBe(1);
    }
    expect(run([[{ type: 'changed' }, 1]], up).attempts).toBe(0);
    expect(run([[{ type: 'changed' }, 1]]).attempts).toBe(0);
  });

  it('cuts a pause short for the user, and one that the server asked for for nobody else', () => {
    const own = run([[{ type: 'failed', trouble: lost }, 0]], up).healing;
    expect(run([[{ type: 'wanted', by: 'asking' }, 1]], own).attempts).toBe(1);
    expect(run([[{ type: 'wanted', by: 'warming' }, 1]], own).attempts).toBe(0);

    const asked: Trouble = { ...troubleOf('rate-limited'), retryAfterMs: 20_000 };
    const told = run([[{ type: 'failed', trouble: asked }, 0]], up).healing;
    expect(told).toMatchObject({ kind: 'waiting', until: 20_000 });
    expect(run([[{ type: 'changed' }, 1]], told).attempts).toBe(0);
    expect(run([[{ type: 'wanted', by: 'warming' }, 1]], told).attempts).toBe(0);
    expect(run([[{ type: 'wanted', by: 'asking' }, 1]], told).attempts).toBe(1);
  });

  it('does nothing more when nobody wants it', () => {
    const waiting = run([[{ type: 'failed', trouble: lost }, 0]], up).healing;
    const rest = run(
      [
        [{ type: 'unwanted' }, 1],
        [{ type: 'due' }, 1e9],
        [{ type: 'changed' }, 1e9],
        [{ type: 'failed', trouble: lost }, 1e9],
        [{ type: 'ready' }, 1e9],
      ],
      waiting,
    );
    expect(rest).toMatchObject({ healing: { kind: 'rest' }, attempts: 0 });
  });

  it('makes pauses that grow within bounds, with half of each left to chance', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.double({ min: 0, max: 0.999, noNaN: true }), (failures, chance) => {
        const pause = pauseMs(failures, chance);
        expect(pause).toBeGreaterThanOrEqual(FIRST_PAUSE_MS / 2);
        expect(pause).toBeLessThan(LONGEST_PAUSE_MS);
        expect(pauseMs(failures + 1, chance)).toBeGreaterThanOrEqual(pause);
      }),
    );
  });

  it('keeps its promises whatever comes in whatever order', () => {
    const codes = Object.keys(CAUSES) as (keyof typeof CAUSES)[];
    const trouble: fc.Arbitrary<Trouble> = fc.record({
      code: fc.constantFrom(...codes),
      details: fc.constant(null),
      retryAfterMs: fc.option(fc.nat(60_000)),
      proxy: fc.constant(null),
    });
    const input: fc.Arbitrary<HealingInput> = fc.oneof(
      fc.record({
        type: fc.constant('wanted' as const),
        by: fc.constantFrom('warming' as const, 'asking' as const),
      }),
      fc.record({ type: fc.constant('failed' as const), trouble }),
      ...(['unwanted', 'ready', 'completed', 'due', 'changed'] as const).map((type) => fc.constant({ type })),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(input, fc.nat(40_000), fc.double({ min: 0, max: 0.999, noNaN: true })), {
          maxLength: 60,
        }),
        (steps) => {
          let healing = AT_REST;
          let now = 0;
          for (const [event, ms, chance] of steps) {
            now += ms;
            const former = healing;
            const step = heal(former, event, { now, chance });
            healing = step.healing;
            expect(step.connect).toBe(step.connect && healing.kind === 'trying');
            if (step.connect) {
              // Never twice at once, never on top of a connection, never in a pause that was asked for.
              expect(['rest', 'waiting', 'stuck']).toContain(former.kind);
              if (former.kind === 'stuck' && event.type !== 'wanted') {
                expect(cureOf(former.trouble.code)).toBe('network');
              }
              const isAsked = event.type === 'wanted' && event.by === 'asking';
              if (former.kind === 'waiting' && former.trouble.retryAfterMs !== null && !isAsked) {
                expect(now).toBeGreaterThanOrEqual(former.until);
              }
            }
            if (event.type === 'completed') expect(healing.failures).toBe(0);
            else expect(healing.failures).toBeGreaterThanOrEqual(former.failures);
            if (healing.kind === 'waiting' && former.kind !== 'waiting') {
              expect(cureOf(healing.trouble.code)).toBe('time');
              expect(healing.until).toBeGreaterThanOrEqual(now + (healing.trouble.retryAfterMs ?? 0));
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
