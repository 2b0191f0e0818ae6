import { runInNewContext } from 'node:vm';

/** The ways to an address, as proxy scripts write them: `PROXY 127.0.0.1:3128; DIRECT`. */
export type FindProxies = (url: URL) => string;

/**
 * A proxy script (PAC), asked as Chromium asks one: for the origin alone where the address is a secure one. It has none of
 * the functions that browsers lend, such as `dnsDomainIs`. @throws whatever the script does.
 */
export function proxyScript(script: string): FindProxies {
  const find: unknown = runInNewContext(`${script}\n;FindProxyForURL`);
  if (typeof find !== 'function') throw new TypeError('A proxy script is a function FindProxyForURL');
  return (url) => {
    const asked = url.protocol === 'https:' ? `${url.origin}/` : url.href;
    return String(Reflect.apply(find, undefined, [asked, url.hostname]));
  };
}
