import type { RememberedMessage, Session } from '../realtime/session-events';
import type { Conversation } from './conversation';
import { keep, outgrows } from './conversation';
import type { TurnState } from './state';
import { heardLength } from './transcript';

/** What the user asked and heard, across sessions; and what of it the present session knows already. */
export class Continuity {
  #conversation: Conversation = [];
  /** Turns up to this one belong to an earlier conversation. */
  #forgotten = 0;
  #session: Session | null = null;
  /** Turns that the present session has seen itself, or was told of. */
  #known = new Set<number>();
  readonly #onOutgrown: () => void;
  #outgrown = false;

  /** `onOutgrown`: the conversation has become too long to be kept whole. Once in each. */
  constructor(onOutgrown: () => void) {
    this.#onOutgrown = onOutgrown;
  }

  /** Keeps what was heard of a turn that is over. `playedFrames`: a better count than the state's. */
  keep(turn: TurnState, playedFrames = turn.playedFrames): void {
    if (turn.turn <= this.#forgotten) return;
    const { transcript, receivedFrames, generation } = turn;
    const played = Math.max(playedFrames, turn.playedFrames);
    const heard = transcript.text.slice(
      0,
      heardLength(transcript, played, receivedFrames, generation !== 'running'),
    );
    // A question that failed unanswered is asked again, or is not worth a thought.
    if (heard === '' && turn.phase === 'failed') return;
    const exchange = { turn: turn.turn, prompt: turn.prompt, heard };
    const outgrown = outgrows(this.#conversation, exchange);
    this.#conversation = keep(this.#conversation, exchange);
    if (outgrown && !this.#outgrown) {
      this.#outgrown = true;
      this.#onOutgrown();
    }
  }

  /** Tells the session all that it does not know, and that it is about to be asked `asked`, if anything. */
  bringUpToDate(session: Session, asked: number | null = null): void {
    if (session !== this.#session) {
      this.#session = session;
      this.#known = new Set();
    }
    const unknown = this.#conversation.filter(({ turn }) => !this.#known.has(turn));
    if (unknown.length > 0) session.remember(unknown.flatMap(messages));
    // What the budget has dropped needs no keeping either.
    this.#known = new Set(this.#conversation.map(({ turn }) => turn));
    if (asked !== null) this.#known.add(asked);
  }

  /** The conversation begins anew after this turn, also for what is still to be said of earlier ones. */
  forget(turn: number): void {
    this.#forgotten = turn;
    this.#conversation = [];
    this.#outgrown = false;
    this.#session = null;
  }
}

function messages({ prompt, heard }: Conversation[number]): RememberedMessage[] {
  const question: RememberedMessage = { role: 'user', text: prompt };
  return heard === '' ? [question] : [question, { role: 'assistant', text: heard }];
}
