import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What Electron's binary holds right before its fuses: a version, their number, and a byte `0` or `1` for each. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** In the order of the wire, version 1. */
const fuseNames = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeCliInspect',
  'embeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const;

export type Fuses = Record<(typeof fuseNames)[number], boolean>;

/** Writes a folder that a packager takes for an unpacked Electron for Linux, with the fuses as Electron ships them. */
export async function writeStandInElectron(folder: string, version: string): Promise<void> {
  await mkdir(join(folder, 'resources'), { recursive: true });
  await mkdir(join(folder, 'locales'));
  await writeFile(join(folder, 'version'), version);
  await writeFile(join(folder, 'LICENSE'), 'The licence of Electron\n');
  await writeFile(
    join(folder, 'LICENSES.chromium.html'),
    '<!doctype html><title>Licences of Chromium</title>\n',
  );
  await writeFile(join(folder, 'locales', 'en-US.pak'), '');
  const shipped = '10110001';
  await writeFile(
    join(folder, 'electron'),
    Buffer.concat([
      Buffer.from('#!/bin/sh\nexit 0\n'),
      Buffer.from(sentinel),
      Buffer.from([1, fuseNames.length]),
      Buffer.from(shipped),
      Buffer.from('\nrest of the binary\n'),
    ]),
  );
  await chmod(join(folder, 'electron'), 0o755);
}

/** The fuses that a binary holds. */
export function readFuses(binary: Buffer): Fuses {
  const at = binary.indexOf(sentinel) + sentinel.length + 2;
  const isOn = (index: number) => binary[at + index] === '1'.charCodeAt(0);
  return Object.fromEntries(fuseNames.map((name, index) => [name, isOn(index)])) as Fuses;
}
