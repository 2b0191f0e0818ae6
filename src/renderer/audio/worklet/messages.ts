/** Page → processor, over `node.port`. The sound itself never takes this way. */
export type ToProcessor =
  /** The port from main. It replaces any earlier one. */
  | { type: 'port'; port: MessagePort }
  /** What the output device holds back. */
  | { type: 'latency'; latencyMs: number }
  /** The node is not needed any more. */
  | { type: 'dispose' };

/** Processor → page. `active`: there is something to sound, so the context has to run. Sent when it changes. */
export interface FromProcessor {
  type: 'active';
  active: boolean;
}
