import { textsIn } from '../../texts/catalogues';
import type { Store } from '../assistant/store';
import type { AboutOptions } from '../shell/about';
import { chromiumLicences, readAbout } from '../shell/about';
import type { InvocationHandlers } from '../shell/ipc';
import { openFile } from '../shell/open-file';
import { PageWindow } from '../shell/page-window';

export interface AboutDeskDeps extends AboutOptions {
  /** The bundled preload script, absolute. */
  preload: string;
  store: Store;
}

export interface AboutDesk {
  calls: Pick<InvocationHandlers, 'getAbout' | 'openAbout' | 'openChromiumLicences' | 'closeAbout'>;
  open(): void;
  dispose(): void;
}

/** About: a window of its own, with what ships and its licences. Once the app is ready. */
export function createAboutDesk(deps: AboutDeskDeps): AboutDesk {
  const { preload, store, log } = deps;
  const window = new PageWindow({
    page: 'about',
    // Room for the 80 columns that licences are written in.
    size: { width: 700, height: 680 },
    least: { width: 360, height: 320 },
    preload,
    log,
    title: () => textsIn(store.state.language).windows.about,
  });
  const unsubscribe = store.subscribe(({ language }, former) => {
    if (language !== former.language) window.send('language', language);
  });
  return {
    calls: {
      getAbout: () => ({ language: store.state.language, ...readAbout(deps) }),
      openAbout: () => window.open(),
      openChromiumLicences: () => openFile(chromiumLicences(deps), log),
      closeAbout: () => window.close(),
    },
    open: () => window.open(),
    dispose() {
      unsubscribe();
      window.dispose();
    },
  };
}
