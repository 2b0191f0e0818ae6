import type { ToPlayer } from '../../../preload/audio-contract';
import type { FromProcessor, ToProcessor } from './messages';
import { Player } from './player';

/** The shell around {@link Player}: ports in, samples out. */
class PlayerProcessor extends AudioWorkletProcessor {
  #main: MessagePort | null = null;
  #disposed = false;
  #active = false;
  readonly #player = new Player((message) => this.#main?.postMessage(message));

  constructor() {
    super();
    this.port.onmessage = (event: MessageEvent<ToProcessor>) => this.#fromPage(event.data);
  }

  process(_inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
    const output = outputs[0]?.[0];
    if (output) this.#player.render(output);
    this.#tellActivity();
    return !this.#disposed;
  }

  #fromPage(message: ToProcessor): void {
    switch (message.type) {
      case 'port':
        this.#open(message.port);
        return;
      case 'latency':
        this.#player.setLatency(message.latencyMs);
        return;
      case 'hold':
        this.#player.hold(message.held);
        break;
      case 'hush':
        this.#player.hush(message.hushed);
        break;
      case 'abandon':
        this.#close();
        this.#player.abandon();
        break;
      case 'dispose':
        this.#close();
        this.#disposed = true;
        return;
      default:
        message satisfies never;
    }
    this.#tellActivity();
  }

  #close(): void {
    this.#player.count();
    this.#main?.close();
    this.#main = null;
  }

  #open(port: MessagePort): void {
    this.#main?.close();
    this.#main = port;
    // Served also while the context is suspended: a chunk that comes then makes the page wake it.
    port.onmessage = (event: MessageEvent<ToPlayer>) => {
      this.#player.receive(event.data);
      this.#tellActivity();
    };
    this.#player.reset();
  }

  #tellActivity(): void {
    const { active } = this.#player;
    if (active === this.#active) return;
    this.#active = active;
    this.port.postMessage({ type: 'active', active } satisfies FromProcessor);
  }
}

registerProcessor('aloud-player', PlayerProcessor);
