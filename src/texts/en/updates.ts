import { formats } from '../formats';

const { percent } = formats('en');

export const updates = {
  /** In the tray's menu. */
  look: 'Check for updates…',
  waiting: 'Checking for updates after this answer…',
  looking: 'Checking for updates…',
  fetching: (version: string, done: number) => `Fetching Aloud ${version}… ${percent(done)}`,
  install: (version: string) => `Start anew with Aloud ${version}`,
  /** In a window of the system's, to who asked. */
  newest: {
    title: 'Aloud is up to date.',
    detail: (version: string) => `${version} is the newest version.`,
  },
  ready: {
    title: (version: string) => `Aloud ${version} is ready.`,
    detail: 'It is installed when you quit Aloud, or now, if you start Aloud anew.',
    install: 'Start anew',
    later: 'Later',
  },
  failed: {
    title: 'Aloud was not updated.',
    network: 'The updates could not be reached. Look at your network, and try again.',
    'not-published': 'There is nothing published for this system. Try again later.',
    'not-genuine': 'An update was not what it said to be, and was thrown away. Try again later.',
    disk: 'An update could not be written. Make room on the disk, and try again.',
    stalled: 'The updates did not answer in time. Try again later.',
    unknown: 'Something went wrong with an update. The log says more.',
  },
  unavailable: {
    title: 'Aloud does not update itself here.',
    'not-installed': 'Only an installed Aloud can update itself.',
    deb: 'Aloud came as a deb package: it is updated with your system.',
    rpm: 'Aloud came as an rpm package: it is updated with your system.',
    homebrew: 'Homebrew has installed Aloud and updates it, too: brew upgrade --cask aloud',
    owned: 'Aloud was not put here by its own installer: update it by what has installed it.',
    'not-moved':
      'Move Aloud into the Applications folder and start it from there. Then it can update itself.',
    'read-only': 'Aloud may not change its own files here. Move it to a folder of yours, or install it anew.',
    'no-feed': 'This Aloud was built without a place to get updates from.',
    unsigned:
      'This Aloud is not signed, so that an update could not be told from a forged one. Install newer ones by hand.',
  },
  ok: 'OK',
};
