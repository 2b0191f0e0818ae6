/** What main tells the pages of failures and other circumstances: as codes. Their sentences are in `src/texts`. */

/** What can go wrong between Aloud and a realtime server. */
export type RealtimeErrorCode =
  | 'offline'
  | 'host-not-found'
  | 'refused-connection'
  | 'proxy-refused'
  /** The proxy wants a name and a password, and Aloud knows none for it. */
  | 'proxy-auth'
  /** The proxy did not take the name and password that Aloud was started with. */
  | 'proxy-password'
  /** The proxy takes no password, but another way of signing in. */
  | 'proxy-sign-in'
  | 'captive-portal'
  | 'tls'
  | 'self-signed'
  | 'handshake-timeout'
  | 'bad-key'
  | 'forbidden'
  | 'not-found'
  | 'rate-limited'
  | 'quota'
  | 'server-error'
  | 'not-a-realtime-server'
  | 'bad-address'
  | 'insecure-key'
  | 'session-timeout'
  | 'configure-timeout'
  | 'wrong-dialect'
  | 'wrong-format'
  | 'bad-audio'
  | 'garbage'
  | 'too-large'
  | 'flood'
  | 'session-expired'
  /** It broke off over what it was told of earlier sessions. */
  | 'memory-refused'
  | 'closed'
  | 'turn-timeout'
  | 'turn-too-long'
  | 'content-filter'
  | 'incomplete'
  | 'rejected';

/** What can go wrong outside the realtime connection. */
export type AppErrorCode =
  | 'no-key'
  | 'key-of-other-host'
  | 'bad-server-url'
  | 'demo-broken'
  | 'answer-too-long'
  | 'no-sound-path'
  | 'asleep';

export type ProblemCode = RealtimeErrorCode | AppErrorCode;

/** Why what was typed was not taken as a key. */
export type KeyFault =
  | 'empty'
  /** White space inside. */
  | 'spaces'
  /** Something that no key holds. */
  | 'signs'
  | 'too-short'
  | 'too-long'
  /** The server that it would be for has no usable address. */
  | 'no-server'
  /** The one that is stored could not be removed, and would be there again at the next start. */
  | 'still-stored';

/** A file of the user's that Aloud keeps. */
export type KeptFile = 'settings' | 'history' | 'draft' | 'place';

/** A lasting remark that is no failure of a question. */
export type Notice =
  /** A file could not be used: it was renamed to `aside`, or, null, not even that. */
  | {
      kind: 'file';
      file: KeptFile;
      fault: 'unreadable' | 'damaged' | 'too-new';
      aside: string | null;
    }
  /** There is a stored key, and no keyring to read it with. */
  | { kind: 'key-locked' }
  /** The stored key cannot be read, and was set aside. */
  | { kind: 'key-damaged' }
  /** The conversation is too long to be kept whole. */
  | { kind: 'outgrown' }
  /** The server takes nothing of what was said in earlier sessions. */
  | { kind: 'untold' };
