import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { z } from 'zod';
import { isLoopback } from './address';
import { fromHttp } from './classify';
import type { RealtimeError } from './errors';
import { retryAfterMs } from './retry-after';
import { safeToken } from './safe-token';

/** Of a refusal's body, which is small when it is one that we can read. */
const MAX_BODY_BYTES = 16 * 1024;
const BODY_TIMEOUT_MS = 2_000;

const refusal = z.object({ error: z.object({ code: z.unknown().optional(), type: z.unknown().optional() }) });

/**
 * The reason for a refused upgrade, from its HTTP status and, in its body, the error's code and type. Nothing else of
 * the body is kept: OpenAI's message quotes a part of the key. Always fulfilled, within two seconds. `asked` is what the
 * upgrade was asked of.
 */
export async function readRefusal(
  response: IncomingMessage,
  key: string | null,
  asked: URL,
): Promise<RealtimeError> {
  const body = await readStart(response);
  const { code, type } = codesIn(body);
  return fromHttp({
    status: response.statusCode ?? 0,
    server: { code: safeToken(code, key), type: safeToken(type, key) },
    retryAfterMs: retryAfterMs(response.headers, Date.now()),
    isPage: isPage(response.headers, asked),
  });
}

/**
 * A login page of the network, or the way to one on another host (pure). A page of this computer is a web server's, and
 * so is one that leads elsewhere on it: nothing stands between.
 */
export function isPage(headers: IncomingHttpHeaders, asked: URL): boolean {
  const { location = '', 'content-type': type = '' } = headers;
  if (URL.canParse(location)) {
    const to = new URL(location);
    const isWeb = to.protocol === 'http:' || to.protocol === 'https:';
    return isWeb && to.hostname !== asked.hostname && !(isLoopback(asked) && isLoopback(to));
  }
  return /^(?:text\/html|application\/xhtml\+xml)\b/iu.test(type) && !isLoopback(asked);
}

function codesIn(body: string): { code?: unknown; type?: unknown } {
  try {
    const parsed = refusal.safeParse(JSON.parse(body));
    if (parsed.success) return parsed.data.error;
  } catch {
    // Not JSON: the status has to do.
  }
  return {};
}

function readStart(response: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const finish = () => {
      clearTimeout(timeout);
      response.destroy();
      resolve(Buffer.concat(chunks).toString());
    };
    const timeout = setTimeout(finish, BODY_TIMEOUT_MS);
    response.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MAX_BODY_BYTES) finish();
      else chunks.push(chunk);
    });
    response.on('close', finish);
    response.on('error', finish);
  });
}
