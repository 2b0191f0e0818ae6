import { fromErrno } from './classify';
import type { RealtimeErrorCode } from './errors';
import { RealtimeError } from './errors';

/** What Chromium calls its failures, without `ERR_`. The certificates' are told apart below. */
const BY_NET_ERROR: ReadonlyMap<string, RealtimeErrorCode> = new Map<string, RealtimeErrorCode>([
  ['INTERNET_DISCONNECTED', 'offline'],
  ['NETWORK_CHANGED', 'offline'],
  ['ADDRESS_UNREACHABLE', 'offline'],
  ['NAME_NOT_RESOLVED', 'host-not-found'],
  ['NAME_RESOLUTION_FAILED', 'host-not-found'],
  ['CONNECTION_REFUSED', 'refused-connection'],
  ['CONNECTION_FAILED', 'refused-connection'],
  ['CONNECTION_RESET', 'refused-connection'],
  ['CONNECTION_CLOSED', 'refused-connection'],
  ['CONNECTION_ABORTED', 'refused-connection'],
  ['EMPTY_RESPONSE', 'refused-connection'],
  ['CONNECTION_TIMED_OUT', 'handshake-timeout'],
  ['TIMED_OUT', 'handshake-timeout'],
  ['PROXY_CONNECTION_FAILED', 'proxy-refused'],
  ['TUNNEL_CONNECTION_FAILED', 'proxy-refused'],
  ['SOCKS_CONNECTION_FAILED', 'proxy-refused'],
  ['PROXY_AUTH_REQUESTED', 'proxy-auth'],
  ['PROXY_AUTH_UNSUPPORTED', 'proxy-auth'],
  ['CERT_AUTHORITY_INVALID', 'self-signed'],
]);

/** Why a request over HTTP never had an answer, from what Chromium's fetch, or Node's, was rejected with (pure). */
export function fromFetchFailure(failure: unknown): RealtimeError {
  const chain = [...causes(failure)];
  for (const { message } of chain) {
    const name = /\bnet::ERR_([A-Z_]{2,60})\b/u.exec(message)?.[1];
    if (name !== undefined) return new RealtimeError(codeOfNetError(name), `ERR_${name}`);
  }
  const errno = chain.find((error) => 'code' in error && typeof error.code === 'string');
  return fromErrno(errno !== undefined && 'code' in errno ? String(errno.code) : undefined, false);
}

function codeOfNetError(name: string): RealtimeErrorCode {
  const known = BY_NET_ERROR.get(name);
  if (known !== undefined) return known;
  return /^(?:CERT_|SSL_|BAD_SSL_)/u.test(name) ? 'tls' : 'refused-connection';
}

/** An error and what caused it, from the outside in. */
function* causes(failure: unknown): Generator<Error> {
  let current = failure;
  for (let depth = 0; depth < 5 && current instanceof Error; depth += 1) {
    yield current;
    current = current.cause;
  }
}
