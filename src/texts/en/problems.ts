import type { ProblemAction, ProxyCommand, VoiceSource } from '../../preload/contract';
import type { ProblemCode } from '../../preload/problem-contract';
import { formats } from '../formats';
import type { Sentence } from '../problem-text';

const { wait } = formats('en');

/** Who was to answer, at the beginning of a sentence and within one. */
const Who: Record<VoiceSource, string> = {
  demo: 'The demo voice',
  openai: 'OpenAI',
  profile: 'The server',
  custom: 'The server',
};
const who: Record<VoiceSource, string> = {
  demo: 'the demo voice',
  openai: 'OpenAI',
  profile: 'the server',
  custom: 'the server',
};

/** What stands around the sentences of a failure. */
export const problem = {
  actions: {
    retry: 'Try again',
    'ask-again': 'Ask again',
    'enter-key': 'Enter a key',
    'use-demo': 'Use the demo voice',
    'open-settings': 'Open settings',
    'open-log': 'Open the log',
  } satisfies Record<ProblemAction, string>,
  questionBack: 'Your question is back in the field.',
  details: 'Details',
  copy: 'Copy',
  copied: 'Copied',
  selected: 'Selected',
};

/** What to do with a name and a password for a proxy. */
function withPassword({ line, startsAloud }: ProxyCommand): string {
  const steps = startsAloud
    ? `Quit Aloud and start it in a terminal with “${line}”, your own name and password in place of NAME and PASSWORD.`
    : `Run “${line}” in a terminal, your own name and password in place of NAME and PASSWORD, then quit Aloud and start it again.`;
  return `${steps} Write a sign like @ or : in them as %40 or %3A.`;
}

/** Every cause of failure: what happened, and what to do. */
export const sentences: Record<ProblemCode, Sentence> = {
  offline: {
    title: () => 'There is no network.',
    advice: 'Connect to the internet: Aloud then goes on by itself.',
  },
  'host-not-found': {
    title: (by) => `${Who[by]} could not be found on the network.`,
    advice: 'Check the internet connection and the server’s address.',
  },
  'refused-connection': {
    title: (by) => `${Who[by]} does not answer.`,
    advice: 'Check that it is running and that nothing blocks the way to it.',
  },
  'proxy-refused': {
    title: (by) => `The proxy of this network did not let Aloud through to ${who[by]}.`,
    advice: 'Ask whoever runs the network to allow it, or use another network.',
  },
  'proxy-auth': {
    title: () => 'The proxy of this network wants a name and a password.',
    advice: 'Enter the proxy in the network settings of this computer, then try again.',
    adviceToRun: withPassword,
  },
  'proxy-password': {
    title: () => 'The proxy of this network did not accept the name and password in HTTPS_PROXY.',
    advice: 'Correct them where they were set, then quit Aloud and start it again.',
    adviceToRun: withPassword,
  },
  'proxy-sign-in': {
    title: () => 'The proxy of this network wants you to sign in in a way that Aloud does not know.',
    advice: 'Ask whoever runs the network for a proxy that takes a password (Basic), or use another network.',
  },
  'captive-portal': {
    title: () => 'This network wants you to sign in first.',
    advice: 'Open a web page in your browser, sign in, and Aloud goes on by itself.',
  },
  tls: {
    title: (by) => `The secure connection to ${who[by]} could not be trusted.`,
    advice: 'Check the clock of this computer and whether a proxy replaces certificates.',
  },
  'self-signed': {
    title: (by) => `The certificate of ${who[by]} is signed by nobody whom this computer trusts.`,
    advice: 'Add its authority to the certificates of this computer, then start Aloud again.',
  },
  'handshake-timeout': {
    title: (by) => `${Who[by]} took too long to connect.`,
    advice: 'Try again in a moment.',
  },
  'bad-key': {
    title: (by) => `${Who[by]} did not accept the key.`,
    advice: 'Check that the key is whole and still valid.',
  },
  forbidden: {
    title: () => 'The key has no access to this service.',
    advice: 'Use a key of a project that may use the Realtime API.',
  },
  'not-found': {
    title: (by) => `${Who[by]} does not know the model or the address.`,
    advice: 'Check the model’s name, and that the key may use it.',
  },
  'rate-limited': {
    title: (by) => `${Who[by]} is asking us to slow down.`,
    advice: 'Wait a little, then try again.',
    adviceToWait: (ms) => `Wait ${wait(ms)}, then try again.`,
  },
  quota: {
    title: () => 'The account of this key has no credit left.',
    advice: 'Add credit with the provider, or use another key.',
  },
  'server-error': {
    title: (by) => `${Who[by]} has a fault of its own just now.`,
    advice: 'Try again in a moment.',
    adviceToWait: (ms) => `It asks for ${wait(ms)} of patience: try again then.`,
  },
  'not-a-realtime-server': {
    title: () => 'What answered at this address is no realtime server.',
    advice: 'Check the server’s address.',
  },
  'bad-address': {
    title: () => 'The server’s address is not one that Aloud can use.',
    advice: 'It must begin with wss:// or ws:// and name a server, without a user name or password.',
  },
  'insecure-key': {
    title: () => 'The key was not sent, because the connection would not be encrypted.',
    advice: 'Use a wss:// address for a server that is not on this computer, or allow it in the settings.',
  },
  'session-timeout': {
    title: (by) => `${Who[by]} took the connection but said nothing.`,
    advice: 'Try again, or check that this is a realtime server.',
  },
  'configure-timeout': {
    title: (by) => `${Who[by]} connected but did not get ready.`,
    advice: 'Try again.',
  },
  'wrong-dialect': {
    title: (by) => `${Who[by]} speaks a version of the protocol that Aloud could not agree on.`,
    advice: 'Set the other version in the settings, or check the server’s own.',
  },
  'wrong-format': {
    title: (by) => `${Who[by]} would send sound in a format that Aloud did not ask for.`,
    advice: 'Set the server to 16-bit PCM at 24 kHz.',
  },
  'bad-audio': {
    title: () => 'The sound that came was damaged.',
    advice: 'Ask again.',
  },
  garbage: {
    title: (by) => `${Who[by]} sent something that is not the Realtime protocol.`,
    advice: 'Check the server’s address.',
  },
  'too-large': {
    title: (by) => `${Who[by]} sent more at once than Aloud accepts.`,
    advice: 'Ask for a shorter answer.',
  },
  flood: {
    title: (by) => `${Who[by]} sent events faster than Aloud accepts.`,
    advice: 'Try again; if it stays so, check the server.',
  },
  'session-expired': {
    title: (by) => `The conversation reached the longest time that ${who[by]} allows.`,
    advice: 'Ask again: a new one starts, and knows what was said.',
  },
  'memory-refused': {
    title: (by) => `${Who[by]} did not take back what was said before.`,
    advice: 'Ask again; “New conversation” lets it begin afresh.',
  },
  closed: {
    title: (by) => `${Who[by]} broke off the connection.`,
    advice: 'Ask again.',
  },
  'turn-timeout': {
    title: (by) => `${Who[by]} stopped answering.`,
    advice: 'Try again.',
  },
  'turn-too-long': {
    title: () => 'The answer took longer than Aloud waits for one.',
    advice: 'Ask for a shorter answer.',
  },
  'content-filter': {
    title: (by) => `${Who[by]} withheld the answer because of its content rules.`,
    advice: 'Put the question in another way.',
  },
  incomplete: {
    title: () => 'The answer was cut off at its longest length.',
    advice: 'Ask for the rest, or for a shorter answer.',
  },
  rejected: {
    title: (by) => `${Who[by]} refused the request.`,
    advice: 'Try again; the log has the reason’s code.',
  },
  'no-key': {
    title: () => 'There is no key yet.',
    advice: 'Enter a key, or use the demo voice, which needs none.',
  },
  'key-of-other-host': {
    title: () => 'The key was entered for another server than the settings name now, and was not sent.',
    advice: 'Enter the key of this server, or correct the address in the settings and start Aloud again.',
  },
  'bad-server-url': {
    title: () => 'ALOUD_REALTIME_URL is not an address that Aloud can use.',
    advice: 'It must begin with wss:// or ws:// and name a server, without a user name or password.',
  },
  'demo-broken': {
    title: () => 'The demo voice could not be started.',
    advice: 'Start Aloud again; the log has the reason.',
  },
  'answer-too-long': {
    title: () => 'The answer was longer than Aloud keeps waiting.',
    advice: 'Ask for a shorter one. What had come until then is played.',
  },
  'no-sound-path': {
    title: () => 'The sound could not be started.',
    advice: 'Check the sound settings of this computer, then try again.',
  },
  asleep: {
    title: () => 'The computer went to sleep before the answer came.',
    advice: 'Ask again.',
  },
};
