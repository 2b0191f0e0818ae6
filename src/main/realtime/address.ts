import { RealtimeError } from './errors';

/** The address of a server, checked; or why it is none. */
export type Address = { kind: 'ok'; url: URL } | { kind: 'bad'; error: RealtimeError };

/**
 * Reads `url` and adds the model (pure). A name and password in it are refused: they would be shown wherever an
 * address is shown.
 */
export function readAddress(url: string, model: string): Address {
  if (!URL.canParse(url)) return bad('bad address');
  const parsed = new URL(url);
  if (parsed.protocol !== 'wss:' && parsed.protocol !== 'ws:') return bad('not a wss: or ws: address');
  if (parsed.username !== '' || parsed.password !== '') return bad('address with a password');
  parsed.hash = '';
  // An address that names its own model knows best: it may be one of a server with models of its own.
  const namesOne = parsed.searchParams.has('model') || parsed.searchParams.has('deployment');
  if (model !== '' && !namesOne) parsed.searchParams.set('model', model);
  return { kind: 'ok', url: parsed };
}

function bad(details: string): Address {
  return { kind: 'bad', error: new RealtimeError('bad-address', details) };
}

/** Whether nothing sent there can leave this machine. Not `a.localhost`: some resolvers ask the network for that. */
export function isLoopback(url: URL): boolean {
  const { hostname } = url;
  return (
    hostname === 'localhost' ||
    hostname === '[::1]' ||
    // URL has already turned every spelling of an IPv4 address into this one.
    /^127\.\d+\.\d+\.\d+$/u.test(hostname)
  );
}

/** Whether `key` can stand in a header: what was pasted wrongly is refused here, and by no server. */
export function isSendableKey(key: string): boolean {
  return /^[\x21-\x7e]+$/u.test(key);
}
