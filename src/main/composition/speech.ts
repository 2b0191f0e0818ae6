import { Assistant } from '../assistant/assistant';
import { chooseEndpoint } from '../assistant/endpoint';
import type { Keys } from '../assistant/keys';
import type { Store } from '../assistant/store';
import { AudioChannel } from '../audio/channel';
import type { DemoServer } from '../demo/launch';
import { connect } from '../realtime/connect';
import { DEFAULT_INSTRUCTIONS } from '../realtime/instructions';
import { OFFER } from '../realtime/models';
import { createSession } from '../realtime/session';
import type { Schedule } from '../schedule';
import type { SettingsStore } from '../settings/store';
import type { Log } from '../shell/log';

export interface SpeechDeps {
  store: Store;
  settings: SettingsStore;
  keys: Keys;
  /** Fulfilled once the stored key was read: the system may ask the user for the keyring's password first. */
  keysLoaded: Promise<unknown>;
  /** The server of ALOUD_REALTIME_URL, or null. */
  customUrl: string | null;
  demoServer: DemoServer;
  schedule: Schedule;
  now: () => number;
  log: Log;
}

/** The assistant with what it speaks through: sessions made from the settings of the moment, and the sound path. */
export function createSpeech(deps: SpeechDeps): { assistant: Assistant; sound: AudioChannel } {
  const { store, settings, keys, keysLoaded, customUrl, demoServer, schedule, now, log } = deps;
  const sound: AudioChannel = new AudioChannel({
    schedule,
    listener: {
      started: (item, latencyMs) => assistant.soundStarted(item, latencyMs),
      progress: ({ items }) => {
        for (const { item, heardFrames } of items) assistant.soundHeard(item, heardFrames);
      },
      drained: (item) => assistant.soundDrained(item),
      notRecorded: () => assistant.soundNotKept(),
      idle: () => undefined,
      fault: (reason) => log.warn(`sound: ${reason}`),
    },
  });
  const assistant: Assistant = new Assistant({
    store,
    sound,
    now,
    wallNow: Date.now,
    random: Math.random,
    schedule,
    idleCloseMs: () => settings.value.idleMinutes * 60_000,
    isLocal: () => store.state.source === 'demo',
    log,
    choose: async () => {
      // The demo voice needs no key, and so no keyring.
      if (store.state.source !== 'demo') await keysLoaded;
      return chooseEndpoint({
        source: store.state.source,
        customUrl,
        enteredKey: keys.entered,
        environmentKey: keys.environment,
        model: settings.value.model ?? OFFER.defaultModel,
      });
    },
    startDemo: async () => {
      const { url, token } = await demoServer.start();
      return { url, key: token, model: OFFER.defaultModel };
    },
    openSession: (endpoint, onEvent) =>
      createSession({
        connect,
        endpoint,
        config: {
          instructions: settings.value.instructions ?? DEFAULT_INSTRUCTIONS,
          voice: settings.value.voice ?? OFFER.defaultVoice,
          speed: settings.value.speed,
        },
        schedule,
        onEvent,
      }),
  });
  return { assistant, sound };
}
