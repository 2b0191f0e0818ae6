import type { AssistantDeps } from '../../src/main/assistant/assistant';

type Sound = AssistantDeps['sound'];
type Reports = Awaited<ReturnType<Sound['flush']>>;

/** The assistant's side of the sound path. One base64 character stands for one frame; `!` is damaged sound. */
export class FakeSound implements Sound {
  readonly calls: string[] = [];
  /** What the next flush will report. */
  reports: Reports = [];
  /** What is recorded of the last answer. */
  recorded: ReturnType<Sound['replay']> = [];
  /** How often another answer began. */
  forgets = 0;
  #release: (() => void) | null = null;

  push(item: string, delta: string): ReturnType<Sound['push']> {
    this.calls.push(`push ${item}`);
    if (delta === '!') return { kind: 'bad-audio' };
    if (delta === 'too much') return { kind: 'overflow' };
    return { kind: 'ok', frames: delta.length };
  }

  end(item: string): void {
    this.calls.push(`end ${item}`);
  }

  flush(): Promise<Reports> {
    this.calls.push('flush');
    return new Promise((resolve) => {
      const former = this.#release;
      this.#release = () => {
        former?.();
        resolve(this.reports);
      };
    });
  }

  pause(): void {
    this.calls.push('pause');
  }

  resume(): void {
    this.calls.push('resume');
  }

  forget(): void {
    this.forgets++;
  }

  replay(): ReturnType<Sound['replay']> {
    this.calls.push('replay');
    return this.recorded;
  }

  /** The player answers the flushes so far. */
  flushed(): void {
    this.#release?.();
    this.#release = null;
  }
}
