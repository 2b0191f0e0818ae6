import type { ProblemAction } from '../../preload/contract';
import type { ProblemCode } from './trouble';

/** What makes an attempt to connect worth while again: that time passes, another network, or an act of the user. */
export type Cure = 'time' | 'network' | 'user';

interface Cause {
  actions: ProblemAction[];
  cure: Cure;
}

/** Every cause of failure: the buttons that help, the best first, and what can cure it. Its words are in `src/texts`. */
export const CAUSES: Record<ProblemCode, Cause> = {
  offline: { actions: ['retry', 'use-demo'], cure: 'time' },
  'host-not-found': { actions: ['retry', 'open-settings', 'use-demo'], cure: 'time' },
  'refused-connection': { actions: ['retry', 'use-demo'], cure: 'time' },
  'proxy-refused': { actions: ['retry', 'use-demo'], cure: 'network' },
  'proxy-auth': { actions: ['retry', 'use-demo'], cure: 'user' },
  'proxy-password': { actions: ['retry', 'use-demo'], cure: 'user' },
  'proxy-sign-in': { actions: ['retry', 'use-demo'], cure: 'network' },
  'captive-portal': { actions: ['retry', 'use-demo'], cure: 'time' },
  tls: { actions: ['retry', 'open-log'], cure: 'network' },
  'self-signed': { actions: ['retry', 'open-log'], cure: 'network' },
  'handshake-timeout': { actions: ['retry', 'use-demo'], cure: 'time' },
  'bad-key': { actions: ['enter-key', 'use-demo'], cure: 'user' },
  forbidden: { actions: ['enter-key', 'use-demo'], cure: 'user' },
  'not-found': { actions: ['enter-key', 'open-settings', 'use-demo'], cure: 'user' },
  'rate-limited': { actions: ['retry'], cure: 'time' },
  quota: { actions: ['enter-key', 'use-demo'], cure: 'user' },
  'server-error': { actions: ['retry'], cure: 'time' },
  'not-a-realtime-server': { actions: ['retry', 'open-settings', 'use-demo'], cure: 'user' },
  'bad-address': { actions: ['open-settings', 'use-demo'], cure: 'user' },
  'insecure-key': { actions: ['open-settings', 'use-demo'], cure: 'user' },
  'session-timeout': { actions: ['retry', 'open-log'], cure: 'time' },
  'configure-timeout': { actions: ['retry', 'open-log'], cure: 'time' },
  'wrong-dialect': { actions: ['retry', 'open-settings', 'open-log'], cure: 'user' },
  'wrong-format': { actions: ['retry', 'use-demo'], cure: 'user' },
  'bad-audio': { actions: ['retry'], cure: 'time' },
  garbage: { actions: ['retry', 'open-settings', 'use-demo'], cure: 'user' },
  'too-large': { actions: ['retry'], cure: 'time' },
  flood: { actions: ['retry', 'open-log'], cure: 'time' },
  'session-expired': { actions: ['retry'], cure: 'time' },
  'memory-refused': { actions: ['retry'], cure: 'time' },
  closed: { actions: ['retry'], cure: 'time' },
  'turn-timeout': { actions: ['retry'], cure: 'time' },
  'turn-too-long': { actions: ['retry'], cure: 'time' },
  'content-filter': { actions: ['retry'], cure: 'user' },
  incomplete: { actions: ['retry', 'open-settings'], cure: 'user' },
  rejected: { actions: ['retry', 'open-log'], cure: 'user' },
  'no-key': { actions: ['enter-key', 'use-demo'], cure: 'user' },
  'key-of-other-host': { actions: ['enter-key', 'open-settings', 'use-demo'], cure: 'user' },
  'bad-server-url': { actions: ['use-demo'], cure: 'user' },
  'demo-broken': { actions: ['retry', 'open-log'], cure: 'user' },
  'answer-too-long': { actions: ['retry'], cure: 'time' },
  'no-sound-path': { actions: ['retry', 'open-log'], cure: 'user' },
  asleep: { actions: ['retry'], cure: 'time' },
};

export function cureOf(code: ProblemCode): Cure {
  return CAUSES[code].cure;
}
