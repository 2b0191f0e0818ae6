import type { DeviceFault } from '../../preload/audio-contract';

export interface GraphEvents {
  /** There is something to sound, or no more. */
  active(active: boolean): void;
  /** The context's state changed, by us or by the system. */
  stateChanged(): void;
  /** The device has complained. Often the system goes on with another: the clock will tell. */
  suspect(): void;
  /** It will not sound again: build another. */
  broken(fault: DeviceFault): void;
}

/** Where the sound goes. `none` renders into nothing, in real time. */
export type Sink = { kind: 'default' } | { kind: 'none' } | { kind: 'device'; id: string };

export function sameSink(a: Sink, b: Sink): boolean {
  return a.kind === 'device' && b.kind === 'device' ? a.id === b.id : a.kind === b.kind;
}

/** How much the device may hold back: as little as it can, or as much as every machine keeps up with. */
export type Buffering = 'least' | 'safe';

/** One AudioContext with the player in it. */
export interface Graph {
  readonly state: 'running' | 'suspended' | 'closed';
  /** The device's clock in seconds. It advances only while sound can be heard. */
  readonly currentTime: number;
  /** What the device holds back. */
  readonly outputLatencyMs: number;
  /** How often the device found nothing to play since the graph was built; 0 where nobody counts. */
  readonly glitches: number;
  resume(): Promise<void>;
  suspend(): Promise<void>;
  /** Rejects, and stays where it was, if the device is not there or not allowed. */
  setSink(sink: Sink): Promise<void>;
  sendPort(port: MessagePort): void;
  sendLatency(latencyMs: number): void;
  /** Fades out and keeps all that is queued, or goes on. */
  hold(held: boolean): void;
  /** Fades out until main has decided; `false` if nothing is to be silenced. */
  hush(hushed: boolean): void;
  /** Lets main know exactly what was played, and forgets the rest: another port brings it again. */
  abandon(): void;
  setVolume(volume: number): void;
  /** Peak of the last 43 ms, 0 to 1. */
  level(): number;
  /** Lets main know exactly what was played, as its last word. */
  close(): void;
}

export type OpenGraph = (events: GraphEvents, buffering: Buffering) => Promise<Graph>;
