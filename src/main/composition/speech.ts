import type { VoiceSource } from '../../preload/contract';
import { Assistant } from '../assistant/assistant';
import { chooseEndpoint } from '../assistant/endpoint';
import type { Keys } from '../assistant/keys';
import type { Store } from '../assistant/store';
import { AudioChannel } from '../audio/channel';
import type { DemoServer } from '../demo/launch';
import { isLoopback } from '../realtime/address';
import { createConnect } from '../realtime/connect';
import type { SessionConfig } from '../realtime/dialect';
import { DEFAULT_INSTRUCTIONS } from '../realtime/instructions';
import { OFFER } from '../realtime/models';
import type { HttpGet } from '../realtime/models-list';
import type { Route } from '../realtime/route';
import type { ServiceCheck, ServiceToCheck } from '../realtime/service-check';
import { checkService } from '../realtime/service-check';
import { createSession } from '../realtime/session';
import type { Schedule } from '../schedule';
import type { Profile } from '../settings/profile';
import { activeProfile } from '../settings/schema';
import type { SettingsStore } from '../settings/store';
import type { Log } from '../shell/log';

export interface SpeechDeps {
  store: Store;
  settings: SettingsStore;
  keys: Keys;
  /** Fulfilled once the stored key was read: the system may ask the user for the keyring's password first. */
  loadKey: () => Promise<unknown>;
  /** The server of ALOUD_REALTIME_URL, or null. */
  customUrl: string | null;
  demoServer: DemoServer;
  /** The authorities that are trusted, PEM; undefined for Node's own. */
  authorities: () => string[] | undefined;
  /** The ways to a server that is not on this computer, in the order in which they are to be tried. */
  routes: (url: URL) => Promise<readonly Route[]>;
  get: HttpGet;
  schedule: Schedule;
  now: () => number;
  log: Log;
}

export interface Speech {
  assistant: Assistant;
  sound: AudioChannel;
  /** Whether a service takes its key; over the very ways that speech takes. */
  check(service: ServiceToCheck): Promise<ServiceCheck>;
}

/** How a profile answers, with what Aloud recommends where it does not say. */
export function sessionConfig({ instructions, voice, speed, maxOutputTokens }: Profile): SessionConfig {
  return {
    instructions: instructions ?? DEFAULT_INSTRUCTIONS,
    voice: voice ?? OFFER.defaultVoice,
    speed,
    maxOutputTokens,
  };
}

/** Whether whoever answers is on this computer. */
function isLocal(source: VoiceSource, customUrl: string | null, profile: Profile): boolean {
  if (source === 'demo') return true;
  const url = source === 'custom' ? customUrl : profile.kind === 'compatible' ? profile.url : null;
  return url !== null && URL.canParse(url) && isLoopback(new URL(url));
}

/** The assistant with what it speaks through: sessions made from the settings of the moment, and the sound path. */
export function createSpeech(deps: SpeechDeps): Speech {
  const { store, settings, keys, loadKey, customUrl, demoServer, authorities, routes, get } = deps;
  const { schedule, now, log } = deps;
  const connect = createConnect({ authorities, routes });
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
    isLocal: () => isLocal(store.state.source, customUrl, activeProfile(settings.value)),
    log,
    choose: async () => {
      // The demo voice needs no key, and so no keyring.
      if (store.state.source !== 'demo') await loadKey();
      return chooseEndpoint({
        source: store.state.source,
        customUrl,
        profile: activeProfile(settings.value),
        enteredKey: keys.entered,
        environmentKey: keys.environment,
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
        config: sessionConfig(activeProfile(settings.value)),
        schedule,
        onEvent,
      }),
  });
  const check = (service: ServiceToCheck): Promise<ServiceCheck> =>
    checkService(service, { connect, get, schedule, wallNow: Date.now });
  return { assistant, sound, check };
}
