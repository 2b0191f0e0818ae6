import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { desktopCommands, desktopOf } from '../../../src/main/shell/desktop-shortcuts';
import type { DesktopName } from '../../../src/preload/hotkey-contract';

it.each([
  ['ubuntu:GNOME', 'gnome'],
  ['GNOME', 'gnome'],
  ['KDE', 'kde'],
  ['Hyprland', 'hyprland'],
  ['sway:wlroots', 'sway'],
  ['XFCE', null],
  [null, null],
])('%s is %s', (names, desktop) => {
  expect(desktopOf(names)).toBe(desktop);
});

it('puts the running desktop first, and none before it where that is another', () => {
  const order = (running: DesktopName | null) =>
    desktopCommands('aloud', 'Alt+A', running).map(({ desktop }) => desktop);
  expect(order(null)).toEqual(['gnome', 'kde', 'hyprland', 'sway']);
  expect(order('sway')).toEqual(['sway', 'gnome', 'kde', 'hyprland']);
});

it('gives no line to a desktop whose file would read a sign of the path as its own', () => {
  expect(
    desktopCommands('/home/me/$HOME/Aloud.AppImage', 'Alt+A', null).map(({ desktop }) => desktop),
  ).toEqual(['gnome']);
});

/** Real shells, with stand-ins for what the desktops bring along. */
describe.skipIf(process.platform === 'win32')('run in a shell', () => {
  let home = '';

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'aloud-desktop-'));
    mkdirSync(join(home, 'bin'));
    for (const folder of ['hypr', 'sway']) mkdirSync(join(home, '.config', folder), { recursive: true });
    writeFileSync(join(home, '.config/hypr/hyprland.conf'), 'monitor = ,preferred,auto,1');
    writeFileSync(join(home, '.config/sway/config'), 'set $mod Mod4\n');
    // Keeps each value in a file named by its schema and key, as written.
    program(
      'gsettings',
      'file="$HOME/$(echo "$2.$3" | tr "/:" "__")"; if [ "$1" = get ]; then cat "$file" 2>/dev/null || echo "@as []"; else printf "%s" "$4" > "$file"; fi',
    );
    program('kwriteconfig6', 'for each in "$@"; do printf "[%s]" "$each"; done > "$HOME/kwrite"');
    program('swaymsg', 'echo "$@" > "$HOME/swaymsg"');
  });

  afterEach(() => rmSync(home, { recursive: true }));

  function program(name: string, body: string): void {
    writeFileSync(join(home, 'bin', name), `#!/bin/sh\n${body}\n`);
    chmodSync(join(home, 'bin', name), 0o755);
  }

  function run(desktop: DesktopName, path = 'aloud', accelerator = 'CommandOrControl+Shift+Space'): void {
    const found = desktopCommands(path, accelerator, desktop).find((each) => each.desktop === desktop);
    const env = { HOME: home, PATH: `${join(home, 'bin')}:/usr/bin:/bin` };
    const { status, stderr } = spawnSync('sh', ['-c', found?.command ?? 'exit 9'], { env, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  }

  const read = (file: string): string => readFileSync(join(home, file), 'utf8');
  const LIST = 'org.gnome.settings-daemon.plugins.media-keys.custom-keybindings';
  const OURS = '/org/gnome/settings-daemon/plugins/media-keys/custom-keybindings/aloud/';
  const own = (key: string): string =>
    read(
      `${`org.gnome.settings-daemon.plugins.media-keys.custom-keybinding:${OURS}`.replaceAll(/[/:]/gu, '_')}.${key}`,
    );

  it('GNOME is given the shortcut, once, and keeps the user’s own', () => {
    run('gnome');
    expect(read(LIST)).toBe(`['${OURS}']`);
    expect([own('name'), own('command'), own('binding')]).toEqual([
      'Aloud',
      'aloud --toggle',
      '<Control><Shift>space',
    ]);
    writeFileSync(join(home, LIST), "['/mine/']");
    run('gnome', 'aloud', 'Super+Alt+K');
    run('gnome', 'aloud', 'Super+Alt+K');
    expect(read(LIST)).toBe(`['/mine/', '${OURS}']`);
    expect(own('binding')).toBe('<Alt><Super>k');
  });

  it('GNOME runs a program whose path has spaces and quotes', () => {
    run('gnome', "/home/me/it's here/Aloud 1.AppImage");
    expect(own('command')).toBe("'/home/me/it'\\''s here/Aloud 1.AppImage' --toggle");
  });

  it('Plasma gets an entry to start, and the shortcut for it', () => {
    run('kde', '/opt/My Apps/Aloud.AppImage', 'CommandOrControl+Alt+PageUp');
    const entry = read('.local/share/applications/aloud-toggle.desktop').split('\n');
    expect(entry).toContain('Exec="/opt/My Apps/Aloud.AppImage" --toggle');
    expect(entry).toContain('X-KDE-GlobalAccel-CommandShortcut=true');
    expect(read('kwrite')).toBe(
      '[--file][kglobalshortcutsrc][--group][services][--group][aloud-toggle.desktop][--key][_launch][Ctrl+Alt+PgUp]',
    );
  });

  it('Hyprland and Sway get a line in their files, once, after what is there', () => {
    for (let round = 0; round < 2; round += 1) {
      run('hyprland');
      run('sway', '/opt/My Apps/Aloud.AppImage', 'Super+Shift+A');
    }
    expect(read('.config/hypr/hyprland.conf').split('\n')).toEqual([
      'monitor = ,preferred,auto,1',
      'bind = CTRL SHIFT, space, exec, aloud --toggle',
      '',
    ]);
    expect(
      read('.config/sway/config')
        .split('\n')
        .filter((line) => line !== ''),
    ).toEqual(['set $mod Mod4', "bindsym Mod4+Shift+a exec '/opt/My Apps/Aloud.AppImage' --toggle"]);
    expect(existsSync(join(home, 'swaymsg'))).toBe(true);
  });
});
