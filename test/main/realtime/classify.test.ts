import { describe, expect, it } from 'vitest';
import type { ServerCode } from '../../../src/main/realtime/classify';
import {
  fromClose,
  fromErrno,
  fromHttp,
  fromServerError,
  isFatal,
} from '../../../src/main/realtime/classify';
import { RealtimeError } from '../../../src/main/realtime/errors';

const UNNAMED = { code: null, type: null };

describe('fromErrno', () => {
  it.each([
    ['ENOTFOUND', false, 'host-not-found'],
    ['EAI_AGAIN', false, 'offline'],
    ['ENETUNREACH', false, 'offline'],
    ['ECONNREFUSED', false, 'refused-connection'],
    ['ECONNRESET', false, 'refused-connection'],
    ['ECONNRESET', true, 'closed'],
    ['EPIPE', true, 'closed'],
    ['ETIMEDOUT', false, 'handshake-timeout'],
    ['ETIMEDOUT', true, 'closed'],
    ['CERT_HAS_EXPIRED', false, 'tls'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', false, 'self-signed'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', false, 'self-signed'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', false, 'tls'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', false, 'tls'],
    ['EPROTO', false, 'tls'],
    ['HPE_INVALID_CONSTANT', false, 'not-a-realtime-server'],
    ['WS_ERR_UNSUPPORTED_MESSAGE_LENGTH', true, 'too-large'],
    ['WS_ERR_INVALID_UTF8', true, 'garbage'],
  ])('%s (open: %s) is %s', (code, wasOpen, expected) => {
    expect(fromErrno(code, wasOpen)).toMatchObject({ code: expected, details: code });
  });

  it('does not quote what is no code', () => {
    expect(fromErrno(undefined, false).message).toBe('not-a-realtime-server');
    expect(fromErrno('something sk-secret', true).message).toBe('closed');
  });
});

const refused = (status: number, server: ServerCode, isPage = false) =>
  fromHttp({ status, server, retryAfterMs: null, isPage });

describe('fromHttp', () => {
  it.each([
    [301, 'not-a-realtime-server'],
    [400, 'rejected'],
    [401, 'bad-key'],
    [402, 'quota'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [426, 'not-a-realtime-server'],
    [429, 'rate-limited'],
    [500, 'server-error'],
    [504, 'server-error'],
  ])('%i is %s', (status, code) => {
    expect(refused(status, UNNAMED)).toMatchObject({ code, details: `http ${status}` });
  });

  it('knows the login page of a network, and a proxy that wants a password', () => {
    for (const status of [200, 302, 307]) expect(refused(status, UNNAMED, true).code).toBe('captive-portal');
    expect(refused(511, UNNAMED).code).toBe('captive-portal');
    expect(refused(502, UNNAMED, true).code).toBe('server-error');
    expect(refused(404, UNNAMED, true).code).toBe('not-found');
    expect(refused(407, UNNAMED).code).toBe('proxy-auth');
  });

  it('believes the body more than the status', () => {
    expect(refused(429, { code: 'insufficient_quota', type: null }).code).toBe('quota');
    expect(refused(400, { code: 'model_not_found', type: 'invalid_request_error' }).code).toBe('not-found');
    expect(refused(403, { code: 'never_seen', type: 'permission_error' }).message).toBe(
      'forbidden: http 403 never_seen',
    );
  });
});

describe('fromClose', () => {
  it.each([
    [1000, '', 'closed'],
    [1005, '', 'closed'],
    [1006, '', 'closed'],
    [1001, 'going away', 'closed'],
    [1001, 'Your session hit the maximum duration of 60 minutes.', 'session-expired'],
    [1002, '', 'rejected'],
    [1008, 'policy', 'rejected'],
    [1009, '', 'too-large'],
    [1011, '', 'server-error'],
    [1013, '', 'server-error'],
    [3000, '', 'bad-key'],
    [3000, 'invalid_request_error.invalid_api_key', 'bad-key'],
    [4000, 'invalid_request_error.session_expired', 'session-expired'],
    [4000, 'The Realtime Beta API is no longer supported', 'wrong-dialect'],
    [4000, 'other', 'closed'],
  ])('%i %j is %s', (closeCode, reason, code) => {
    expect(fromClose(closeCode, reason)).toMatchObject({ code, details: `close ${closeCode}` });
  });
});

describe('fromServerError', () => {
  it.each([
    ['insufficient_quota', null, 'quota'],
    ['invalid_api_key', 'invalid_request_error', 'bad-key'],
    ['session_expired', 'invalid_request_error', 'session-expired'],
    ['beta_api_shape_disabled', 'invalid_request_error', 'wrong-dialect'],
    [null, 'server_error', 'server-error'],
    ['invalid_value', 'invalid_request_error', 'rejected'],
    [null, null, 'rejected'],
  ])('%s of type %s is %s', (code, type, expected) => {
    expect(fromServerError({ code, type })).toMatchObject({ code: expected, details: code ?? type });
  });

  it('ends the session only where no further turn can succeed', () => {
    const fatal = ['bad-key', 'forbidden', 'session-expired', 'wrong-dialect'] as const;
    for (const code of fatal) expect(isFatal(new RealtimeError(code))).toBe(true);
    for (const code of ['quota', 'rate-limited', 'rejected', 'server-error'] as const) {
      expect(isFatal(new RealtimeError(code))).toBe(false);
    }
  });
});
