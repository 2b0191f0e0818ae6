import type { FliteSettings } from './flite';

type Timbre = Omit<FliteSettings, 'stretch'> & { naturalStretch: number };

/**
 * OpenAI's voice names, each played by one of Flite's three good voices at its own pitch, so that a client's choice is
 * heard. `slt` is a woman, `rms` and `awb` are men.
 */
const TIMBRES = {
  alloy: { voice: 'slt', pitchHz: 165, naturalStretch: 1 },
  ash: { voice: 'rms', pitchHz: 100, naturalStretch: 1 },
  ballad: { voice: 'awb', pitchHz: 132, naturalStretch: 1 },
  coral: { voice: 'slt', pitchHz: 190, naturalStretch: 0.97 },
  echo: { voice: 'rms', pitchHz: 86, naturalStretch: 1.03 },
  sage: { voice: 'slt', pitchHz: 155, naturalStretch: 1.06 },
  shimmer: { voice: 'slt', pitchHz: 205, naturalStretch: 1 },
  verse: { voice: 'awb', pitchHz: 118, naturalStretch: 1.04 },
  marin: { voice: 'slt', pitchHz: 174, naturalStretch: 1.02 },
  cedar: { voice: 'rms', pitchHz: 92, naturalStretch: 1 },
} as const satisfies Record<string, Timbre>;

export type VoiceName = keyof typeof TIMBRES;

export const VOICE_NAMES = Object.keys(TIMBRES) as readonly VoiceName[];
export const DEFAULT_VOICE: VoiceName = 'marin';

/** `speed` 1 is natural, 0.25 to 1.5. An unknown name (a custom voice's id) gets the default voice. */
export function fliteSettings(name: string, speed: number): FliteSettings {
  const timbre = TIMBRES[isVoiceName(name) ? name : DEFAULT_VOICE];
  return { voice: timbre.voice, pitchHz: timbre.pitchHz, stretch: timbre.naturalStretch / speed };
}

export function isVoiceName(name: string): name is VoiceName {
  return Object.hasOwn(TIMBRES, name);
}
