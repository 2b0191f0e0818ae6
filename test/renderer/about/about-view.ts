import type { AboutView } from '../../../src/preload/about-contract';

/** What main tells About, with what a test wants otherwise. */
export function aboutView(changes: Partial<AboutView> = {}): AboutView {
  return {
    language: 'en',
    platform: 'linux',
    version: '1.2.3',
    runtime: {
      electron: '45.4.1',
      chromium: '156.0.8078.5',
      node: '24.9.0',
      system: 'Ubuntu 24.04 LTS, Linux 6.8.0 (x64)',
    },
    parts: [
      { name: 'preact', version: '11.2.0', licence: 'MIT', text: 'Permission is <b>hereby</b> granted' },
      { name: 'semver', version: '7.8.6', licence: 'ISC', text: 'Another text' },
    ],
    hasChromiumLicences: true,
    ...changes,
  };
}
