import { beforeEach, describe, expect, it } from 'vitest';
import { Courier, LONGEST_TURN_MS } from '../../../src/main/assistant/courier';
import { PATIENCE_MS } from '../../../src/main/assistant/delivery';
import type { Healing } from '../../../src/main/assistant/healing';
import { troubleOf } from '../../../src/main/assistant/trouble';
import { FakeClock } from '../../fakes/clock';
import { FakeSession } from '../../fakes/fake-session';

const READY = { kind: 'ready', dialect: 'ga', model: 'm' } as const;
const gone = { isBilled: false, isLost: true };
const lost = troubleOf('closed');

let time: FakeClock;
let silence: (() => void)[];
let present: FakeSession | null;
/** What became of the question, oldest first. */
let told: string[];
let courier: Courier;

const session = () => new FakeSession(() => {});
/** Everything that was interrupted has fallen silent. */
function fallsSilent(): void {
  for (const run of silence.splice(0)) run();
}
function gives(to: FakeSession): void {
  present = to;
  courier.deliver(to);
  fallsSilent();
}
const waiting = (until: number): Healing => ({ kind: 'waiting', failures: 1, until, trouble: lost });

beforeEach(() => {
  time = new FakeClock();
  silence = [];
  present = null;
  told = [];
  courier = new Courier({
    now: time.now,
    schedule: time.schedule,
    afterSilence: (run) => silence.push(run),
    isPresent: (candidate) => candidate === present,
    handOver: ({ turn, prompt }) => told.push(`${turn} ${prompt}`),
    stranded: ({ code }) => told.push(`stranded: ${code}`),
    overdue: ({ code }) => told.push(`overdue: ${code}`),
  });
});

describe('a question', () => {
  it('goes to a session once, and only when nothing sounds any more', () => {
    courier.take(1, 'Hello');
    present = session();
    courier.deliver(present);
    expect(told).toEqual([]);
    fallsSilent();
    courier.deliver(present);
    fallsSilent();
    expect(told).toEqual(['1 Hello']);
  });

  it('does not go out when it was replaced, or the session was, while the silence came', () => {
    courier.take(1, 'First');
    gives(session());
    courier.take(2, 'Second');
    const next = session();
    present = next;
    courier.deliver(next);
    courier.take(3, 'Third');
    fallsSilent();
    courier.deliver(next);
    present = session();
    fallsSilent();
    expect(told).toEqual(['1 First']);
  });

  it('knows the session in which it waits', () => {
    const other = session();
    courier.take(1, 'Hello');
    const own = session();
    gives(own);
    expect(courier.ready(other)).toBe(false);
    expect(courier.ready(own)).toBe(true);
  });
});

describe('a question whose answer failed', () => {
  beforeEach(() => {
    courier.take(1, 'Hello');
    const first = session();
    gives(first);
    courier.ready(first);
  });

  it('goes out once more over the next connection, and no third time', () => {
    expect(courier.failed(1, lost, gone)).toBe('repeat');
    const second = session();
    second.state = READY;
    gives(second);
    expect(told).toEqual(['1 Hello', '1 Hello']);
    expect(courier.failed(1, lost, gone)).toBe('tell');
  });

  it('is not asked again once something of the answer came, or its bill', () => {
    expect(courier.failed(1, lost, { ...gone, isBilled: true })).toBe('tell');
    courier.began(1);
    expect(courier.failed(1, troubleOf('turn-timeout'), { isBilled: false, isLost: false })).toBe('tell');
    courier.received(1);
    expect(courier.failed(1, lost, gone)).toBe('tell');
  });

  it('is not asked again over a connection that stands', () => {
    expect(courier.failed(1, lost, { isBilled: false, isLost: false })).toBe('tell');
  });

  it('goes out again after a silence, though the connection stands', () => {
    expect(courier.failed(1, troubleOf('turn-timeout'), { isBilled: false, isLost: false })).toBe('repeat');
  });

  it('is nobody’s business once it was dropped', () => {
    courier.drop();
    expect(courier.failed(1, lost, gone)).toBeNull();
    courier.take(2, 'Next');
    expect(courier.failed(1, lost, gone)).toBeNull();
  });
});

describe('patience', () => {
  it('ends with the attempt that comes too late, and at once where time helps nothing', () => {
    courier.take(1, 'Hello');
    courier.loseHope(waiting(PATIENCE_MS));
    expect(told).toEqual([]);
    courier.loseHope(waiting(PATIENCE_MS + 1));
    courier.loseHope({ kind: 'stuck', failures: 1, trouble: troubleOf('bad-key') });
    expect(told).toEqual(['stranded: closed', 'stranded: bad-key']);
  });

  it('is not needed by a question that a session has, until its connection is gone without a word', () => {
    courier.take(1, 'Hello');
    gives(session());
    courier.loseHope({ kind: 'up', failures: 0 });
    courier.loseHope({ kind: 'stuck', failures: 1, trouble: troubleOf('bad-key') });
    expect(told).toEqual(['1 Hello']);
    courier.loseHope(waiting(0));
    expect(told).toEqual(['1 Hello', 'stranded: closed']);
  });

  it('with an answer lasts so long in all, and no timer outlives the question', () => {
    courier.take(1, 'Hello');
    time.advance(LONGEST_TURN_MS - 1);
    expect(told).toEqual([]);
    time.advance(1);
    expect(told).toEqual(['overdue: turn-too-long']);
    courier.take(2, 'Next');
    courier.take(3, 'And next');
    expect(time.waiting).toBe(1);
    courier.drop();
    expect(time.waiting).toBe(0);
  });
});
