import { compileFlite, type Flite, type FliteVoice } from './flite';
import type { Phrase, PhraseEnd } from './phrases';
import { resample } from './resample';
import { toPcm, trimSilence } from './shape';
import { speakable } from './speakable';
import { DEFAULT_VOICE, fliteSettings } from './voices';
import { type TimedWord, timeWords } from './words';

/** Hz. What the protocol calls `audio/pcm` or `pcm16`. */
export const SAMPLE_RATE = 24_000;

/** One spoken phrase: mono 16-bit frames at {@link SAMPLE_RATE}. */
export interface Speech {
  pcm: Int16Array;
  words: TimedWord[];
}

export interface Voice {
  /** `name` is one of OpenAI's voice names, `speed` 0.25 to 1.5. What cannot be said becomes a short silence. */
  speak(phrase: Phrase, name: string, speed: number): Promise<Speech>;
  /** Gets ready, that the first phrase does not wait for it. Rejects if the synthesiser cannot be loaded. */
  warmUp(): Promise<void>;
}

const PAUSE_MS: Record<PhraseEnd, number> = { clause: 90, sentence: 260, paragraph: 480 };

/** Brings each voice's ordinary sentences to about -3 dBFS at their loudest. */
const MAX_GAIN: Record<FliteVoice, number> = { slt: 1.25, rms: 2, awb: 1.5 };

/** `loadWasm` gives Flite's program; it is called when the voice is first needed, and again after a failure. */
export function createVoice(loadWasm: () => Promise<BufferSource>): Voice {
  let flite: Promise<Flite> | null = null;
  const ready = (): Promise<Flite> => {
    flite ??= loadWasm()
      .then(compileFlite)
      .catch((error: unknown) => {
        flite = null;
        throw error;
      });
    return flite;
  };
  return {
    warmUp: async () => {
      // The first run of a program is the slow one, so it says a word to nobody.
      synthesise(await ready(), 'Ready.', DEFAULT_VOICE, 1);
    },
    speak: async (phrase, name, speed) => {
      const speech = synthesise(await ready(), phrase.text, name, speed);
      const pauseFrames = Math.round((PAUSE_MS[phrase.end] / 1000 / speed) * SAMPLE_RATE);
      const { voice } = fliteSettings(name, speed);
      return {
        pcm: toPcm(speech, MAX_GAIN[voice], pauseFrames),
        words: timeWords(phrase.text, speech.length),
      };
    },
  };
}

function synthesise(flite: Flite, text: string, name: string, speed: number): Float32Array {
  const spoken = speakable(text);
  if (spoken === '') return new Float32Array(0);
  const { samples, sampleRate } = flite(spoken, fliteSettings(name, speed));
  return trimSilence(resample(samples, sampleRate, SAMPLE_RATE), SAMPLE_RATE);
}
