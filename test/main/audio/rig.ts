import { AudioChannel } from '../../../src/main/audio/channel';
import type { AudioListener, Progress } from '../../../src/main/audio/listener';
import type { AudioPort } from '../../../src/main/audio/port';
import type { FromPlayer, ToPlayer } from '../../../src/preload/audio-contract';
import { Player } from '../../../src/renderer/audio/worklet/player';
import { FakeClock } from '../../fakes/clock';

const QUANTUM = 128;
const QUANTUM_MS = QUANTUM / 24;

export function base64Of(frames: Int16Array): string {
  return Buffer.from(frames.buffer, frames.byteOffset, frames.byteLength).toString('base64');
}

/** A player behind a port, as in the page: messages are cloned, and take `delayMs` each way. */
export class FakePage {
  readonly player: Player;
  readonly port: AudioPort;
  /** Everything rendered, in units of a 16-bit sample. */
  readonly output: number[] = [];
  readonly received: ToPlayer[] = [];
  readonly posted: FromPlayer[] = [];
  maxQueuedFrames = 0;
  alive = true;
  /** While false, messages arrive and nothing is rendered: a suspended context. */
  running = true;
  /** What the player is silent about: to play a page that does not answer. */
  mute = false;
  #toMain: (message: unknown) => void = () => undefined;
  #closed: () => void = () => undefined;
  #queued = 0;

  constructor(time: FakeClock, latencyMs: number, delayMs = 1) {
    this.player = new Player((message) => {
      const copy = structuredClone(message);
      this.posted.push(copy);
      if (this.mute) return;
      time.schedule(delayMs, () => this.alive && this.#toMain(copy));
    });
    this.player.setLatency(latencyMs);
    this.port = {
      postMessage: (message) => {
        const copy = structuredClone(message);
        this.received.push(copy);
        time.schedule(delayMs, () => {
          if (!this.alive) return;
          if (copy.type === 'chunk') this.#queued += copy.pcm.byteLength / 2;
          this.maxQueuedFrames = Math.max(this.maxQueuedFrames, this.#queued);
          this.player.receive(copy);
        });
      },
      onMessage: (listener) => {
        this.#toMain = listener;
      },
      onClose: (listener) => {
        this.#closed = listener;
      },
      close: () => {
        this.alive = false;
      },
    };
    this.player.reset();
    this.#render(time);
  }

  send(message: unknown): void {
    this.#toMain(message);
  }

  /** The page is gone, with what its device held back. */
  crash(): void {
    this.alive = false;
    this.#closed();
  }

  #render(time: FakeClock): void {
    time.schedule(QUANTUM_MS, () => {
      if (!this.alive) return;
      if (this.running) {
        const output = new Float32Array(QUANTUM);
        this.player.render(output);
        for (const sample of output) this.output.push(Math.round(sample * 32_768));
        this.#queued = Math.max(0, this.#queued - QUANTUM);
      }
      this.#render(time);
    });
  }
}

/** A channel in virtual time that writes down what it tells. */
export function rig(options: { capBytes?: number; latencyMs?: number } = {}) {
  const time = new FakeClock();
  const told: string[] = [];
  const progress: Progress[] = [];
  const listener: AudioListener = {
    started: (item, latencyMs) => told.push(`started ${item} ${latencyMs}`),
    progress: (report) => progress.push(report),
    drained: (item) => told.push(`drained ${item}`),
    notRecorded: () => told.push('not recorded'),
    idle: () => told.push('idle'),
    fault: (reason) => told.push(`fault ${reason}`),
  };
  const { capBytes, latencyMs = 40 } = options;
  const channel = new AudioChannel({
    listener,
    schedule: time.schedule,
    ...(capBytes === undefined ? {} : { capBytes }),
  });
  const page = () => {
    const made = new FakePage(time, latencyMs);
    channel.attach(made.port);
    return made;
  };
  return { time, channel, told, progress, page };
}
