import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrameStore } from '../../../src/main/audio/frame-store';
import { MAX_OPEN_ITEMS, Outbox } from '../../../src/main/audio/outbox';

const ramp = (from: number, to: number) =>
  Int16Array.from({ length: to - from }, (_, i) => (from + i) % 30_000);

describe('FrameStore', () => {
  it('gives back what it was given, and lets go of what is behind', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 30_000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(sizes, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
        const store = new FrameStore();
        for (const frames of list) {
          const expected = store.bytesWith(frames);
          store.append(ramp(store.end, store.end + frames));
          expect(store.bytes).toBe(expected);
        }
        const released = Math.floor(store.end * share);
        store.release(released);
        const left = store.copy(released, store.end);
        expect(Buffer.compare(Buffer.from(left.buffer), Buffer.from(ramp(released, store.end).buffer))).toBe(
          0,
        );
        expect(store.bytes).toBeLessThanOrEqual((store.end - released) * 2 + 2 * 48_000);
      }),
    );
  });

  it('will not give what it has let go of', () => {
    const store = new FrameStore();
    store.append(ramp(0, 50_000));
    store.release(30_000);
    expect(() => store.copy(10, 20)).toThrow(RangeError);
  });
});

describe('Outbox', () => {
  it('cuts chunks of at most 100 ms within the credit, then sends the end', () => {
    const outbox = new Outbox();
    outbox.add('a', ramp(0, 6_000));
    outbox.end('a');
    const sent: (number | string)[] = [];
    for (let parcel = outbox.take(5_000, false); parcel; parcel = outbox.take(5_000, false)) {
      sent.push(parcel.kind === 'chunk' ? parcel.frames.length : parcel.kind);
    }
    expect(sent).toEqual([2_400, 2_400, 1_200, 'end']);
  });

  it('sends nothing without credit, and not the next item before the one in front', () => {
    const outbox = new Outbox();
    outbox.add('a', ramp(0, 100));
    outbox.add('b', ramp(0, 100));
    expect(outbox.take(0, true)).toBeNull();
    expect(outbox.take(60, true)).toMatchObject({ kind: 'chunk', item: 'a' });
    expect(outbox.take(60, true)).toMatchObject({ kind: 'chunk', item: 'a', frames: ramp(60, 100) });
    expect(outbox.take(60, true)).toMatchObject({ kind: 'chunk', item: 'b' });
  });

  it('leaves a short chunk for later only if it may grow', () => {
    const outbox = new Outbox();
    outbox.add('a', ramp(0, 10));
    expect(outbox.take(9_999, false)).not.toBeNull();
    outbox.add('a', ramp(10, 20));
    expect(outbox.take(9_999, false)).toBeNull();
    expect(outbox.pending).toBe(true);
    outbox.end('a');
    expect(outbox.take(9_999, false)).toMatchObject({ kind: 'chunk', frames: ramp(10, 20) });
    expect(outbox.pending).toBe(false);
  });

  it('sends again from where it is told', () => {
    const outbox = new Outbox();
    outbox.add('a', ramp(0, 1_000));
    outbox.end('a');
    while (outbox.take(9_999, true));
    outbox.rewind('a', 300);
    expect(outbox.take(9_999, true)).toEqual({
      kind: 'chunk',
      item: 'a',
      from: 300,
      frames: ramp(300, 1_000),
    });
    expect(outbox.take(9_999, true)).toEqual({ kind: 'end', item: 'a' });
  });

  it('never holds more than its cap', () => {
    const outbox = new Outbox(96_000);
    expect(outbox.add('a', ramp(0, 30_000))).toBe(true);
    expect(outbox.add('b', ramp(0, 1))).toBe(false);
    expect(outbox.add('a', ramp(0, 18_000))).toBe(true);
    expect(outbox.add('a', ramp(0, 1))).toBe(false);
    outbox.release('a', 24_000);
    expect(outbox.add('b', ramp(0, 1))).toBe(true);
    outbox.clear();
    expect(outbox.bytes).toBe(0);
  });

  it('remembers a bounded number of items', () => {
    const outbox = new Outbox();
    for (let i = 0; i < MAX_OPEN_ITEMS; i++) expect(outbox.add(`${i}`, ramp(0, 1))).toBe(true);
    expect(outbox.add('more', ramp(0, 1))).toBe(false);
    expect(outbox.end('more')).toBe(false);
    outbox.drop('0');
    expect(outbox.add('more', ramp(0, 1))).toBe(true);
  });
});
