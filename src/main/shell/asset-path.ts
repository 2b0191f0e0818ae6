/** Where the pages live: the only origin that may talk to main. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'aloud';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;

/** Every kind of file that a page may load. What is not in here is not served. */
const MIME_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
};

export interface Asset {
  /** Relative to the renderer's folder, with `/`, e.g. `popup/index.html`. */
  path: string;
  mimeType: string;
}

/**
 * The built file that a URL names, or null (pure).
 *
 * `files` is the allow-list: the very paths that were found in the renderer's folder at the start. A path that is not
 * in it is refused whatever it spells, so `..`, encoded slashes and drive letters need no rules of their own.
 */
export function findAsset(url: string, files: ReadonlySet<string>): Asset | null {
  if (!URL.canParse(url)) return null;
  const { protocol, host, pathname } = new URL(url);
  if (protocol !== `${APP_SCHEME}:` || host !== APP_HOST) return null;
  const path = decode(pathname.slice(1));
  if (path === null || !files.has(path)) return null;
  const mimeType = mimeTypeOf(path);
  return mimeType === null ? null : { path, mimeType };
}

/** The type to serve a file as, or null for kinds that are never served (source maps among them). */
export function mimeTypeOf(path: string): string | null {
  const extension = /\.([a-z0-9]+)$/u.exec(path)?.[1];
  if (extension === undefined || !Object.hasOwn(MIME_TYPES, extension)) return null;
  return MIME_TYPES[extension] ?? null;
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
