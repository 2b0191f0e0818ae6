import type { DeviceFault } from '../../preload/audio-contract';
import type { After } from './after';
import type { Graph } from './graph';

/** Pauses before another attempt. After the last one it is given up until somebody wants sound again. */
const RETRY_MS = [0, 100, 400, 1_000, 2_000];

export interface GraphBuilderOptions {
  after: After;
  open(): Promise<Graph>;
  built(graph: Graph): void;
  /** Another attempt comes by itself. */
  retrying(): void;
  givenUp(fault: DeviceFault): void;
}

/** Builds a graph, one at a time, and tries again with growing pauses when one cannot be built or breaks. */
export class GraphBuilder {
  readonly #options: GraphBuilderOptions;
  #building = false;
  #disposed = false;
  #attempts = 0;
  #cancelRetry: (() => void) | null = null;

  constructor(options: GraphBuilderOptions) {
    this.#options = options;
  }

  /** How many graphs in a row could not be built or broke. */
  get attempts(): number {
    return this.#attempts;
  }

  /** Nothing is being built. */
  build(): void {
    if (this.#building || this.#disposed) return;
    this.#building = true;
    this.#options.open().then(
      (graph) => {
        this.#building = false;
        if (this.#disposed) graph.close();
        else this.#options.built(graph);
      },
      () => {
        this.#building = false;
        this.failed('not-opened');
      },
    );
  }

  /** It could not be built, or has broken. */
  failed(fault: DeviceFault): void {
    if (this.#disposed) return;
    const pause = RETRY_MS[this.#attempts++];
    if (pause === undefined) {
      this.#options.givenUp(fault);
      return;
    }
    this.#options.retrying();
    this.#cancelRetry = this.#options.after(pause, () => {
      this.#cancelRetry = null;
      this.build();
    });
  }

  /** Sound is wanted: what was given up is tried anew. One that is under way goes on. */
  want(): void {
    if (this.#cancelRetry) return;
    this.#attempts = 0;
    this.build();
  }

  /** Something has changed that may have been the reason: anew, and at once. */
  retryNow(): void {
    this.#cancelRetry?.();
    this.#cancelRetry = null;
    if (!this.#building) this.want();
  }

  /** The present graph has shown that it works. */
  healthy(): void {
    this.#attempts = 0;
  }

  dispose(): void {
    this.#disposed = true;
    this.#cancelRetry?.();
    this.#cancelRetry = null;
  }
}
