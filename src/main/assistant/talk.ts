import type { AudioChannel } from '../audio/channel';
import type { Session, SessionEvent } from '../realtime/session-events';
import { serverItem } from './answer-sound';
import { connectionActions } from './connection-view';
import { Continuity } from './continuity';
import { Courier } from './courier';
import type { Healing } from './healing';
import type { LinkDeps } from './link';
import { Link } from './link';
import type { PresentAnswerDeps } from './present-answer';
import { PresentAnswer } from './present-answer';
import { problemOfError } from './problem-view';
import { Reception } from './reception';
import { isAlive, isSounding } from './state';
import type { Trouble } from './trouble';

export interface TalkDeps extends LinkDeps, PresentAnswerDeps {
  /** Wall clock, ms since 1970. */
  wallNow(): number;
  sound: PresentAnswerDeps['sound'] & Pick<AudioChannel, 'flush'>;
}

/**
 * Question and answer: joins the courier, which brings each question to a session, the reception of what comes back, and
 * the memory that the next session is given of both.
 */
export class Talk {
  readonly link: Link;
  readonly answer: PresentAnswer;
  readonly #deps: TalkDeps;
  readonly #continuity: Continuity;
  readonly #courier: Courier;
  readonly #reception: Reception;
  #lastTurn = 0;
  /** Fulfilled when every interrupted answer has fallen silent and the server knows what of it was heard. */
  #silence: Promise<unknown> = Promise.resolve();

  constructor(deps: TalkDeps) {
    this.#deps = deps;
    this.answer = new PresentAnswer(deps);
    this.#continuity = new Continuity(() =>
      deps.store.dispatch({ type: 'notice', notice: { kind: 'outgrown' } }),
    );
    this.#reception = new Reception({
      store: deps.store,
      answer: this.answer,
      received: (turn) => {
        this.#courier.received(turn);
        this.link.touch();
      },
      refused: (trouble) => this.#abandon(trouble),
    });
    this.#courier = new Courier({
      now: deps.now,
      schedule: deps.schedule,
      afterSilence: (run) => void this.#silence.then(run),
      isPresent: (session) => this.link.session === session,
      handOver: ({ turn, prompt }, session) => {
        this.#continuity.bringUpToDate(session, turn);
        this.answer.begin(turn);
        session.ask(turn, prompt);
      },
      stranded: (trouble) => this.fail(trouble),
      overdue: (trouble) => this.#abandon(trouble),
    });
    this.link = new Link(deps, {
      opened: (session) => this.#courier.deliver(session),
      replaced: (session) => this.#bringUpToDate(session),
      event: (event) => this.#onSession(event),
      healing: (healing, former) => this.#onHealing(healing, former),
      isBusy: () => isSounding(deps.store.state.turn),
      isOffline: () => deps.store.state.offline,
    });
  }

  /** Sends a prompt, once nothing sounds; what did was stopped. Its turn is returned. */
  ask(prompt: string): number {
    const { store, now } = this.#deps;
    if (store.state.turn !== null) this.#continuity.keep(store.state.turn);
    this.link.freshen();
    this.#lastTurn += 1;
    const turn = this.#lastTurn;
    store.dispatch({ type: 'asked', turn, prompt, at: now() });
    this.#courier.take(turn, prompt);
    this.link.want('asking');
    if (this.link.session !== null) this.#courier.deliver(this.link.session);
    else this.#courier.loseHope(this.link.healing);
    return turn;
  }

  /** Silences the answer, at once. `true` if there was one. */
  stop(): boolean {
    const { store, sound } = this.#deps;
    if (!isAlive(store.state.turn)) return false;
    store.dispatch({ type: 'stopped', turn: store.state.turn.turn });
    const stopped = store.state.turn;
    this.answer.end();
    this.#courier.drop();
    const session = this.link.session;
    session?.cancel();
    // The server is told what was heard once the player has counted it, and before anything new is asked.
    const silenced = sound.flush().then((reports) => {
      const played = reports.reduce((sum, { playedFrames }) => sum + playedFrames, 0);
      this.#continuity.keep(stopped, played);
      session?.settle(reports.map(({ item, heard }) => ({ item: serverItem(item), heard })));
    });
    this.#silence = Promise.all([this.#silence, silenced]).then(() => undefined);
    return true;
  }

  /** The next question begins a new conversation. */
  forget(): void {
    this.#continuity.forget(this.#lastTurn);
    this.#deps.store.dispatch({ type: 'notice-over', kind: 'outgrown' });
    this.#deps.store.dispatch({ type: 'notice-over', kind: 'untold' });
  }

  /** An answer that is all here, and still sounds, is not touched by what fails beside it. */
  fail(trouble: Trouble): void {
    const { store } = this.#deps;
    const { turn } = store.state;
    if (!isAlive(turn) || turn.generation !== 'running') {
      store.dispatch({ type: 'problem', problem: problemOfError(trouble, store.state) });
      return;
    }
    const answer = turn.receivedFrames > 0 || turn.transcript.text !== '' ? 'cut-off' : 'nothing-came';
    this.#courier.drop();
    this.answer.endAll();
    store.dispatch({
      type: 'turn-failed',
      turn: turn.turn,
      problem: problemOfError(trouble, store.state, answer),
    });
  }

  /** While nothing is asked, so that Enter has nothing to send but the question. */
  #bringUpToDate(session: Session): void {
    void this.#silence.then(() => {
      const { turn } = this.#deps.store.state;
      if (this.link.session !== session || isAlive(turn)) return;
      if (turn !== null) this.#continuity.keep(turn);
      this.#continuity.bringUpToDate(session);
    });
  }

  #onSession(event: SessionEvent): void {
    const { log } = this.#deps;
    switch (event.type) {
      case 'state': {
        const { state } = event;
        if (state.kind === 'closed' && state.reason?.code === 'memory-refused' && this.#continuity.refused())
          this.#deps.store.dispatch({ type: 'notice', notice: { kind: 'untold' } });
        if (state.kind !== 'ready') return;
        log.info(`connection ready: ${state.dialect} ${state.model ?? ''}`);
        const session = this.link.session;
        if (session === null) return;
        if (!this.#courier.ready(session)) this.#bringUpToDate(session);
        return;
      }
      case 'turn-started':
        this.#courier.began(event.turn);
        this.#continuity.taken();
        return;
      case 'words':
        this.#reception.words(event);
        return;
      case 'audio':
        this.#reception.audio(event);
        return;
      case 'audio-end':
        this.answer.endItem(event.turn, event.item);
        return;
      case 'turn-done':
        this.#onTurnDone(event);
        return;
      case 'warning':
        log.warn(`realtime: ${event.error.message}`);
        return;
      default:
        event satisfies never;
    }
  }

  #onTurnDone({ turn, outcome, usage }: Extract<SessionEvent, { type: 'turn-done' }>): void {
    const { store, log } = this.#deps;
    const tokens = usage === null ? '' : `, ${usage.inputTokens} + ${usage.outputTokens} tokens`;
    log.info(`turn ${turn} ${outcome.kind}${tokens}`);
    if (store.state.turn?.turn !== turn) return;
    if (outcome.kind === 'failed') {
      this.#onTurnFailed(turn, outcome.error, usage !== null);
      return;
    }
    if (this.answer.is(turn)) this.answer.endAll();
    this.#courier.drop();
    if (outcome.kind === 'completed') this.link.completed();
    store.dispatch({ type: 'generated', turn });
  }

  #onTurnFailed(turn: number, trouble: Trouble, isBilled: boolean): void {
    const isLost = this.link.session?.state.kind === 'closed';
    const then = this.#courier.failed(turn, trouble, { isBilled, isLost });
    if (then === 'tell') this.fail(trouble);
    else if (then !== null) this.#deps.log.info(`turn ${turn}: ${then}`);
    // The courier counts on another connection now, and so does whatever is asked next.
    if (trouble.code === 'turn-timeout') this.link.giveUp(trouble);
  }

  /** Gives the rest of the answer up, plays what came, and says why. */
  #abandon(trouble: Trouble): void {
    this.link.session?.cancel();
    this.fail(trouble);
  }

  #onHealing(healing: Healing, former: Healing): void {
    const { store, now, wallNow } = this.#deps;
    if (healing.kind === former.kind) return;
    for (const action of connectionActions(healing, former, store.state, {
      now: now(),
      wallNow: wallNow(),
    })) {
      store.dispatch(action);
    }
    this.#courier.loseHope(healing);
  }
}
