import { beforeEach, describe, expect, it } from 'vitest';
import { DeviceWatch } from '../../../src/renderer/audio/device-watch';
import { FakeClock } from '../../fakes/clock';

let time: FakeClock;
let told: string[];
let asleep: boolean;
let works: boolean;
let watch: DeviceWatch;

/** Its clock goes with the time while it works. */
const device = {
  get currentTime() {
    return works ? time.now() / 1_000 : 0;
  },
};
const count = (what: string) => told.filter((each) => each === what).length;

beforeEach(() => {
  time = new FakeClock();
  told = [];
  asleep = false;
  works = true;
  watch = new DeviceWatch({
    after: time.schedule,
    asleep: () => asleep,
    look: () => told.push('look'),
    moved: () => told.push('moved'),
    healthy: () => told.push('healthy'),
    stalled: () => told.push('stalled'),
    failed: () => told.push('failed'),
  });
});

describe('a clock that goes', () => {
  it('is told twice a second, and lets the devices be looked at every two', () => {
    watch.start(device);
    time.advance(9_500);
    expect(count('moved')).toBe(19);
    expect(count('look')).toBe(4);
    expect(count('healthy')).toBe(0);
    time.advance(500);
    expect(count('healthy')).toBe(1);
  });

  it('counts the two seconds from the last look', () => {
    watch.start(device);
    time.advance(1_500);
    watch.look();
    time.advance(1_500);
    expect(count('look')).toBe(1);
    time.advance(500);
    expect(count('look')).toBe(2);
  });
});

describe('a clock that stands still', () => {
  beforeEach(() => {
    works = false;
  });

  it('is told again and again', () => {
    watch.start(device);
    time.advance(2_500);
    expect(told).toEqual([]);
    time.advance(4_000);
    expect(told).toEqual(['stalled', 'stalled']);
  });

  it('means nothing in sleep, and is not watched any more', () => {
    asleep = true;
    watch.start(device);
    time.advance(3_000);
    expect(told).toEqual([]);
    expect(watch.running).toBe(false);
    expect(time.waiting).toBe(0);
  });
});

describe('a complaint', () => {
  it('is looked into at once, and harmless when the clock goes on', () => {
    watch.suspect(device);
    expect(told).toEqual(['look']);
    time.advance(1_000);
    expect(told).toEqual(['look']);
  });

  it.each([
    [false, 1],
    [true, 0],
  ])('is a failure when it stands still, but not in sleep (asleep: %s)', (sleeps, failures) => {
    works = false;
    asleep = sleeps;
    watch.suspect(device);
    time.advance(299);
    expect(count('failed')).toBe(0);
    time.advance(1);
    expect(count('failed')).toBe(failures);
  });

  it('is forgotten with the graph', () => {
    works = false;
    watch.start(device);
    watch.suspect(device);
    watch.end();
    expect(time.waiting).toBe(0);
  });
});
