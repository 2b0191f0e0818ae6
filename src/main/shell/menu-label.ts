/** A longer label would make the menu as wide as the screen. In characters as users count them. */
export const LONGEST_LABEL = 48;

/** White space of any kind, and what is no character at all: controls, and marks that turn the direction of what follows. */
const NO_TEXT = /[\s\p{Cc}\p{Cs}\p{Co}\p{Cn}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * What others wrote, as one line of plain text of a bearable length (pure); null where nothing of it can be read. Signs
 * that are put together of several, such as flags and families, stay whole.
 */
export function menuLabel(text: string): string | null {
  // Far more than any label of this length needs, and far less than a text may have.
  const line = text
    .slice(0, 100 * LONGEST_LABEL)
    .replaceAll(NO_TEXT, ' ')
    .trim();
  if (line === '') return null;
  const characters = [...new Intl.Segmenter().segment(line)].map(({ segment }) => segment);
  if (characters.length <= LONGEST_LABEL) return line;
  const begun = characters.slice(0, LONGEST_LABEL - 1).join('');
  return `${begun.trimEnd()}…`;
}
