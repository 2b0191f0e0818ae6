import { expect, it } from 'vitest';
import { type System, systemName } from '../../../src/main/shell/system';

const linux: System = {
  platform: 'linux',
  version: '6.8.0',
  arch: 'x64',
  osRelease: 'NAME="Ubuntu"\nPRETTY_NAME="Ubuntu 24.04 LTS"\nID=ubuntu\n',
  desktopNames: 'ubuntu:GNOME',
  wayland: true,
};

it('is said by distribution, kernel and desktop on Linux', () => {
  expect(systemName(linux)).toBe('Ubuntu 24.04 LTS, Linux 6.8.0 (x64), ubuntu:GNOME, Wayland');
  expect(systemName({ ...linux, osRelease: null, desktopNames: null, wayland: false })).toBe(
    'Linux 6.8.0 (x64)',
  );
});

it.each([
  ['PRETTY_NAME=Void', 'Void'],
  ["ID=x\r\nPRETTY_NAME='Debian GNU/Linux 13 (trixie)'\r\n", 'Debian GNU/Linux 13 (trixie)'],
  ['PRETTY_NAME="The \\"Best\\" of \\$all"', 'The "Best" of $all'],
])('reads %j as a shell would', (osRelease, name) => {
  expect(systemName({ ...linux, osRelease })).toContain(`${name}, Linux`);
});

it.each(['', 'PRETTY_NAME=', 'PRETTY_NAME=""', 'MY_PRETTY_NAME=x'])('finds no name in %j', (osRelease) => {
  expect(systemName({ ...linux, osRelease })).toMatch(/^Linux 6\.8\.0/u);
});

it('is said by its version elsewhere', () => {
  const none = { osRelease: null, desktopNames: null, wayland: false };
  expect(systemName({ ...none, platform: 'darwin', version: '15.1.0', arch: 'arm64' })).toBe(
    'macOS 15.1.0 (arm64)',
  );
  expect(systemName({ ...none, platform: 'win32', version: '10.0.26100', arch: 'x64' })).toBe(
    'Windows 10.0.26100 (x64)',
  );
});
