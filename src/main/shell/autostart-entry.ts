/**
 * Starting at login on Linux: an entry in the user's autostart folder, by freedesktop.org's Desktop Entry and Desktop
 * Application Autostart specifications (pure).
 */

/** The name in the folder. The same as that of the program's own entry, so that desktops show one program. */
export const AUTOSTART_FILE = 'aloud.desktop';

/** A relative XDG_CONFIG_HOME is to be ignored, says its specification. */
export function autostartFolder(
  environment: Readonly<Record<string, string | undefined>>,
  home: string,
): string {
  const named = environment.XDG_CONFIG_HOME ?? '';
  return `${named.startsWith('/') ? named : `${home}/.config`}/autostart`;
}

/** The entry that starts `program`, an absolute path, with `args`. */
export function autostartEntry(program: string, args: readonly string[]): string {
  const lines = [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Aloud',
    'Comment=Waits in the tray for your questions',
    `Exec=${escapeString([...launcher(program), program, ...args].map(quoteArgument).join(' '))}`,
    // The entry of a program that is gone is passed over.
    `TryExec=${escapeString(program)}`,
    'Icon=aloud',
    'Terminal=false',
    'StartupNotify=false',
    'X-GNOME-Autostart-enabled=true',
  ];
  return `${lines.join('\n')}\n`;
}

/** Whether a desktop starts what an entry names: its settings switch one off by a line rather than delete it. */
export function isSwitchedOn(text: string): boolean {
  return !/^(?:Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/mu.test(text);
}

/**
 * What has to start the program in its place. The specification allows no equals sign in the name of a program, and GLib
 * looks for one whose percent signs are still doubled; a shell's arguments may hold both.
 */
function launcher(program: string): string[] {
  return /[=%]/u.test(program) ? ['/bin/sh', '-c', 'exec "$0" "$@"'] : [];
}

/** One argument of Exec. Always in quotes: so nothing depends on which characters a desktop holds for special. */
function quoteArgument(argument: string): string {
  return `"${argument.replaceAll('%', '%%').replace(/["`$\\]/gu, '\\$&')}"`;
}

/** A value of the type string. Exec is one, too: its quoting comes first, then this. */
function escapeString(value: string): string {
  return value
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')
    .replaceAll('\r', '\\r')
    .replace(/^ /u, '\\s');
}
