import { z } from 'zod';
import type { BoundKey } from '../assistant/keys';
import { checkKey } from './key-format';

const sealedSchema = z.strictObject({ key: z.string(), origin: z.string() });

/**
 * The text that is encrypted (pure): the host stands inside, so that nobody can exchange it beside the key. It has line
 * breaks, which no key has: an earlier version does not take the whole for one.
 */
export function seal({ key, origin }: BoundKey): string {
  return origin === null ? key : JSON.stringify({ key, origin }, null, 1);
}

/** Reads what was encrypted (pure), also that of earlier versions: the key alone. Null if it is neither. */
export function unseal(text: string): BoundKey | null {
  const sealed = text.startsWith('{') ? parse(text) : { key: text, origin: null };
  if (sealed === null) return null;
  const checked = checkKey(sealed.key);
  return checked.kind === 'refused' ? null : { key: checked.key, origin: sealed.origin };
}

function parse(text: string): BoundKey | null {
  try {
    return sealedSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
