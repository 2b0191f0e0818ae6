import type { Snapshot } from '../../preload/contract';
import type { Store } from '../assistant/store';
import type { SettingsStore } from '../settings/store';
import type { HotkeyOptions } from '../shell/hotkey';
import { Hotkey } from '../shell/hotkey';
import { judgeHotkey } from '../shell/hotkey-verdict';
import type { InvocationHandlers } from '../shell/ipc';

export interface HotkeyDeskDeps extends HotkeyOptions {
  platform: Snapshot['platform'];
  store: Pick<Store, 'dispatch'>;
  settings: Pick<SettingsStore, 'value' | 'set' | 'subscribe'>;
  /** It was pressed while the settings window waits for that. */
  onProved: () => void;
}

export interface HotkeyDesk {
  calls: Pick<InvocationHandlers, 'recordHotkey' | 'changeHotkey' | 'proveHotkey'>;
  /** The settings window is gone, whatever it was about to do. */
  leave(): void;
  dispose(): void;
}

/** `recording`: none is registered. `proving`: a press is told to the settings window, and opens nothing. */
type Mode = 'serving' | 'recording' | 'proving';

/** The hotkey as the settings want it, and all that the settings window does with it. Once the app is ready. */
export function createHotkeyDesk(deps: HotkeyDeskDeps): HotkeyDesk {
  const { platform, store, settings, log, now, onPress, onProved } = deps;
  let mode: Mode = 'serving';
  const hotkey = new Hotkey({ log, now, onPress: () => (mode === 'proving' ? onProved() : onPress()) });
  const activate = (): void => {
    store.dispatch({ type: 'hotkey', hotkey: hotkey.activate(settings.value.hotkey) });
  };
  const enter = (next: Mode): void => {
    const former = mode;
    mode = next;
    if (next === 'recording') hotkey.dispose();
    else if (former === 'recording' && hotkey.registered === null) activate();
  };
  activate();
  const unsubscribe = settings.subscribe(({ hotkey: wanted }, former) => {
    if (wanted !== former.hotkey && wanted !== hotkey.registered && mode !== 'recording') activate();
  });

  return {
    calls: {
      recordHotkey: (recording) => enter(recording ? 'recording' : 'serving'),
      proveHotkey: (waiting) => enter(waiting ? 'proving' : 'serving'),
      changeHotkey(accelerator, sure) {
        const verdict = judgeHotkey(accelerator, platform);
        if (verdict.kind === 'refused' || (verdict.kind === 'used' && !sure)) return verdict;
        if (!hotkey.take(accelerator)) {
          if (mode !== 'recording') activate();
          return { kind: 'taken' };
        }
        mode = 'serving';
        settings.set({ hotkey: accelerator });
        store.dispatch({ type: 'hotkey', hotkey: { kind: 'active', accelerator, wanted: accelerator } });
        return { kind: 'set' };
      },
    },
    leave: () => enter('serving'),
    dispose() {
      unsubscribe();
      hotkey.dispose();
    },
  };
}
