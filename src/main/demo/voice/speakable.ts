/** Symbols that are read as words. Anything else outside ASCII is folded to a plain letter or left out. */
const SPOKEN: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u02bc]/g, "'"],
  [/[\u201c\u201d\u00ab\u00bb"]/g, ''],
  [/\s*[\u2013\u2014]\s*/g, ', '],
  [/\u2026/g, '.'],
  [/[\u00d7\u22c5]/g, ' times '],
  [/\u00f7/g, ' divided by '],
  [/\u2212/g, ' minus '],
  [/(\d)\s*\+\s*(?=\d)/g, '$1 plus '],
  [/(\d)\s*=\s*(?=[-\d])/g, '$1 equals '],
  [/(^|\s)-(?=\d)/g, '$1minus '],
  [/%/g, ' percent'],
  [/&/g, ' and '],
  [/@/g, ' at '],
  [/\u20ac/g, ' euros '],
  [/\u00a3/g, ' pounds '],
  [/\u00b0/g, ' degrees '],
  [/\u00df/g, 'ss'],
  [/\u00e6/g, 'ae'],
  [/\u0153/g, 'oe'],
  [/\u00f8/g, 'o'],
  [/\u0142/g, 'l'],
];

/** Longer runs without a space make no sense aloud, and the synthesiser has fixed buffers. */
const LONGEST_WORD = 40;

/** `text` as printable ASCII that Flite can read. Empty when nothing in it can be said. */
export function speakable(text: string): string {
  let spoken = text;
  for (const [symbol, words] of SPOKEN) spoken = spoken.replace(symbol, words);
  spoken = spoken
    .normalize('NFKD')
    .replace(/[^\x20-\x7e\s]/g, '')
    .replace(/[<>{}[\]\\|^~`*_#]/g, ' ')
    .replace(new RegExp(`\\S{${LONGEST_WORD}}(?=\\S)`, 'g'), '$& ')
    .replace(/\s+/g, ' ')
    .trim();
  return /[a-z0-9]/i.test(spoken) ? spoken : '';
}
