import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { protocol } from 'electron';
import { APP_SCHEME, findAsset, mimeTypeOf } from './asset-path';
import type { Log } from './log';
import { RESPONSE_POLICY } from './page-policy';

/** On every response, the refusals too. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': RESPONSE_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  // The files change with every update of the app but keep their place; a cached page would be a stale one.
  'Cache-Control': 'no-store',
};

/** Makes `app://` a proper origin (an AudioWorklet wants a secure context). Only before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built pages from `rendererDir`, and nothing else, once the app is ready. */
export function serveApp(rendererDir: string, log: Log): void {
  const files = listAssets(rendererDir);
  if (files.size === 0) log.error('No built pages were found');
  protocol.handle(APP_SCHEME, (request) => respond(request, rendererDir, files, log));
}

async function respond(
  request: Request,
  rendererDir: string,
  files: ReadonlySet<string>,
  log: Log,
): Promise<Response> {
  if (request.method !== 'GET') return refusal(405);
  const asset = findAsset(request.url, files);
  if (asset === null) {
    log.warn('A page asked for something that is not served');
    return refusal(404);
  }
  try {
    const body = await readFile(join(rendererDir, asset.path));
    return new Response(new Uint8Array(body), {
      headers: { ...SECURITY_HEADERS, 'Content-Type': asset.mimeType },
    });
  } catch (error) {
    log.error('A built file could not be read', error);
    return refusal(500);
  }
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: SECURITY_HEADERS });
}

/**
 * Every file below `dir` that may be served, as paths with `/`. Links are left out. One level at a time, because that
 * is what Electron's reading of archives is sure to know.
 */
export function listAssets(dir: string, prefix = ''): ReadonlySet<string> {
  const found = new Set<string>();
  for (const entry of readdirSync(join(dir, prefix), { withFileTypes: true })) {
    const path = `${prefix}${entry.name}`;
    if (entry.isDirectory()) for (const inner of listAssets(dir, `${path}/`)) found.add(inner);
    else if (entry.isFile() && mimeTypeOf(path) !== null) found.add(path);
  }
  return found;
}
