/** The bounds of a key, in characters. OpenAI's are between 51 and about 170 today; other servers differ. */
const SHORTEST_KEY = 20;
const LONGEST_KEY = 400;

export type CheckedKey =
  | { kind: 'ok'; key: string }
  /** `reason` is a sentence for the user, without anything that was typed. */
  | { kind: 'refused'; reason: string };

/** Whether what was typed can be a key at all (pure). White space around it, as pasting brings it, is taken off. */
export function checkKey(typed: string): CheckedKey {
  const key = typed.trim();
  const refused = (reason: string): CheckedKey => ({ kind: 'refused', reason });
  if (key === '') return refused('Paste your key first.');
  if (/\s/u.test(key)) return refused('A key has no spaces or line breaks inside. Copy it again, alone.');
  if (!/^[\u0021-\u007e]+$/u.test(key)) {
    return refused('A key has only plain letters, digits and signs. Copy it again, alone.');
  }
  if (key.length < SHORTEST_KEY) return refused('This is too short for a key. Copy the whole of it.');
  if (key.length > LONGEST_KEY) return refused('This is too long for a key. Copy the key alone.');
  return { kind: 'ok', key };
}
