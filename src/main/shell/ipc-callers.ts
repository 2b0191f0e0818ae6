import type { InvocationChannel, PageName } from '../../preload/contract';
import { APP_ORIGIN } from './asset-path';

/** Where each page is; a caller is known by it. */
export const PAGE_URLS: Readonly<Record<PageName, string>> = {
  popup: `${APP_ORIGIN}/popup/index.html`,
  settings: `${APP_ORIGIN}/settings/index.html`,
  about: `${APP_ORIGIN}/about/index.html`,
};

const PAGES = ['popup', 'settings', 'about'] as const satisfies readonly PageName[];

const POPUP = ['popup'] as const;
const SETTINGS = ['settings'] as const;
const ABOUT = ['about'] as const;
const BOTH = ['popup', 'settings'] as const;

/** Which pages may make a call: each what it needs, and no more. */
const CALLERS: Readonly<Record<InvocationChannel, readonly PageName[]>> = {
  getSnapshot: POPUP,
  ask: POPUP,
  stop: BOTH,
  retry: POPUP,
  newConversation: POPUP,
  hide: POPUP,
  getDraft: POPUP,
  setDraft: POPUP,
  reportPainted: POPUP,
  setKey: BOTH,
  useDemo: BOTH,
  setPaused: POPUP,
  replay: POPUP,
  setMuted: BOTH,
  setVolume: BOTH,
  setOutput: BOTH,
  dismissProblem: POPUP,
  openLog: BOTH,
  openSettings: POPUP,
  setContentHeight: POPUP,
  requestAudioPort: POPUP,
  reportAudioDevice: POPUP,
  reportOutputs: POPUP,
  getAbout: ABOUT,
  openAbout: SETTINGS,
  openChromiumLicences: ABOUT,
  closeAbout: ABOUT,
  getSettings: SETTINGS,
  changeSettings: SETTINGS,
  resetSettings: SETTINGS,
  useProfile: SETTINGS,
  addProfile: SETTINGS,
  changeProfile: SETTINGS,
  removeProfile: SETTINGS,
  checkKey: SETTINGS,
  removeKey: SETTINGS,
  recordHotkey: SETTINGS,
  changeHotkey: SETTINGS,
  proveHotkey: SETTINGS,
  playVoiceSample: SETTINGS,
  playTestTone: SETTINGS,
  lookForUpdates: SETTINGS,
  installUpdate: SETTINGS,
  revealLogs: SETTINGS,
  closeSettings: SETTINGS,
};

/** The page at this very address, or null (pure). A query or a fragment does not make it another one. */
export function pageAt(url: string): PageName | null {
  const [address] = url.split(/[?#]/u);
  return PAGES.find((page) => PAGE_URLS[page] === address) ?? null;
}

export function mayCall(page: PageName, channel: InvocationChannel): boolean {
  return CALLERS[channel].includes(page);
}
