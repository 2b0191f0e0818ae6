import { describe, expect, it } from 'vitest';
import { heardReport, Ledger } from '../../../src/main/audio/ledger';

function ledgerWith(...items: [item: string, frames: number][]): Ledger {
  const ledger = new Ledger();
  for (const [item, frames] of items) {
    ledger.received(item, frames);
    ledger.sent(item, frames);
  }
  return ledger;
}

const heard = (ledger: Ledger) => ledger.positions().map((position) => position.heardFrames);

describe('Ledger', () => {
  it('holds back what the device holds, from the end of what was played', () => {
    const ledger = ledgerWith(['a', 5_000], ['b', 5_000], ['c', 5_000]);
    ledger.played('a', 5_000);
    ledger.played('b', 300);
    ledger.held(960);
    expect(heard(ledger)).toEqual([5_000 - 660, 0, 0]);
    ledger.held(0);
    expect(heard(ledger)).toEqual([5_000, 300, 0]);
  });

  it('lets nothing heard become unheard when the latency grows', () => {
    const ledger = ledgerWith(['a', 5_000]);
    ledger.played('a', 3_000);
    ledger.held(100);
    ledger.held(2_000);
    expect(heard(ledger)).toEqual([2_900]);
  });

  it('refuses counts that cannot be', () => {
    const ledger = ledgerWith(['a', 5_000]);
    expect(ledger.played('a', 5_001)).toBe(false);
    expect(ledger.played('a', 4_000)).toBe(true);
    expect(ledger.played('a', 3_999)).toBe(false);
    expect(ledger.played('b', 0)).toBe(false);
    expect(ledger.positions()).toMatchObject([{ playedFrames: 4_000 }]);
  });

  it('counts on from where the listener was after a rebuild', () => {
    const ledger = ledgerWith(['a', 5_000]);
    ledger.played('a', 4_000);
    ledger.held(960);
    expect(ledger.rewind()).toEqual([{ item: 'a', from: 3_040 }]);
    expect(ledger.inFlight).toBe(0);
    ledger.sent('a', 1_960);
    expect(ledger.played('a', 1_961)).toBe(false);
    ledger.played('a', 1_960);
    ledger.held(0);
    ledger.ended('a');
    expect(ledger.complete('a')).toBe(true);
    expect(heard(ledger)).toEqual([5_000]);
  });
});

describe('heardReport', () => {
  const position = {
    item: 'a',
    receivedFrames: 24_000,
    playedFrames: 24_000,
    heardFrames: 24_000,
    ended: true,
  };

  it.each([
    [{}, 'all', 1_000],
    // More may come of it: the server has to be told where it was cut.
    [{ ended: false }, 1_000, 1_000],
    [{ heardFrames: 23_999 }, 999, 999],
    [{ heardFrames: 23 }, 'none', 0],
    [{ heardFrames: 24 }, 1, 1],
    [{ receivedFrames: 0, heardFrames: 0 }, 'all', 0],
  ])('%j: %s', (change, expected, audioEndMs) => {
    expect(heardReport({ ...position, ...change })).toMatchObject({ heard: expected, audioEndMs });
  });
});
