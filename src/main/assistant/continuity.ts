import type { RememberedMessage, Session } from '../realtime/session-events';
import type { Conversation } from './conversation';
import { keep, outgrows } from './conversation';
import type { TurnState } from './state';
import { heardLength } from './transcript';

/**
 * How a new session is told of the conversation: as it was; in the user's words alone, for servers that take nothing
 * from us that the assistant is to have said; not at all, for servers that take nothing.
 */
type Telling = 'whole' | 'retold' | 'untold';

/** So many sessions in a row may break over it: the first may have been the network's fault, at the same moment. */
const MOST_REFUSALS: Record<Telling, number> = { whole: 2, retold: 1, untold: 1 };

/** What the user asked and heard, across sessions; and what of it the present session knows already. */
export class Continuity {
  #conversation: Conversation = [];
  /** Turns up to this one belong to an earlier conversation. */
  #forgotten = 0;
  #session: Session | null = null;
  /** Turns that the present session has seen itself, or was told of. */
  #known = new Set<number>();
  #telling: Telling = 'whole';
  /** Sessions in a row that broke over what they were told. */
  #refusals = 0;
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
    const told = unknown.flatMap((exchange) => messages(exchange, this.#telling));
    if (told.length > 0) session.remember(told);
    // What the budget has dropped needs no keeping either.
    this.#known = new Set(this.#conversation.map(({ turn }) => turn));
    if (asked !== null) this.#known.add(asked);
  }

  /** The session has taken what it was told: it answers. */
  taken(): void {
    this.#refusals = 0;
  }

  /** One broke over it: if that is no accident, the next is told it otherwise, or in the end (`true`) nothing at all. */
  refused(): boolean {
    this.#refusals += 1;
    if (this.#refusals < MOST_REFUSALS[this.#telling]) return false;
    this.#refusals = 0;
    this.#telling = this.#telling === 'whole' ? 'retold' : 'untold';
    return this.#telling === 'untold';
  }

  /** The conversation begins anew after this turn, also for what is still to be said of earlier ones. */
  forget(turn: number): void {
    this.#forgotten = turn;
    this.#conversation = [];
    this.#outgrown = false;
    this.#telling = 'whole';
    this.#refusals = 0;
    this.#session = null;
  }
}

function messages({ prompt, heard }: Conversation[number], telling: Telling): RememberedMessage[] {
  const question: RememberedMessage = { role: 'user', text: prompt };
  switch (telling) {
    case 'whole':
      return heard === '' ? [question] : [question, { role: 'assistant', text: heard }];
    case 'retold':
      return heard === ''
        ? [question]
        : [{ role: 'user', text: `${prompt}\n\n(This was answered already. You said: ${heard})` }];
    case 'untold':
      return [];
    default:
      return telling satisfies never;
  }
}
