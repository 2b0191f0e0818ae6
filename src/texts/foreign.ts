/** What is written from right to left (pure): the blocks that Unicode keeps for such scripts. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** Marks that turn the direction of all that follows, until they are ended. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/gu;

/**
 * What others wrote (the name of a device or a service, a path) as it stands in a sentence of a page (pure). It keeps the
 * direction that it has, and the sentence keeps its own: it is put into a first strong isolate (U+2068, U+2069) where it
 * is written from right to left, which none of our languages is. Not for menus, which systems draw and not all of them
 * know isolates, nor for what is to be copied, where the marks would come along.
 */
export function foreign(text: string): string {
  const plain = text.replaceAll(TURNING, '');
  return RIGHT_TO_LEFT.test(plain) ? `\u2068${plain}\u2069` : plain;
}
