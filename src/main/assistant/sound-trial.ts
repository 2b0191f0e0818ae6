import type { TrialResult } from '../../preload/settings-contract';
import type { AudioChannel } from '../audio/channel';
import { chime } from '../audio/chime';
import type { Endpoint } from '../realtime/connection';
import { sampleRequest } from '../realtime/instructions';
import type { Session, SessionEvent } from '../realtime/session-events';
import type { Schedule } from '../schedule';
import type { EndpointDeps } from './find-endpoint';
import { findEndpoint } from './find-endpoint';
import { problemOfError } from './problem-view';
import { SoundWatch } from './sound-watch';
import type { Store } from './store';
import type { Trouble } from './trouble';
import { troubleOf } from './trouble';

export interface SoundTrialDeps extends EndpointDeps {
  store: Pick<Store, 'state'>;
  sound: Pick<AudioChannel, 'push' | 'end' | 'flush'>;
  openSession(endpoint: Endpoint, onEvent: (event: SessionEvent) => void): Session;
  schedule: Schedule;
}

/** The one that runs. Its items are those that were begun and not heard to their end yet. */
interface Running {
  readonly prefix: string;
  readonly items: Map<string, 'coming' | 'ended'>;
  /** Whether more may come. */
  isComing: boolean;
  session: Session | null;
  finish(result: TrialResult): void;
}

/**
 * Sounds that are only to be tried, on the way that answers take: two notes for the device, a sentence for the voice. A
 * voice says it in a session of its own, of which the conversation knows nothing. One at a time.
 */
export class SoundTrial {
  readonly #deps: SoundTrialDeps;
  readonly #watch: SoundWatch;
  #running: Running | null = null;
  #count = 0;

  constructor(deps: SoundTrialDeps) {
    this.#deps = deps;
    this.#watch = new SoundWatch(deps.schedule, () => this.#fail(troubleOf('no-sound-path')));
  }

  /** Two notes. Fulfilled when they were heard, or will not be. */
  tone(): Promise<TrialResult> {
    return this.#run((running) => {
      this.#push(running, 'tone', Buffer.from(chime().buffer).toString('base64'));
      this.#end(running, 'tone');
      running.isComing = false;
    });
  }

  /** The voice that answers now, with these words. Fulfilled when it was heard, or will not be. */
  voice(words: string): Promise<TrialResult> {
    return this.#run((running) => void this.#ask(running, sampleRequest(words)));
  }

  /** Silence at once. `true` if something was on its way. */
  stop(): boolean {
    const running = this.#running;
    if (running === null) return false;
    this.#over(running, { kind: 'stopped' });
    return true;
  }

  /** The item's first frame was rendered. */
  started(item: string): void {
    if (this.#running?.items.has(item) === true) this.#watch.end();
  }

  /** The item was heard to its end. */
  drained(item: string): void {
    const running = this.#running;
    if (running?.items.delete(item) === true) this.#finishIfHeard(running);
  }

  #run(begin: (running: Running) => void): Promise<TrialResult> {
    this.stop();
    this.#count += 1;
    return new Promise((resolve) => {
      const running: Running = {
        prefix: `trial-${this.#count}:`,
        items: new Map(),
        isComing: true,
        session: null,
        finish: resolve,
      };
      this.#running = running;
      begin(running);
    });
  }

  async #ask(running: Running, prompt: string): Promise<void> {
    const found = await findEndpoint(this.#deps);
    if (this.#running !== running) return;
    if (found.kind === 'none') return this.#fail(found.trouble);
    const session = this.#deps.openSession(found.endpoint, (event) => {
      if (this.#running === running) this.#onEvent(running, event);
    });
    // One that could not even begin has told its end already.
    if (session.state.kind === 'closed') return;
    running.session = session;
    session.ask(1, prompt);
  }

  #onEvent(running: Running, event: SessionEvent): void {
    switch (event.type) {
      case 'audio':
        this.#push(running, event.item, event.delta);
        return;
      case 'audio-end':
        this.#end(running, event.item);
        return;
      case 'turn-done':
        if (event.outcome.kind === 'failed') this.#fail(event.outcome.error);
        else this.#said(running);
        return;
      case 'state':
        if (event.state.kind === 'closed' && running.isComing) {
          this.#fail(event.state.reason ?? troubleOf('closed'));
        }
        return;
      case 'turn-started':
      case 'words':
      case 'warning':
        return;
      default:
        event satisfies never;
    }
  }

  /** All of it has come, and is still to be heard. */
  #said(running: Running): void {
    running.isComing = false;
    for (const [item, state] of running.items) if (state === 'coming') this.#deps.sound.end(item);
    running.session?.close();
    this.#finishIfHeard(running);
  }

  #push(running: Running, name: string, delta: string): void {
    const item = `${running.prefix}${name}`;
    const pushed = this.#deps.sound.push(item, delta, true);
    if (pushed.kind !== 'ok') {
      this.#fail(troubleOf(pushed.kind === 'bad-audio' ? 'bad-audio' : 'answer-too-long'));
      return;
    }
    if (running.items.size === 0 && pushed.frames > 0) this.#watch.begin();
    if (!running.items.has(item)) running.items.set(item, 'coming');
  }

  #end(running: Running, name: string): void {
    const item = `${running.prefix}${name}`;
    if (running.items.get(item) !== 'coming') return;
    running.items.set(item, 'ended');
    this.#deps.sound.end(item);
  }

  #finishIfHeard(running: Running): void {
    if (running.isComing || running.items.size > 0) return;
    this.#leave(running);
    running.finish({ kind: 'heard' });
  }

  #fail(trouble: Trouble): void {
    const running = this.#running;
    if (running === null) return;
    const problem = problemOfError(trouble, this.#deps.store.state);
    this.#over(running, { kind: 'failed', problem });
  }

  #over(running: Running, result: TrialResult): void {
    this.#leave(running);
    void this.#deps.sound.flush();
    running.finish(result);
  }

  #leave(running: Running): void {
    this.#running = null;
    this.#watch.end();
    running.session?.close();
  }
}
