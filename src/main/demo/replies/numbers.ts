/** English number words, both ways. */

const SMALL = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const SCALES = new Map([
  ['hundred', 100],
  ['thousand', 1_000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
]);
const VALUES = new Map<string, number>([
  ...SMALL.map((word, value): [string, number] => [word, value]),
  ...TENS.map((word, ten): [string, number] => [word, ten * 10]).slice(2),
  ['dozen', 12],
]);

/** `value` in words, for integers from -999,999 to 999,999; other numbers as digits. */
export function toWords(value: number): string {
  if (!Number.isInteger(value) || Math.abs(value) > 999_999) return String(value);
  if (value < 0) return `minus ${toWords(-value)}`;
  if (value < 20) return SMALL[value] ?? '';
  if (value < 100) return join(TENS[Math.floor(value / 10)] ?? '', value % 10, '-');
  if (value < 1_000) return join(`${toWords(Math.floor(value / 100))} hundred`, value % 100, ' ');
  return join(`${toWords(Math.floor(value / 1_000))} thousand`, value % 1_000, ' ');
}

function join(head: string, rest: number, separator: string): string {
  return rest === 0 ? head : `${head}${separator}${toWords(rest)}`;
}

/**
 * Replaces each run of number words by its digits: "twenty-five plus three hundred and one" → "25 plus 301".
 * Expects lower case; other words stay as they are.
 */
export function wordsToDigits(text: string): string {
  const words = text.replace(/([a-z])-(?=[a-z])/g, '$1 ').split(/\s+/);
  const result: string[] = [];
  let index = 0;
  while (index < words.length) {
    const word = words[index] ?? '';
    if (!VALUES.has(word)) {
      result.push(word);
      index++;
      continue;
    }
    const { value, length } = readNumber(words, index);
    result.push(String(value));
    index += length;
  }
  return result.join(' ');
}

function readNumber(words: readonly string[], start: number): { value: number; length: number } {
  let total = 0;
  let group = 0;
  /** The last word's value: "twenty one" is one number, "one two" is two. */
  let previous = 0;
  let index = start;
  for (; index < words.length; index++) {
    const word = words[index] ?? '';
    const scale = SCALES.get(word);
    const value = VALUES.get(word);
    if (scale === 100 && group > 0) {
      group *= 100;
      previous = 100;
    } else if (scale !== undefined && scale > 100 && group > 0) {
      total += group * scale;
      group = 0;
      previous = scale;
    } else if (value !== undefined && (index === start || fits(value, previous))) {
      group += value;
      previous = value;
    } else if (word === 'and' && previous >= 100 && VALUES.has(words[index + 1] ?? '')) {
      // "three hundred and one": the word stands inside the number.
    } else break;
  }
  return { value: total + group, length: index - start };
}

function fits(value: number, previous: number): boolean {
  if (previous >= 100) return value < 100;
  return previous >= 20 && previous % 10 === 0 && value > 0 && value < 10;
}
