import { toWords, wordsToDigits } from './numbers';

const MOST_NUMBERS = 100;
const LARGEST = 999_999;
/** Numbers in one sentence, that the voice takes a breath. */
const BREATH = 10;

/** Counts when asked to ("count to five", "count from 20 down to 3 by twos"); null if `prompt` asks for no counting. */
export function answerCounting(prompt: string): string | null {
  const text = wordsToDigits(prompt.toLowerCase().replace(/[?!.,]/g, ' ')).replace(
    /\bby\s+(twos|threes|fives|tens)\b/,
    (_, step: string) => `by ${{ twos: 2, threes: 3, fives: 5, tens: 10 }[step] ?? 1}`,
  );
  if (!/\bcount(ing|down)?\b/.test(text)) return null;
  const number = '(-?\\d+)';
  const from = new RegExp(`\\bfrom ${number}`).exec(text)?.[1];
  const to = new RegExp(`\\b(?:to|until|till|up to) ${number}`).exec(text)?.[1];
  const by = new RegExp(`\\b(?:by|in steps of) ${number}`).exec(text)?.[1];
  const down = /\b(down|backwards?|countdown)\b/.test(text);
  if (from === undefined && to === undefined) {
    return down || /\bcount\s*$|\bcount (for me|aloud|out loud|please)/.test(text)
      ? count(down ? 10 : 1, down ? 0 : 10, 1)
      : null;
  }
  const first = from === undefined ? (down ? 10 : 1) : Number(from);
  const last = to === undefined ? (down ? 0 : first + 9) : Number(to);
  return count(first, last, Math.abs(Number(by ?? 1)));
}

function count(first: number, last: number, step: number): string {
  if (Math.abs(first) > LARGEST || Math.abs(last) > LARGEST) {
    return 'Those numbers are too large for me. I can count up to 999,999.';
  }
  if (step === 0) return 'Counting by zero would never end.';
  const direction = last >= first ? step : -step;
  const length = Math.floor(Math.abs(last - first) / step) + 1;
  const words: string[] = [];
  for (let i = 0; i < Math.min(length, MOST_NUMBERS); i++) words.push(toWords(first + i * direction));
  const sentences: string[] = [];
  for (let i = 0; i < words.length; i += BREATH) sentences.push(sentence(words.slice(i, i + BREATH)));
  if (length > MOST_NUMBERS) sentences.push('I stop here, after a hundred numbers.');
  return sentences.join(' ');
}

function sentence(words: readonly string[]): string {
  const text = words.join(', ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
