/**
 * The app's own URLs (`app://aloud/popup/index.html`) and those that the browser sees
 * (`http://aloud.app.localhost:PORT/popup/index.html`). `*.localhost` is a secure context and never leaves the machine.
 */
export interface OriginMap {
  toBrowser(url: string): string;
  /** The app's URL again; a URL that is none of ours stays as it is. */
  toApp(url: string): string;
  /** `http://aloud.app.localhost:PORT` for `app://aloud`. */
  browserOrigin(url: string): string;
}

/** `schemes`: those registered as privileged, read at each call. `port`: of the host's server on loopback. */
export function createOriginMap(schemes: ReadonlySet<string>, port: number): OriginMap {
  const split = (url: string): { scheme: string; host: string; rest: string } | null => {
    const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(url);
    const [, scheme = '', host = '', rest = ''] = match ?? [];
    return match === null ? null : { scheme: scheme.toLowerCase(), host, rest };
  };
  const browserOrigin = (scheme: string, host: string) => `http://${host}.${scheme}.localhost:${port}`;
  return {
    toBrowser(url) {
      const parts = split(url);
      if (parts === null || !schemes.has(parts.scheme)) return url;
      return `${browserOrigin(parts.scheme, parts.host)}${parts.rest}`;
    },
    toApp(url) {
      const parts = split(url);
      if (parts?.scheme !== 'http') return url;
      const labels = /^(.+)\.([^.]+)\.localhost:(\d+)$/i.exec(parts.host);
      const [, host = '', scheme = '', urlPort = ''] = labels ?? [];
      if (Number(urlPort) !== port || !schemes.has(scheme)) return url;
      return `${scheme}://${host}${parts.rest}`;
    },
    browserOrigin(url) {
      const parts = split(url);
      return parts !== null && schemes.has(parts.scheme)
        ? browserOrigin(parts.scheme, parts.host)
        : new URL(url).origin;
    },
  };
}
