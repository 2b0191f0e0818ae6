import type { Problem, ProblemAction, VoiceSource } from '../../preload/contract';
import type { RealtimeError, RealtimeErrorCode } from '../realtime/errors';

/** What can go wrong outside the realtime connection. */
export type AppErrorCode = 'no-key' | 'bad-server-url' | 'demo-broken' | 'answer-too-long' | 'no-sound-path';

export type ProblemCode = RealtimeErrorCode | AppErrorCode;

interface Sentence {
  /** What happened. `{service}` is the name of whoever answers. */
  title: string;
  advice: string;
  actions: ProblemAction[];
}

/** Every cause with what happened, what to do, and the buttons that do it. */
const SENTENCES: Record<ProblemCode, Sentence> = {
  offline: {
    title: 'There is no network.',
    advice: 'Connect to the internet and try again.',
    actions: ['retry', 'use-demo'],
  },
  'host-not-found': {
    title: '{service} could not be found on the network.',
    advice: 'Check the internet connection and the server’s address.',
    actions: ['retry', 'use-demo'],
  },
  'refused-connection': {
    title: '{service} does not answer.',
    advice: 'Check that it is running and that nothing blocks the way to it.',
    actions: ['retry', 'use-demo'],
  },
  tls: {
    title: 'The secure connection to {service} could not be trusted.',
    advice: 'Check the clock of this computer and whether a proxy replaces certificates.',
    actions: ['retry', 'open-log'],
  },
  'handshake-timeout': {
    title: '{service} took too long to connect.',
    advice: 'Try again in a moment.',
    actions: ['retry', 'use-demo'],
  },
  'bad-key': {
    title: '{service} did not accept the key.',
    advice: 'Check that the key is whole and still valid.',
    actions: ['enter-key', 'use-demo'],
  },
  forbidden: {
    title: 'The key has no access to this service.',
    advice: 'Use a key of a project that may use the Realtime API.',
    actions: ['enter-key', 'use-demo'],
  },
  'not-found': {
    title: '{service} does not know the model or the address.',
    advice: 'Check the model’s name, and that the key may use it.',
    actions: ['enter-key', 'use-demo'],
  },
  'rate-limited': {
    title: '{service} is asking us to slow down.',
    advice: 'Wait a little, then try again.',
    actions: ['retry'],
  },
  quota: {
    title: 'The account of this key has no credit left.',
    advice: 'Add credit with the provider, or use another key.',
    actions: ['enter-key', 'use-demo'],
  },
  'server-error': {
    title: '{service} has a fault of its own just now.',
    advice: 'Try again in a moment.',
    actions: ['retry'],
  },
  'not-a-realtime-server': {
    title: 'What answered at this address is no realtime server.',
    advice: 'Check the server’s address.',
    actions: ['retry', 'use-demo'],
  },
  'insecure-key': {
    title: 'The key was not sent, because the connection would not be encrypted.',
    advice: 'Use a wss:// address for a server that is not on this computer.',
    actions: ['use-demo'],
  },
  'configure-timeout': {
    title: '{service} connected but did not get ready.',
    advice: 'Try again.',
    actions: ['retry', 'open-log'],
  },
  'wrong-dialect': {
    title: '{service} speaks a version of the protocol that Aloud could not agree on.',
    advice: 'Check the server’s version.',
    actions: ['retry', 'open-log'],
  },
  'wrong-format': {
    title: '{service} would send sound in a format that Aloud did not ask for.',
    advice: 'Set the server to 16-bit PCM at 24 kHz.',
    actions: ['retry', 'use-demo'],
  },
  'bad-audio': {
    title: 'The sound that came was damaged.',
    advice: 'Ask again.',
    actions: ['retry'],
  },
  garbage: {
    title: '{service} sent something that is not the Realtime protocol.',
    advice: 'Check the server’s address.',
    actions: ['retry', 'use-demo'],
  },
  'too-large': {
    title: '{service} sent more at once than Aloud accepts.',
    advice: 'Ask for a shorter answer.',
    actions: ['retry'],
  },
  'session-expired': {
    title: 'The conversation reached the longest time that {service} allows.',
    advice: 'Ask again: a new one starts.',
    actions: ['retry'],
  },
  closed: {
    title: '{service} closed the connection.',
    advice: 'Ask again.',
    actions: ['retry'],
  },
  'turn-timeout': {
    title: '{service} stopped answering.',
    advice: 'Try again.',
    actions: ['retry'],
  },
  'content-filter': {
    title: '{service} withheld the answer because of its content rules.',
    advice: 'Put the question in another way.',
    actions: [],
  },
  incomplete: {
    title: 'The answer was cut off at its longest length.',
    advice: 'Ask for the rest, or for a shorter answer.',
    actions: [],
  },
  rejected: {
    title: '{service} refused the request.',
    advice: 'Try again; the log has the reason’s code.',
    actions: ['retry', 'open-log'],
  },
  'no-key': {
    title: 'There is no key yet.',
    advice: 'Enter an OpenAI key, or use the demo voice, which needs none.',
    actions: ['enter-key', 'use-demo'],
  },
  'bad-server-url': {
    title: 'ALOUD_REALTIME_URL is not an address that Aloud can use.',
    advice: 'It must begin with wss:// or ws:// and name a server, without a user name or password.',
    actions: ['use-demo'],
  },
  'demo-broken': {
    title: 'The demo voice could not be started.',
    advice: 'Start Aloud again; the log has the reason.',
    actions: ['retry', 'open-log'],
  },
  'answer-too-long': {
    title: 'The answer was longer than Aloud keeps waiting.',
    advice: 'Ask for a shorter one. What had come until then is played.',
    actions: ['retry'],
  },
  'no-sound-path': {
    title: 'The sound could not be started.',
    advice: 'Check the sound settings of this computer, then try again.',
    actions: ['retry', 'open-log'],
  },
};

const SERVICES: Record<VoiceSource, string> = {
  demo: 'The demo voice',
  openai: 'OpenAI',
  custom: 'The server',
};

/**
 * What helps nothing: the demo voice asks for no key and is no way out of its own failure; the key of another server
 * comes with its address from the environment, and one entered here would go to OpenAI.
 */
const USELESS: Record<VoiceSource, readonly ProblemAction[]> = {
  demo: ['use-demo', 'enter-key'],
  openai: [],
  custom: ['enter-key'],
};

/** The problem as the user reads it. `details` hold ids and codes alone (see RealtimeError). */
export function problemOf(code: ProblemCode, source: VoiceSource, details: string | null = null): Problem {
  const { title, advice, actions } = SENTENCES[code];
  return {
    code,
    title: title.replace('{service}', SERVICES[source]),
    advice,
    actions: actions.filter((action) => !USELESS[source].includes(action)),
    details,
  };
}

export function problemOfError(error: RealtimeError, source: VoiceSource): Problem {
  return problemOf(error.code, source, error.details);
}
