/** How long each wait of a session may last, ms. */
export interface SessionTimeouts {
  /** From the open connection to the server's first word. */
  firstEvent: number;
  /** For the echo of `session.update`. */
  configure: number;
  /** For the end of a response that was cancelled, before the next is created all the same. */
  oldResponse: number;
  /** Silence within a turn: no event of it at all. */
  turnSilence: number;
}

export const DEFAULT_TIMEOUTS: SessionTimeouts = {
  firstEvent: 10_000,
  configure: 10_000,
  oldResponse: 2_000,
  turnSilence: 30_000,
};
