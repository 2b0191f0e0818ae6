import type { IncomingHttpHeaders } from 'node:http';
import type { Dialect } from './protocol/events';

/** An HTTP answer to a request to connect. `body` is JSON, as OpenAI sends it, or a page of HTML. */
export interface Refusal {
  status: number;
  headers?: Readonly<Record<string, string>>;
  body: { error: { message: string; type: string; code: string | null; param: string | null } } | string;
}

export type Admission =
  | { kind: 'admitted'; dialect: Dialect; model: string }
  | { kind: 'refused'; refusal: Refusal };

/** OpenAI's, Azure's and the bare path. */
const GA_PATHS = ['/v1/realtime', '/realtime', '/openai/v1/realtime'];
const AZURE_PREVIEW_PATH = '/openai/realtime';
const BETA_HEADER = /\brealtime=v1\b/;
const BETA_PROTOCOL = 'openai-beta.realtime-v1';
/** Browsers cannot set headers: their clients put the key here. */
const KEY_PROTOCOL = 'openai-insecure-api-key.';
const DEFAULT_MODEL = 'aloud-demo';

/** Whether a request may become a connection. `sameKey` compares in constant time; `key` null admits every key. */
export function admit(
  request: { url?: string | undefined; headers: IncomingHttpHeaders },
  key: string | null,
  sameKey: (given: string, wanted: string) => boolean,
): Admission {
  const { headers } = request;
  // A web page elsewhere must not reach this machine, neither by a name that points here nor from its own origin.
  if (!isLoopbackHost(headers.host ?? '') || !isOwnOrigin(headers.origin)) {
    return refused(403, 'forbidden', 'This server answers programs on this machine only.');
  }
  const url = parseUrl(request.url ?? '');
  const preview = url?.pathname === AZURE_PREVIEW_PATH;
  if (url === null || (!preview && !GA_PATHS.includes(url.pathname))) {
    return refused(404, 'unknown_url', 'There is nothing at this address. Connect to /v1/realtime.');
  }
  const protocols = (headers['sec-websocket-protocol'] ?? '').split(',').map((protocol) => protocol.trim());
  if (key !== null) {
    const given = givenKey(headers, protocols);
    if (given === null) return refused(401, null, "You didn't provide an API key.");
    if (!sameKey(given, key)) return refused(401, 'invalid_api_key', 'Incorrect API key provided.');
  }
  const beta =
    preview || BETA_HEADER.test(String(headers['openai-beta'] ?? '')) || protocols.includes(BETA_PROTOCOL);
  const model = url.searchParams.get('model') ?? url.searchParams.get('deployment') ?? DEFAULT_MODEL;
  return { kind: 'admitted', dialect: beta ? 'beta' : 'ga', model: model.slice(0, 200) };
}

export function refusal(status: number, code: string | null, message: string): Refusal {
  const type = status >= 500 ? 'server_error' : status === 429 ? 'requests' : 'invalid_request_error';
  return { status, body: { error: { message, type, code, param: null } } };
}

function refused(status: number, code: string | null, message: string): Admission {
  return { kind: 'refused', refusal: refusal(status, code, message) };
}

function givenKey(headers: IncomingHttpHeaders, protocols: readonly string[]): string | null {
  const bearer = /^Bearer\s+(.+)$/i.exec(headers.authorization ?? '')?.[1];
  const azure = headers['api-key'];
  const insecure = protocols
    .find((protocol) => protocol.startsWith(KEY_PROTOCOL))
    ?.slice(KEY_PROTOCOL.length);
  return bearer ?? (typeof azure === 'string' ? azure : undefined) ?? insecure ?? null;
}

function isOwnOrigin(origin: string | undefined): boolean {
  if (origin === undefined) return true;
  // An opaque origin is the word `null`, which is no URL.
  const url = URL.canParse(origin) ? new URL(origin) : null;
  return url !== null && (url.protocol === 'app:' || isLoopbackHost(url.host));
}

function isLoopbackHost(host: string): boolean {
  return /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])(?::\d+)?$/i.test(host);
}

function parseUrl(text: string): URL | null {
  try {
    return new URL(text, 'http://127.0.0.1');
  } catch {
    return null;
  }
}
