import type { DesktopCommand, DesktopName } from '../../preload/hotkey-contract';

/** The desktop, by what XDG_CURRENT_DESKTOP lists, e.g. `ubuntu:GNOME` (pure). */
export function desktopOf(current: string | null): DesktopName | null {
  const names = (current ?? '').toLowerCase().split(':');
  if (names.some((name) => name === 'gnome' || name === 'unity' || name === 'budgie')) return 'gnome';
  if (names.includes('kde')) return 'kde';
  if (names.includes('hyprland')) return 'hyprland';
  return names.includes('sway') ? 'sway' : null;
}

/** What one line says to the user's shell: nothing in it means anything to that. */
function quoted(text: string): string {
  return /^[\w./@%+,:-]+$/u.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/**
 * Lines for a terminal with which each desktop runs `program --toggle` at the hotkey (pure), the running desktop first.
 * `program` is a name on the path or absolute. They are for any shell, and doing one twice changes nothing, and nobody's own shortcuts are lost.
 */
export function desktopCommands(
  program: string,
  accelerator: string,
  running: DesktopName | null,
): DesktopCommand[] {
  const keys = readKeys(accelerator);
  if (keys === null) return [];
  const run = `${quoted(program)} --toggle`;
  const commands: DesktopCommand[] = [
    { desktop: 'gnome', command: gnome(run, keys) },
    // Their files have signs of their own, which a path could hold.
    ...(/^[\w./ @+,:-]+$/u.test(program)
      ? ([
          { desktop: 'kde', command: kde(run, keys) },
          { desktop: 'hyprland', command: hyprland(run, keys) },
          { desktop: 'sway', command: sway(run, keys) },
        ] as const)
      : []),
  ];
  return commands
    .map(({ desktop, command }) => ({ desktop, command: `sh -c ${quoted(command)}` }))
    .toSorted((a, b) => Number(b.desktop === running) - Number(a.desktop === running));
}

interface Keys {
  ctrl: boolean;
  alt: boolean;
  shift: boolean;
  logo: boolean;
  /** As Electron writes it. */
  key: string;
}

function readKeys(accelerator: string): Keys | null {
  const parts = accelerator.split('+');
  const key = parts.pop();
  if (key === undefined || key === '') return null;
  const has = (...names: string[]): boolean => parts.some((part) => names.includes(part));
  return {
    ctrl: has('CommandOrControl', 'CmdOrCtrl', 'Control', 'Ctrl'),
    alt: has('Alt', 'Option'),
    shift: has('Shift'),
    logo: has('Super', 'Meta', 'Command', 'Cmd'),
    key,
  };
}

/** Where GNOME keeps the shortcuts that are its user's own, and what it calls ours. */
const GNOME_KEYS = 'org.gnome.settings-daemon.plugins.media-keys';
const GNOME_PATHS = '/org/gnome/settings-daemon/plugins/media-keys/custom-keybindings';

/** The list of paths is kept; ours is added if it is not in it. */
function gnome(run: string, keys: Keys): string {
  const { ctrl, alt, shift, logo } = keys;
  const binding = [
    ctrl && '<Control>',
    alt && '<Alt>',
    shift && '<Shift>',
    logo && '<Super>',
    keysym(keys.key),
  ];
  return [
    `k=${GNOME_KEYS} p=${GNOME_PATHS}/aloud/ c=$k.custom-keybinding:$p`,
    'l=$(gsettings get $k custom-keybindings)',
    `case "$l" in *"'$p'"*) ;; *"'"*) gsettings set $k custom-keybindings "\${l%]}, '$p']" ;; *) gsettings set $k custom-keybindings "['$p']" ;; esac`,
    'gsettings set $c name Aloud',
    `gsettings set $c command ${quoted(run)}`,
    `gsettings set $c binding ${quoted(binding.filter((part) => part !== false).join(''))}`,
  ].join('; ');
}

/** Plasma reads its shortcuts when the user logs in. */
function kde(run: string, { ctrl, alt, shift, logo, key }: Keys): string {
  const names: Readonly<Record<string, string>> = {
    PageUp: 'PgUp',
    PageDown: 'PgDown',
    Delete: 'Del',
    Insert: 'Ins',
  };
  const chord = [logo && 'Meta', ctrl && 'Ctrl', alt && 'Alt', shift && 'Shift', names[key] ?? key];
  const entry = [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Aloud',
    // A shell reads the quotes of the command as a desktop entry may not.
    `Exec=${run.replaceAll("'", '"')}`,
    'NoDisplay=true',
    'StartupNotify=false',
    'X-KDE-GlobalAccel-CommandShortcut=true',
  ];
  const folder = `"\${XDG_DATA_HOME:-$HOME/.local/share}/applications"`;
  return [
    `mkdir -p ${folder}`,
    `printf '%s\\n' ${entry.map(quoted).join(' ')} > ${folder}/aloud-toggle.desktop`,
    `kwriteconfig6 --file kglobalshortcutsrc --group services --group aloud-toggle.desktop --key _launch ${quoted(chord.filter((part) => part !== false).join('+'))}`,
  ].join(' && ');
}

function hyprland(run: string, { ctrl, alt, shift, logo, key }: Keys): string {
  const modifiers = [logo && 'SUPER', ctrl && 'CTRL', alt && 'ALT', shift && 'SHIFT'].filter(
    (part) => part !== false,
  );
  return append(`bind = ${modifiers.join(' ')}, ${keysym(key)}, exec, ${run}`, 'hypr/hyprland.conf');
}

function sway(run: string, { ctrl, alt, shift, logo, key }: Keys): string {
  const chord = [logo && 'Mod4', ctrl && 'Ctrl', alt && 'Mod1', shift && 'Shift', keysym(key)];
  const line = `bindsym ${chord.filter((part) => part !== false).join('+')} exec ${run}`;
  return `${append(line, 'sway/config')}; swaymsg reload`;
}

/** Adds a line to a file of settings that does not have it yet. */
function append(line: string, file: string): string {
  const path = `"\${XDG_CONFIG_HOME:-$HOME/.config}/${file}"`;
  return `grep -qxF ${quoted(line)} ${path} || printf '\\n%s\\n' ${quoted(line)} >> ${path}`;
}

/** What X and xkbcommon call a key. */
function keysym(key: string): string {
  const names: Readonly<Record<string, string>> = {
    Space: 'space',
    Backspace: 'BackSpace',
    Enter: 'Return',
    PageUp: 'Prior',
    PageDown: 'Next',
    Plus: 'plus',
  };
  return names[key] ?? (/^[A-Z]$/u.test(key) ? key.toLowerCase() : key);
}
