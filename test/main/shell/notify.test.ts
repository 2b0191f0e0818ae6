import { beforeEach, expect, it, vi } from 'vitest';
import type { NotificationTarget } from '../../../src/main/shell/notify';
import { StatePush } from '../../../src/main/shell/notify';
import type { Snapshot } from '../../../src/preload/contract';
import { FakeClock } from '../../fakes/clock';
import { snapshot } from '../../fakes/snapshot';

let clock = new FakeClock();
let sent: Snapshot[] = [];
let push: StatePush<'snapshot'>;

const [a, b, c, d] = [1, 2, 3, 4].map((n) => snapshot({ volume: n / 4 })) as [
  Snapshot,
  Snapshot,
  Snapshot,
  Snapshot,
];

beforeEach(() => {
  clock = new FakeClock();
  sent = [];
  const send = vi.fn((_channel: string, message: unknown) => sent.push(message as Snapshot));
  push = new StatePush('snapshot', { send } as NotificationTarget, clock.schedule);
  push.setLoaded(true);
});

it('sends the first at once, then the last one of each interval', () => {
  push.push(a);
  expect(sent).toEqual([a]);
  push.push(b);
  push.push(c);
  expect(sent).toEqual([a]);
  clock.advance(16);
  expect(sent).toEqual([a, c]);
  push.push(d);
  clock.advance(15);
  expect(sent).toEqual([a, c]);
  clock.advance(1);
  expect(sent).toEqual([a, c, d]);
});

it('is at rest when nothing changes', () => {
  push.push(a);
  clock.advance(1000);
  expect(sent).toEqual([a]);
  expect(clock.waiting).toBe(0);
});

it('sends nothing to a page that is not loaded, and the latest once it is', () => {
  push.setLoaded(false);
  push.push(a);
  push.push(b);
  clock.advance(100);
  expect(sent).toEqual([]);
  push.setLoaded(true);
  expect(sent).toEqual([b]);
});

it('does not send across a reload what the old page was still to get', () => {
  push.push(a);
  push.push(b);
  push.setLoaded(false);
  clock.advance(16);
  expect(sent).toEqual([a]);
  push.setLoaded(true);
  expect(sent).toEqual([a, b]);
});

it('is silent once disposed', () => {
  push.push(a);
  push.push(b);
  push.dispose();
  clock.advance(100);
  expect(sent).toEqual([a]);
});
