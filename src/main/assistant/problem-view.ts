import type { Problem, ProblemAction, VoiceSource } from '../../preload/contract';
import { SENTENCES } from './problems';
import type { ProblemCode, Trouble } from './trouble';
import { troubleOf } from './trouble';

const SERVICES: Record<VoiceSource, string> = {
  demo: 'The demo voice',
  openai: 'OpenAI',
  profile: 'The server',
  custom: 'The server',
};

/**
 * What helps nothing: the demo voice asks for no key, has no settings and is no way out of its own failure; key and
 * address of a server from the environment come from there, and a key entered here would go to OpenAI.
 */
const USELESS: Record<VoiceSource, readonly ProblemAction[]> = {
  demo: ['use-demo', 'enter-key', 'open-settings'],
  openai: [],
  profile: [],
  custom: ['enter-key', 'open-settings'],
};

/** What of the answer there was when it failed. */
export type FailedAnswer = 'nothing-came' | 'cut-off';

/** The problem as the user reads it. Its details hold ids and codes alone (see RealtimeError). */
export function problemOfError(
  trouble: Trouble,
  source: VoiceSource,
  answer: FailedAnswer = 'nothing-came',
): Problem {
  const { code, details, retryAfterMs } = trouble;
  const { title, advice, adviceToWait, actions } = SENTENCES[code];
  const read =
    adviceToWait !== undefined && retryAfterMs !== null
      ? adviceToWait.replace('{wait}', waitInWords(retryAfterMs))
      : advice;
  return {
    code,
    title: withService(title, SERVICES[source]),
    advice: read,
    actions: actions
      .filter((action) => !USELESS[source].includes(action))
      // To try again is to connect; after a part was heard, it is the question that is put once more.
      .map((action) => (action === 'retry' && answer === 'cut-off' ? 'ask-again' : action)),
    details,
  };
}

/** The problem of a failure of which nothing is known but its cause. */
export function problemOf(code: ProblemCode, source: VoiceSource): Problem {
  return problemOfError(troubleOf(code), source);
}

/** The name begins the sentence, or stands within it. */
function withService(title: string, service: string): string {
  return title.replace(/^\{service\}/u, service).replace('{service}', service.replace(/^The/u, 'the'));
}

/** A wait in words, rounded up: to come a second late is better than to be refused again. */
export function waitInWords(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  if (seconds < 120) return seconds === 1 ? 'a second' : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}
