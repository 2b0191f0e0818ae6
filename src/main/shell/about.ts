import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app } from 'electron';
import { z } from 'zod';
import type { AboutView, Part } from '../../preload/about-contract';
import type { Snapshot } from '../../preload/contract';
import type { Log } from './log';
import { readSystem, systemName } from './system';

/** As the build writes it beside each bundle (`scripts/licence-texts.ts`). */
const Licences = z.array(
  z.object({ name: z.string(), version: z.string(), identifier: z.string(), text: z.string() }),
);

export interface AboutOptions {
  platform: Snapshot['platform'];
  /** The running program, absolute. */
  execPath: string;
  /** Files, absolute: Aloud's own licence, and the lists that the build has put beside the bundles. */
  licences: { own: string; bundled: readonly string[] };
  /** As XDG_CURRENT_DESKTOP has them, or null. */
  desktopNames: string | null;
  wayland: boolean;
  log: Log;
}

/** What Aloud is, what it runs on and what it is made of. Read when it is asked for: nobody else needs it. */
export function readAbout(options: AboutOptions): Omit<AboutView, 'language'> {
  const { platform } = options;
  // Beside Electron nobody has the second, and then there is nothing to be shown.
  const { electron = '', chrome = '', node } = process.versions;
  const version = app.getVersion();
  return {
    platform,
    version,
    runtime: { electron, chromium: chrome, node, system: systemName(readSystem(platform, options)) },
    parts: [...readOwnPart(version, options), ...readOtherParts(options)],
    hasChromiumLicences: existsSync(chromiumLicences(options)),
  };
}

/** Where the packager puts the licences of Chromium and what it is made of, absolute. */
export function chromiumLicences({
  platform,
  execPath,
}: Pick<AboutOptions, 'platform' | 'execPath'>): string {
  const program = dirname(execPath);
  return join(platform === 'darwin' ? join(program, '../Resources') : program, 'LICENSES.chromium.html');
}

/** One that cannot be read is a fault of the build, and leaves the others. */
function readOwnPart(version: string, { licences, log }: AboutOptions): Part[] {
  try {
    return [{ name: 'Aloud', version, licence: 'MIT', text: readFileSync(licences.own, 'utf8') }];
  } catch (error) {
    log.error('Aloud’s licence could not be read', error);
    return [];
  }
}

/** Each package once, by name. A list that cannot be read is a fault of the build, too. */
function readOtherParts({ licences, log }: AboutOptions): Part[] {
  const parts = new Map<string, Part>();
  for (const file of licences.bundled) {
    try {
      for (const { identifier, ...part } of Licences.parse(JSON.parse(readFileSync(file, 'utf8')))) {
        parts.set(`${part.name}@${part.version}`, { ...part, licence: identifier });
      }
    } catch (error) {
      log.error('A list of licences could not be read', error);
    }
  }
  const byName = new Intl.Collator('en', { numeric: true });
  // Whose scope it is does not matter for where it is looked for: @preact/signals is with preact.
  const place = ({ name, version }: Part): string => `${name.replace(/^@/u, '')} ${version}`;
  return [...parts.values()].sort((a, b) => byName.compare(place(a), place(b)));
}
