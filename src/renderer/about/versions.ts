import type { AboutView } from '../../preload/about-contract';

/** A name that is the same in every language, and what it names. */
export type Version = readonly [name: string, version: string];

/** What Aloud runs on, by name (pure). */
export function runtimeVersions({ runtime }: AboutView): readonly Version[] {
  return [
    ['Electron', runtime.electron],
    ['Chromium', runtime.chromium],
    ['Node.js', runtime.node],
  ];
}

/** All that a report has to say of the program and the system, a line each (pure). The same in every language. */
export function versionReport(view: AboutView): string {
  const versions: readonly Version[] = [['Aloud', view.version], ...runtimeVersions(view)];
  return [...versions.map((version) => version.join(' ')), view.runtime.system].join('\n');
}
