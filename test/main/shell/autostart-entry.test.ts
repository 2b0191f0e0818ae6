import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appImageOf } from '../../../src/main/shell/app-image';
import { autostartEntry, autostartFolder, isSwitchedOn } from '../../../src/main/shell/autostart-entry';

function entry(program: string, args: readonly string[] = ['--hide']): string {
  return autostartEntry(program, args);
}

/** The value of a key as a desktop reads it: the type string, by the Desktop Entry specification. */
function readKey(text: string, key: string): string {
  const lines = text.split('\n').filter((line) => line.startsWith(`${key}=`));
  if (lines.length !== 1) throw new Error(`${lines.length} lines for ${key}`);
  const raw = lines[0]?.slice(key.length + 1).trimStart() ?? '';
  const escapes: Record<string, string> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' };
  return raw.replace(/\\(.?)/gu, (_all, letter: string) => {
    const meant = escapes[letter];
    if (meant === undefined) throw new Error(`An escape that is none: \\${letter}`);
    return meant;
  });
}

/** The arguments that a desktop takes from Exec: quotes, the four escapes within them, then the field codes. */
function commandOf(exec: string): string[] {
  const found: string[] = [];
  let rest = exec;
  while (rest !== '') {
    const [whole, quoted, plain] =
      /^(?:"((?:[^"`$\\]|\\["`$\\])*)"|([^\s"'\\><~|&;$*?#()`]+))(?: |$)/u.exec(rest) ?? [];
    if (whole === undefined) throw new Error(`Exec cannot be read on from: ${rest}`);
    found.push(plain ?? (quoted ?? '').replace(/\\(.)/gu, '$1'));
    rest = rest.slice(whole.length);
  }
  return found.map((argument) =>
    argument.replace(/%(.?)/gu, (code, letter: string) => {
      if (letter !== '%') throw new Error(`A field code: ${code}`);
      return '%';
    }),
  );
}

const argument = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...' "\'`$\\%\n\t\r~#()&;|<>*?fFuUs'), maxLength: 12 }),
);
const text = argument.filter((value) => !value.includes('\0'));
const program = text.map((value) => `/${value}`);

describe('the entry', () => {
  it('starts an installed Aloud in the tray', () => {
    expect(entry('/opt/Aloud/aloud')).toBe(
      [
        '[Desktop Entry]',
        'Type=Application',
        'Name=Aloud',
        'Comment=Waits in the tray for your questions',
        'Exec="/opt/Aloud/aloud" "--hide"',
        'TryExec=/opt/Aloud/aloud',
        'Icon=aloud',
        'Terminal=false',
        'StartupNotify=false',
        'X-GNOME-Autostart-enabled=true',
        '',
      ].join('\n'),
    );
  });

  it('starts exactly this program with exactly these arguments, whatever they hold', () => {
    fc.assert(
      fc.property(program, fc.array(text, { maxLength: 4 }), (path, args) => {
        const command = commandOf(readKey(entry(path, args), 'Exec'));
        const shell = /[=%]/u.test(path) ? ['/bin/sh', '-c', 'exec "$0" "$@"'] : [];
        expect(command).toEqual([...shell, path, ...args]);
      }),
    );
  });

  it('is passed over when the program is gone, wherever it was', () => {
    fc.assert(fc.property(program, (path) => void expect(readKey(entry(path), 'TryExec')).toBe(path)));
  });

  it('holds ten lines and no key more, whatever the path spells', () => {
    fc.assert(
      fc.property(program, (path) => {
        expect(entry(path).split('\n')).toHaveLength(11);
        expect(isSwitchedOn(entry(path))).toBe(true);
      }),
    );
  });

  it('is impossible to mistake for a variable or a field code, with a shell that starts it', () => {
    for (const path of ['/home/a=b/aloud', '/home/100%/aloud']) {
      const command = commandOf(readKey(entry(path), 'Exec'));
      expect(command).toEqual(['/bin/sh', '-c', 'exec "$0" "$@"', path, '--hide']);
      expect(readKey(entry(path), 'TryExec')).toBe(path);
    }
  });

  it.each([
    ['Hidden=true', false],
    ['Hidden = true', false],
    ['X-GNOME-Autostart-enabled=false', false],
    ['Hidden=false', true],
    ['X-GNOME-Autostart-enabled=true', true],
    ['Comment=Hidden=true', true],
  ])('is switched off by a desktop with a line: %s, on: %s', (line, on) => {
    expect(isSwitchedOn(`[Desktop Entry]\n${line}\nName=Aloud\n`)).toBe(on);
  });
});

describe('the folder', () => {
  it.each([
    [{}, '/home/me/.config/autostart'],
    [{ XDG_CONFIG_HOME: '/etc/mine' }, '/etc/mine/autostart'],
    [{ XDG_CONFIG_HOME: '' }, '/home/me/.config/autostart'],
    [{ XDG_CONFIG_HOME: 'relative' }, '/home/me/.config/autostart'],
  ])('for %o is %s', (environment, folder) => {
    expect(autostartFolder(environment, '/home/me')).toBe(folder);
  });
});

describe('an AppImage', () => {
  const same = (path: string): string => path;
  const inside = { APPIMAGE: '/home/me/Aloud.AppImage', APPDIR: '/tmp/.mount_AloudX' };

  it('is the file, not the program in its mount', () => {
    expect(appImageOf('/tmp/.mount_AloudX/aloud', inside, same)).toBe('/home/me/Aloud.AppImage');
    expect(
      appImageOf('/tmp/.mount_AloudX/aloud', { ...inside, APPDIR: `${inside.APPDIR}/` }, same),
    ).not.toBeNull();
  });

  it('is found where the mount is named by a link', () => {
    const real = (path: string): string => path.replace('/tmp/', '/private/');
    expect(appImageOf('/private/.mount_AloudX/aloud', inside, real)).toBe('/home/me/Aloud.AppImage');
  });

  it.each([
    ['the variables of another AppImage are inherited', '/opt/Aloud/aloud', inside],
    ['the mount of another begins alike', '/tmp/.mount_AloudXY/aloud', inside],
    ['there is no mount', '/tmp/.mount_AloudX/aloud', { APPIMAGE: inside.APPIMAGE }],
    ['the file is not named in full', '/tmp/.mount_AloudX/aloud', { ...inside, APPIMAGE: 'Aloud.AppImage' }],
    ['the mount is nowhere', '/opt/Aloud/aloud', { ...inside, APPDIR: '' }],
    ['there are none', '/opt/Aloud/aloud', {}],
  ])('is none when %s', (_name, execPath, environment) => {
    expect(appImageOf(execPath, environment, same)).toBeNull();
  });
});
