import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { autostartEntry } from '../../src/main/shell/autostart-entry';

/** As electron-builder fills them in. */
const NAMES: Readonly<Record<string, string>> = { executable: 'aloud', sanitizedProductName: 'Aloud' };
const PROGRAM = '/opt/Aloud/aloud';

let dir = '';

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'aloud-remove-'));
  const script = readFileSync('packaging/after-remove.sh', 'utf8');
  write(
    'after-remove.sh',
    script.replace(/\$\{([a-zA-Z]+)\}/gu, (_all, name: string) => nameOf(name)),
  );
  // The system's own programs, as far as they are used.
  stub('getent', `printf '%s\\n' ${['root:0', 'me:1000', 'other:1001', 'nobody:65534'].map(user).join(' ')}`);
  stub('runuser', `echo "$2" >> "${dir}/as"; shift 3; exec "$@"`);
  stub('update-alternatives', `echo "$@" >> "${dir}/alternatives"`);
  stub('apparmor_status', 'exit 1');
});

afterEach(() => rmSync(dir, { recursive: true }));

function nameOf(macro: string): string {
  const name = NAMES[macro];
  if (name === undefined) throw new Error(`electron-builder knows no ${macro}`);
  return name;
}

/** A line of the list of users, in quotes. Each has a folder below the test's own. */
function user(named: string): string {
  const [name = '', id = ''] = named.split(':');
  return `'${name}:x:${id}:${id}::${dir}/${name}:/bin/sh'`;
}

function write(path: string, text: string): string {
  const file = join(dir, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

function stub(name: string, script: string): void {
  chmodSync(write(`bin/${name}`, `#!/bin/sh\n${script}\n`), 0o755);
}

function remove(argument: string): void {
  const env = { PATH: `${join(dir, 'bin')}:/usr/bin:/bin` };
  execFileSync('/bin/sh', [join(dir, 'after-remove.sh'), argument], { env });
}

const read = (path: string): string =>
  existsSync(join(dir, path)) ? readFileSync(join(dir, path), 'utf8') : '';

/** What a user's Aloud wrote to be started at login. */
const enter = (name: string, program = PROGRAM): string =>
  write(`${name}/.config/autostart/aloud.desktop`, autostartEntry(program, ['--hide']));

describe.skipIf(process.platform === 'win32')('after the package was removed', () => {
  it.each(['remove', 'purge', '0'])('(“%s”) nobody has it started at login any more', (argument) => {
    const entries = [enter('me'), enter('other')];
    remove(argument);
    expect(entries.map(existsSync)).toEqual([false, false]);
    // Each by the user, who may have put a link there.
    expect(read('as')).toBe('me\nother\n');
    expect(read('alternatives')).toBe(`--remove aloud ${PROGRAM}\n`);
  });

  it.each(['upgrade', '1', '2', 'failed-upgrade', 'abort-install', ''])(
    'or rather replaced (“%s”) everything stays',
    (argument) => {
      const entry = enter('me');
      remove(argument);
      expect(existsSync(entry)).toBe(true);
      expect(read('alternatives')).toBe('');
    },
  );

  it('an entry for another Aloud stays, and so does one of root', () => {
    const entries = [
      enter('me', '/home/me/Aloud.AppImage'),
      enter('other', `${PROGRAM}-nightly`),
      enter('root'),
    ];
    remove('remove');
    expect(entries.map(existsSync)).toEqual([true, true, true]);
  });

  it('it ends well where nobody has an entry, and where there is no runuser', () => {
    remove('remove');
    rmSync(join(dir, 'bin/runuser'));
    expect(() => remove('remove')).not.toThrow();
  });
});
