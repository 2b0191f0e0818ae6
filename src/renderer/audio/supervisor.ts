import type { AudioDeviceState } from '../../preload/audio-contract';
import type { After } from './after';
import { ClockWatch, WATCH_MS } from './clock-watch';
import type { Graph, OpenGraph } from './graph';

/** Without sound for so long, the context is suspended: it costs CPU and keeps the system awake. */
const IDLE_MS = 10_000;
/** While there is sound: how often the devices are looked at. Not every system tells of a change. */
const DEVICES_MS = 2_000;
/** A device that has complained is given so long to show that it goes on. */
const SUSPECT_MS = 300;
/** Pauses before another attempt to build the graph. After the last one it is given up until the next wake. */
const RETRY_MS = [0, 100, 400, 1_000, 2_000];
/** After so many attempts in a row the device is not trusted any more. */
const TRUSTED_ATTEMPTS = 3;
/** A smaller change of the latency is not told: it wavers by the size of a buffer. */
const TOLD_LATENCY_MS = 16;
/** Sound for so long, and the count of attempts begins anew. */
const HEALTHY_MS = 10_000;

export interface SupervisorOptions {
  open: OpenGraph;
  after: After;
  /** Whether the system has an output device at all. */
  hasDevice(): Promise<boolean>;
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
  readonly #watch: ClockWatch;
  #graph: Graph | null = null;
  #building = false;
  #disposed = false;
  #attempts = 0;
  #active = false;
  #sink: 'default' | 'none' = 'default';
  /** False: the default device is listed, but did not work. Another chance at the next wake. */
  #trusted = true;
  #volume = 1;
  #told: AudioDeviceState | null = null;
  #sinceDevicesMs = 0;
  /** A port that came while the graph was being built. */
  #port: MessagePort | null = null;
  #cancelIdle: (() => void) | null = null;
  #cancelRetry: (() => void) | null = null;
  #cancelSuspicion: (() => void) | null = null;

  constructor(options: SupervisorOptions) {
    this.#options = options;
    this.#watch = new ClockWatch(options.after, {
      moved: (runningMs) => this.#moved(runningMs),
      stalled: () => this.#stalled(),
    });
    this.#tell({ kind: 'starting' });
    this.#build();
  }

  attachPort(port: MessagePort): void {
    if (this.#graph) {
      this.#graph.sendPort(port);
      return;
    }
    this.#port?.close();
    this.#port = port;
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
    this.#trusted = true;
    this.#checkDevices();
    this.#awake();
  }

  /** Peak of the sound now, 0 to 1. */
  level(): number {
    return this.#graph?.level() ?? 0;
  }

  /** Devices came or went. */
  devicesChanged(): void {
    this.#trusted = true;
    if (this.#graph) this.#checkDevices();
    else if (!this.#building) this.#retryNow();
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
        suspect: () => current() && this.#suspect(),
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
    if (this.#attempts >= TRUSTED_ATTEMPTS) this.#trusted = false;
    this.#checkDevices();
    this.#awake();
  }

  /** Runs, and if nothing sounds stops after a while. */
  #awake(): void {
    this.#resume();
    if (!this.#active) this.#startIdling();
  }

  #checkDevices(): void {
    const graph = this.#graph;
    this.#sinceDevicesMs = 0;
    this.#options.hasDevice().then(
      (has) => {
        if (this.#graph !== graph) return;
        const sink = has && this.#trusted ? 'default' : 'none';
        if (sink !== this.#sink) this.#select(sink);
      },
      // Where devices cannot be listed, the clock alone tells.
      () => undefined,
    );
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
    this.#cancelSuspicion?.();
    this.#cancelSuspicion = null;
    this.#watch.stop();
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
      this.#watch.stop();
      this.#graph?.suspend().catch(() => undefined);
    });
  }

  #resume(): void {
    const graph = this.#graph;
    if (!graph) return;
    // A rejection, or a promise that stays open, shows as a clock that stands still.
    graph.resume().catch(() => undefined);
    this.#watch.start(() => graph.currentTime);
  }

  #moved(runningMs: number): void {
    if (runningMs >= HEALTHY_MS) this.#attempts = 0;
    this.#stateChanged();
    this.#sinceDevicesMs += WATCH_MS;
    if (this.#sinceDevicesMs >= DEVICES_MS) this.#checkDevices();
  }

  #suspect(): void {
    const graph = this.#graph;
    const before = graph?.currentTime;
    this.#cancelSuspicion?.();
    this.#cancelSuspicion = this.#options.after(SUSPECT_MS, () => {
      this.#cancelSuspicion = null;
      const asleep = !this.#active && graph?.state === 'suspended';
      if (!asleep && graph?.currentTime === before) this.#broken('The sound device has failed.');
    });
  }

  #stalled(): void {
    if (!this.#active && this.#graph?.state === 'suspended') {
      // Not allowed to run before the user has done something, and nothing to play: the next wake tries again.
      this.#watch.stop();
      return;
    }
    this.#trusted = false;
    if (this.#sink === 'none') this.#broken('The sound device does not run.');
    else this.#select('none');
  }

  #select(sink: 'default' | 'none'): void {
    const graph = this.#graph;
    if (!graph) return;
    this.#sink = sink;
    const settled = () => {
      if (this.#graph === graph) this.#stateChanged();
    };
    // Where even `none` is refused, the browser renders into nothing by itself.
    graph.setSink(sink).then(settled, settled);
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
    if (this.#told && sameState(state, this.#told)) return;
    this.#told = state;
    this.#options.onDeviceState(state);
  }
}

function sameState(a: AudioDeviceState, b: AudioDeviceState): boolean {
  if (a.kind === 'running' && b.kind === 'running') {
    return Math.abs(a.outputLatencyMs - b.outputLatencyMs) < TOLD_LATENCY_MS;
  }
  if (a.kind === 'failed' && b.kind === 'failed') return a.reason === b.reason;
  return a.kind === b.kind;
}
