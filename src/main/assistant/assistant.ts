import type { AskResult, VoiceSource } from '../../preload/contract';
import type { TrialResult } from '../../preload/settings-contract';
import type { AudioChannel } from '../audio/channel';
import { checkPrompt } from './history';
import { problemOf } from './problem-view';
import { Replay } from './replay';
import { SoundTrial } from './sound-trial';
import { SoundWatch } from './sound-watch';
import { isAlive, isSounding } from './state';
import type { TalkDeps } from './talk';
import { Talk } from './talk';
import { troubleOf } from './trouble';

export interface AssistantDeps extends Omit<TalkDeps, 'soundWatch' | 'sound'> {
  /** Whether whoever answers now is reached without a network. */
  isLocal(): boolean;
  sound: TalkDeps['sound'] & Pick<AudioChannel, 'pause' | 'resume' | 'replay' | 'forget'>;
}

/**
 * What the app does: everything that a user, the sound path, the network and the computer's sleep can bring about. It
 * owns no state of its own; every moment that a user can see is in the store.
 */
export class Assistant {
  readonly #deps: AssistantDeps;
  readonly #soundWatch: SoundWatch;
  readonly #replay: Replay;
  readonly #trial: SoundTrial;
  readonly #talk: Talk;
  #online = true;
  /** Fell asleep while a connection was wanted. */
  #wakesUp = false;

  constructor(deps: AssistantDeps) {
    this.#deps = deps;
    this.#soundWatch = new SoundWatch(deps.schedule, () => this.#onSilence());
    this.#replay = new Replay({ ...deps, soundWatch: this.#soundWatch });
    this.#trial = new SoundTrial(deps);
    this.#talk = new Talk({ ...deps, soundWatch: this.#soundWatch });
    deps.store.subscribe(({ paused }, former) => {
      if (former.paused && !paused) this.#letGo();
    });
  }

  /** Sends a prompt. An answer that is still alive is stopped first. */
  ask(typed: string): AskResult {
    const checked = checkPrompt(typed);
    if (checked.kind === 'blank') return { kind: 'ignored' };
    if (checked.kind === 'too-long') return { kind: 'too-long' };
    this.stop();
    this.#deps.sound.forget();
    return { kind: 'asked', turn: this.#talk.ask(checked.prompt) };
  }

  /** Asks the prompt that failed again; where none did, tries to connect again, at once. */
  retry(): void {
    const { turn } = this.#deps.store.state;
    this.#deps.store.dispatch({ type: 'tried-again' });
    if (turn?.generation === 'failed') this.ask(turn.prompt);
    else this.#talk.link.want('asking');
  }

  /** Silences what sounds, at once. `true` if there was anything. */
  stop(): boolean {
    return this.#trial.stop() || this.#replay.stop() || this.#talk.stop();
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
    this.#trial.stop();
    this.#replay.start();
  }

  /** Lets the voice say words that belong to no conversation; what sounds is stopped. */
  tryVoice(words: string): Promise<TrialResult> {
    this.stop();
    return this.#trial.voice(words);
  }

  /** Plays two notes; what sounds is stopped. */
  tryOutput(): Promise<TrialResult> {
    this.stop();
    return this.#trial.tone();
  }

  /** Connects ahead of the first prompt, so that Enter costs no handshake. */
  warm(): void {
    this.#talk.link.want('warming');
  }

  /** Forgets what was said, here and at the server. */
  newConversation(): void {
    this.close();
    this.#deps.sound.forget();
    this.#talk.forget();
    this.#deps.store.dispatch({ type: 'forgotten' });
    this.warm();
  }

  /** Another voice, or the same with another key. What was said to the one is not told to the other. */
  switchTo(source: VoiceSource): void {
    const { store } = this.#deps;
    this.close();
    this.#talk.forget();
    store.dispatch({ type: 'source', source });
    store.dispatch({ type: 'problem', problem: null });
    this.setOnline(this.#online);
  }

  /** How to answer has changed: the next question goes to a session that knows it. What was said is not forgotten. */
  renew(): void {
    this.#talk.link.renew();
  }

  /** Silences and closes everything. The next prompt opens a new connection. */
  close(): void {
    this.stop();
    this.#talk.link.drop();
  }

  /** The computer falls asleep: no connection survives that, and nobody wants to be spoken to on waking. */
  suspend(): void {
    this.#wakesUp = this.#talk.link.healing.kind !== 'rest';
    if (this.#deps.store.state.turn?.phase === 'waiting') this.#talk.fail(troubleOf('asleep'));
    this.close();
  }

  resume(): void {
    if (this.#wakesUp) this.warm();
    this.#wakesUp = false;
  }

  /** Whether there is any network at all. */
  setOnline(online: boolean): void {
    const { store, isLocal } = this.#deps;
    this.#online = online;
    const offline = !online && !isLocal();
    if (offline === store.state.offline) return;
    store.dispatch({ type: 'offline', offline });
    if (!offline) this.#talk.link.networkChanged();
    // An answer on its way may outlast a short gap; nothing else has a reason to hope.
    else if (!isSounding(store.state.turn)) this.#talk.link.giveUp(troubleOf('offline'));
  }

  /** Another network: a pause is cut short, and a connection that stands is put to the proof. */
  networkChanged(): void {
    this.#talk.link.networkChanged();
  }

  /** The first frame of an item was rendered; it is heard `latencyMs` later. */
  soundStarted(item: string, latencyMs: number): void {
    this.#trial.started(item);
    this.#replay.started(item);
    this.#talk.answer.started(item, latencyMs);
  }

  /** So many frames of the item have left the loudspeaker. */
  soundHeard(item: string, heardFrames: number): void {
    this.#replay.heard(item, heardFrames);
    this.#talk.answer.heard(item, heardFrames);
  }

  /** The item was played to its end. */
  soundDrained(item: string): void {
    this.#trial.drained(item);
    this.#replay.drained(item);
    this.#talk.answer.drained(item);
  }

  /** The answer has become too long to be heard once more. */
  soundNotKept(): void {
    const { turn } = this.#talk.answer;
    if (turn !== null) this.#deps.store.dispatch({ type: 'not-kept', turn });
  }

  /**
   * A pause has ended, be it by a failure: one that outlived its answer would hold the next. Only once what brought that
   * about is done, that nothing sounds which is about to be flushed.
   */
  #letGo(): void {
    const { store, sound } = this.#deps;
    void Promise.resolve().then(() => {
      if (store.state.paused) return;
      sound.resume();
      this.#soundWatch.hold(false);
    });
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
}
