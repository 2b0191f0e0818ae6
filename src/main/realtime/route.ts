/** A way to a server. `url` is that of a proxy: `http:`, `https:`, `socks4:` or `socks5h:` (which looks names up itself). */
export type Route = { kind: 'direct' } | { kind: 'proxy'; url: string };

export const DIRECT: Route = { kind: 'direct' };

const SCHEMES: ReadonlyMap<string, string> = new Map([
  ['PROXY', 'http'],
  ['HTTP', 'http'],
  ['HTTPS', 'https'],
  ['SOCKS', 'socks4'],
  ['SOCKS4', 'socks4'],
  ['SOCKS5', 'socks5h'],
]);

/**
 * The ways that we can go of a list as proxy scripts write it (pure), to be tried in this order:
 * `PROXY a:8080; SOCKS5 b:1080; DIRECT`. An empty or unreadable list is the direct way.
 */
export function readProxyList(list: string): Route[] {
  const routes = list.split(';').flatMap((entry): Route[] => {
    const [kind = '', host = ''] = entry.trim().split(/\s+/u);
    if (kind.toUpperCase() === 'DIRECT') return [DIRECT];
    const scheme = SCHEMES.get(kind.toUpperCase());
    const url = `${scheme}://${host.toLowerCase()}`;
    return scheme !== undefined && host !== '' && URL.canParse(url) ? [{ kind: 'proxy', url }] : [];
  });
  return routes.length === 0 ? [DIRECT] : routes;
}

/** Puts the name and password that the environment has for the very same proxy into its address (pure). */
export function withCredentials(route: Route, environment: readonly (string | undefined)[]): Route {
  if (route.kind === 'direct') return route;
  const proxy = new URL(route.url);
  for (const given of environment) {
    if (given === undefined || !URL.canParse(given)) continue;
    const known = new URL(given);
    if (known.host !== proxy.host || known.username === '') continue;
    proxy.username = known.username;
    proxy.password = known.password;
    return { kind: 'proxy', url: proxy.href };
  }
  return route;
}
