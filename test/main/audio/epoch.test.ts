import { describe, expect, it } from 'vitest';
import { Epoch } from '../../../src/main/audio/epoch';

/** One whole frame and half of the next, and the other half. */
const [HALF, REST] = [Buffer.from([1, 0, 2]), Buffer.from([0])].map((bytes) => bytes.toString('base64'));

describe('Epoch', () => {
  it('keeps the odd byte of an item for its next delta, once its sound was taken', () => {
    const epoch = new Epoch(0);
    const decoder = epoch.decoderOf('i');
    decoder.decode(HALF ?? '');
    // What found no room leaves nothing behind.
    expect(epoch.decoderOf('i')).not.toBe(decoder);
    epoch.received('i', 1, decoder);
    expect(epoch.decoderOf('i').decode(REST ?? '')).toEqual({ kind: 'ok', frames: Int16Array.of(2) });
    expect(epoch.ledger.positions()).toMatchObject([{ item: 'i', receivedFrames: 1 }]);
  });

  it('lets an item begin once, if it is one of its own', () => {
    const epoch = new Epoch(0);
    expect(epoch.start('i')).toBe(false);
    epoch.received('i', 1, epoch.decoderOf('i'));
    expect(epoch.start('i')).toBe(true);
    expect(epoch.start('i')).toBe(false);
  });

  it('knows nothing more of an item that was heard', () => {
    const epoch = new Epoch(0);
    const decoder = epoch.decoderOf('i');
    epoch.received('i', 1, decoder);
    epoch.start('i');
    epoch.forget('i');
    expect(epoch.ledger.items).toEqual([]);
    expect(epoch.decoderOf('i')).not.toBe(decoder);
    epoch.received('i', 1, epoch.decoderOf('i'));
    expect(epoch.start('i')).toBe(true);
  });
});
