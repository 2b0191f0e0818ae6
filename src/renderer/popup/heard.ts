const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/**
 * Where the heard words of `text` end: the end of the word in which `heardLength` (UTF-16 code units) lies, so that a
 * word lights up as a whole when its sound begins. Works for languages that write no spaces, and never cuts a character.
 */
export function heardEnd(text: string, heardLength: number): number {
  if (heardLength <= 0) return 0;
  if (heardLength >= text.length) return text.length;
  const last = words.segment(text).containing(heardLength - 1);
  return last === undefined ? text.length : last.index + last.segment.length;
}
