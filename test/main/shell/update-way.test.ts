import { describe, expect, it } from 'vitest';
import { updateFailure } from '../../../src/main/shell/update-failure';
import { updateMessage } from '../../../src/main/shell/update-message';
import type { Installation } from '../../../src/main/shell/update-way';
import { updateObstacle } from '../../../src/main/shell/update-way';
import type { UpdateView } from '../../../src/preload/update-contract';
import { en } from '../../../src/texts/en';

const FEED = 'provider: github\nowner: someone\nrepo: aloud';
const SIGNED = `${FEED}\npublisherName:\n  - Someone`;

function on(platform: Installation['platform'], changes: Partial<Installation> = {}): Installation {
  const own: Record<Installation['platform'], Partial<Installation>> = {
    linux: { execPath: '/tmp/.mount_Aloud/aloud', appImage: '/home/me/Aloud.AppImage' },
    win32: {
      execPath: 'C:\\Users\\me\\Programs\\Aloud\\Aloud.exe',
      feed: SIGNED,
      exists: (path) => path === 'C:\\Users\\me\\Programs\\Aloud\\Uninstall Aloud.exe',
    },
    darwin: { execPath: '/Applications/Aloud.app/Contents/MacOS/Aloud' },
  };
  return {
    platform,
    packaged: true,
    execPath: '',
    appImage: null,
    feed: FEED,
    packageType: null,
    exists: () => false,
    canReplace: () => true,
    ...own[platform],
    ...changes,
  };
}

describe('Aloud replaces itself', () => {
  it.each([
    ['an AppImage', on('linux')],
    ['what its own installer installed on Windows, signed', on('win32')],
    ['a bundle that was moved to where it belongs', on('darwin')],
    [
      'one in a folder of the user',
      on('darwin', { execPath: '/Users/me/My.apps/Aloud.app/Contents/MacOS/Aloud' }),
    ],
  ])('as %s', (_name, installation) => {
    expect(updateObstacle(installation)).toBeNull();
  });
});

describe('Aloud leaves its files alone', () => {
  const ours = { appImage: null, execPath: '/opt/Aloud/aloud' };
  it.each([
    ['deb', on('linux', { ...ours, packageType: 'deb' })],
    ['rpm', on('linux', { ...ours, packageType: 'rpm' })],
    ['owned', on('linux', { ...ours, packageType: null })],
    ['owned', on('linux', { ...ours, packageType: 'pacman' })],
    ['read-only', on('linux', { canReplace: () => false })],
    ['owned', on('win32', { execPath: 'C:\\Users\\me\\scoop\\apps\\aloud\\current\\Aloud.exe' })],
    ['owned', on('win32', { exists: () => false })],
    ['read-only', on('win32', { canReplace: () => false })],
    ['unsigned', on('win32', { feed: FEED })],
    ['homebrew', on('darwin', { exists: (path) => path === '/opt/homebrew/Caskroom/aloud' })],
    ['homebrew', on('darwin', { exists: (path) => path === '/usr/local/Caskroom/aloud' })],
    ['not-moved', on('darwin', { execPath: '/Volumes/Aloud/Aloud.app/Contents/MacOS/Aloud' })],
    [
      'not-moved',
      on('darwin', { execPath: '/private/var/x/AppTranslocation/y/d/Aloud.app/Contents/MacOS/Aloud' }),
    ],
    ['owned', on('darwin', { execPath: '/nix/store/x/Applications/Aloud.app/Contents/MacOS/Aloud' })],
    ['owned', on('darwin', { execPath: '/usr/local/bin/aloud' })],
    ['read-only', on('darwin', { canReplace: (path) => path !== '/Applications/Aloud.app' })],
    ['no-feed', on('linux', { feed: null })],
    ['no-feed', on('win32', { feed: null })],
    ['not-installed', on('linux', { packaged: false })],
    ['not-installed', on('darwin', { packaged: false })],
  ] as const)('because of %s', (obstacle, installation) => {
    expect(updateObstacle(installation)).toBe(obstacle);
  });

  it('also when the AppImage variables of another program are there: a deb is a deb', () => {
    expect(updateObstacle(on('linux', { ...ours, packageType: 'deb', feed: FEED }))).toBe('deb');
  });
});

describe('a failure', () => {
  const coded = (code: string): Error => Object.assign(new Error('…'), { code });
  it.each([
    ['not-genuine', coded('ERR_CHECKSUM_MISMATCH')],
    ['not-genuine', coded('ERR_UPDATER_INVALID_SIGNATURE')],
    ['not-published', coded('ERR_UPDATER_LATEST_VERSION_NOT_FOUND')],
    ['not-published', coded('HTTP_ERROR_404')],
    ['network', coded('HTTP_ERROR_503')],
    ['network', new Error('net::ERR_INTERNET_DISCONNECTED')],
    ['disk', coded('ENOSPC')],
    ['unknown', new Error('net')],
    ['unknown', 'nothing'],
  ] as const)('is %s', (failure, error) => {
    expect(updateFailure(error)).toBe(failure);
  });
});

describe('the message', () => {
  it.each<[UpdateView['kind'], UpdateView]>([
    ['idle', { kind: 'idle' }],
    ['waiting', { kind: 'waiting' }],
    ['looking', { kind: 'looking' }],
    ['downloading', { kind: 'downloading', version: '2.0.0', percent: 10 }],
  ])('waits while updates are %s', (_kind, view) => {
    expect(updateMessage(view, '1.0.0', en.updates)).toBeNull();
  });

  it('says what is so and what can be done', () => {
    expect(updateMessage({ kind: 'none' }, '1.0.0', en.updates)).toMatchObject({ canInstall: false });
    expect(updateMessage({ kind: 'ready', version: '2.0.0' }, '1.0.0', en.updates)).toEqual({
      title: 'Aloud 2.0.0 is ready.',
      detail: expect.stringContaining('start Aloud anew'),
      buttons: ['Start anew', 'Later'],
      canInstall: true,
    });
    expect(updateMessage({ kind: 'failed', failure: 'network' }, '1.0.0', en.updates)?.detail).toContain(
      'try again',
    );
    expect(updateMessage({ kind: 'unavailable', obstacle: 'deb' }, '1.0.0', en.updates)?.detail).toContain(
      'deb',
    );
  });
});
