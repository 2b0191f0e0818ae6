import { BrowserWindow as ElectronWindow } from 'electron';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  DISPLAYS_MS,
  FRAME_MS,
  HIDDEN_MS,
  PLACING_MS,
  PopupBounds,
  SHRINK_MS,
} from '../../../src/main/shell/popup-bounds';
import type { Placing, RememberedPlace } from '../../../src/main/shell/popup-display';
import { FakeClock } from '../../fakes/clock';
import { BrowserWindow, DISPLAYS, screen } from '../../fakes/electron';

vi.mock('electron', () => import('../../fakes/electron'));

let clock = new FakeClock();
let placing: Placing = { kind: 'cursor' };
const onMoved = vi.fn<(place: RememberedPlace) => void>();

function make(knowsPlaces = true): { bounds: PopupBounds; window: BrowserWindow } {
  const options = { schedule: clock.schedule, now: clock.now, placing: () => placing, onMoved, knowsPlaces };
  return { bounds: new PopupBounds(new ElectronWindow(), options), window: BrowserWindow.last };
}

/** Open, and past the time in which the window manager has its say. */
function opened(knowsPlaces = true): { bounds: PopupBounds; window: BrowserWindow } {
  const made = make(knowsPlaces);
  made.bounds.open();
  clock.advance(1000);
  made.window.log.length = 0;
  return made;
}

beforeEach(() => {
  clock = new FakeClock();
  placing = { kind: 'cursor' };
  screen.removeAllListeners();
  screen.displays = DISPLAYS;
  screen.cursor = { x: 100, y: 100 };
  vi.clearAllMocks();
});

describe('opening', () => {
  it("is on the cursor's display, each time", () => {
    const { bounds, window } = make();
    bounds.open();
    expect(window.bounds).toMatchObject({ x: 640, y: 256, width: 640 });
    bounds.close();
    screen.cursor = { x: -500, y: 300 };
    bounds.open();
    expect(window.bounds).toMatchObject({ x: -960, y: 176, width: 640 });
  });

  it('is where the user has put it, if that is wanted', () => {
    const [, left] = DISPLAYS;
    placing = { kind: 'last', place: { display: left, x: 0, y: 0.5 } };
    const { bounds, window } = make();
    bounds.open();
    expect(window.bounds).toMatchObject({ x: -1280, y: 384 });
  });

  it('has the first height of its content at once: it may have been asked for already', () => {
    const { bounds, window } = make();
    bounds.setContentHeight(300);
    expect(window.bounds.height).toBe(300);
    expect(clock.waiting).toBe(0);
  });

  it('has the height of the content already, laid out once that rested while it was hidden', () => {
    const { bounds, window } = make();
    bounds.setContentHeight(190);
    window.log.length = 0;
    for (let height = 200; height <= 300; height += 10) {
      bounds.setContentHeight(height);
      clock.advance(HIDDEN_MS - 1);
    }
    expect(window.log).toEqual([]);
    clock.advance(1);
    expect(window.bounds.height).toBe(300);
    expect(window.log).toEqual(['setBounds']);
  });

  it('does not wait until the content rests', () => {
    const { bounds, window } = make();
    bounds.setContentHeight(200);
    bounds.setContentHeight(300);
    bounds.open();
    expect(window.bounds.height).toBe(300);
    expect(clock.waiting).toBe(0);
  });

  it('asks once more when the system scaled the window by another display’s factor', () => {
    const { bounds, window } = make();
    let first = true;
    window.rescale = (wanted) => {
      const scaled = first ? { ...wanted, width: wanted.width / 2, height: wanted.height / 2 } : wanted;
      first = false;
      return scaled;
    };
    bounds.open();
    expect(window.bounds.width).toBe(640);
    expect(window.log).toEqual(['setBounds', 'setBounds']);
  });

  it('does not insist where the system will have it otherwise', () => {
    const { bounds, window } = make();
    window.rescale = (wanted) => ({ ...wanted, width: 500 });
    bounds.open();
    expect(window.log).toHaveLength(2);
  });

  it('leaves the window alone where there is no display', () => {
    screen.displays = [];
    const { bounds, window } = make();
    bounds.open();
    bounds.setContentHeight(500);
    clock.advance(1000);
    expect(window.log).toEqual([]);
  });
});

describe('growing and shrinking', () => {
  it('moves the bottom edge alone', () => {
    const { bounds, window } = opened();
    const { x, y, width } = window.bounds;
    bounds.setContentHeight(400);
    expect(window.bounds).toEqual({ x, y, width, height: 400 });
    bounds.setContentHeight(400);
    clock.advance(1000);
    expect(window.log).toEqual(['setBounds']);
  });

  it('sets bounds once in a frame at most, the last ones', () => {
    const { bounds, window } = opened();
    for (let height = 200; height < 300; height += 1) bounds.setContentHeight(height);
    expect(window.bounds.height).toBe(200);
    expect(window.log).toHaveLength(1);
    clock.advance(FRAME_MS);
    expect(window.bounds.height).toBe(299);
    expect(window.log).toHaveLength(2);
    expect(clock.waiting).toBe(0);
  });

  it('does not shrink for what comes back at once', () => {
    const { bounds, window } = opened();
    bounds.setContentHeight(400);
    bounds.setContentHeight(100);
    clock.advance(SHRINK_MS - 1);
    bounds.setContentHeight(420);
    clock.advance(1000);
    expect(window.bounds.height).toBe(420);
    expect(window.log).toEqual(['setBounds', 'setBounds']);
    bounds.setContentHeight(100);
    clock.advance(SHRINK_MS);
    expect(window.bounds.height).toBe(100);
  });

  it('does not creep where the system rounds', () => {
    const { bounds, window } = opened();
    window.rescale = (wanted) => ({ ...wanted, x: wanted.x + 1, width: wanted.width + 1 });
    const { x, width } = window.bounds;
    for (let height = 200; height < 230; height += 1) {
      bounds.setContentHeight(height);
      clock.advance(FRAME_MS);
    }
    expect(window.bounds).toMatchObject({ x: x + 1, width: width + 1 });
    expect(onMoved).not.toHaveBeenCalled();
  });

  it('goes on unseen when the popup is hidden before the content has rested', () => {
    const { bounds, window } = opened();
    bounds.setContentHeight(400);
    bounds.setContentHeight(100);
    bounds.close();
    clock.advance(HIDDEN_MS - 1);
    expect(window.bounds.height).toBe(400);
    clock.advance(1);
    expect(window.bounds.height).toBe(100);
    bounds.close();
    expect(clock.waiting).toBe(0);
  });
});

describe('whatever happens', () => {
  const act = fc.oneof(
    fc.constantFrom('open', 'close').map((what) => ({ what, amount: 0 }) as const),
    fc.integer({ min: 100, max: 600 }).map((amount) => ({ what: 'height', amount }) as const),
    fc.integer({ min: 1, max: HIDDEN_MS * 2 }).map((amount) => ({ what: 'wait', amount }) as const),
  );

  it('it is as high as its newest content when it is shown, and soon after when it is open or hidden', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        clock = new FakeClock();
        const { bounds, window } = make();
        let newest: number | null = null;
        let isOpen = false;
        let restedMs = 0;
        for (const { what, amount } of acts) {
          switch (what) {
            case 'open':
              if (!isOpen) bounds.open();
              if (!isOpen && newest !== null) expect(window.bounds.height).toBe(newest);
              isOpen = true;
              break;
            case 'close':
              if (isOpen) restedMs = 0;
              if (isOpen) bounds.close();
              isOpen = false;
              break;
            case 'height':
              bounds.setContentHeight(amount);
              newest = amount;
              restedMs = 0;
              break;
            case 'wait':
              clock.advance(amount);
              restedMs += amount;
              break;
            default:
              what satisfies never;
          }
          const patienceMs = isOpen ? SHRINK_MS : HIDDEN_MS;
          if (newest !== null && restedMs >= patienceMs) expect(window.bounds.height).toBe(newest);
        }
        bounds.dispose();
        window.log.length = 0;
        expect(clock.waiting).toBe(0);
        clock.advance(1000);
        expect(window.log).toEqual([]);
      }),
    );
  });
});

describe('moving', () => {
  it('by the user is remembered, and kept while the content grows', () => {
    const { bounds, window } = opened();
    window.drag(1280, 24);
    expect(onMoved).toHaveBeenCalledExactlyOnceWith({
      display: { id: 1, bounds: DISPLAYS[0].bounds },
      x: 1,
      y: 0,
    });
    bounds.setContentHeight(300);
    expect(window.bounds).toEqual({ x: 1280, y: 24, width: 640, height: 300 });
  });

  it('by the window manager when it is shown is not', () => {
    const { bounds, window } = make();
    bounds.open();
    clock.advance(PLACING_MS - 1);
    window.drag(5, 5);
    expect(onMoved).not.toHaveBeenCalled();
  });

  it('is not believed where the system does not tell where windows are, or while it is hidden', () => {
    opened(false).window.drag(0, 0);
    const { bounds, window } = opened();
    bounds.close();
    window.drag(0, 0);
    expect(onMoved).not.toHaveBeenCalled();
  });
});

describe('displays', () => {
  it('that go take an open popup with them: it comes onto one that is there, a little later', () => {
    screen.cursor = { x: -500, y: 300 };
    const { window } = opened();
    screen.displays = [DISPLAYS[0]];
    screen.emit('display-removed');
    expect(window.log).toEqual([]);
    clock.advance(DISPLAYS_MS);
    expect(window.bounds).toMatchObject({ x: 0, y: 176 });
    expect(onMoved).not.toHaveBeenCalled();
  });

  it('that change around it leave it where it is', () => {
    const { window } = opened();
    screen.emit('display-added');
    screen.emit('display-metrics-changed');
    clock.advance(1000);
    expect(window.log).toEqual([]);
  });

  it('are not watched any more once the window is gone', () => {
    const { bounds, window } = opened();
    bounds.dispose();
    expect(screen.listenerCount('display-removed')).toBe(0);
    expect(screen.listenerCount('display-added')).toBe(0);
    expect(screen.listenerCount('display-metrics-changed')).toBe(0);
    expect(window.listenerCount('move')).toBe(0);
  });
});
