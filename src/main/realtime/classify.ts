import type { RealtimeErrorCode } from './errors';
import { RealtimeError } from './errors';

/** A code and a type as servers give them, already through `safeToken`. */
export interface ServerCode {
  code: string | null;
  type: string | null;
}

const BY_SERVER_CODE: ReadonlyMap<string, RealtimeErrorCode> = new Map<string, RealtimeErrorCode>([
  ['invalid_api_key', 'bad-key'],
  ['incorrect_api_key', 'bad-key'],
  ['missing_api_key', 'bad-key'],
  ['authentication_error', 'bad-key'],
  ['unauthorized', 'bad-key'],
  ['account_deactivated', 'forbidden'],
  ['permission_denied', 'forbidden'],
  ['permission_error', 'forbidden'],
  ['unsupported_country_region_territory', 'forbidden'],
  ['model_not_found', 'not-found'],
  ['insufficient_quota', 'quota'],
  ['billing_not_active', 'quota'],
  ['billing_hard_limit_reached', 'quota'],
  ['rate_limit_exceeded', 'rate-limited'],
  ['rate_limit_error', 'rate-limited'],
  ['too_many_requests', 'rate-limited'],
  ['session_expired', 'session-expired'],
  ['beta_api_shape_disabled', 'wrong-dialect'],
  ['content_filter', 'content-filter'],
  ['content_policy_violation', 'content-filter'],
  ['server_error', 'server-error'],
  ['internal_error', 'server-error'],
  ['internal_server_error', 'server-error'],
  ['service_unavailable', 'server-error'],
]);

/** Codes after which no turn can succeed on this connection. */
const FATAL: ReadonlySet<RealtimeErrorCode> = new Set<RealtimeErrorCode>([
  'bad-key',
  'forbidden',
  'session-expired',
  'wrong-dialect',
]);

export function isFatal(error: RealtimeError): boolean {
  return FATAL.has(error.code);
}

function known({ code, type }: ServerCode): RealtimeErrorCode | undefined {
  return BY_SERVER_CODE.get(code ?? '') ?? BY_SERVER_CODE.get(type ?? '');
}

/** An `error` event, or the error of a failed response. `resetMs`: when the limit that was reached ends. */
export function fromServerError(server: ServerCode, resetMs: number | null = null): RealtimeError {
  const code = known(server) ?? 'rejected';
  return new RealtimeError(code, server.code ?? server.type, code === 'rate-limited' ? resetMs : null);
}

/** What is known of an answer that refused an upgrade. */
export interface HttpRefusal {
  status: number;
  server: ServerCode;
  /** From its headers, ms. */
  retryAfterMs: number | null;
  /** It is a page for people, or sends us to one elsewhere. */
  isPage: boolean;
}

/** The answer to a refused upgrade. */
export function fromHttp({ status, server, retryAfterMs, isPage }: HttpRefusal): RealtimeError {
  const details = [`http ${status}`, server.code ?? server.type].filter((part) => part !== null).join(' ');
  return new RealtimeError(known(server) ?? codeOfStatus(status, isPage), details, retryAfterMs);
}

function codeOfStatus(status: number, isPage: boolean): RealtimeErrorCode {
  switch (status) {
    case 511:
      return 'captive-portal';
    case 407:
      return 'proxy-auth';
    case 400:
    case 413:
    case 422:
      return 'rejected';
    case 401:
      return 'bad-key';
    case 402:
      return 'quota';
    case 403:
      return 'forbidden';
    case 404:
      return 'not-found';
    case 408:
      return 'handshake-timeout';
    case 429:
      return 'rate-limited';
    default:
      if (status >= 500) return 'server-error';
      // No realtime server shows a page to a program: something on the way does.
      return isPage && status < 400 ? 'captive-portal' : 'not-a-realtime-server';
  }
}

/** A close frame (RFC 6455), or its absence (1005, 1006). `reason` is only matched, never quoted. */
export function fromClose(closeCode: number, reason: string): RealtimeError {
  const details = `close ${closeCode}`;
  // OpenAI writes `invalid_request_error.session_expired`; the last part is the code.
  const named = BY_SERVER_CODE.get(reason.split('.').at(-1) ?? '');
  if (named !== undefined) return new RealtimeError(named, details);
  if (/maximum duration|session.*expired/iu.test(reason))
    return new RealtimeError('session-expired', details);
  if (closeCode === 4000 && /beta/iu.test(reason)) return new RealtimeError('wrong-dialect', details);
  return new RealtimeError(codeOfClose(closeCode), details);
}

function codeOfClose(closeCode: number): RealtimeErrorCode {
  switch (closeCode) {
    case 1002:
    case 1003:
    case 1007:
    case 1008:
      return 'rejected';
    case 1009:
      return 'too-large';
    case 1011:
    case 1012:
    case 1013:
    case 1014:
      return 'server-error';
    case 3000:
      return 'bad-key';
    case 3003:
      return 'forbidden';
    case 3008:
      return 'handshake-timeout';
    default:
      return 'closed';
  }
}

/** A failure below the protocol: `code` of the error that Node or `ws` gave, e.g. `ECONNREFUSED`. */
export function fromErrno(code: string | undefined, wasOpen: boolean): RealtimeError {
  // Node's codes are words of capitals and digits; anything else is not quoted.
  const details = code !== undefined && /^[A-Z][A-Z0-9_]{1,63}$/u.test(code) ? code : null;
  return new RealtimeError(codeOfErrno(details ?? '', wasOpen), details);
}

function codeOfErrno(code: string, wasOpen: boolean): RealtimeErrorCode {
  switch (code) {
    case 'ENOTFOUND':
      return 'host-not-found';
    case 'EAI_AGAIN':
    case 'ENETUNREACH':
    case 'ENETDOWN':
    case 'EHOSTUNREACH':
    case 'EADDRNOTAVAIL':
      return 'offline';
    case 'ECONNREFUSED':
      return 'refused-connection';
    case 'ETIMEDOUT':
      return wasOpen ? 'closed' : 'handshake-timeout';
    case 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH':
    case 'WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH':
      return 'too-large';
    case 'EPROTO':
      return 'tls';
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return 'self-signed';
    default:
      if (isTls(code)) return 'tls';
      if (code.startsWith('WS_ERR_')) return 'garbage';
      if (wasOpen) return 'closed';
      // `ws` gives no code when the answer to its upgrade is none.
      return code === '' || code.startsWith('HPE_') ? 'not-a-realtime-server' : 'refused-connection';
  }
}

function isTls(code: string): boolean {
  return /^(?:CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA)/u.test(
    code,
  );
}
