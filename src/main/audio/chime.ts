import { FRAMES_PER_MS } from './frames';

const FRAMES_PER_SECOND = FRAMES_PER_MS * 1000;
/** A fifth, rising: hertz, and when each note begins, s. */
const NOTES = [
  { hertz: 523.25, at: 0 },
  { hertz: 783.99, at: 0.24 },
] as const;
const SECONDS = 1.1;
/** Of full scale, for each note. */
const LOUDNESS = 0.28;
const ATTACK_SECONDS = 0.012;
/** A note has a third of its loudness left after so long. */
const DECAY_SECONDS = 0.22;
/** The end fades out whole, so that it does not click. */
const FADE_SECONDS = 0.08;

/** Two soft notes, to hear whether and where sound comes out: mono, at the sound path's rate (pure). */
export function chime(): Int16Array<ArrayBuffer> {
  return Int16Array.from({ length: SECONDS * FRAMES_PER_SECOND }, (_, frame) => {
    const now = frame / FRAMES_PER_SECOND;
    const sound = NOTES.reduce((sum, { hertz, at }) => sum + note(hertz, now - at), 0);
    const fade = Math.min(1, (SECONDS - now) / FADE_SECONDS);
    return Math.round(sound * fade * LOUDNESS * 0x7fff);
  });
}

/** A sine with a little of its octave, as struck at 0 and fading away. */
function note(hertz: number, seconds: number): number {
  if (seconds < 0) return 0;
  const loudness = Math.min(1, seconds / ATTACK_SECONDS) * Math.exp(-seconds / DECAY_SECONDS);
  const phase = 2 * Math.PI * hertz * seconds;
  return loudness * (0.85 * Math.sin(phase) + 0.15 * Math.sin(2 * phase));
}
