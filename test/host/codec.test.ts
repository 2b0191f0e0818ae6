import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, decodeText, encode, encodeText } from './codec';
import { packFrame, unpackFrame } from './port-frame';

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
  withObjectString: false,
  withNullPrototype: false,
});

describe('structured clone', () => {
  test('gives every value back, as the platform itself does', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const expected = structuredClone(value);
        expect(decode(encode(value)).value).toEqual(expected);
        expect(decodeText(encodeText(value))).toEqual(expected);
      }),
    );
  });

  test.each([
    ['a function', () => 1],
    ['a symbol', Symbol('s')],
    ['a promise', Promise.resolve()],
    ['a function within', { list: [() => 1] }],
  ])('refuses %s', (_name, value) => {
    expect(() => encode(value)).toThrow('An object could not be cloned.');
  });

  test('refuses a cycle and allows the same object twice', () => {
    const cycle: { self?: unknown } = {};
    cycle.self = cycle;
    expect(() => encode(cycle)).toThrow('cycles');
    const twice = { n: 1 };
    expect(decode(encode([twice, twice])).value).toEqual([{ n: 1 }, { n: 1 }]);
  });

  test('keeps keys that look like its own', () => {
    const odd = { $: 'buffer', v: 0, nested: { $: 'undefined' } };
    expect(decode(encode(odd)).value).toEqual(odd);
  });

  test('carries the bytes of a view and nothing around it', () => {
    const pool = Uint8Array.of(9, 9, 1, 2, 9, 9);
    const { buffers } = encode(pool.subarray(2, 4));
    expect(buffers.map((bytes) => [...bytes])).toEqual([[1, 2]]);
  });
});

test('an invalid date stays one', () => {
  const { value } = decode(encode(new Date(Number.NaN)));
  expect(value).toEqual(new Date(Number.NaN));
});

describe('port frames', () => {
  test('come back whole', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), anything, (port, value) => {
        const frame = unpackFrame(packFrame({ kind: 'message', port, message: encode(value) }));
        if (frame.kind !== 'message') throw new Error('Another frame came back');
        expect(frame.port).toBe(port);
        expect(decode(frame.message).value).toEqual(structuredClone(value));
      }),
    );
    expect(unpackFrame(packFrame({ kind: 'close', port: 3 }))).toEqual({ kind: 'close', port: 3 });
  });

  test('cut short are refused', () => {
    const packed = packFrame({ kind: 'message', port: 1, message: encode(new ArrayBuffer(8)) });
    expect(() => unpackFrame(packed.subarray(0, packed.length - 1))).toThrow(RangeError);
    expect(() => unpackFrame(Uint8Array.of(250, 0, 0, 0, 0))).toThrow(RangeError);
  });
});
