/** Page → processor, over `node.port`. The sound itself never takes this way. */
export type ToProcessor =
  /** The port from main. It replaces any earlier one. */
  | { type: 'port'; port: MessagePort }
  /** What the output device holds back. */
  | { type: 'latency'; latencyMs: number }
  /** Fade out and keep all, or go on: the device is being changed. */
  | { type: 'hold'; held: boolean }
  /**
   * The user has asked for silence: fade out at once, and keep all until main's flush comes. Main decides what was
   * meant, but need not be waited for. `hushed: false` if it was not that.
   */
  | { type: 'hush'; hushed: boolean }
  /**
   * What the device held back is lost. Main is told what was played, as this port's last word, and nothing sounds until
   * another one comes.
   */
  | { type: 'abandon' }
  /** The node is not needed any more. The last word to main is the same. */
  | { type: 'dispose' };

/** Processor → page. `active`: there is something to sound, so the context has to run. Sent when it changes. */
export interface FromProcessor {
  type: 'active';
  active: boolean;
}
