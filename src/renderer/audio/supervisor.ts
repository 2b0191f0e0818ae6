import type { AudioDeviceState } from '../../preload/audio-contract';
import type { Graph, OpenGraph } from './graph';

/** Without sound for so long, the context is suspended: it costs CPU and keeps the system awake. */
const IDLE_MS = 10_000;
/** While there is sound: how often the latency is read and the clock is looked at. */
const WATCH_MS = 500;
/** A clock that has not moved for so long has no device. */
const STALL_MS = 1_500;
/** Pauses before another attempt to build the graph. After the last one it is given up until the next wake. */
const RETRY_MS = [0, 100, 400, 1_000, 2_000];
/** Sound for so long, and the count of attempts begins anew. */
const HEALTHY_MS = 10_000;

/** Runs `run` once, `ms` from now, unless the returned function is called before. */
export type After = (ms: number, run: () => void) => () => void;

export interface SupervisorOptions {
  open: OpenGraph;
  after: After;
  /** Asks main for a port to the player; it comes through `attachPort`. */
  requestPort(): void;
  /** Called when the state has changed. */
  onDeviceState(state: AudioDeviceState): void;
}

/**
 * Keeps one graph alive: built when first needed, awake while there is sound, suspended when idle, rendering into
 * nothing where there is no device, and replaced, with a fresh port, when it breaks.
 */
export class Supervisor {
  readonly #options: SupervisorOptions;
  #graph: Graph | null = null;
  #building = false;
  #disposed = false;
  #attempts = 0;
  #active = false;
  #sink: 'default' | 'none' = 'default';
  #volume = 1;
  #told: AudioDeviceState | null = null;
  #clock = 0;
  #stalledMs = 0;
  #healthyMs = 0;
  /** A port that came while the graph was being built. */
  #port: MessagePort | null = null;
  #cancelIdle: (() => void) | null = null;
  #cancelWatch: (() => void) | null = null;
  #cancelRetry: (() => void) | null = null;

  constructor(options: SupervisorOptions) {
    this.#options = options;
    this.#tell({ kind: 'starting' });
    this.#build();
  }

  attachPort(port: MessagePort): void {
    if (this.#graph) this.#graph.sendPort(port);
    else this.#port = port;
  }

  /** 0 (mute) to 1. Sound goes on in time while it is 0. */
  setVolume(volume: number): void {
    this.#volume = volume;
    this.#graph?.setVolume(volume);
  }

  /** Sound is to be expected: be awake for it, for {@link IDLE_MS} at least. */
  wake(): void {
    if (!this.#graph) {
      if (!this.#cancelRetry) this.#retryNow();
      return;
    }
    this.#resume();
    if (!this.#active) this.#startIdling();
  }

  /** Peak of the sound now, 0 to 1. */
  level(): number {
    return this.#graph?.level() ?? 0;
  }

  /** Devices came or went. */
  devicesChanged(): void {
    if (!this.#graph) this.#retryNow();
    else if (this.#sink === 'none') this.#select('default');
  }

  dispose(): void {
    this.#disposed = true;
    this.#drop();
    this.#cancelRetry?.();
    this.#port?.close();
  }

  #retryNow(): void {
    this.#cancelRetry?.();
    this.#cancelRetry = null;
    this.#attempts = 0;
    this.#build();
  }

  #build(): void {
    if (this.#building || this.#disposed) return;
    this.#building = true;
    // Whatever happens to this graph after another took its place is of no interest.
    const current = () => this.#graph === graph;
    let graph: Graph | null = null;
    this.#options
      .open({
        active: (active) => current() && this.#setActive(active),
        stateChanged: () => current() && this.#stateChanged(),
        broken: (reason) => current() && this.#broken(reason),
      })
      .then(
        (opened) => {
          this.#building = false;
          graph = opened;
          if (this.#disposed) opened.close();
          else this.#install(opened);
        },
        () => {
          this.#building = false;
          this.#broken('The sound device could not be opened.');
        },
      );
  }

  #install(graph: Graph): void {
    this.#graph = graph;
    this.#sink = 'default';
    this.#active = false;
    graph.setVolume(this.#volume);
    if (this.#port) graph.sendPort(this.#port);
    else this.#options.requestPort();
    this.#port = null;
    this.wake();
  }

  #broken(reason: string): void {
    this.#drop();
    if (this.#disposed) return;
    const pause = RETRY_MS[this.#attempts++];
    if (pause === undefined) {
      this.#tell({ kind: 'failed', reason });
      return;
    }
    this.#tell({ kind: 'starting' });
    this.#cancelRetry = this.#options.after(pause, () => {
      this.#cancelRetry = null;
      this.#build();
    });
  }

  #drop(): void {
    this.#cancelIdle?.();
    this.#cancelIdle = null;
    this.#cancelWatch?.();
    this.#cancelWatch = null;
    const graph = this.#graph;
    this.#graph = null;
    graph?.close();
  }

  #setActive(active: boolean): void {
    this.#active = active;
    if (!active) {
      this.#startIdling();
      return;
    }
    this.#cancelIdle?.();
    this.#cancelIdle = null;
    this.#resume();
  }

  #startIdling(): void {
    this.#cancelIdle?.();
    this.#cancelIdle = this.#options.after(IDLE_MS, () => {
      this.#cancelIdle = null;
      this.#cancelWatch?.();
      this.#cancelWatch = null;
      this.#graph?.suspend().catch(() => undefined);
    });
  }

  #resume(): void {
    const graph = this.#graph;
    if (!graph) return;
    // A rejection, or a promise that stays open, shows as a clock that stands still.
    graph.resume().catch(() => undefined);
    if (this.#cancelWatch) return;
    this.#clock = graph.currentTime;
    this.#stalledMs = 0;
    this.#watchLater();
  }

  #watchLater(): void {
    this.#cancelWatch = this.#options.after(WATCH_MS, () => {
      this.#cancelWatch = null;
      this.#watch();
    });
  }

  #watch(): void {
    const graph = this.#graph;
    if (!graph) return;
    const moved = graph.currentTime > this.#clock;
    this.#clock = graph.currentTime;
    this.#stalledMs = moved ? 0 : this.#stalledMs + WATCH_MS;
    this.#healthyMs = moved ? this.#healthyMs + WATCH_MS : 0;
    if (this.#healthyMs >= HEALTHY_MS) this.#attempts = 0;
    if (moved) {
      graph.sendLatency(graph.outputLatencyMs);
      this.#stateChanged();
    }
    if (this.#stalledMs >= STALL_MS) {
      this.#stalledMs = 0;
      if (this.#sink === 'none') {
        this.#broken('The sound device does not run.');
        return;
      }
      this.#select('none');
    }
    this.#watchLater();
  }

  #select(sink: 'default' | 'none'): void {
    const graph = this.#graph;
    if (!graph) return;
    this.#sink = sink;
    graph.setSink(sink).then(
      () => this.#graph === graph && this.#stateChanged(),
      () => {
        if (this.#graph !== graph) return;
        if (sink === 'none') this.#broken('There is no sound device.');
        else this.#select('none');
      },
    );
  }

  #stateChanged(): void {
    const graph = this.#graph;
    if (!graph) return;
    switch (graph.state) {
      case 'running':
        if (this.#sink === 'none') this.#tell({ kind: 'no-device' });
        else this.#tell({ kind: 'running', outputLatencyMs: Math.round(graph.outputLatencyMs) });
        graph.sendLatency(graph.outputLatencyMs);
        return;
      case 'suspended':
        this.#tell({ kind: 'suspended' });
        // Not by us: the system did it, or a device went away.
        if (this.#active) this.#resume();
        return;
      case 'closed':
        this.#broken('The sound device was closed.');
        return;
      default:
        graph.state satisfies never;
    }
  }

  #tell(state: AudioDeviceState): void {
    if (JSON.stringify(state) === JSON.stringify(this.#told)) return;
    this.#told = state;
    this.#options.onDeviceState(state);
  }
}
