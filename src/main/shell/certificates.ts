import tls from 'node:tls';

let known: string[] | null = null;

/**
 * The authorities that are trusted, PEM: those of Node together with those of this computer, where companies and
 * careful users put their own. Undefined where Node cannot ask the system (before 22.15): its own are trusted then.
 */
export function trustedAuthorities(): string[] | undefined {
  if (typeof tls.getCACertificates !== 'function') return undefined;
  known ??= [...new Set([...tls.getCACertificates('default'), ...tls.getCACertificates('system')])];
  return known;
}
