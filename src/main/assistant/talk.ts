import type { AudioChannel } from '../audio/channel';
import type { Session, SessionEvent } from '../realtime/session-events';
import { afterFailure } from './after-failure';
import { serverItem } from './answer-sound';
import { connectionActions } from './connection-view';
import { Continuity } from './continuity';
import { Delivery } from './delivery';
import type { Healing } from './healing';
import type { LinkDeps } from './link';
import { Link } from './link';
import type { PresentAnswerDeps } from './present-answer';
import { PresentAnswer } from './present-answer';
import { problemOfError } from './problem-view';
import type { Trouble } from './problems';
import { OUTGROWN, troubleOf } from './problems';
import { isAlive, isSounding } from './state';

/** The longest way from a question to the end of what is made as its answer, ms. */
export const LONGEST_TURN_MS = 10 * 60_000;
/** The longest answer in words, UTF-16 code units: hours of speech. */
export const LONGEST_TEXT = 200_000;

export interface TalkDeps extends LinkDeps, PresentAnswerDeps {
  /** Wall clock, ms since 1970. */
  wallNow(): number;
  sound: PresentAnswerDeps['sound'] & Pick<AudioChannel, 'flush'>;
}

/**
 * Question and answer: brings each question to a session, over as many connections as it takes, the answer to the sound
 * path, and both into the memory that the next session is given.
 */
export class Talk {
  readonly link: Link;
  readonly answer: PresentAnswer;
  readonly #deps: TalkDeps;
  readonly #continuity: Continuity;
  #lastTurn = 0;
  /** The question that is not answered yet. */
  #delivery: Delivery | null = null;
  #cancelLongest: () => void = () => {};
  /** Fulfilled when every interrupted answer has fallen silent and the server knows what of it was heard. */
  #silence: Promise<unknown> = Promise.resolve();

  constructor(deps: TalkDeps) {
    this.#deps = deps;
    this.answer = new PresentAnswer(deps);
    this.#continuity = new Continuity(() => {
      const { notice } = deps.store.state;
      // What is said of the settings at the start is said but once.
      if (notice === null) deps.store.dispatch({ type: 'notice', notice: OUTGROWN });
    });
    this.link = new Link(deps, {
      opened: (session) => this.#deliver(session),
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
    this.#lastTurn += 1;
    const turn = this.#lastTurn;
    store.dispatch({ type: 'asked', turn, prompt, at: now() });
    this.#follow(new Delivery(turn, prompt, now()));
    this.link.want('asking');
    if (this.link.session !== null) this.#deliver(this.link.session);
    else this.#loseHope(this.link.healing);
    return turn;
  }

  /** Silences the answer, at once. `true` if there was one. */
  stop(): boolean {
    const { store, sound } = this.#deps;
    if (!isAlive(store.state.turn)) return false;
    store.dispatch({ type: 'stopped', turn: store.state.turn.turn });
    const stopped = store.state.turn;
    this.answer.end();
    this.#follow(null);
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
    const { store } = this.#deps;
    if (store.state.notice === OUTGROWN) store.dispatch({ type: 'notice', notice: null });
  }

  /** An answer that is all here, and still sounds, is not touched by what fails beside it. */
  fail(trouble: Trouble): void {
    const { store } = this.#deps;
    const { turn, source } = store.state;
    if (!isAlive(turn) || turn.generation !== 'running') {
      store.dispatch({ type: 'problem', problem: problemOfError(trouble, source) });
      return;
    }
    const answer = turn.receivedFrames > 0 || turn.transcript.text !== '' ? 'cut-off' : 'nothing-came';
    this.#follow(null);
    this.answer.endAll();
    store.dispatch({
      type: 'turn-failed',
      turn: turn.turn,
      problem: problemOfError(trouble, source, answer),
    });
  }

  /** No answer is waited for longer than this, however busy the server looks. */
  #follow(delivery: Delivery | null): void {
    this.#delivery = delivery;
    this.#cancelLongest();
    this.#cancelLongest =
      delivery === null
        ? () => {}
        : this.#deps.schedule(LONGEST_TURN_MS, () => this.#abandon(troubleOf('turn-too-long')));
  }

  #deliver(session: Session): void {
    const delivery = this.#delivery;
    if (delivery === null || delivery.session === session) return;
    void this.#silence.then(() => {
      if (this.#delivery !== delivery || this.link.session !== session) return;
      delivery.session = session;
      delivery.sent = session.state.kind === 'ready';
      this.#continuity.bringUpToDate(session, delivery.turn);
      this.answer.begin(delivery.turn);
      session.ask(delivery.turn, delivery.prompt);
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
        if (state.kind !== 'ready') return;
        log.info(`connection ready: ${state.dialect} ${state.model ?? ''}`);
        const session = this.link.session;
        if (session === null) return;
        if (this.#delivery?.session === session) this.#delivery.sent = true;
        else this.#bringUpToDate(session);
        return;
      }
      case 'turn-started':
        if (this.#delivery?.turn === event.turn) this.#delivery.began = true;
        return;
      case 'words':
        this.#onWords(event);
        return;
      case 'audio':
        this.#onAudio(event);
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

  #received(turn: number): void {
    if (this.#delivery?.turn === turn) this.#delivery.received = true;
    this.link.touch();
  }

  #onWords({ turn, delta }: Extract<SessionEvent, { type: 'words' }>): void {
    const { store } = this.#deps;
    const current = store.state.turn;
    if (current?.turn !== turn || current.generation !== 'running') return;
    this.#received(turn);
    if (current.transcript.text.length + delta.length > LONGEST_TEXT) {
      this.#abandon(troubleOf('answer-too-long'));
    } else store.dispatch({ type: 'words', turn, delta });
  }

  #onAudio({ turn, item, delta }: Extract<SessionEvent, { type: 'audio' }>): void {
    const pushed = this.answer.push(turn, item, delta);
    switch (pushed) {
      case 'ok':
        this.#received(turn);
        return;
      case 'bad-audio':
        this.#abandon(troubleOf('bad-audio'));
        return;
      case 'overflow':
        this.#abandon(troubleOf('answer-too-long'));
        return;
      case 'other':
        return;
      default:
        pushed satisfies never;
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
    this.#follow(null);
    if (outcome.kind === 'completed') this.link.completed();
    store.dispatch({ type: 'generated', turn });
  }

  #onTurnFailed(turn: number, trouble: Trouble, isBilled: boolean): void {
    const { log, now } = this.#deps;
    const delivery = this.#delivery;
    // Whoever fell silent once answers no better over the same connection.
    const isSilent = trouble.code === 'turn-timeout';
    if (delivery?.turn === turn) {
      const then = afterFailure(trouble, {
        sent: delivery.sent,
        received: delivery.received || isBilled || (isSilent && delivery.began),
        repeated: delivery.repeated,
        lost: isSilent || this.link.session?.state.kind === 'closed',
      });
      if (then === 'tell') this.fail(trouble);
      else {
        log.info(`turn ${turn}: ${then}`);
        delivery.takeBack(now());
      }
    }
    if (isSilent) this.link.giveUp(trouble);
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
    this.#loseHope(healing);
  }

  /** A question does not wait for ever for a connection: it goes back to the user, with the reason. */
  #loseHope(healing: Healing): void {
    switch (healing.kind) {
      case 'stuck':
        if (this.#delivery?.session === null) this.fail(healing.trouble);
        return;
      case 'waiting':
        if (this.#delivery?.waitsUntil(healing.until) === false) this.fail(healing.trouble);
        return;
      case 'rest':
      case 'trying':
      case 'up':
        return;
      default:
        healing satisfies never;
    }
  }
}
