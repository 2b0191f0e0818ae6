import { framesToMs } from './frames';

/** What is known of one item. All counts are frames from the item's first one. */
export interface Position {
  item: string;
  receivedFrames: number;
  /** Given to the device. */
  playedFrames: number;
  /** Out of the loudspeaker: `playedFrames` less what the device holds back. After a flush it is `playedFrames`. */
  heardFrames: number;
  /** The server sends no more of it. */
  ended: boolean;
}

/** What was heard of an item that was stopped: what the server has to be told. */
export interface HeardReport {
  item: string;
  receivedFrames: number;
  playedFrames: number;
  /** Whole milliseconds heard, never more than were received: the `audio_end_ms` of a truncation. */
  audioEndMs: number;
  /** `all`: the item had ended and was heard whole; `none`: less than a millisecond; otherwise `audioEndMs`. */
  heard: 'none' | 'all' | number;
}

interface Account {
  received: number;
  ended: boolean;
  /** Where the present player began: 0, or where an earlier one was lost. */
  base: number;
  sent: number;
  played: number;
  /** Never falls: what was heard stays heard, also when the device's latency grows. */
  heard: number;
}

/**
 * Per item: received, sent, played. What the device holds back is held back of the frames played last, so it is
 * counted from the end of the last item that has begun, into the one before it if that is needed.
 */
export class Ledger {
  readonly #accounts = new Map<string, Account>();

  get items(): string[] {
    return [...this.#accounts.keys()];
  }

  has(item: string): boolean {
    return this.#accounts.has(item);
  }

  hasEnded(item: string): boolean {
    return this.#accounts.get(item)?.ended === true;
  }

  received(item: string, frames: number): void {
    this.#account(item).received += frames;
  }

  ended(item: string): void {
    this.#account(item).ended = true;
  }

  sent(item: string, frames: number): void {
    this.#account(item).sent += frames;
  }

  /**
   * The player's own count for an item. False, and nothing changes, if it cannot be: fewer than before, or more than
   * were sent.
   */
  played(item: string, framesOnPlayer: number): boolean {
    const account = this.#accounts.get(item);
    if (!account) return false;
    const played = account.base + framesOnPlayer;
    if (played < account.played || played > account.sent) return false;
    account.played = played;
    return true;
  }

  /** Whether the player said of all frames of an ended item that it has played them. */
  complete(item: string): boolean {
    const account = this.#accounts.get(item);
    return account?.ended === true && account.played === account.received;
  }

  /** How much the device holds back of what is counted as played now. */
  held(frames: number): void {
    let held = frames;
    for (const account of [...this.#accounts.values()].reverse()) {
      const own = Math.min(held, account.played - account.base);
      held -= own;
      account.heard = Math.max(account.heard, account.played - own);
    }
  }

  /** Frames sent and not known to be played. */
  get inFlight(): number {
    let frames = 0;
    for (const account of this.#accounts.values()) frames += account.sent - account.played;
    return frames;
  }

  /** The player is lost: what was not heard has not been played. Returns where each item goes on. */
  rewind(): { item: string; from: number }[] {
    return [...this.#accounts].map(([item, account]) => {
      account.base = account.heard;
      account.sent = account.heard;
      account.played = account.heard;
      return { item, from: account.heard };
    });
  }

  /** Every item, in playing order. */
  positions(): Position[] {
    return [...this.#accounts].map(([item, account]) => ({
      item,
      receivedFrames: account.received,
      playedFrames: account.played,
      heardFrames: account.heard,
      ended: account.ended,
    }));
  }

  forget(item: string): void {
    this.#accounts.delete(item);
  }

  #account(item: string): Account {
    const known = this.#accounts.get(item);
    if (known) return known;
    const account = { received: 0, ended: false, base: 0, sent: 0, played: 0, heard: 0 };
    this.#accounts.set(item, account);
    return account;
  }
}

/** The report on an item at a position. */
export function heardReport(position: Position): HeardReport {
  const { item, receivedFrames, playedFrames, heardFrames, ended } = position;
  const audioEndMs = framesToMs(Math.min(receivedFrames, heardFrames));
  const whole = ended && heardFrames >= receivedFrames;
  return {
    item,
    receivedFrames,
    playedFrames,
    audioEndMs,
    heard: whole ? 'all' : audioEndMs === 0 ? 'none' : audioEndMs,
  };
}
