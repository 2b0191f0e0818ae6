import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PcmDecoder } from '../../../src/main/audio/pcm';

describe('PcmDecoder', () => {
  it('gives frames that own exactly their memory, whatever the size', () => {
    for (const bytes of [0, 2, 100, 4_000, 100_000]) {
      const decoded = new PcmDecoder().decode(Buffer.alloc(bytes, 1).toString('base64'));
      if (decoded.kind !== 'ok') throw new Error('not decoded');
      expect(decoded.frames.byteOffset).toBe(0);
      expect(decoded.frames.buffer.byteLength).toBe(bytes);
    }
  });

  it('puts frames together again wherever deltas were cut', () => {
    const cuts = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.int16Array({ maxLength: 60 }), cuts, (frames, sizes) => {
        const bytes = Buffer.from(frames.buffer, frames.byteOffset, frames.byteLength);
        const decoder = new PcmDecoder();
        const out: number[] = [];
        let at = 0;
        for (const size of [...sizes, bytes.length]) {
          const decoded = decoder.decode(bytes.subarray(at, at + size).toString('base64'));
          if (decoded.kind !== 'ok') throw new Error('not decoded');
          out.push(...decoded.frames);
          at += size;
        }
        expect(out).toEqual([...frames]);
      }),
    );
  });

  it.each(['no base64!', 'A', 'AAA', 'AA=A', 'AAAA\n', '====', 'AAA*', 'ÄÄÄÄ'])('calls %j bad', (base64) => {
    const decoder = new PcmDecoder();
    decoder.decode('AQ==');
    expect(decoder.decode(base64)).toEqual({ kind: 'bad-audio' });
    // The odd byte from before still waits.
    expect(decoder.decode('Ag==')).toEqual({ kind: 'ok', frames: Int16Array.of(0x0201) });
  });
});
