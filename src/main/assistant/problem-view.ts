import type { Problem, ProblemAction, VoiceSource } from '../../preload/contract';
import { CAUSES } from './problems';
import { proxyCommand } from './proxy-command';
import type { AppState } from './state';
import type { ProblemCode, Trouble } from './trouble';
import { troubleOf } from './trouble';

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

/** The problem as pages and tray are told it. Its details hold ids and codes alone (see RealtimeError). */
export function problemOfError(
  trouble: Trouble,
  state: Pick<AppState, 'source' | 'platform' | 'program'>,
  answer: FailedAnswer = 'nothing-came',
): Problem {
  const { code, proxy } = trouble;
  // To sign in otherwise, a password helps nothing.
  const isPasswordWanted = proxy !== null && code !== 'proxy-sign-in';
  return {
    ...problemIn(trouble, state.source, answer),
    command: isPasswordWanted ? proxyCommand(proxy, state) : null,
  };
}

/** The problem of a failure of which nothing is known but its cause. */
export function problemOf(code: ProblemCode, source: VoiceSource): Problem {
  return problemIn(troubleOf(code), source, 'nothing-came');
}

function problemIn(
  { code, details, retryAfterMs }: Trouble,
  source: VoiceSource,
  answer: FailedAnswer,
): Problem {
  return {
    code,
    source,
    retryAfterMs,
    actions: CAUSES[code].actions
      .filter((action) => !USELESS[source].includes(action))
      // To try again is to connect; after a part was heard, it is the question that is put once more.
      .map((action) => (action === 'retry' && answer === 'cut-off' ? 'ask-again' : action)),
    details,
    command: null,
  };
}
