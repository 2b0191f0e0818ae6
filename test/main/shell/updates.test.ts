import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Updater } from '../../../src/main/shell/auto-updater';
import { FIRST_LOOK_MS, LOOK_INTERVAL_MS, QUIET_MS } from '../../../src/main/shell/update-plan';
import { Updates } from '../../../src/main/shell/updates';
import type { UpdateView } from '../../../src/preload/update-contract';
import { FakeClock } from '../../fakes/clock';
import { FakeLog } from '../../fakes/log';

/** An updater that answers when the test says so. */
class FakeUpdater implements Updater {
  looks: { answer: (version: string | null) => void; fail: (error: Error) => void }[] = [];
  downloads: { progress: (percent: number) => void; finish: () => void; fail: (error: Error) => void }[] = [];
  cancelled = 0;
  readonly install = vi.fn<Updater['install']>();

  look(): Promise<string | null> {
    return new Promise((answer, fail) => void this.looks.push({ answer, fail }));
  }

  download(progress: (percent: number) => void) {
    let fail = (_error: Error): void => undefined;
    const done = new Promise<void>((finish, reject) => {
      fail = reject;
      this.downloads.push({ progress, finish, fail });
    });
    const cancel = (): void => {
      this.cancelled += 1;
      fail(new Error('cancelled'));
    };
    return { done, cancel };
  }
}

let clock = new FakeClock();
let log = new FakeLog();
let updater = new FakeUpdater();
let views: UpdateView[] = [];
let loads = 0;

beforeEach(() => {
  clock = new FakeClock();
  log = new FakeLog();
  updater = new FakeUpdater();
  views = [];
  loads = 0;
});

function create(changes: Partial<ConstructorParameters<typeof Updates>[0]> = {}): Updates {
  return new Updates({
    obstacle: null,
    automatic: true,
    load: async () => {
      loads += 1;
      return updater;
    },
    schedule: clock.schedule,
    now: clock.now,
    chance: () => 0.5,
    log,
    changed: (view) => void views.push(view),
    ...changes,
  });
}

/** What was promised comes to be. */
const settle = (): Promise<void> => new Promise((done) => setImmediate(done));

async function untilReady(updates: Updates): Promise<void> {
  updates.ask();
  await settle();
  updater.looks[0]?.answer('2.0.0');
  await settle();
  updater.downloads[0]?.finish();
  await settle();
  expect(views.at(-1)).toEqual({ kind: 'ready', version: '2.0.0' });
}

describe('looking', () => {
  it('loads what it needs at the first look, once', async () => {
    create();
    expect(loads).toBe(0);
    clock.advance(FIRST_LOOK_MS);
    await settle();
    updater.looks[0]?.answer(null);
    await settle();
    clock.advance(LOOK_INTERVAL_MS);
    await settle();
    expect(updater.looks).toHaveLength(2);
    expect(loads).toBe(1);
    expect(views.map(({ kind }) => kind)).toEqual(['looking', 'none', 'looking']);
  });

  it('fetches what was found and tells how far it is', async () => {
    const updates = create();
    updates.ask();
    await settle();
    updater.looks[0]?.answer('2.0.0');
    await settle();
    for (const percent of [3, 12, 15, 100]) updater.downloads[0]?.progress(percent);
    updater.downloads[0]?.finish();
    await settle();
    expect(views).toEqual([
      { kind: 'looking' },
      { kind: 'downloading', version: '2.0.0', percent: 0 },
      { kind: 'downloading', version: '2.0.0', percent: 10 },
      { kind: 'downloading', version: '2.0.0', percent: 100 },
      { kind: 'ready', version: '2.0.0' },
    ]);
  });

  it('tells a failure by what it means, and writes no message of a server into the log', async () => {
    const updates = create();
    updates.ask();
    await settle();
    updater.looks[0]?.fail(Object.assign(new Error('from a server'), { code: 'ERR_CHECKSUM_MISMATCH' }));
    await settle();
    expect(views.at(-1)).toEqual({ kind: 'failed', failure: 'not-genuine' });
    expect(log.text).toContain('ERR_CHECKSUM_MISMATCH');
    expect(log.text).not.toContain('from a server');
  });

  it('tries to load again what could not be loaded', async () => {
    const load = vi.fn(async (): Promise<Updater> => updater).mockRejectedValueOnce(new Error('no'));
    const updates = create({ load });
    updates.ask();
    await settle();
    expect(views.at(-1)).toEqual({ kind: 'failed', failure: 'unknown' });
    updates.ask();
    await settle();
    expect(updater.looks).toHaveLength(1);
  });
});

describe('speech', () => {
  it('breaks a download off, and it is fetched anew in the quiet after it', async () => {
    const updates = create();
    updates.ask();
    await settle();
    updater.looks[0]?.answer('2.0.0');
    await settle();
    updates.setSpeaking(true);
    expect(updater.cancelled).toBe(1);
    await settle();
    expect(views.at(-1)).toEqual({ kind: 'waiting' });
    updates.setSpeaking(false);
    clock.advance(QUIET_MS);
    await settle();
    updater.looks[1]?.answer('2.0.0');
    await settle();
    updater.downloads[1]?.finish();
    await settle();
    expect(views.at(-1)).toEqual({ kind: 'ready', version: '2.0.0' });
    expect(log.text).not.toContain('could not');
  });

  it('is not ended by an update, but by who quits', async () => {
    const updates = create();
    await untilReady(updates);
    updates.setSpeaking(true);
    expect(updates.install(true)).toBe(false);
    expect(updater.install).not.toHaveBeenCalled();
    expect(updates.install(false)).toBe(true);
    expect(updater.install).toHaveBeenCalledExactlyOnceWith(false);
  });
});

describe('installing', () => {
  it('is done only with what is ready', async () => {
    const updates = create();
    expect(updates.install(true)).toBe(false);
    await untilReady(updates);
    expect(updates.install(true)).toBe(true);
    expect(updater.install).toHaveBeenCalledExactlyOnceWith(true);
  });

  it('that fails is told, and Aloud goes on', async () => {
    const updates = create();
    await untilReady(updates);
    updater.install.mockImplementation(() => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    });
    expect(updates.install(false)).toBe(false);
    expect(views.at(-1)).toEqual({ kind: 'failed', failure: 'disk' });
  });
});

it('says once what is in the way, and does nothing', async () => {
  const updates = create({ obstacle: 'deb' });
  expect(views).toEqual([{ kind: 'unavailable', obstacle: 'deb' }]);
  updates.ask();
  updates.setAutomatic(true);
  clock.advance(48 * 3_600_000);
  await settle();
  expect(loads).toBe(0);
  expect(views).toHaveLength(1);
});

it('is silent once it is disposed of', async () => {
  const updates = create();
  updates.ask();
  await settle();
  updater.looks[0]?.answer('2.0.0');
  await settle();
  updates.dispose();
  expect(updater.cancelled).toBe(1);
  expect(clock.waiting).toBe(0);
});
