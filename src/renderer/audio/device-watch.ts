import type { After } from './after';
import { ClockWatch, WATCH_MS } from './clock-watch';
import type { Graph } from './graph';

/** While there is sound: how often the devices are looked at. Not every system tells of a change. */
const DEVICES_MS = 2_000;
/** A device that has complained is given so long to show that it goes on. */
const SUSPECT_MS = 300;
/** Sound for so long, and earlier failures count no more. */
const HEALTHY_MS = 10_000;

export interface DeviceWatchOptions {
  after: After;
  /** Nothing is to sound and the graph is suspended: a clock that stands still means nothing then. */
  asleep(): boolean;
  /** Looks what devices there are. */
  look(): void;
  /** Its clock goes. */
  moved(): void;
  /** Its clock has gone for long. */
  healthy(): void;
  /** Its clock stands still. */
  stalled(): void;
  /** It has complained, and stands still. */
  failed(): void;
}

/** Whether the device lives: by its clock, by its complaints, and by whether it is still listed. */
export class DeviceWatch {
  readonly #options: DeviceWatchOptions;
  readonly #clock: ClockWatch;
  #sinceLookMs = 0;
  #cancelSuspicion: (() => void) | null = null;

  constructor(options: DeviceWatchOptions) {
    this.#options = options;
    this.#clock = new ClockWatch(options.after, {
      moved: (runningMs) => this.#moved(runningMs),
      stalled: () => this.#stalled(),
    });
  }

  get running(): boolean {
    return this.#clock.running;
  }

  /** Does nothing while already watching. */
  start(graph: Pick<Graph, 'currentTime'>): void {
    this.#clock.start(() => graph.currentTime);
  }

  /** Its clock is to stand still. */
  rest(): void {
    this.#clock.stop();
  }

  /** There is no graph any more. */
  end(): void {
    this.rest();
    this.#cancelSuspicion?.();
    this.#cancelSuspicion = null;
  }

  /** Looks at the devices now. */
  look(): void {
    this.#sinceLookMs = 0;
    this.#options.look();
  }

  /** The device has complained. */
  suspect(graph: Pick<Graph, 'currentTime'>): void {
    const { after, asleep, failed } = this.#options;
    const before = graph.currentTime;
    // If it is gone, that shows at once.
    this.look();
    this.#cancelSuspicion?.();
    this.#cancelSuspicion = after(SUSPECT_MS, () => {
      this.#cancelSuspicion = null;
      if (!asleep() && graph.currentTime === before) failed();
    });
  }

  #moved(runningMs: number): void {
    const { healthy, moved } = this.#options;
    if (runningMs >= HEALTHY_MS) healthy();
    moved();
    this.#sinceLookMs += WATCH_MS;
    if (this.#sinceLookMs >= DEVICES_MS) this.look();
  }

  #stalled(): void {
    const { asleep, stalled } = this.#options;
    // Not allowed to run before the user has done something, and nothing to play: the next wake tries again.
    if (asleep()) this.rest();
    else stalled();
  }
}
