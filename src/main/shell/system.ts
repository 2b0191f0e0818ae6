import { readFileSync } from 'node:fs';
import type { Snapshot } from '../../preload/contract';

/** What a report needs to know of the system. */
export interface System {
  platform: Snapshot['platform'];
  /** Of macOS and Windows; of the kernel on Linux. */
  version: string;
  /** As Node has it, e.g. `x64`. */
  arch: string;
  /** Linux: what stands in os-release, or null. */
  osRelease: string | null;
  /** Linux: as XDG_CURRENT_DESKTOP has them, or null. */
  desktopNames: string | null;
  wayland: boolean;
}

/** Everywhere the same, and so in no catalogue. */
const NAMES: Readonly<Record<System['platform'], string>> = {
  darwin: 'macOS',
  win32: 'Windows',
  linux: 'Linux',
};

/** The system by its own names (pure), e.g. `Ubuntu 24.04 LTS, Linux 6.8.0 (x64), GNOME, Wayland`. */
export function systemName({ platform, version, arch, osRelease, desktopNames, wayland }: System): string {
  const name = `${NAMES[platform]} ${version} (${arch})`;
  if (platform !== 'linux') return name;
  const distribution = osRelease === null ? null : prettyName(osRelease);
  return [distribution, name, desktopNames, wayland ? 'Wayland' : null]
    .filter((part) => part !== null)
    .join(', ');
}

/** What a distribution calls itself, or null. */
function prettyName(osRelease: string): string | null {
  const [, quoted, other] = /^PRETTY_NAME=(?:"(.+)"|'?([^"'\n\r]+)'?)$/mu.exec(osRelease) ?? [];
  return (quoted ?? other)?.replaceAll(/\\(.)/gu, '$1') ?? null;
}

/** What the system says of itself. Once the app is ready. */
export function readSystem(
  platform: System['platform'],
  desktop: Pick<System, 'desktopNames' | 'wayland'>,
): System {
  return {
    ...desktop,
    platform,
    // os.release() is the kernel's on macOS, too, which nobody knows his system by.
    version: process.getSystemVersion(),
    arch: process.arch,
    osRelease: platform === 'linux' ? readOsRelease() : null,
  };
}

function readOsRelease(): string | null {
  try {
    return readFileSync('/etc/os-release', 'utf8');
  } catch {
    return null;
  }
}
