import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UpdateEffect, UpdateEvent, UpdatePlan } from '../../../src/main/shell/update-plan';
import {
  FIRST_LOOK_MS,
  firstPlan,
  LOOK_INTERVAL_MS,
  QUIET_MS,
  RETRY_MS,
  STALL_MS,
  step,
  wakeAt,
} from '../../../src/main/shell/update-plan';

const HALF = 0.5;

/** A plan and its clock, driven by hand. */
function begin(automatic = true) {
  let plan: UpdatePlan = firstPlan(0, HALF, automatic);
  let now = 0;
  const tell = (event: UpdateEvent): UpdateEffect | null => {
    const next = step(plan, event, now, HALF);
    plan = next.plan;
    return next.effect;
  };
  return {
    tell,
    /** Lets time pass up to the next wake-up. */
    wake: (): UpdateEffect | null => {
      now = Math.max(now, wakeAt(plan) ?? Number.NaN);
      return tell({ type: 'time' });
    },
    pass: (ms: number): void => {
      now += ms;
    },
    get view() {
      return plan.view;
    },
    get wakeAt() {
      return wakeAt(plan);
    },
    get now() {
      return now;
    },
  };
}

const found: UpdateEvent = { type: 'found', version: '2.0.0' };
const speaks: UpdateEvent = { type: 'speaking', speaking: true };
const rests: UpdateEvent = { type: 'speaking', speaking: false };

describe('by itself', () => {
  it('looks soon after the start, and again a day after it found nothing', () => {
    const plan = begin();
    expect(plan.wakeAt).toBe(FIRST_LOOK_MS);
    expect(plan.wake()).toBe('look');
    expect(plan.tell({ type: 'none' })).toBeNull();
    expect(plan.view).toEqual({ kind: 'none' });
    expect(plan.wakeAt).toBe(FIRST_LOOK_MS + LOOK_INTERVAL_MS);
    expect(plan.wake()).toBe('look');
  });

  it('does not look when it is switched off, and does once it is switched on', () => {
    const plan = begin(false);
    expect(plan.wakeAt).toBeNull();
    plan.pass(LOOK_INTERVAL_MS);
    expect(plan.tell({ type: 'time' })).toBeNull();
    expect(plan.tell({ type: 'automatic', automatic: true })).toBe('look');
  });

  it('fetches what it found, in steps of ten per cent, and then rests', () => {
    const plan = begin();
    plan.wake();
    expect(plan.tell(found)).toBe('download');
    plan.tell({ type: 'progress', percent: 47.3 });
    expect(plan.view).toEqual({ kind: 'downloading', version: '2.0.0', percent: 40 });
    plan.tell({ type: 'downloaded', version: '2.0.0' });
    expect(plan.view).toEqual({ kind: 'ready', version: '2.0.0' });
    expect(plan.wakeAt).toBeNull();
    expect(plan.tell({ type: 'asked' })).toBeNull();
  });

  it('tries again ever later after failures, up to a day', () => {
    const plan = begin();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 8; attempt += 1) {
      expect(plan.wake()).toBe('look');
      plan.tell({ type: 'failed', failure: 'network' });
      waits.push(((plan.wakeAt ?? 0) - plan.now) / RETRY_MS);
    }
    expect(waits.map(Math.round)).toEqual([1, 2, 4, 8, 16, 24, 24, 24]);
    plan.wake();
    plan.tell({ type: 'none' });
    plan.wake();
    plan.tell({ type: 'failed', failure: 'network' });
    expect(Math.round((plan.wakeAt ?? 0) - plan.now)).toBe(RETRY_MS);
  });

  it('gives up what shows no sign of life', () => {
    const plan = begin();
    plan.wake();
    plan.pass(STALL_MS);
    expect(plan.tell({ type: 'time' })).toBe('break-off');
    expect(plan.view).toEqual({ kind: 'failed', failure: 'stalled' });
    // What comes after all is too late.
    expect(plan.tell(found)).toBeNull();
  });

  it('says that an update which was ready could not be installed', () => {
    const plan = begin();
    plan.wake();
    plan.tell(found);
    plan.tell({ type: 'downloaded', version: '2.0.0' });
    plan.tell({ type: 'failed', failure: 'disk' });
    expect(plan.view).toEqual({ kind: 'failed', failure: 'disk' });
  });
});

describe('while Aloud speaks', () => {
  it('waits for the end of it and a little longer', () => {
    const plan = begin();
    plan.tell(speaks);
    expect(plan.wakeAt).toBeNull();
    plan.pass(FIRST_LOOK_MS * 2);
    expect(plan.tell({ type: 'time' })).toBeNull();
    expect(plan.view).toEqual({ kind: 'idle' });
    expect(plan.tell(rests)).toBeNull();
    expect(plan.wakeAt).toBe(plan.now + QUIET_MS);
    expect(plan.wake()).toBe('look');
  });

  it('keeps the wish of a user, who is answered as soon as it is quiet', () => {
    const plan = begin(false);
    plan.tell(speaks);
    expect(plan.tell({ type: 'asked' })).toBeNull();
    expect(plan.view).toEqual({ kind: 'waiting' });
    expect(plan.tell(rests)).toBe('look');
  });

  it('fetches nothing that a look found meanwhile', () => {
    const plan = begin();
    plan.wake();
    plan.tell(speaks);
    expect(plan.tell(found)).toBeNull();
    expect(plan.view).toEqual({ kind: 'waiting' });
    plan.tell(rests);
    expect(plan.wake()).toBe('look');
  });

  it('breaks a download off and takes it up again', () => {
    const plan = begin();
    plan.wake();
    plan.tell(found);
    expect(plan.tell(speaks)).toBe('break-off');
    expect(plan.view).toEqual({ kind: 'waiting' });
    plan.tell(rests);
    expect(plan.wake()).toBe('look');
    expect(plan.tell(found)).toBe('download');
  });

  it('forgets a download that was broken off when updates are switched off', () => {
    const plan = begin();
    plan.wake();
    plan.tell(found);
    plan.tell(speaks);
    plan.tell({ type: 'automatic', automatic: false });
    plan.tell(rests);
    expect(plan.view).toEqual({ kind: 'idle' });
    expect(plan.wakeAt).toBeNull();
  });
});

describe('whatever happens', () => {
  const event: fc.Arbitrary<UpdateEvent> = fc.oneof(
    fc.constant<UpdateEvent>({ type: 'asked' }),
    fc.boolean().map((speaking): UpdateEvent => ({ type: 'speaking', speaking })),
    fc.boolean().map((automatic): UpdateEvent => ({ type: 'automatic', automatic })),
    fc.constant<UpdateEvent>({ type: 'time' }),
    fc.constant(found),
    fc.constant<UpdateEvent>({ type: 'none' }),
    fc
      .double({ min: -10, max: 200, noNaN: true })
      .map((percent): UpdateEvent => ({ type: 'progress', percent })),
    fc.constant<UpdateEvent>({ type: 'downloaded', version: '2.0.0' }),
    fc.constant<UpdateEvent>({ type: 'failed', failure: 'network' }),
  );
  const story = fc.array(fc.tuple(event, fc.nat({ max: LOOK_INTERVAL_MS })), { maxLength: 60 });

  it('nothing is looked for or fetched while Aloud speaks, and nothing that was switched off without being asked', () => {
    fc.assert(
      fc.property(story, fc.double({ min: 0, max: 1, noNaN: true }), (events, chance) => {
        let plan = firstPlan(0, chance, true);
        let now = 0;
        let allowed = true;
        for (const [happened, ms] of events) {
          now += ms;
          if (happened.type === 'automatic') allowed = happened.automatic || plan.owed === 'asked';
          if (happened.type === 'asked') allowed = true;
          const { plan: next, effect } = step(plan, happened, now, chance);
          plan = next;
          if (effect === 'look' || effect === 'download') expect(plan.speaking).toBe(false);
          if (effect === 'look') expect(allowed).toBe(true);
          if (plan.speaking) expect(plan.view.kind).not.toBe('downloading');
          if (plan.view.kind === 'downloading')
            expect([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]).toContain(plan.view.percent);
        }
      }),
    );
  });

  it('it looks again once it is quiet, unless an update is ready', () => {
    fc.assert(
      fc.property(story, (events) => {
        let plan = firstPlan(0, HALF, true);
        let now = 0;
        for (const [happened, ms] of events) {
          now += ms;
          plan = step(plan, happened, now, HALF).plan;
        }
        plan = step(plan, { type: 'automatic', automatic: true }, now, HALF).plan;
        plan = step(plan, rests, now, HALF).plan;
        if (plan.view.kind === 'ready') return;
        // At the latest after a stall and a day, by the plan's own alarms.
        for (let alarms = 0; alarms < 3; alarms += 1) {
          if (plan.view.kind === 'looking') return;
          now = Math.max(now, wakeAt(plan) ?? Number.NaN);
          plan = step(plan, { type: 'time' }, now, HALF).plan;
        }
        expect(plan.view).toEqual({ kind: 'looking' });
      }),
    );
  });
});
