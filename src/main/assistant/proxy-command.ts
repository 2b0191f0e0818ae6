import type { ProxyCommand, Snapshot } from '../../preload/contract';

/** What a command line is made for: the system, and what starts Aloud there. */
export interface CommandPlace {
  platform: Snapshot['platform'];
  /** A name, or an absolute path. */
  program: string;
}

/**
 * How this system is told the name and password for the proxy at `proxy`, e.g. `http://proxy.example:8080` (pure). Aloud
 * reads them from its environment, in HTTPS_PROXY, when that names the very same proxy.
 */
export function proxyCommand(proxy: string, { platform, program }: CommandPlace): ProxyCommand {
  const value = proxy.replace('//', '//NAME:PASSWORD@');
  switch (platform) {
    case 'linux':
      // Desktops differ in how they take a variable for all programs; a terminal gives it to one anywhere.
      return { line: `HTTPS_PROXY='${value}' ${quoted(program)}`, startsAloud: true };
    case 'darwin':
      return { line: `launchctl setenv HTTPS_PROXY '${value}'`, startsAloud: false };
    case 'win32':
      // In these quotes for the command prompt and for PowerShell.
      return { line: `setx HTTPS_PROXY "${value}"`, startsAloud: false };
    default:
      return platform satisfies never;
  }
}

function quoted(program: string): string {
  return /^[\w./-]+$/u.test(program) ? program : `'${program.replaceAll("'", String.raw`'\''`)}'`;
}
