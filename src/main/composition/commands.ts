import type { AskResult, KeyResult } from '../../preload/contract';
import type { Assistant } from '../assistant/assistant';
import { sourceOf } from '../assistant/endpoint';
import type { Keys } from '../assistant/keys';
import type { Store } from '../assistant/store';
import { activeProfile } from '../settings/schema';
import type { SettingsStore } from '../settings/store';

/** Everything that a user can do, wherever it is asked from: the popup, the tray, a second start. */
export interface Commands {
  ask(prompt: string): AskResult;
  stop(): boolean;
  retry(): void;
  newConversation(): void;
  setKey(key: string, remember: boolean): Promise<KeyResult>;
  useDemo(): void;
  /** The server of the environment or else the profile's, instead of the demo voice; false when there is no key for it. */
  leaveDemo(): boolean;
  setPaused(paused: boolean): void;
  replay(): void;
  setMuted(muted: boolean): void;
  /** 0 to 1. */
  setVolume(volume: number): void;
  /** Null follows the system. An id that no device has changes nothing. */
  setOutput(id: string | null): void;
  dismissProblem(): void;
}

export interface CommandDeps {
  assistant: Assistant;
  store: Store;
  settings: SettingsStore;
  keys: Keys;
  /** The server of ALOUD_REALTIME_URL, or null. */
  customUrl: string | null;
}

export function createCommands({ assistant, store, settings, keys, customUrl }: CommandDeps): Commands {
  const choose = (source: 'demo' | 'openai' | 'profile'): void => {
    settings.set({ source });
    assistant.switchTo(source);
    assistant.warm();
  };
  return {
    ask: (prompt) => assistant.ask(prompt),
    stop: () => assistant.stop(),
    retry: () => assistant.retry(),
    newConversation: () => assistant.newConversation(),
    setPaused: (paused) => assistant.setPaused(paused),
    replay: () => assistant.replay(),
    async setKey(key, remember) {
      const result = await keys.keep(key, remember);
      if (result.kind === 'kept') {
        store.dispatch({ type: 'key', key: keys.view });
        choose(sourceOf(activeProfile(settings.value)));
      }
      return result;
    },
    useDemo() {
      if (store.state.source !== 'demo') return choose('demo');
      // It is the choice that is made now; what is being said goes on.
      settings.set({ source: 'demo' });
      store.dispatch({ type: 'source', source: 'demo' });
    },
    leaveDemo() {
      if (customUrl !== null) {
        // It is named for this run: the settings keep what was chosen for all of them.
        assistant.switchTo('custom');
        assistant.warm();
        return true;
      }
      const profile = activeProfile(settings.value);
      // A server of one's own may want no key.
      if (keys.view.kind === 'none' && profile.kind !== 'compatible') return false;
      choose(sourceOf(profile));
      return true;
    },
    setMuted(muted) {
      settings.set({ muted });
      store.dispatch({ type: 'muted', muted });
    },
    setVolume(volume) {
      settings.set({ volume });
      store.dispatch({ type: 'volume', volume });
    },
    setOutput(id) {
      const chosen = store.state.output.devices.find((device) => device.id === id) ?? null;
      if (id !== null && chosen === null) return;
      settings.set({ output: chosen });
      store.dispatch({ type: 'output', chosen });
    },
    dismissProblem: () => store.dispatch({ type: 'dismissed' }),
  };
}
