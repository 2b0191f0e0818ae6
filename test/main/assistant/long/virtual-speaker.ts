import type { AssistantDeps } from '../../../../src/main/assistant/assistant';
import { base64Bytes } from '../../../../src/main/realtime/received-items';
import type { Schedule } from '../../../../src/main/schedule';

type Sound = AssistantDeps['sound'];

export interface SpeakerListener {
  started(item: string): void;
  heard(item: string, frames: number): void;
  drained(item: string): void;
}

interface Item {
  name: string;
  received: number;
  played: number;
  ended: boolean;
}

const STEP_MS = 50;
const FRAMES_PER_MS = 24;

/** A loudspeaker in virtual time: plays what it was given, in steps of 50 ms, and tells what was heard. */
export class VirtualSpeaker implements Sound {
  readonly #schedule: Schedule;
  readonly #listener: SpeakerListener;
  #items: Item[] = [];
  #isRunning = false;

  constructor(schedule: Schedule, listener: SpeakerListener) {
    this.#schedule = schedule;
    this.#listener = listener;
  }

  push(name: string, delta: string): ReturnType<Sound['push']> {
    const frames = base64Bytes(delta) / 2;
    this.#of(name).received += frames;
    this.#run();
    return { kind: 'ok', frames };
  }

  end(name: string): void {
    this.#of(name).ended = true;
    this.#run();
  }

  flush(): ReturnType<Sound['flush']> {
    const reports = this.#items.map(({ name, received, played, ended }) => {
      const audioEndMs = Math.floor(played / FRAMES_PER_MS);
      const all = ended && played === received;
      const heard = all ? 'all' : audioEndMs === 0 ? 'none' : audioEndMs;
      return { item: name, receivedFrames: received, playedFrames: played, audioEndMs, heard } as const;
    });
    this.#items = [];
    return Promise.resolve(reports);
  }

  pause(): void {}
  resume(): void {}
  forget(): void {}
  replay(): [] {
    return [];
  }

  #of(name: string): Item {
    const known = this.#items.find((item) => item.name === name);
    if (known !== undefined) return known;
    const fresh: Item = { name, received: 0, played: 0, ended: false };
    this.#items.push(fresh);
    return fresh;
  }

  #run(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#schedule(STEP_MS, () => {
      this.#isRunning = false;
      this.#step();
      if (this.#items.length > 0) this.#run();
    });
  }

  #step(): void {
    const [item] = this.#items;
    if (item === undefined) return;
    const frames = Math.min(item.received - item.played, STEP_MS * FRAMES_PER_MS);
    if (frames > 0) {
      if (item.played === 0) this.#listener.started(item.name);
      item.played += frames;
      this.#listener.heard(item.name, item.played);
    }
    if (item.ended && item.played === item.received) {
      this.#items.shift();
      this.#listener.drained(item.name);
    }
  }
}
