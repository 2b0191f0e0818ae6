import tls from 'node:tls';

/** As Node's `tls.getCACertificates`; PEM. */
export type AskAuthorities = (type: 'default' | 'system') => string[];

/**
 * The authorities that are trusted, PEM: those of Node together with those of this computer, where companies and
 * careful users put their own. They are read once, when they are first asked for. Undefined where Node cannot ask the
 * system (before 22.15): its own are trusted then, and so they are where the system does not answer.
 */
export function trustedAuthorities(ask: AskAuthorities | null = ofNode()): () => string[] | undefined {
  let known: string[] | null = null;
  return () => {
    if (ask === null) return undefined;
    known ??= [...new Set([...ask('default'), ...ofTheSystem(ask)])];
    return known;
  };
}

function ofNode(): AskAuthorities | null {
  return typeof tls.getCACertificates === 'function' ? tls.getCACertificates : null;
}

function ofTheSystem(ask: AskAuthorities): string[] {
  try {
    return ask('system');
  } catch {
    return [];
  }
}
