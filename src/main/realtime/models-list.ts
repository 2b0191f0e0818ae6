import OpenAI, { APIConnectionTimeoutError, APIError } from 'openai';
import { z } from 'zod';
import { fromHttp } from './classify';
import { RealtimeError } from './errors';
import { fromFetchFailure } from './net-error';
import { retryAfterMs } from './retry-after';
import { safeToken } from './safe-token';

/** A request over HTTP, by the system's proxy and certificates. Follows no redirect, keeps and sends no cookies. */
export type HttpGet = (
  url: string,
  options: { headers: Readonly<Record<string, string>>; signal: AbortSignal },
) => Promise<Response>;

export type ListedModels =
  | { kind: 'listed'; ids: readonly string[] }
  | { kind: 'refused'; error: RealtimeError };

const TIMEOUT_MS = 15_000;
/** Of the list; OpenAI's is some 20 KB. */
const MAX_BYTES = 2 * 1024 * 1024;

const list = z.object({ data: z.array(z.object({ id: z.string().max(200) })) });

/**
 * The models that a key may use, through OpenAI's SDK. `baseUrl` is e.g. `https://api.openai.com/v1`. Never rejects: a
 * failure has codes alone, as every other of the service.
 */
export async function listModels(
  { baseUrl, key }: { baseUrl: string; key: string },
  get: HttpGet,
  wallNow: number,
): Promise<ListedModels> {
  // Everything is said here: what is left out the SDK would take from the environment.
  const client = new OpenAI({
    apiKey: key,
    baseURL: baseUrl,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout: TIMEOUT_MS,
    logLevel: 'off',
    // The environment and the SDK would add headers of their own. Nobody needs more than these.
    fetch: async (url, init) => {
      const signal = init?.signal ?? AbortSignal.timeout(TIMEOUT_MS);
      const headers = { Authorization: `Bearer ${key}`, Accept: 'application/json', 'User-Agent': 'Aloud' };
      return bounded(await get(String(url), { headers, signal }));
    },
  });
  try {
    const read = list.safeParse(await client.models.list());
    if (read.success) return { kind: 'listed', ids: read.data.data.map(({ id }) => id) };
    return { kind: 'refused', error: new RealtimeError('not-a-realtime-server', 'no list of models') };
  } catch (error) {
    return { kind: 'refused', error: refusalOf(error, key, wallNow) };
  }
}

function refusalOf(error: unknown, key: string, wallNow: number): RealtimeError {
  if (error instanceof APIConnectionTimeoutError) return new RealtimeError('handshake-timeout');
  if (!(error instanceof APIError)) return fromFetchFailure(error);
  if (error.cause instanceof RealtimeError) return error.cause;
  if (error.status === undefined) return fromFetchFailure(error.cause);
  const headers: Record<string, string> = Object.fromEntries(error.headers ?? []);
  return fromHttp({
    status: error.status,
    server: { code: safeToken(error.code, key), type: safeToken(error.type, key) },
    retryAfterMs: retryAfterMs(headers, wallNow),
    isPage: /^text\/html\b/iu.test(headers['content-type'] ?? ''),
  });
}

/** The response with its body read, if that is not larger than a list of models can be. */
async function bounded(response: Response): Promise<Response> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BYTES) throw new RealtimeError('too-large');
    chunks.push(chunk);
  }
  const { status, headers } = response;
  // What was compressed or chunked on the way is neither any more.
  const kept = new Headers(headers);
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) kept.delete(name);
  return new Response(chunks.length === 0 ? null : Buffer.concat(chunks), { status, headers: kept });
}
