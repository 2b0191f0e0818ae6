import type { z } from 'zod';
import type { InvocationChannel, Invocations } from '../../preload/contract';
import { APP_ORIGIN } from './asset-path';
import { mayCall, pageAt } from './ipc-callers';
import { ARGUMENT_SCHEMAS } from './ipc-schemas';

/** Who calls, as far as it matters. */
export interface Sender {
  isTopFrame: boolean;
  /** As Electron serializes it, e.g. `app://aloud`. */
  origin: string;
  /** Of the frame, e.g. `app://aloud/popup/index.html`. */
  url: string;
}

export type Refusal = 'foreign-sender' | 'wrong-page' | 'too-often' | 'wrong-arguments';

export type Checked<C extends InvocationChannel> =
  | { kind: 'accepted'; args: Parameters<Invocations[C]> }
  /** `where` tells which argument was wrong and how, never what it was. */
  | { kind: 'refused'; refusal: Refusal; where: string | null };

/**
 * Whether a call may pass (pure). `admit` takes a token of the sender's rate limit: it is asked only once the sender
 * is known to be ours, so that a stranger cannot use up our own page's tokens.
 */
export function checkInvocation<C extends InvocationChannel>(
  channel: C,
  sender: Sender | null,
  args: readonly unknown[],
  admit: () => boolean,
): Checked<C> {
  if (sender === null || !sender.isTopFrame || sender.origin !== APP_ORIGIN) {
    return { kind: 'refused', refusal: 'foreign-sender', where: null };
  }
  const page = pageAt(sender.url);
  if (page === null) return { kind: 'refused', refusal: 'foreign-sender', where: null };
  if (!mayCall(page, channel)) return { kind: 'refused', refusal: 'wrong-page', where: page };
  if (!admit()) return { kind: 'refused', refusal: 'too-often', where: null };
  const schema: z.ZodType<Parameters<Invocations[C]>> = ARGUMENT_SCHEMAS[channel];
  const parsed = parse(schema, args);
  if (parsed?.success === true) return { kind: 'accepted', args: parsed.data };
  const issue = parsed?.error.issues[0];
  return {
    kind: 'refused',
    refusal: 'wrong-arguments',
    where: issue === undefined ? null : `${issue.path.join('.') || 'arguments'}: ${issue.code}`,
  };
}

/** Null where zod itself gives up: it freezes what is to be readonly, be it right or wrong, and a typed array cannot be. */
function parse<T>(schema: z.ZodType<T>, args: readonly unknown[]): z.ZodSafeParseResult<T> | null {
  try {
    return schema.safeParse(args);
  } catch {
    return null;
  }
}

/** The sentence that the page's promise is rejected with. */
export function refusalSentence(refusal: Refusal): string {
  switch (refusal) {
    case 'foreign-sender':
      return 'Refused: only the pages of Aloud may ask this.';
    case 'wrong-page':
      return 'Refused: this page may not ask this.';
    case 'too-often':
      return 'Refused: too many calls in a short time.';
    case 'wrong-arguments':
      return 'Refused: the arguments are not what this call takes.';
    default:
      return refusal satisfies never;
  }
}
