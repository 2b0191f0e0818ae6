import type { UpdateObstacle } from '../../preload/update-contract';

/** All that says who put the program's files where they are, and may replace them. Paths are absolute. */
export interface Installation {
  platform: 'darwin' | 'win32' | 'linux';
  /** False in a developer's folder. */
  packaged: boolean;
  execPath: string;
  /** Linux: the AppImage that this is. */
  appImage: string | null;
  /** What the packager wrote beside the program, or null: where to look for updates, and who signed this one. */
  feed: string | null;
  /** What the packager says it made, `deb` or `rpm`; null where it says nothing. */
  packageType: string | null;
  exists: (path: string) => boolean;
  /** Whether the user may replace what is at `path`. */
  canReplace: (path: string) => boolean;
}

/** Where Homebrew notes down what it has installed. */
const HOMEBREW = ['/opt/homebrew/Caskroom/aloud', '/usr/local/Caskroom/aloud'] as const;

/**
 * What keeps Aloud from replacing itself, or null when nothing does (pure). It wants evidence that Aloud's own installer
 * put the files there; whatever else did is left in charge of them.
 */
export function updateObstacle(installation: Installation): UpdateObstacle | null {
  if (!installation.packaged) return 'not-installed';
  return ownerOf(installation) ?? (installation.feed === null ? 'no-feed' : null) ?? unsigned(installation);
}

function ownerOf(installation: Installation): UpdateObstacle | null {
  const { platform } = installation;
  switch (platform) {
    case 'linux':
      return ownerOnLinux(installation);
    case 'win32':
      return ownerOnWindows(installation);
    case 'darwin':
      return ownerOnMac(installation);
    default:
      return platform satisfies never;
  }
}

/** Only an AppImage is its user's own. Packages, Flatpaks, Snaps and the like belong to what installed them. */
function ownerOnLinux({ appImage, packageType, canReplace }: Installation): UpdateObstacle | null {
  if (appImage !== null) return canReplace(appImage) ? null : 'read-only';
  return packageType === 'deb' || packageType === 'rpm' ? packageType : 'owned';
}

/** Aloud's installer leaves its uninstaller beside the program. Scoop, the Store and a copied folder have none. */
function ownerOnWindows({ execPath, exists, canReplace }: Installation): UpdateObstacle | null {
  const folder = execPath.slice(0, execPath.lastIndexOf('\\'));
  if (!exists(`${folder}\\Uninstall Aloud.exe`)) return 'owned';
  return canReplace(execPath) ? null : 'read-only';
}

function ownerOnMac({ execPath, exists, canReplace }: Installation): UpdateObstacle | null {
  if (HOMEBREW.some(exists)) return 'homebrew';
  if (execPath.startsWith('/nix/')) return 'owned';
  if (execPath.startsWith('/Volumes/') || execPath.includes('/AppTranslocation/')) return 'not-moved';
  const bundle = /^.*?\.app(?=\/)/u.exec(execPath)?.[0];
  if (bundle === undefined) return 'owned';
  return canReplace(bundle) ? null : 'read-only';
}

/** electron-updater compares an update's signature with the name in the feed, and compares nothing where there is none. */
function unsigned({ platform, feed }: Installation): UpdateObstacle | null {
  return platform === 'win32' && !/^publisherName:/mu.test(feed ?? '') ? 'unsigned' : null;
}
