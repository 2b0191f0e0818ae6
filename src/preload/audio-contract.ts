/**
 * The messages on the port between main's audio channel and the player in the AudioWorklet. Types only.
 *
 * A frame is one mono sample, signed 16 bit, at {@link SampleRate}. An epoch is a number that main raises with every
 * flush: what bears an older epoch belongs to an interrupted reply and must never sound. Both directions are FIFO.
 */
export type SampleRate = 24_000;

/** Main → player. */
export type ToPlayer =
  /**
   * Frames of one item, in playing order, the first of which is the item's frame number `from`. `pcm` is exactly the
   * frames (Int16 in the machine's order), never a pool.
   */
  | { type: 'chunk'; epoch: number; item: string; from: number; pcm: ArrayBuffer }
  /** No more frames will come for this item. */
  | { type: 'end'; epoch: number; item: string }
  /** Fade out, drop all that is queued, answer `flushed`. `epoch` is the new one; older frames are dropped from now on. */
  | { type: 'flush'; epoch: number }
  | { type: 'pause' }
  | { type: 'resume' };

/** How many frames of an item the device was given since the item began on this player. */
export interface ItemProgress {
  item: string;
  playedFrames: number;
}

/**
 * Player → main. `latencyMs` is what the output device still holds back of the frames called played: less than the
 * device's latency while it also holds silence, and 0 a moment after sound has stopped.
 */
export type FromPlayer =
  /** The player is there and empty; sent once on every new port. `capacityFrames` is all that it can ever queue. */
  | { type: 'hello'; capacityFrames: number }
  /** The first frame of an item was rendered; it sounds `latencyMs` later. */
  | { type: 'started'; epoch: number; item: string; latencyMs: number }
  /** About ten times a second while something is queued. `items` holds those that changed since the last report. */
  | {
      type: 'progress';
      epoch: number;
      items: ItemProgress[];
      queuedFrames: number;
      /** Starvations since the port was opened: the frames were not there in time. */
      underruns: number;
      /** Peak of what was played since the last report, 0 to 1. */
      level: number;
      latencyMs: number;
    }
  /**
   * The answer to `flush`: exact final counts of every item that was not yet drained, the fade included. The device
   * still plays out what it holds back, so all of `playedFrames` will be heard.
   */
  | { type: 'flushed'; epoch: number; items: ItemProgress[]; latencyMs: number }
  /** The item ended and its last frame was rendered. */
  | { type: 'drained'; epoch: number; item: string; playedFrames: number; latencyMs: number }
  /** Frames that there was no room for, or that came after their item's end. Credit makes it impossible: a fault. */
  | { type: 'refused'; epoch: number; item: string; frames: number };

/** An output device of the system. `id` is the page's handle for it, `name` is what the system calls it. */
export interface OutputDevice {
  id: string;
  name: string;
}

/** Why no sound can be played, after all attempts. */
export type DeviceFault = 'not-opened' | 'processor' | 'failed' | 'not-running' | 'closed';

/** What the renderer says about the device through IPC: states, never sound. */
export type AudioDeviceState =
  | { kind: 'starting' }
  | { kind: 'running'; outputLatencyMs: number }
  | { kind: 'suspended' }
  /** There is no output device: the sound is rendered into nothing, in real time. */
  | { kind: 'no-device' }
  | { kind: 'failed'; fault: DeviceFault };
