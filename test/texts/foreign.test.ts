import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foreign } from '../../src/texts/foreign';

const isolate = (text: string): string => `\u2068${text}\u2069`;

it.each(['אוזניות (BT)', 'سماعات 2', 'AirPods של נועה', '\u{1e900}', 'ﷲ'])('%s is isolated', (name) => {
  expect(foreign(name)).toBe(isolate(name));
});

it.each(['', 'Headset (2)', 'Kopfhörer', 'Наушники', '耳机', 'ヘッドホン', '🎧', '/home/me/.config'])(
  '%j stays as it is, so that what stands beside it is set as before',
  (name) => {
    expect(foreign(name)).toBe(name);
  },
);

it('what others wrote turns nothing that stands behind it', () => {
  expect(foreign('\u202eHeadset')).toBe('Headset');
  expect(foreign('\u2069\u202eאוזניות')).toBe(isolate('אוזניות'));
  const marks = fc.constantFrom(
    '\u202a',
    '\u202b',
    '\u202c',
    '\u202d',
    '\u202e',
    '\u2066',
    '\u2067',
    '\u2068',
    '\u2069',
  );
  const text = fc.string({ unit: fc.oneof(marks, fc.constantFrom('א', 'ع', 'a', '1', ' ', '(')) });
  fc.assert(
    fc.property(text, (name) => {
      const [, inner] =
        /^\u2068([^\u202a-\u202e\u2066-\u2069]*)\u2069$|^([^\u202a-\u202e\u2066-\u2069]*)$/u.exec(
          foreign(name),
        ) ?? expect.fail('turned');
      // Nothing that can be read is lost.
      const readable = name.replaceAll(/[\u202a-\u202e\u2066-\u2069]/gu, '');
      expect(foreign(name)).toBe(inner === undefined ? readable : isolate(readable));
    }),
  );
});
