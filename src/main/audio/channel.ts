import type { FromPlayer, ItemProgress } from '../../preload/audio-contract';
import type { Schedule } from '../schedule';
import { Epoch } from './epoch';
import { FRAMES_PER_MS } from './frames';
import { History } from './history';
import { type HeardReport, heardReport, type Ledger, type Position } from './ledger';
import { Line } from './line';
import type { AudioListener } from './listener';
import { Outbox } from './outbox';
import type { AudioPort } from './port';
import { Pump } from './pump';
import { Settlements } from './settlements';

export type { AudioListener, Progress } from './listener';

export type PushResult =
  /** `frames` is 0 for an item that was flushed: its sound is not wanted any more. */
  | { kind: 'ok'; frames: number }
  /** No base64, or audio after the item's end. Nothing of the delta is played; the next one may be good. */
  | { kind: 'bad-audio' }
  /** The backlog is full. Nothing of the delta is kept, so the item is broken from here on. */
  | { kind: 'overflow' };

export interface AudioChannelOptions {
  listener: AudioListener;
  schedule: Schedule;
  /** Cap of the backlog, in bytes. */
  capBytes?: number;
}

/**
 * The sound of the replies on its way to the player in the page: what is pushed plays, in order, whatever becomes of
 * the page. See docs/audio.md.
 */
export class AudioChannel {
  readonly #listener: AudioListener;
  readonly #schedule: Schedule;
  readonly #outbox: Outbox;
  readonly #history = new History();
  /** Items drained whose last frames are still in the device, with what cancels the wait for it. */
  readonly #draining = new Map<string, () => void>();
  readonly #settlements: Settlements;
  readonly #line = new Line({
    received: (message) => this.#receive(message),
    malformed: () => this.#listener.fault('malformed message from the player'),
    lost: () => this.#lost(),
  });
  readonly #pump: Pump;
  #epoch = new Epoch(0);
  #replays = 0;
  #paused = false;

  constructor({ listener, schedule, capBytes }: AudioChannelOptions) {
    this.#listener = listener;
    this.#schedule = schedule;
    this.#outbox = new Outbox(capBytes);
    this.#settlements = new Settlements(schedule);
    this.#pump = new Pump({ outbox: this.#outbox, line: this.#line, schedule, epoch: () => this.#epoch });
  }

  /** Memory of the backlog, in bytes. */
  get backlogBytes(): number {
    return this.#outbox.bytes;
  }

  get paused(): boolean {
    return this.#paused;
  }

  /** A player is there, in place of any earlier one. Once it said hello, it goes on where the listener was. */
  attach(port: AudioPort): void {
    this.#line.attach(port);
  }

  /** Queues a base64 delta of an item. One that is `aside` of the answer is not kept to be heard again. */
  push(item: string, base64: string, aside = false): PushResult {
    if (this.#history.get(item)) return { kind: 'ok', frames: 0 };
    if (this.#epoch.ledger.hasEnded(item)) return { kind: 'bad-audio' };
    const decoder = this.#epoch.decoderOf(item);
    const decoded = decoder.decode(base64);
    if (decoded.kind === 'bad-audio') return decoded;
    const recorded = this.#outbox.recorded;
    if (!this.#outbox.add(item, decoded.frames, aside)) return { kind: 'overflow' };
    if (recorded && !this.#outbox.recorded) this.#listener.notRecorded();
    this.#epoch.received(item, decoded.frames.length, decoder);
    this.#pump.run(false);
    return { kind: 'ok', frames: decoded.frames.length };
  }

  /** No more comes for this item. */
  end(item: string): void {
    if (this.#history.get(item) || !this.#outbox.end(item)) return;
    this.#epoch.ledger.ended(item);
    this.#pump.run(false);
  }

  /**
   * Silence, at once: drops all that was not played. Resolves with one report per item that was not heard to its end,
   * in playing order, when the player has answered; with what is known if there is none or it does not answer in time.
   * Ends a pause. What is pushed from now on plays.
   */
  async flush(): Promise<HeardReport[]> {
    const { ledger } = this.#epoch;
    this.#epoch = new Epoch(this.#epoch.number + 1);
    const record = this.#outbox.clear();
    this.#cancelTimers();
    // Known from now on as over, so that late deltas are not played; the exact positions follow.
    for (const position of ledger.positions()) this.#history.add(position);

    this.#line.send({ type: 'flush', epoch: this.#epoch.number });
    this.resume();
    if (this.#line.capacityFrames > 0 && ledger.items.length > 0) {
      await this.#settlements.wait(this.#epoch.number, ledger);
    }
    const positions = ledger.positions();
    for (const position of positions) {
      this.#history.add(position);
      record(position.item, position.heardFrames);
    }
    return positions.map(heardReport);
  }

  /** Another answer begins: what was heard of the last one is kept no longer. */
  forget(): void {
    this.#outbox.forget();
  }

  /**
   * Queues what was heard of the last answer once more, as new items, which it returns with their lengths; empty if
   * nothing is kept. They behave as any others.
   */
  replay(): { item: string; frames: number }[] {
    this.#replays++;
    const items = this.#outbox.replay((item) => `${item}~${this.#replays}`);
    for (const { item, frames } of items) {
      this.#epoch.ledger.received(item, frames);
      this.#epoch.ledger.ended(item);
    }
    this.#pump.run(true);
    return items;
  }

  /** Fades out and holds the sound. */
  pause(): void {
    this.#paused = true;
    this.#line.send({ type: 'pause' });
  }

  /** Goes on with the frame after the last one played. */
  resume(): void {
    if (!this.#paused) return;
    this.#paused = false;
    this.#line.send({ type: 'resume' });
  }

  /** Where an item is, or was when it ended; null if it is not known, or has long been over. */
  position(item: string): Position | null {
    return (
      this.#epoch.ledger.positions().find((position) => position.item === item) ?? this.#history.get(item)
    );
  }

  #lost(): void {
    this.#cancelTimers();
    this.#settlements.giveUp();
  }

  #cancelTimers(): void {
    this.#pump.rest();
    for (const cancel of this.#draining.values()) cancel();
    this.#draining.clear();
  }

  #receive(message: FromPlayer): void {
    switch (message.type) {
      case 'hello':
        this.#begin();
        return;
      case 'started':
        this.#onStarted(message);
        return;
      case 'progress':
        this.#onProgress(message);
        return;
      case 'flushed':
        this.#onFlushed(message);
        return;
      case 'drained':
        this.#onDrained(message);
        return;
      case 'refused':
        this.#listener.fault(`the player refused ${message.frames} frames`);
        return;
      default:
        message satisfies never;
    }
  }

  /** A player said hello: it is empty, and goes on where the listener was. */
  #begin(): void {
    this.#cancelTimers();
    for (const { item, from } of this.#epoch.ledger.rewind()) this.#outbox.rewind(item, from);
    if (this.#paused) this.#line.send({ type: 'pause' });
    this.#pump.run(true);
  }

  #onStarted({ epoch, item, latencyMs }: Extract<FromPlayer, { type: 'started' }>): void {
    if (epoch === this.#epoch.number && this.#epoch.start(item)) this.#listener.started(item, latencyMs);
  }

  #onProgress(message: Extract<FromPlayer, { type: 'progress' }>): void {
    const { epoch, items, latencyMs, level, queuedFrames, underruns } = message;
    const ledger = this.#ledgerOf(epoch);
    if (!ledger) return;
    this.#count(ledger, items, latencyMs);
    if (ledger !== this.#epoch.ledger) return;
    const positions = ledger.positions();
    for (const { item, heardFrames } of positions) this.#outbox.release(item, heardFrames);
    this.#listener.progress({ items: positions, level, queuedFrames, underruns });
    this.#pump.run(false);
  }

  #onFlushed({ epoch, items }: Extract<FromPlayer, { type: 'flushed' }>): void {
    const ledger = this.#settlements.ledgerOf(epoch - 1);
    if (!ledger) return;
    // What the device holds back cannot be taken back: it is heard, after the answer, to its last frame.
    this.#count(ledger, items, 0);
    this.#settlements.settle(epoch);
  }

  #onDrained({ epoch, item, playedFrames, latencyMs }: Extract<FromPlayer, { type: 'drained' }>): void {
    const ledger = this.#ledgerOf(epoch);
    if (!ledger) return;
    this.#count(ledger, [{ item, playedFrames }], latencyMs);
    if (ledger !== this.#epoch.ledger || this.#draining.has(item)) return;
    if (!ledger.complete(item)) {
      this.#listener.fault('the player ended an item too early');
      return;
    }
    const cancel = this.#schedule(latencyMs, () => this.#settle(item));
    this.#draining.set(item, cancel);
    this.#pump.run(false);
  }

  /** The last frame of the item has left the device. */
  #settle(item: string): void {
    this.#draining.delete(item);
    const position = this.position(item);
    if (position) this.#history.add({ ...position, heardFrames: position.playedFrames });
    this.#epoch.forget(item);
    this.#outbox.drop(item);
    this.#listener.drained(item);
    if (this.#outbox.empty) this.#listener.idle();
  }

  /** An epoch's ledger: the present one, or one whose flush is on its way; null if it is long over. */
  #ledgerOf(epoch: number): Ledger | null {
    return epoch === this.#epoch.number ? this.#epoch.ledger : this.#settlements.ledgerOf(epoch);
  }

  #count(ledger: Ledger, items: readonly ItemProgress[], latencyMs: number): void {
    for (const { item, playedFrames } of items) {
      if (!ledger.played(item, playedFrames)) this.#listener.fault('the player miscounts');
    }
    ledger.held(Math.round(latencyMs * FRAMES_PER_MS));
  }
}
