import { speakable } from './speakable';

/** A word with the space after it. */
export interface TimedWord {
  text: string;
  /** When its sound begins, in frames from the phrase's first. */
  startFrame: number;
}

/** Weights in letters: a digit is spoken as a word, punctuation as a pause. */
const DIGIT = 3.5;
const COMMA = 3;
const STOP = 4;

/**
 * Spreads the words of a phrase over its sound by how long each takes to say. The joined texts are `text`.
 * `frames` is the length of the speech itself, without the silence after it.
 */
export function timeWords(text: string, frames: number): TimedWord[] {
  const words = text.match(/\s*\S+\s*|\s+/gu) ?? [];
  const weights = words.map(weigh);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  return words.map((word, index) => {
    const startFrame = total === 0 ? 0 : Math.floor((before / total) * frames);
    before += weights[index] ?? 0;
    return { text: word, startFrame };
  });
}

function weigh(word: string): number {
  const spoken = speakable(word);
  if (spoken === '') return 0;
  let weight = 1;
  for (const character of spoken) {
    if (/[0-9]/.test(character)) weight += DIGIT;
    else if (/[a-z]/i.test(character)) weight += 1;
  }
  const last = word.trim().at(-1) ?? '';
  if (',;:'.includes(last)) weight += COMMA;
  else if ('.!?'.includes(last)) weight += STOP;
  return weight;
}
