/**
 * Cuts a reply into phrases: each is synthesised at once, so the first one is short, that its sound may start early.
 */

/** UTF-16 code units. A first phrase of this length is synthesised in under 100 ms. */
const FIRST_PHRASE = 70;
const LONGEST_PHRASE = 160;

/** What follows the phrase, which decides the silence after it. */
export type PhraseEnd = 'clause' | 'sentence' | 'paragraph';

export interface Phrase {
  /** The pieces of a reply, joined, are the reply. */
  text: string;
  end: PhraseEnd;
}

export function splitPhrases(text: string): Phrase[] {
  const phrases: Phrase[] = [];
  for (const sentence of text.match(SENTENCE) ?? []) {
    if (sentence === '') continue;
    let rest = sentence;
    for (;;) {
      const longest = phrases.length === 0 ? FIRST_PHRASE : LONGEST_PHRASE;
      const cut = rest.length > longest ? clauseEnd(rest, longest) : rest.length;
      if (cut === rest.length) break;
      phrases.push({ text: rest.slice(0, cut), end: 'clause' });
      rest = rest.slice(cut);
    }
    phrases.push({ text: rest, end: /\n\s*$/.test(rest) ? 'paragraph' : 'sentence' });
  }
  return phrases;
}

/** Up to and with the mark that ends a sentence and the space after it; a dot inside a number or name ends nothing. */
const SENTENCE = /\s*(?:[^.!?\n]|[.!?](?![\s"'\u201d\u2019)]|$))*(?:[.!?]+["'\u201d\u2019)]*\s*|\n\s*|$)/gu;

/** Where to cut at most `longest` code units in: after a clause, else after a word, else anywhere but in a character. */
function clauseEnd(text: string, longest: number): number {
  const head = text.slice(0, longest);
  const clause = /^.*[,;:\u2013\u2014]\s+/su.exec(head)?.[0].length ?? 0;
  if (clause >= longest / 4) return clause;
  // A long sentence without clauses is cut late rather than often: each cut is heard.
  const word = /^.*\s/su.exec(text.slice(0, LONGEST_PHRASE))?.[0].length ?? 0;
  if (word > 0) return word === text.length ? text.length : Math.max(word, 1);
  const hard = Math.min(LONGEST_PHRASE, text.length);
  const code = text.charCodeAt(hard - 1);
  return code >= 0xd800 && code <= 0xdbff ? hard + 1 : hard;
}
