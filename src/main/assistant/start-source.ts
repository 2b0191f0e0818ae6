import type { VoiceSource } from '../../preload/contract';
import type { Settings } from '../settings/schema';
import { activeProfile } from '../settings/schema';
import { sourceOf } from './endpoint';

export interface StartChoice {
  /** `--demo`: for this run. */
  demo: boolean;
  /** ALOUD_REALTIME_URL: for this run. */
  customUrl: string | null;
  /** OPENAI_API_KEY: for this run. */
  environmentKey: string | null;
  /** What the user chose before, or null. */
  chosen: 'demo' | 'openai' | 'profile' | null;
}

/** Whose voice answers at the start (pure), and whether the user has yet to choose. What is said for one run goes first. */
export function startSource({ demo, customUrl, environmentKey, chosen }: StartChoice): {
  source: VoiceSource;
  firstRun: boolean;
} {
  if (demo) return { source: 'demo', firstRun: false };
  if (customUrl !== null) return { source: 'custom', firstRun: false };
  if (environmentKey !== null) return { source: 'openai', firstRun: false };
  return { source: chosen ?? 'demo', firstRun: chosen === null };
}

/** What the user chose before (pure); the profile in use says which service that is. */
export function chosenSource(settings: Settings): StartChoice['chosen'] {
  return settings.source === null || settings.source === 'demo'
    ? settings.source
    : sourceOf(activeProfile(settings));
}
