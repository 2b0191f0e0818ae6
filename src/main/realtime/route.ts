/** The way to a server. `url` is that of a proxy: `http:`, `https:`, `socks4:` or `socks5:`. */
export type Route = { kind: 'direct' } | { kind: 'proxy'; url: string };

const SCHEMES: ReadonlyMap<string, string> = new Map([
  ['PROXY', 'http'],
  ['HTTP', 'http'],
  ['HTTPS', 'https'],
  ['SOCKS', 'socks4'],
  ['SOCKS4', 'socks4'],
  ['SOCKS5', 'socks5'],
]);

/**
 * The first way that we can go of a list as proxy scripts write it (pure): `PROXY a:8080; SOCKS5 b:1080; DIRECT`. An
 * empty or unreadable list is the direct way.
 */
export function readProxyList(list: string): Route {
  for (const entry of list.split(';')) {
    const [kind = '', host = ''] = entry.trim().split(/\s+/u);
    if (kind.toUpperCase() === 'DIRECT') return { kind: 'direct' };
    const url = `${SCHEMES.get(kind.toUpperCase()) ?? ''}://${host}`;
    if (host !== '' && SCHEMES.has(kind.toUpperCase()) && URL.canParse(url)) return { kind: 'proxy', url };
  }
  return { kind: 'direct' };
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
