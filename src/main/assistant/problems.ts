import type { ProblemAction } from '../../preload/contract';
import type { ProblemCode } from './trouble';

/** What makes an attempt to connect worth while again: that time passes, another network, or an act of the user. */
export type Cure = 'time' | 'network' | 'user';

interface Sentence {
  /** What happened. `{service}` is the name of whoever answers. */
  title: string;
  advice: string;
  /** In place of `advice` where the other end said how long to wait: `{wait}`. */
  adviceToWait?: string;
  actions: ProblemAction[];
  cure: Cure;
}

/** Every cause with what happened, what to do, the buttons that do it, and what can cure it. */
export const SENTENCES: Record<ProblemCode, Sentence> = {
  offline: {
    title: 'There is no network.',
    advice: 'Connect to the internet: Aloud then goes on by itself.',
    actions: ['retry', 'use-demo'],
    cure: 'time',
  },
  'host-not-found': {
    title: '{service} could not be found on the network.',
    advice: 'Check the internet connection and the server’s address.',
    actions: ['retry', 'open-settings', 'use-demo'],
    cure: 'time',
  },
  'refused-connection': {
    title: '{service} does not answer.',
    advice: 'Check that it is running and that nothing blocks the way to it.',
    actions: ['retry', 'use-demo'],
    cure: 'time',
  },
  'proxy-refused': {
    title: 'The proxy of this network did not let Aloud through to {service}.',
    advice: 'Ask whoever runs the network to allow it, or use another network.',
    actions: ['retry', 'use-demo'],
    cure: 'network',
  },
  'proxy-auth': {
    title: 'The proxy of this network wants a name and a password.',
    advice: 'Start Aloud with HTTPS_PROXY set to http://NAME:PASSWORD@PROXY:PORT.',
    actions: ['retry', 'use-demo'],
    cure: 'user',
  },
  'captive-portal': {
    title: 'This network wants you to sign in first.',
    advice: 'Open a web page in your browser, sign in, and Aloud goes on by itself.',
    actions: ['retry', 'use-demo'],
    cure: 'time',
  },
  tls: {
    title: 'The secure connection to {service} could not be trusted.',
    advice: 'Check the clock of this computer and whether a proxy replaces certificates.',
    actions: ['retry', 'open-log'],
    cure: 'network',
  },
  'self-signed': {
    title: 'The certificate of {service} is signed by nobody whom this computer trusts.',
    advice: 'Add its authority to the certificates of this computer, then start Aloud again.',
    actions: ['retry', 'open-log'],
    cure: 'network',
  },
  'handshake-timeout': {
    title: '{service} took too long to connect.',
    advice: 'Try again in a moment.',
    actions: ['retry', 'use-demo'],
    cure: 'time',
  },
  'bad-key': {
    title: '{service} did not accept the key.',
    advice: 'Check that the key is whole and still valid.',
    actions: ['enter-key', 'use-demo'],
    cure: 'user',
  },
  forbidden: {
    title: 'The key has no access to this service.',
    advice: 'Use a key of a project that may use the Realtime API.',
    actions: ['enter-key', 'use-demo'],
    cure: 'user',
  },
  'not-found': {
    title: '{service} does not know the model or the address.',
    advice: 'Check the model’s name, and that the key may use it.',
    actions: ['enter-key', 'open-settings', 'use-demo'],
    cure: 'user',
  },
  'rate-limited': {
    title: '{service} is asking us to slow down.',
    advice: 'Wait a little, then try again.',
    adviceToWait: 'Wait {wait}, then try again.',
    actions: ['retry'],
    cure: 'time',
  },
  quota: {
    title: 'The account of this key has no credit left.',
    advice: 'Add credit with the provider, or use another key.',
    actions: ['enter-key', 'use-demo'],
    cure: 'user',
  },
  'server-error': {
    title: '{service} has a fault of its own just now.',
    advice: 'Try again in a moment.',
    adviceToWait: 'It asks for {wait} of patience: try again then.',
    actions: ['retry'],
    cure: 'time',
  },
  'not-a-realtime-server': {
    title: 'What answered at this address is no realtime server.',
    advice: 'Check the server’s address.',
    actions: ['retry', 'open-settings', 'use-demo'],
    cure: 'user',
  },
  'bad-address': {
    title: 'The server’s address is not one that Aloud can use.',
    advice: 'It must begin with wss:// or ws:// and name a server, without a user name or password.',
    actions: ['open-settings', 'use-demo'],
    cure: 'user',
  },
  'insecure-key': {
    title: 'The key was not sent, because the connection would not be encrypted.',
    advice: 'Use a wss:// address for a server that is not on this computer, or allow it in the settings.',
    actions: ['open-settings', 'use-demo'],
    cure: 'user',
  },
  'session-timeout': {
    title: '{service} took the connection but said nothing.',
    advice: 'Try again, or check that this is a realtime server.',
    actions: ['retry', 'open-log'],
    cure: 'time',
  },
  'configure-timeout': {
    title: '{service} connected but did not get ready.',
    advice: 'Try again.',
    actions: ['retry', 'open-log'],
    cure: 'time',
  },
  'wrong-dialect': {
    title: '{service} speaks a version of the protocol that Aloud could not agree on.',
    advice: 'Set the other version in the settings, or check the server’s own.',
    actions: ['retry', 'open-settings', 'open-log'],
    cure: 'user',
  },
  'wrong-format': {
    title: '{service} would send sound in a format that Aloud did not ask for.',
    advice: 'Set the server to 16-bit PCM at 24 kHz.',
    actions: ['retry', 'use-demo'],
    cure: 'user',
  },
  'bad-audio': {
    title: 'The sound that came was damaged.',
    advice: 'Ask again.',
    actions: ['retry'],
    cure: 'time',
  },
  garbage: {
    title: '{service} sent something that is not the Realtime protocol.',
    advice: 'Check the server’s address.',
    actions: ['retry', 'open-settings', 'use-demo'],
    cure: 'user',
  },
  'too-large': {
    title: '{service} sent more at once than Aloud accepts.',
    advice: 'Ask for a shorter answer.',
    actions: ['retry'],
    cure: 'time',
  },
  flood: {
    title: '{service} sent events faster than Aloud accepts.',
    advice: 'Try again; if it stays so, check the server.',
    actions: ['retry', 'open-log'],
    cure: 'time',
  },
  'session-expired': {
    title: 'The conversation reached the longest time that {service} allows.',
    advice: 'Ask again: a new one starts, and knows what was said.',
    actions: ['retry'],
    cure: 'time',
  },
  closed: {
    title: '{service} broke off the connection.',
    advice: 'Ask again.',
    actions: ['retry'],
    cure: 'time',
  },
  'turn-timeout': {
    title: '{service} stopped answering.',
    advice: 'Try again.',
    actions: ['retry'],
    cure: 'time',
  },
  'turn-too-long': {
    title: 'The answer took longer than Aloud waits for one.',
    advice: 'Ask for a shorter answer.',
    actions: ['retry'],
    cure: 'time',
  },
  'content-filter': {
    title: '{service} withheld the answer because of its content rules.',
    advice: 'Put the question in another way.',
    actions: ['retry'],
    cure: 'user',
  },
  incomplete: {
    title: 'The answer was cut off at its longest length.',
    advice: 'Ask for the rest, or for a shorter answer.',
    actions: ['retry', 'open-settings'],
    cure: 'user',
  },
  rejected: {
    title: '{service} refused the request.',
    advice: 'Try again; the log has the reason’s code.',
    actions: ['retry', 'open-log'],
    cure: 'user',
  },
  'no-key': {
    title: 'There is no key yet.',
    advice: 'Enter a key, or use the demo voice, which needs none.',
    actions: ['enter-key', 'use-demo'],
    cure: 'user',
  },
  'key-of-other-host': {
    title: 'The key was entered for another server than the settings name now, and was not sent.',
    advice: 'Enter the key of this server, or correct the address in the settings and start Aloud again.',
    actions: ['enter-key', 'open-settings', 'use-demo'],
    cure: 'user',
  },
  'bad-server-url': {
    title: 'ALOUD_REALTIME_URL is not an address that Aloud can use.',
    advice: 'It must begin with wss:// or ws:// and name a server, without a user name or password.',
    actions: ['use-demo'],
    cure: 'user',
  },
  'demo-broken': {
    title: 'The demo voice could not be started.',
    advice: 'Start Aloud again; the log has the reason.',
    actions: ['retry', 'open-log'],
    cure: 'user',
  },
  'answer-too-long': {
    title: 'The answer was longer than Aloud keeps waiting.',
    advice: 'Ask for a shorter one. What had come until then is played.',
    actions: ['retry'],
    cure: 'time',
  },
  'no-sound-path': {
    title: 'The sound could not be started.',
    advice: 'Check the sound settings of this computer, then try again.',
    actions: ['retry', 'open-log'],
    cure: 'user',
  },
  asleep: {
    title: 'The computer went to sleep before the answer came.',
    advice: 'Ask again.',
    actions: ['retry'],
    cure: 'time',
  },
};

export function cureOf(code: ProblemCode): Cure {
  return SENTENCES[code].cure;
}
