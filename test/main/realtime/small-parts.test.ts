import { describe, expect, it } from 'vitest';
import { isLoopback, isSendableKey, readAddress } from '../../../src/main/realtime/address';
import { checkFormat } from '../../../src/main/realtime/format-check';
import { DEFAULT_INSTRUCTIONS } from '../../../src/main/realtime/instructions';
import { OFFER } from '../../../src/main/realtime/models';
import { safeToken } from '../../../src/main/realtime/safe-token';

describe('checkFormat', () => {
  it.each([
    [null],
    [{ type: 'audio/pcm', rate: 24_000 }],
    [{ type: 'pcm16', rate: null }],
    [{ type: null, rate: 24_000 }],
    [{ type: null, rate: null }],
  ])('takes %j', (granted) => {
    expect(checkFormat(granted)).toBeNull();
  });

  it.each([
    [{ type: 'audio/pcm', rate: 16_000 }, 'wrong-format: audio/pcm 16000 Hz'],
    [{ type: 'audio/pcmu', rate: null }, 'wrong-format: audio/pcmu'],
    [{ type: 'g711_alaw', rate: 8_000 }, 'wrong-format: g711_alaw 8000 Hz'],
    [{ type: 'Some private text', rate: null }, 'wrong-format: unknown'],
  ])('refuses %j', (granted, message) => {
    expect(checkFormat(granted)?.message).toBe(message);
  });
});

describe('address', () => {
  it('adds the model and keeps what is there', () => {
    const address = readAddress('wss://example.com/v1/realtime?a=b#c', 'gpt realtime&x');
    expect(address.kind === 'ok' && address.url.href).toBe(
      'wss://example.com/v1/realtime?a=b&model=gpt+realtime%26x',
    );
    const own = readAddress('ws://localhost:1/x?model=my-own', 'gpt-realtime');
    expect(own.kind === 'ok' && own.url.href).toBe('ws://localhost:1/x?model=my-own');
    const without = readAddress('ws://localhost:1/x', '');
    expect(without.kind === 'ok' && without.url.href).toBe('ws://localhost:1/x');
  });

  it.each([
    'ws://localhost/',
    'ws://LOCALHOST/',
    'ws://127.1/',
    'ws://0x7f000001/',
    'ws://[::1]/',
    'ws://[0:0:0:0:0:0:0:1]/',
  ])('%s stays on this machine', (url) => {
    expect(isLoopback(new URL(url))).toBe(true);
  });

  it.each([
    'ws://example.com/',
    'ws://127.0.0.1.nip.io/',
    'ws://localhost.evil.test/',
    'ws://a.localhost/',
    'ws://0.0.0.0/',
    'ws://128.0.0.1/',
    'ws://[::ffff:10.0.0.1]/',
  ])('%s may leave it', (url) => {
    expect(isLoopback(new URL(url))).toBe(false);
  });

  it('knows which keys a header can carry', () => {
    for (const key of ['sk-abc', 'x', '!~']) expect(isSendableKey(key)).toBe(true);
    for (const key of ['', ' sk', 'a\nb', 'ключ', 'a\u0000']) expect(isSendableKey(key)).toBe(false);
  });
});

it('safeToken lets codes through and nothing else', () => {
  for (const token of [
    'insufficient_quota',
    'invalid_request_error.session_expired',
    'audio/pcm',
    'g711_ulaw',
  ]) {
    expect(safeToken(token, 'sk-secret')).toBe(token);
  }
  for (const token of ['sk-secret', 'Error', 'a b', 'a..b', '', 'ä', '_a', 'a'.repeat(65), 1, {}, null]) {
    expect(safeToken(token, null)).toBeNull();
  }
  expect(safeToken('my_token_x', 'MY_TOKEN')).toBeNull();
});

it('offers models and voices that agree with its defaults', () => {
  expect(OFFER.models.map(({ id }) => id)).toContain(OFFER.defaultModel);
  expect(OFFER.voices).toContain(OFFER.defaultVoice);
  expect(new Set(OFFER.models.map(({ id }) => id)).size).toBe(OFFER.models.length);
  for (const { ends } of OFFER.models) if (ends !== null) expect(ends > OFFER.asOf).toBe(true);
  expect(DEFAULT_INSTRUCTIONS).toMatch(/language/u);
});
