import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkKey } from '../../../src/main/shell/key-format';

const key = 'sk-proj-0123456789abcdefghij_-ABC';

describe('checkKey', () => {
  it.each([key, ` ${key}\n`, `\t${key}\r\n`, `\u00a0${key}`, `\ufeff${key}`])(
    'takes a key as it is pasted: %j',
    (typed) => {
      expect(checkKey(typed)).toEqual({ kind: 'ok', key });
    },
  );

  it.each([
    ['nothing', '', 'empty'],
    ['blanks', ' \n ', 'empty'],
    ['two lines', `${key}\n${key}`, 'spaces'],
    ['a space inside', `${key} x`, 'spaces'],
    ['a NUL', `${key}\u0000`, 'signs'],
    ['a dash of a word processor', `${key}\u2013`, 'signs'],
    ['bullets of a password field', '\u2022'.repeat(40), 'signs'],
    ['half a key', 'sk-123', 'too-short'],
    ['a whole page', 'x'.repeat(401), 'too-long'],
  ])('refuses %s', (_name, typed, fault) => {
    expect(checkKey(typed)).toEqual({ kind: 'refused', fault });
  });

  it('lets through only what can stand in a header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (typed) => {
        const checked = checkKey(typed);
        if (checked.kind === 'ok') expect(checked.key).toMatch(/^[!-~]{20,400}$/u);
      }),
    );
  });
});
