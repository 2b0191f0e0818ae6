import type { OutputDevice } from '../../preload/audio-contract';
import type { After } from './after';
import { type Outputs, sameDevices } from './devices';
import { type Graph, type Sink, sameSink } from './graph';

/** Beyond what the device holds back, for the fade before a change, ms. */
const FADE_MS = 15;
/** A change of the device that takes longer than this, ms, must not keep the sound back any more. */
const CHANGE_LIMIT_MS = 1_500;

export interface SinkSwitchOptions {
  after: After;
  /** What there is to play on; null where that cannot be known. */
  outputs(): Promise<Outputs | null>;
  /** Whether something is sounding now. */
  sounding(): boolean;
  /** Called when the list of devices has changed. */
  onDevices(devices: readonly OutputDevice[]): void;
  /** The graph plays somewhere else now. */
  changed(): void;
  /** The device that the graph plays on is gone, and with it what it held back. */
  lost(): void;
}

/**
 * Chooses where a graph plays: the wanted device if it is there, else the system's own, else nothing, in real time.
 * A change in mid-speech waits until the old device has played what it holds, so that no word is lost or repeated.
 */
export class SinkSwitch {
  readonly #options: SinkSwitchOptions;
  #graph: Graph | null = null;
  #sink: Sink = { kind: 'default' };
  #wanted: string | null = null;
  /** The wanted device is listed, but did not take the sound. Another chance when something changes. */
  #refused: string | null = null;
  /** False: the system's device is listed, but does not run. */
  #trusted = true;
  #told: readonly OutputDevice[] | null = null;
  #changing = false;
  /** Asked to look again while a change was under way. */
  #again = false;

  constructor(options: SinkSwitchOptions) {
    this.#options = options;
  }

  get sink(): Sink {
    return this.#sink;
  }

  /** Whether a change is under way: the graph's context stops for it. */
  get changing(): boolean {
    return this.#changing;
  }

  /** A fresh graph, which plays on the system's device; or none. */
  use(graph: Graph | null): void {
    this.#graph = graph;
    this.#sink = { kind: 'default' };
    this.#changing = false;
    this.#again = false;
  }

  /** The id of a device; null for the system's own. */
  want(id: string | null): void {
    if (this.#wanted === id) return;
    this.#wanted = id;
    this.#refused = null;
    this.check();
  }

  /** Whether devices that are listed may be believed to work. `true` also gives a refused one another chance. */
  trust(trusted: boolean): void {
    this.#trusted = trusted;
    if (trusted) this.#refused = null;
  }

  /** Looks what is there, tells it, and changes the sink if need be. */
  check(): void {
    const graph = this.#graph;
    this.#options.outputs().then(
      (outputs) => {
        if (outputs === null) return;
        this.#tell(outputs.devices);
        if (graph !== null && this.#graph === graph) this.#choose(graph, outputs);
      },
      // Where devices cannot be listed, the clock alone tells.
      () => undefined,
    );
  }

  /** The present sink does not run. False if there is nothing left to try. */
  giveUp(): boolean {
    const graph = this.#graph;
    if (graph === null || this.#sink.kind === 'none') return false;
    this.#trusted = false;
    this.#change(graph, { kind: 'none' });
    return true;
  }

  #tell(devices: readonly OutputDevice[]): void {
    if (this.#told !== null && sameDevices(this.#told, devices)) return;
    this.#told = devices;
    this.#options.onDevices(devices);
  }

  #choose(graph: Graph, { any, devices }: Outputs): void {
    const current = this.#sink;
    if (current.kind === 'device' && !devices.some(({ id }) => id === current.id)) {
      this.#options.lost();
      return;
    }
    const there = devices.some(({ id }) => id === this.#wanted) && this.#wanted !== this.#refused;
    let sink: Sink = { kind: 'none' };
    if (any && this.#trusted) {
      sink = there && this.#wanted !== null ? { kind: 'device', id: this.#wanted } : { kind: 'default' };
    }
    if (!sameSink(sink, current)) this.#change(graph, sink);
  }

  #change(graph: Graph, sink: Sink): void {
    if (this.#changing) {
      this.#again = true;
      return;
    }
    this.#changing = true;
    // What does not run has nothing to play out.
    if (!this.#options.sounding() || this.#sink.kind === 'none') {
      this.#set(graph, sink);
      return;
    }
    graph.hold(true);
    this.#options.after(graph.outputLatencyMs + FADE_MS, () => this.#set(graph, sink));
  }

  #set(graph: Graph, sink: Sink): void {
    if (this.#graph !== graph) return;
    const former = this.#sink;
    let over = false;
    const settle = (now: Sink): void => {
      if (over || this.#graph !== graph) return;
      over = true;
      cancel();
      this.#sink = now;
      this.#changing = false;
      graph.hold(false);
      this.#options.changed();
      if (this.#again) {
        this.#again = false;
        this.check();
      }
    };
    // If it never ends, the clock will tell whether the new one runs.
    const cancel = this.#options.after(CHANGE_LIMIT_MS, () => settle(sink));
    graph.setSink(sink).then(
      () => settle(sink),
      () => {
        // Where even `none` is refused, the browser renders into nothing by itself.
        if (sink.kind === 'device') {
          this.#refused = sink.id;
          settle(former);
        } else settle(sink);
      },
    );
  }
}
