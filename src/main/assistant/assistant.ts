import type { AskResult, VoiceSource } from '../../preload/contract';
import type { AudioChannel } from '../audio/channel';
import type { Session, SessionEvent, SessionState } from '../realtime/session-events';
import { AnswerSound, serverItem, soundItem } from './answer-sound';
import { connectionActions } from './connection-view';
import { checkPrompt } from './history';
import type { LinkDeps } from './link';
import { Link } from './link';
import type { ProblemCode } from './problems';
import { problemOf, problemOfError } from './problems';
import { Replay } from './replay';
import { SoundWatch } from './sound-watch';
import { isAlive, isSounding } from './state';
import type { Store } from './store';

export interface AssistantDeps extends LinkDeps {
  store: Store;
  /** Monotonic, ms. */
  now(): number;
  sound: Pick<AudioChannel, 'push' | 'end' | 'flush' | 'pause' | 'resume' | 'replay' | 'forget'>;
}

/**
 * What the app does: joins the session with the sound and tells the store. It owns no state of its own beyond the
 * present answer's bookkeeping; every moment that a user can see is in the store.
 */
export class Assistant {
  readonly #deps: AssistantDeps;
  readonly #link: Link;
  readonly #soundWatch: SoundWatch;
  readonly #replay: Replay;
  #lastTurn = 0;
  #answer: AnswerSound | null = null;
  /** Fulfilled when every interrupted answer has fallen silent and the server knows what of it was heard. */
  #silence: Promise<unknown> = Promise.resolve();

  constructor(deps: AssistantDeps) {
    this.#deps = deps;
    this.#soundWatch = new SoundWatch(deps.schedule, () => this.#onSilence());
    this.#replay = new Replay({ ...deps, soundWatch: this.#soundWatch });
    this.#link = new Link(deps, {
      opening: () => deps.store.dispatch({ type: 'connection', connection: 'connecting' }),
      event: (event) => this.#onSession(event),
      impossible: (code) => {
        deps.store.dispatch({ type: 'connection', connection: 'failed' });
        this.#fail(code);
      },
    });
  }

  /** Sends a prompt. An answer that is still alive is stopped first. */
  ask(typed: string): AskResult {
    const checked = checkPrompt(typed);
    if (checked.kind === 'blank') return { kind: 'ignored' };
    if (checked.kind === 'too-long') return { kind: 'too-long' };
    this.stop();
    this.#deps.sound.forget();
    this.#lastTurn += 1;
    const turn = this.#lastTurn;
    this.#deps.store.dispatch({ type: 'asked', turn, prompt: checked.prompt, at: this.#deps.now() });
    void this.#send(turn, checked.prompt);
    return { kind: 'asked', turn };
  }

  /** Asks the prompt that failed again; where none did, tries to connect again. */
  retry(): void {
    const { turn } = this.#deps.store.state;
    this.#deps.store.dispatch({ type: 'problem', problem: null });
    if (turn?.generation === 'failed') this.ask(turn.prompt);
    else this.warm();
  }

  /** Silences what sounds, at once. `true` if there was anything. */
  stop(): boolean {
    if (this.#replay.stop()) return true;
    const { turn } = this.#deps.store.state;
    if (!isAlive(turn)) return false;
    this.#deps.store.dispatch({ type: 'stopped', turn: turn.turn });
    this.#endAnswer();
    const session = this.#link.session;
    session?.cancel();
    // The server is told what was heard once the player has counted it, and before anything new is asked.
    const silenced = this.#deps.sound
      .flush()
      .then((reports) =>
        session?.settle(reports.map(({ item, heard }) => ({ item: serverItem(item), heard }))),
      );
    this.#silence = Promise.all([this.#silence, silenced]).then(() => undefined);
    return true;
  }

  /** Holds what sounds, or is about to, or lets it go on with the very next frame. */
  setPaused(paused: boolean): void {
    const { store, sound } = this.#deps;
    if (paused === store.state.paused || !isSounding(store.state.turn)) return;
    if (paused) sound.pause();
    else sound.resume();
    this.#soundWatch.hold(paused);
    store.dispatch({ type: 'paused', paused });
  }

  /** Lets the last answer be heard once more. */
  replay(): void {
    this.#replay.start();
  }

  /** Connects ahead of the first prompt, so that Enter costs no handshake. */
  warm(): void {
    void this.#link.open();
  }

  /** Another voice, or the same with another key: what is open is closed, the next prompt goes to the new one. */
  switchTo(source: VoiceSource): void {
    this.close();
    this.#deps.store.dispatch({ type: 'source', source });
    this.#deps.store.dispatch({ type: 'problem', problem: null });
  }

  /** Silences and closes everything. The next prompt opens a new connection. */
  close(): void {
    this.stop();
    this.#hangUp();
  }

  /** The first frame of an item was rendered; it is heard `latencyMs` later. */
  soundStarted(item: string, latencyMs: number): void {
    this.#replay.started(item);
    const answer = this.#answer;
    if (answer?.has(item) !== true) return;
    this.#soundWatch.end();
    this.#deps.store.dispatch({ type: 'sounded', turn: answer.turn, at: this.#deps.now() + latencyMs });
  }

  /** So many frames of the item have left the loudspeaker. */
  soundHeard(item: string, heardFrames: number): void {
    this.#replay.heard(item, heardFrames);
    const answer = this.#answer;
    if (answer?.has(item) !== true) return;
    answer.play(item, heardFrames);
    this.#link.touch();
    this.#deps.store.dispatch({ type: 'played', turn: answer.turn, frames: answer.playedFrames });
  }

  /** The item was played to its end. */
  soundDrained(item: string): void {
    this.#replay.drained(item);
    const answer = this.#answer;
    if (answer?.has(item) !== true) return;
    answer.drain(item);
    this.#deps.store.dispatch({ type: 'played', turn: answer.turn, frames: answer.playedFrames });
  }

  /** The answer has become too long to be heard once more. */
  soundNotKept(): void {
    if (this.#answer !== null) this.#deps.store.dispatch({ type: 'not-kept', turn: this.#answer.turn });
  }

  async #send(turn: number, prompt: string): Promise<void> {
    const [session] = await Promise.all([this.#openForTurn(), this.#silence]);
    const current = this.#deps.store.state.turn;
    // Stopped or asked anew in the meantime, or failed for want of a session, which the user was told.
    if (session === null || current?.turn !== turn || !isAlive(current)) return;
    this.#answer = new AnswerSound(turn);
    session.ask(turn, prompt);
  }

  /** The silence may outlast the session that it began with. */
  async #openForTurn(): Promise<Session | null> {
    await this.#silence;
    return this.#link.open();
  }

  #onSession(event: SessionEvent): void {
    switch (event.type) {
      case 'state':
        this.#onSessionState(event.state);
        return;
      case 'turn-started':
        return;
      case 'words':
        this.#deps.store.dispatch({ type: 'words', turn: event.turn, delta: event.delta });
        return;
      case 'audio':
        this.#onAudio(event.turn, soundItem(event.turn, event.item), event.delta);
        return;
      case 'audio-end':
        if (this.#answer?.turn === event.turn) {
          this.#endItem(this.#answer, soundItem(event.turn, event.item));
        }
        return;
      case 'turn-done':
        this.#onTurnDone(event);
        return;
      case 'warning':
        this.#deps.log.warn(`realtime: ${event.error.message}`);
        return;
      default:
        event satisfies never;
    }
  }

  #onSessionState(session: SessionState): void {
    const { store, log } = this.#deps;
    if (session.kind === 'ready') log.info(`connection ready: ${session.dialect} ${session.model ?? ''}`);
    for (const action of connectionActions(session, store.state)) store.dispatch(action);
  }

  #onAudio(turn: number, item: string, delta: string): void {
    const answer = this.#answer;
    if (answer?.turn !== turn) return;
    const pushed = this.#deps.sound.push(item, delta);
    switch (pushed.kind) {
      case 'ok':
        if (answer.receivedFrames === 0 && pushed.frames > 0) this.#soundWatch.begin();
        answer.receive(item, pushed.frames);
        this.#deps.store.dispatch({ type: 'received', turn, frames: answer.receivedFrames });
        this.#link.touch();
        return;
      case 'bad-audio':
        this.#abandon('bad-audio');
        return;
      case 'overflow':
        this.#abandon('answer-too-long');
        return;
      default:
        pushed satisfies never;
    }
  }

  #onTurnDone({ turn, outcome, usage }: Extract<SessionEvent, { type: 'turn-done' }>): void {
    const { store, log } = this.#deps;
    const tokens = usage === null ? '' : `, ${usage.inputTokens} + ${usage.outputTokens} tokens`;
    log.info(`turn ${turn} ${outcome.kind}${tokens}`);
    const current = store.state.turn;
    if (current?.turn !== turn) return;
    if (this.#answer?.turn === turn) for (const item of this.#answer.open) this.#endItem(this.#answer, item);
    if (outcome.kind !== 'failed') {
      store.dispatch({ type: 'generated', turn });
      return;
    }
    const problem = problemOfError(outcome.error, store.state.source);
    store.dispatch({ type: 'turn-failed', turn, problem });
    // Whoever fell silent once answers the next prompt no better: that one gets a new connection.
    if (outcome.error.code === 'turn-timeout') this.#hangUp();
  }

  #endItem(answer: AnswerSound, item: string): void {
    if (!answer.has(item)) return;
    answer.end(item);
    this.#deps.sound.end(item);
  }

  /** Gives the rest of the answer up, plays what came, and says why. */
  #abandon(code: ProblemCode): void {
    const answer = this.#answer;
    this.#link.session?.cancel();
    if (answer !== null) for (const item of answer.open) this.#endItem(answer, item);
    this.#fail(code);
  }

  #hangUp(): void {
    this.#link.drop();
    this.#deps.store.dispatch({ type: 'connection', connection: 'idle' });
  }

  /** An answer that is all here, and still sounds, is not touched by what fails beside it. */
  #fail(code: ProblemCode): void {
    const { store } = this.#deps;
    const problem = problemOf(code, store.state.source);
    const { turn } = store.state;
    if (isAlive(turn) && turn.generation === 'running')
      store.dispatch({ type: 'turn-failed', turn: turn.turn, problem });
    else store.dispatch({ type: 'problem', problem });
  }

  /** Nothing of the answer will be heard: it is over now, not when it would have been played. */
  #onSilence(): void {
    const { store, log } = this.#deps;
    log.warn('no sound was played in time');
    const { turn, source } = store.state;
    const problem = problemOf('no-sound-path', source);
    if (isAlive(turn)) store.dispatch({ type: 'turn-failed', turn: turn.turn, problem });
    else store.dispatch({ type: 'problem', problem });
    this.stop();
  }

  #endAnswer(): void {
    this.#answer = null;
    this.#soundWatch.end();
  }
}
