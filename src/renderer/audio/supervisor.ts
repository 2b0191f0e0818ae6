import type { AudioDeviceState, DeviceFault, OutputDevice } from '../../preload/audio-contract';
import type { After } from './after';
import { BufferChoice } from './buffer-choice';
import { DeviceState } from './device-state';
import { DeviceWatch } from './device-watch';
import type { Outputs } from './devices';
import type { Graph, OpenGraph } from './graph';
import { GraphBuilder } from './graph-builder';
import { SinkSwitch } from './sink-switch';

/** Without sound for so long, the context is suspended: it costs CPU and keeps the system awake. */
const IDLE_MS = 10_000;
/** After so many attempts in a row the device is not trusted any more. */
const TRUSTED_ATTEMPTS = 3;

export interface SupervisorOptions {
  open: OpenGraph;
  after: After;
  /** What the system has to play on; null where that cannot be known. */
  outputs(): Promise<Outputs | null>;
  /** Asks main for a port to the player; it comes through `attachPort`. */
  requestPort(): void;
  /** Called when the state has changed. */
  onDeviceState(state: AudioDeviceState): void;
  /** Called when devices have come or gone. */
  onDevices(devices: readonly OutputDevice[]): void;
}

/**
 * Keeps one graph alive: built when first needed, awake while there is sound, suspended when idle, rendering into
 * nothing where there is no device, and replaced, with a fresh port, when it breaks.
 */
export class Supervisor {
  readonly #options: SupervisorOptions;
  readonly #watch: DeviceWatch;
  readonly #sinks: SinkSwitch;
  readonly #builder: GraphBuilder;
  readonly #state: DeviceState;
  #graph: Graph | null = null;
  #active = false;
  readonly #buffers = new BufferChoice();
  #volume = 1;
  /** A port that came while the graph was being built. */
  #port: MessagePort | null = null;
  #cancelIdle: (() => void) | null = null;

  constructor(options: SupervisorOptions) {
    this.#options = options;
    this.#watch = new DeviceWatch({
      after: options.after,
      asleep: () => !this.#active && this.#graph?.state === 'suspended',
      look: () => this.#sinks.check(),
      moved: () => this.#stateChanged(),
      healthy: () => this.#builder.healthy(),
      stalled: () => {
        if (!this.#sinks.giveUp()) this.#broken('not-running');
      },
      failed: () => this.#broken('failed'),
    });
    this.#sinks = new SinkSwitch({
      after: options.after,
      outputs: options.outputs,
      onDevices: options.onDevices,
      sounding: () => this.#active && this.#graph?.state === 'running',
      changed: () => {
        this.#stateChanged();
        if (this.#active) this.#resume();
      },
      lost: () => this.#rebuild(),
    });
    this.#state = new DeviceState(options.onDeviceState);
    this.#builder = new GraphBuilder({
      after: options.after,
      open: () => this.#open(),
      built: (graph) => this.#install(graph),
      retrying: () => this.#state.tell({ kind: 'starting' }),
      givenUp: (fault) => this.#state.tell({ kind: 'failed', fault }),
    });
    this.#state.tell({ kind: 'starting' });
    this.#builder.build();
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

  /** Where to play: the id of a device, or null for the system's own. */
  setOutput(id: string | null): void {
    this.#sinks.want(id);
  }

  /** Silence at once, until main has decided what the user meant; `false` if it was not that. */
  hush(hushed: boolean): void {
    this.#graph?.hush(hushed);
  }

  /** Sound is to be expected: be awake for it, for {@link IDLE_MS} at least. */
  wake(): void {
    if (!this.#graph) {
      this.#builder.want();
      return;
    }
    this.#sinks.trust(true);
    this.#watch.look();
    this.#awake();
  }

  /** Peak of the sound now, 0 to 1. */
  level(): number {
    return this.#graph?.level() ?? 0;
  }

  /** Devices came or went. */
  devicesChanged(): void {
    this.#sinks.trust(true);
    if (this.#graph) this.#watch.look();
    else this.#builder.retryNow();
  }

  dispose(): void {
    this.#builder.dispose();
    this.#drop();
    this.#port?.close();
  }

  async #open(): Promise<Graph> {
    // Whatever happens to this graph after another took its place is of no interest.
    const current = () => graph !== null && this.#graph === graph;
    let graph: Graph | null = null;
    graph = await this.#options.open(
      {
        active: (active) => current() && this.#setActive(active),
        stateChanged: () => current() && this.#stateChanged(),
        suspect: () => graph !== null && current() && this.#watch.suspect(graph),
        broken: (fault) => current() && this.#broken(fault),
      },
      this.#buffers.buffering,
    );
    return graph;
  }

  #install(graph: Graph): void {
    this.#graph = graph;
    this.#sinks.use(graph);
    this.#active = false;
    graph.setVolume(this.#volume);
    if (this.#port) graph.sendPort(this.#port);
    else this.#options.requestPort();
    this.#port = null;
    if (this.#builder.attempts >= TRUSTED_ATTEMPTS) this.#sinks.trust(false);
    this.#watch.look();
    this.#awake();
  }

  /** Runs, and if nothing sounds stops after a while. */
  #awake(): void {
    this.#resume();
    if (!this.#active) this.#startIdling();
  }

  /** Another graph in place of this one, which was in order. */
  #rebuild(): void {
    this.#drop();
    this.#builder.build();
  }

  #broken(fault: DeviceFault): void {
    this.#drop();
    this.#builder.failed(fault);
  }

  #drop(): void {
    this.#cancelIdle?.();
    this.#cancelIdle = null;
    this.#watch.end();
    const graph = this.#graph;
    this.#graph = null;
    this.#sinks.use(null);
    graph?.close();
  }

  #setActive(active: boolean): void {
    this.#active = active;
    if (!active) {
      if (this.#graph && this.#buffers.review(this.#graph)) this.#rebuild();
      else this.#startIdling();
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
      this.#watch.rest();
      this.#graph?.suspend().catch(() => undefined);
    });
  }

  #resume(): void {
    const graph = this.#graph;
    if (!graph) return;
    // A rejection, or a promise that stays open, shows as a clock that stands still.
    graph.resume().catch(() => undefined);
    if (!this.#watch.running) this.#buffers.begin(graph);
    this.#watch.start(graph);
  }

  #stateChanged(): void {
    const graph = this.#graph;
    if (!graph) return;
    switch (graph.state) {
      case 'running':
        if (this.#sinks.sink.kind === 'none') this.#state.tell({ kind: 'no-device' });
        else this.#state.tell({ kind: 'running', outputLatencyMs: Math.round(graph.outputLatencyMs) });
        graph.sendLatency(graph.outputLatencyMs);
        return;
      case 'suspended':
        this.#state.tell({ kind: 'suspended' });
        if (this.#active) this.#interrupted(graph);
        return;
      case 'closed':
        this.#broken('closed');
        return;
      default:
        graph.state satisfies never;
    }
  }

  /** Not by us: the system did it, or a device went away. What the device held back is gone with it. */
  #interrupted(graph: Graph): void {
    // In a change of the device the player holds, and nothing is lost.
    if (!this.#sinks.changing) {
      graph.abandon();
      this.#options.requestPort();
    }
    this.#resume();
  }
}
