export interface GraphEvents {
  /** There is something to sound, or no more. */
  active(active: boolean): void;
  /** The context's state changed, by us or by the system. */
  stateChanged(): void;
  /** The device has complained. Often the system goes on with another: the clock will tell. */
  suspect(): void;
  /** It will not sound again: build another. */
  broken(reason: string): void;
}

/** One AudioContext with the player in it. */
export interface Graph {
  readonly state: 'running' | 'suspended' | 'closed';
  /** The device's clock in seconds. It advances only while sound can be heard. */
  readonly currentTime: number;
  /** What the device holds back. */
  readonly outputLatencyMs: number;
  resume(): Promise<void>;
  suspend(): Promise<void>;
  /** `none` renders into nothing, in real time. */
  setSink(sink: 'default' | 'none'): Promise<void>;
  sendPort(port: MessagePort): void;
  sendLatency(latencyMs: number): void;
  setVolume(volume: number): void;
  /** Peak of the last 43 ms, 0 to 1. */
  level(): number;
  close(): void;
}

export type OpenGraph = (events: GraphEvents) => Promise<Graph>;
