import type { SessionEvent } from '../realtime/session-events';
import type { PresentAnswer } from './present-answer';
import type { Store } from './store';
import type { Trouble } from './trouble';
import { troubleOf } from './trouble';

/** The longest answer in words, UTF-16 code units: hours of speech. */
export const LONGEST_TEXT = 200_000;

export interface ReceptionDeps {
  store: Store;
  answer: Pick<PresentAnswer, 'push'>;
  /** Something of the turn's answer came, and was wanted. */
  received(turn: number): void;
  /** It is more than is kept, or no sound: no more of this answer is wanted. */
  refused(trouble: Trouble): void;
}

/** Takes the answer in as it comes: its words into the state, its sound to the device. Both are bounded. */
export class Reception {
  readonly #deps: ReceptionDeps;

  constructor(deps: ReceptionDeps) {
    this.#deps = deps;
  }

  words({ turn, delta }: Extract<SessionEvent, { type: 'words' }>): void {
    const { store, received, refused } = this.#deps;
    const current = store.state.turn;
    if (current?.turn !== turn || current.generation !== 'running') return;
    received(turn);
    if (current.transcript.text.length + delta.length > LONGEST_TEXT) refused(troubleOf('answer-too-long'));
    else store.dispatch({ type: 'words', turn, delta });
  }

  audio({ turn, item, delta }: Extract<SessionEvent, { type: 'audio' }>): void {
    const { answer, received, refused } = this.#deps;
    const pushed = answer.push(turn, item, delta);
    switch (pushed) {
      case 'ok':
        received(turn);
        return;
      case 'bad-audio':
        refused(troubleOf('bad-audio'));
        return;
      case 'overflow':
        refused(troubleOf('answer-too-long'));
        return;
      case 'other':
        return;
      default:
        pushed satisfies never;
    }
  }
}
