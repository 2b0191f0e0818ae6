import type { UpdateObstacle, UpdateView } from '../../preload/update-contract';
import type { Schedule } from '../schedule';
import type { Updater } from './auto-updater';
import { codeOf } from './error-code';
import type { Log } from './log';
import { updateFailure } from './update-failure';
import type { UpdateEvent, UpdatePlan } from './update-plan';
import { firstPlan, step, wakeAt } from './update-plan';

export interface UpdatesOptions {
  /** What keeps Aloud from updating itself, or null. */
  obstacle: UpdateObstacle | null;
  /** Whether updates are looked for unasked. */
  automatic: boolean;
  /** Loads what fetches updates: not before the first look. */
  load: () => Promise<Updater>;
  schedule: Schedule;
  /** Monotonic, ms. */
  now: () => number;
  /** 0 to 1, another one each time. */
  chance: () => number;
  log: Log;
  changed: (view: UpdateView) => void;
}

/** Follows the plan of `update-plan.ts`: keeps its time, and does what it wants done. */
export class Updates {
  readonly #options: UpdatesOptions;
  #plan: UpdatePlan;
  #updater: Updater | null = null;
  #version: string | null = null;
  #breakOff: (() => void) | null = null;
  #cancelWake: (() => void) | null = null;

  constructor(options: UpdatesOptions) {
    this.#options = options;
    const { now, chance, automatic, obstacle } = options;
    this.#plan = firstPlan(now(), chance(), automatic);
    if (obstacle === null) this.#sleep();
    else options.changed({ kind: 'unavailable', obstacle });
  }

  /** Looks at once, or when the speech is over. */
  ask(): void {
    this.#tell({ type: 'asked' });
  }

  setSpeaking(speaking: boolean): void {
    this.#tell({ type: 'speaking', speaking });
  }

  setAutomatic(automatic: boolean): void {
    this.#tell({ type: 'automatic', automatic });
  }

  /** Ends Aloud, installs what is ready and, if wanted, starts it anew. False when it does not, and Aloud goes on. */
  install(startAnew: boolean): boolean {
    const { view, speaking } = this.#plan;
    // Who quits ends the speech, too.
    if (view.kind !== 'ready' || (startAnew && speaking) || this.#updater === null) return false;
    this.#options.log.info('An update is installed', { version: view.version });
    try {
      this.#updater.install(startAnew);
      return true;
    } catch (error) {
      this.#failed('An update could not be installed', error);
      return false;
    }
  }

  dispose(): void {
    this.#cancelWake?.();
    this.#cancelWake = null;
    this.#breakOff?.();
    this.#breakOff = null;
  }

  #tell(event: UpdateEvent): void {
    const { obstacle, now, chance, changed } = this.#options;
    if (obstacle !== null) return;
    const former = this.#plan;
    const { plan, effect } = step(former, event, now(), chance());
    this.#plan = plan;
    if (plan.view !== former.view) changed(plan.view);
    this.#sleep();
    switch (effect) {
      case 'look':
        void this.#look();
        return;
      case 'download':
        void this.#download();
        return;
      case 'break-off':
        this.#breakOff?.();
        this.#breakOff = null;
        return;
      case null:
        return;
      default:
        effect satisfies never;
    }
  }

  #sleep(): void {
    this.#cancelWake?.();
    const at = wakeAt(this.#plan);
    const { schedule, now } = this.#options;
    this.#cancelWake =
      at === null ? null : schedule(Math.max(0, at - now()), () => this.#tell({ type: 'time' }));
  }

  async #look(): Promise<void> {
    const { load, log } = this.#options;
    try {
      this.#updater ??= await load();
      const version = await this.#updater.look();
      this.#version = version;
      if (version !== null) log.info('There is an update', { version });
      this.#tell(version === null ? { type: 'none' } : { type: 'found', version });
    } catch (error) {
      this.#failed('Updates could not be looked for', error);
    }
  }

  async #download(): Promise<void> {
    const version = this.#version;
    if (this.#updater === null || version === null) return;
    let isBrokenOff = false;
    try {
      const download = this.#updater.download((percent) => this.#tell({ type: 'progress', percent }));
      this.#breakOff = () => {
        isBrokenOff = true;
        download.cancel();
      };
      await download.done;
      this.#tell({ type: 'downloaded', version });
    } catch (error) {
      if (!isBrokenOff) this.#failed('An update could not be fetched', error);
    }
  }

  #failed(what: string, error: unknown): void {
    const failure = updateFailure(error);
    // Its message may hold addresses and folders; what it means is enough.
    this.#options.log.warn(what, { failure, code: codeOf(error) });
    this.#tell({ type: 'failed', failure });
  }
}
