import { RealtimeError } from './errors';

/** So many are told in the details. */
const MOST_SCHEMES = 4;

/**
 * A proxy wants us to sign in, or to sign in otherwise (pure). `url` is its address, with the name and password that it
 * was given, if any; the error has the address without them. `schemes`: the ways of signing in that it named.
 */
export function signInWanted(url: string, details: string, schemes: readonly string[]): RealtimeError {
  const { protocol, host, username } = new URL(url);
  // NTLM, Negotiate and Digest are not spoken here. A proxy that names nothing is taken to mean a password.
  const takesPassword = schemes.length === 0 || schemes.includes('basic');
  const code = takesPassword ? (username === '' ? 'proxy-auth' : 'proxy-password') : 'proxy-sign-in';
  return new RealtimeError(code, [details, ...schemes].join(' '), null, `${protocol}//${host}`);
}

/**
 * The names of the schemes in a `Proxy-Authenticate`, in lower case (pure): `Negotiate, Basic realm="a, b"` has two. Left
 * out, or not readable, it has none.
 */
export function readSchemes(challenge: string | readonly string[] = []): string[] {
  const unquoted = [challenge]
    .flat()
    .join(',')
    .replace(/"(?:[^"\\]|\\.)*"/gu, '');
  const names = unquoted.split(',').map((part) => part.trim().split(/\s+/u)[0]?.toLowerCase() ?? '');
  // What is left are parameters (`qop=…`), and what no scheme is called.
  return names.filter((name) => /^[a-z][a-z0-9-]{0,31}$/u.test(name)).slice(0, MOST_SCHEMES);
}
