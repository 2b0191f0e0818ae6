import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const builder = readFileSync('electron-builder.yml', 'utf8');

/** The lines of a top-level key, without comments. */
function section(name: string): string {
  const [, lines = ''] = new RegExp(`^${name}:\\n((?:[ #].*\\n|\\n)+)`, 'mu').exec(builder) ?? [];
  return lines.replace(/^\s*#.*\n/gmu, '');
}

test('macOS is given nothing but what V8 needs, for Aloud and its helpers', () => {
  const file = 'packaging/entitlements.mac.plist';
  expect(section('mac')).toContain(`entitlements: ${file}`);
  expect(section('mac')).toContain(`entitlementsInherit: ${file}`);
  expect(section('mac')).toContain('hardenedRuntime: true');
  const granted = [...readFileSync(file, 'utf8').matchAll(/<key>([^<]+)<\/key>\s*<(\w+)\/>/gu)];
  expect(granted.map(([, key, value]) => [key, value])).toEqual([
    ['com.apple.security.cs.allow-jit', 'true'],
  ]);
});

test('the uninstaller on Windows takes away what the login item wrote, under its very name', () => {
  expect(section('nsis')).toContain('include: packaging/uninstall.nsh');
  const script = readFileSync('packaging/uninstall.nsh', 'utf8');
  // Electron names the value by the AppUserModelId, which is the appId here; test/main/shell holds them together.
  const keys = [...script.matchAll(/DeleteRegValue HKCU "([^"]+)" "\$\{APP_ID\}"/gu)];
  expect(keys.map(([, key]) => key)).toEqual([
    'Software\\Microsoft\\Windows\\CurrentVersion\\Run',
    'Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\StartupApproved\\Run',
  ]);
  expect(script).toMatch(/\$\{ifNot\} \$\{isUpdated\}/u);
});

test('no file of a release has a blank in its name, which GitHub would change, and an AppImage has no version', () => {
  expect(/artifactName: (.*)/u.exec(section('nsis'))?.[1]).toMatch(/^\S+$/u);
  expect(/artifactName: (.*)/u.exec(section('appImage'))?.[1]).not.toContain('version');
});

test('deb and rpm clean up behind them', () => {
  for (const name of ['deb', 'rpm']) {
    const script = /afterRemove: (.*)/u.exec(section(name))?.[1] ?? '';
    expect(existsSync(script)).toBe(true);
  }
});

test('nowhere is said whose releases are looked at: the clone knows', () => {
  expect(builder).not.toMatch(/^\s*(publish|owner|repo):/mu);
});
