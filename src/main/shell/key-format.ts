import type { KeyFault } from '../../preload/problem-contract';

/** The bounds of a key, in characters. OpenAI's are between 51 and about 170 today; other servers differ. */
const SHORTEST_KEY = 20;
const LONGEST_KEY = 400;

export type CheckedKey = { kind: 'ok'; key: string } | { kind: 'refused'; fault: KeyFault };

/** Whether what was typed can be a key at all (pure). White space around it, as pasting brings it, is taken off. */
export function checkKey(typed: string): CheckedKey {
  const key = typed.trim();
  const refused = (fault: KeyFault): CheckedKey => ({ kind: 'refused', fault });
  if (key === '') return refused('empty');
  if (/\s/u.test(key)) return refused('spaces');
  if (!/^[\u0021-\u007e]+$/u.test(key)) return refused('signs');
  if (key.length < SHORTEST_KEY) return refused('too-short');
  if (key.length > LONGEST_KEY) return refused('too-long');
  return { kind: 'ok', key };
}
