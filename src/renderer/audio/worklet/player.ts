import type { FromPlayer, ItemProgress, ToPlayer } from '../../../preload/audio-contract';
import { CAPACITY_FRAMES, FADE_FRAMES, FRAMES_PER_MS } from './constants';
import { Cushion } from './cushion';
import { fadeIn } from './fade';
import { HeldFrames } from './held';
import { PlayQueue, type Slot } from './queue';
import { Reports } from './reports';
import { Tail } from './tail';

/**
 * Turns queued frames into sound, one render quantum after the other, and tells exactly what was played.
 *
 * Two states: waiting (silence until there is enough) and playing. Sound never stops hard: whatever ends it first
 * writes a short tail that leads to zero, and the tail is played before anything else. A tail made on flush or pause
 * consists of the next frames of the queue under a fade; they count as played. A tail made when frames run out is the
 * last sample dying away; it counts as nothing.
 *
 * `render` allocates nothing but the reports that it posts, about ten a second.
 */
export class Player {
  readonly #post: (message: FromPlayer) => void;
  readonly #queue: PlayQueue;
  readonly #reports: Reports;
  readonly #device = new HeldFrames();
  readonly #tail = new Tail();
  readonly #fadeIn = fadeIn(FADE_FRAMES);

  readonly #cushion = new Cushion();

  #epoch = 0;
  // Why the sound waits, though there is some: each for itself.
  #paused = false;
  #held = false;
  #hushed = false;
  #playing = false;
  /** Position in the fade-in; at its length the sound is at full level. */
  #fadeInAt = FADE_FRAMES;
  /** Whether the next start continues something that was broken off, and so must fade in. */
  #continues = false;
  #last = 0;

  #latencyFrames = 0;

  constructor(post: (message: FromPlayer) => void, capacityFrames = CAPACITY_FRAMES) {
    this.#post = post;
    this.#queue = new PlayQueue(capacityFrames);
    this.#reports = new Reports(post, this.#queue);
  }

  /** Whether there is something to sound: the context has to run. Not while it is paused, held or hushed. */
  get active(): boolean {
    return this.#tail.playing || (!this.#resting && this.#queue.queued > 0);
  }

  get #resting(): boolean {
    return this.#paused || this.#held || this.#hushed;
  }

  /** Begins anew on a new port. What still sounded fades out, uncounted: it belonged to the old port. */
  reset(): void {
    this.#breakOff();
    this.#forget();
    this.#epoch = 0;
    this.#paused = false;
    this.#reports.reset();
    this.#post({ type: 'hello', capacityFrames: this.#queue.capacity });
  }

  /** What the device holds back, from now on. */
  setLatency(latencyMs: number): void {
    this.#latencyFrames = Math.max(0, Math.round(latencyMs * FRAMES_PER_MS));
  }

  receive(message: ToPlayer): void {
    switch (message.type) {
      case 'chunk':
        if (this.#admit(message.epoch)) this.#enqueue(message.item, message.from, message.pcm);
        return;
      case 'end':
        if (!this.#admit(message.epoch)) return;
        if (!this.#queue.end(message.item)) this.#refuse(message.item, 0);
        this.#reports.drained(this.#epoch, this.#heldMs);
        return;
      case 'flush':
        this.#flush(message.epoch);
        return;
      case 'pause':
        this.#paused = true;
        this.#rest();
        return;
      case 'resume':
        this.#paused = false;
        return;
      default:
        message satisfies never;
    }
  }

  /** Fades out and keeps all, while the page changes the device; or goes on with the very next frame. */
  hold(held: boolean): void {
    this.#held = held;
    if (held) this.#rest();
  }

  /** The same for a user who wants silence. A flush ends it, and what comes after that sounds. */
  hush(hushed: boolean): void {
    // One that comes when all is still would silence the next reply.
    if (hushed && !this.#playing && this.#queue.queued === 0) return;
    this.#hushed = hushed;
    if (hushed) this.#rest();
  }

  /** Reports now what was played, also while nothing is rendered. */
  count(): void {
    this.#reports.hurry();
    this.#reports.progress(this.#epoch, 0, this.#heldMs);
  }

  /** Forgets all that is queued: another port will bring it again, from what was heard on. */
  abandon(): void {
    this.#playing = false;
    this.#tail.stop();
    this.#forget();
  }

  /** Fills `output` (mono, any length) with what comes next. */
  render(output: Float32Array): void {
    let at = this.#playTail(output, 0);
    if (!this.#playing && at < output.length && this.#mayStart()) this.#start();
    if (this.#playing) {
      at += this.#playQueue(output, at);
      if (at < output.length) {
        this.#runDry();
        at += this.#playTail(output, at);
      }
    }
    if (at < output.length) this.#device.record(output.length - at, 0);
    output.fill(0, at);
    this.#reports.drained(this.#epoch, this.#heldMs);
    this.#reports.progress(this.#epoch, output.length, this.#heldMs);
  }

  /** True if `epoch` is alive. A newer one than ours means that a flush was meant for a player before us. */
  #admit(epoch: number): boolean {
    if (epoch > this.#epoch) {
      this.#breakOff();
      this.#forget();
      this.#epoch = epoch;
    }
    return epoch === this.#epoch;
  }

  #enqueue(item: string, from: number, buffer: ArrayBuffer): void {
    // It was begun by a player before us: in the middle of a word there must be no hard beginning.
    if (from > 0 && this.#queue.queued === 0 && !this.#queue.has(item)) this.#continues = true;
    const pcm = new Int16Array(buffer, 0, buffer.byteLength >> 1);
    const accepted = this.#queue.hasEnded(item) ? 0 : this.#queue.write(item, pcm);
    if (accepted < pcm.length) this.#refuse(item, pcm.length - accepted);
  }

  /** Credit makes this impossible; should it happen all the same, it must be seen. */
  #refuse(item: string, frames: number): void {
    this.#post({ type: 'refused', epoch: this.#epoch, item, frames });
  }

  #flush(epoch: number): void {
    if (epoch <= this.#epoch) return;
    this.#breakOff();
    const items: ItemProgress[] = [];
    for (const slot of this.#queue.slots) {
      if (slot.used) items.push({ item: slot.item, playedFrames: slot.played });
    }
    const latencyMs = this.#heldMs();
    this.#forget();
    this.#epoch = epoch;
    this.#post({ type: 'flushed', epoch, items, latencyMs });
  }

  #mayStart(): boolean {
    const { queued } = this.#queue;
    return !this.#resting && queued > 0 && (queued >= this.#cushion.needed || this.#queue.endQueued);
  }

  #start(): void {
    this.#playing = true;
    this.#cushion.started();
    this.#fadeInAt = this.#continues ? 0 : FADE_FRAMES;
    this.#continues = false;
  }

  #playQueue(output: Float32Array, from: number): number {
    const frames = this.#queue.read(output, from, output.length, this.#onStart);
    const to = from + frames;
    for (let i = from; i < to && this.#fadeInAt < FADE_FRAMES; i++) {
      output[i] = (output[i] ?? 0) * (this.#fadeIn[this.#fadeInAt++] ?? 1);
    }
    this.#reports.measure(output, from, to);
    if (frames === 0) return 0;
    this.#device.record(frames, frames);
    this.#last = output[to - 1] ?? 0;
    this.#cushion.played(frames, this.#queue.unfinished ? this.#queue.queued : Number.POSITIVE_INFINITY);
    return frames;
  }

  /** Frames ran out: at the end of all items, or because they came too late. */
  #runDry(): void {
    this.#tail.decay(this.#last);
    this.#playing = false;
    if (this.#queue.unfinished) {
      this.#reports.starved();
      this.#cushion.starved();
      this.#continues = true;
    } else this.#cushion.renew();
  }

  /** Lets the sound, if there is any, fade out, and reports where it rests. */
  #rest(): void {
    this.#breakOff();
    this.#reports.drained(this.#epoch, this.#heldMs);
    this.#reports.hurry();
  }

  /** Lets the sound, if there is any, fade out over the next frames of the queue, then waits. */
  #breakOff(): void {
    if (!this.#playing) return;
    const frames = this.#queue.read(this.#tail.buffer, 0, FADE_FRAMES, this.#onStart);
    const level = this.#fadeInAt < FADE_FRAMES ? (this.#fadeIn[this.#fadeInAt] ?? 1) : 1;
    this.#tail.fadeOutSpeech(frames, level, this.#last);
    this.#playing = false;
    this.#cushion.resume();
    this.#continues = true;
  }

  /** Drops all that is queued; the next item begins like the first. The tail goes on. */
  #forget(): void {
    this.#queue.clear();
    this.#device.clear();
    this.#tail.disown();
    this.#cushion.renew();
    this.#hushed = false;
    this.#continues = false;
  }

  #playTail(output: Float32Array, from: number): number {
    const before = this.#tail.speech;
    const frames = this.#tail.read(output, from);
    if (frames === 0) return 0;
    this.#reports.measure(output, from, from + frames);
    this.#device.record(frames, before - this.#tail.speech);
    return frames;
  }

  // A field, so that no closure is made on the audio thread.
  readonly #onStart = (slot: Slot): void => {
    const latencyMs = this.#latencyFrames / FRAMES_PER_MS;
    this.#post({ type: 'started', epoch: this.#epoch, item: slot.item, latencyMs });
  };

  readonly #heldMs = (): number =>
    (this.#device.count(this.#latencyFrames) + this.#tail.speech) / FRAMES_PER_MS;
}
