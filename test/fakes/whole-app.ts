import { Assistant } from '../../src/main/assistant/assistant';
import { toSnapshot } from '../../src/main/assistant/state';
import { createStore, type Store } from '../../src/main/assistant/store';
import { AudioChannel } from '../../src/main/audio/channel';
import type { ClientEvent, Connect, Endpoint, ServerEvent } from '../../src/main/realtime/connection';
import { createSession } from '../../src/main/realtime/session';
import type { SessionTimeouts } from '../../src/main/realtime/session-timeouts';
import type { Schedule } from '../../src/main/schedule';
import type { Snapshot } from '../../src/preload/contract';
import { Player } from '../../src/renderer/audio/worklet/player';
import { freshState } from './fresh-state';
import type { Haste } from './haste';

const FRAMES_PER_MS = 24;
const QUANTUM = 128;
/** After the last message to it the player has no more to say than this, if nothing sounds; frames. */
const SETTLED_FRAMES = FRAMES_PER_MS * 1_000;
/** Three quanta are whole ms. */
const QUANTUM_MS = (3 * QUANTUM) / FRAMES_PER_MS;
/** Real ms between two turns of the device. */
const DEVICE_MS = 4;

export interface WholeAppOptions {
  endpoint: Endpoint;
  connect: Connect;
  /** Hurried or virtual, ms. */
  time: { now(): number; schedule: Schedule };
  timeouts?: Partial<SessionTimeouts>;
  /** How long an unused connection is kept, ms. */
  idleCloseMs?: number;
}

/**
 * Everything of Aloud but Electron and the browser: assistant, session, sound path and player. Somebody has to be the
 * device: {@link runDevice}, or a test that calls `render`.
 */
export class WholeApp {
  readonly store: Store;
  readonly assistant: Assistant;
  readonly endpoint: Endpoint;
  /** What the sound path complained of. */
  readonly faults: string[] = [];
  /** Called with each event just before it goes out, and when it has come in. */
  onSend: (event: ClientEvent) => void = () => {};
  onReceived: (event: ServerEvent) => void = () => {};
  /** Frames that the device was given, silence too. */
  rendered = 0;
  /** Sessions that were opened, and those of them that have not told their end. */
  readonly sessions = { opened: 0, living: 0 };
  readonly #player: Player;
  /** Frames since the player was last told anything. */
  #sinceMessage = 0;
  readonly #quantum = new Float32Array(QUANTUM);
  #subscriptions = 0;
  /** The app's own, for as long as it is. */
  readonly #lasting: number;

  constructor({ endpoint, connect, time, timeouts = {}, idleCloseMs = 5 * 60_000 }: WholeAppOptions) {
    this.endpoint = endpoint;
    this.store = this.#counted(createStore(freshState({ source: 'custom', firstRun: false })));
    let toMain: (message: unknown) => void = () => {};
    const player = new Player((message) => toMain(structuredClone(message)));
    this.#player = player;
    const sound: AudioChannel = new AudioChannel({
      schedule: time.schedule,
      listener: {
        started: (item, latencyMs) => this.assistant.soundStarted(item, latencyMs),
        progress: ({ items }) => {
          for (const { item, heardFrames } of items) this.assistant.soundHeard(item, heardFrames);
        },
        drained: (item) => this.assistant.soundDrained(item),
        notRecorded: () => this.assistant.soundNotKept(),
        idle: () => {},
        fault: (reason) => this.faults.push(reason),
      },
    });
    this.assistant = new Assistant({
      store: this.store,
      sound,
      now: time.now,
      wallNow: time.now,
      random: () => 0.5,
      schedule: time.schedule,
      idleCloseMs: () => idleCloseMs,
      isLocal: () => false,
      log: { info: () => {}, warn: () => {} },
      choose: () => Promise.resolve({ kind: 'endpoint', endpoint }),
      startDemo: () => Promise.reject(new Error('not used')),
      openSession: (to, onEvent) => {
        this.sessions.opened += 1;
        this.sessions.living += 1;
        return createSession({
          connect: this.#tapped(connect),
          endpoint: to,
          config: { instructions: 'Speak.', voice: 'marin', speed: 1 },
          schedule: time.schedule,
          timeouts,
          onEvent: (event) => {
            if (event.type === 'state' && event.state.kind === 'closed') this.sessions.living -= 1;
            onEvent(event);
          },
        });
      },
    });
    sound.attach({
      postMessage: (message) => {
        this.#sinceMessage = 0;
        player.receive(structuredClone(message));
      },
      onMessage: (listener) => {
        toMain = listener;
      },
      onClose: () => {},
      close: () => {},
    });
    player.reset();
    this.#lasting = this.#subscriptions;
  }

  get snapshot(): Snapshot {
    return toSnapshot(this.store.state);
  }

  /** How many listen to the store, beyond those that always do. */
  get subscriptions(): number {
    return this.#subscriptions - this.#lasting;
  }

  /** Resolves with true once `reached` holds, or with false after `ms` of real time. */
  until(reached: (snapshot: Snapshot) => boolean, ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (is: boolean): void => {
        clearTimeout(timer);
        unsubscribe();
        resolve(is);
      };
      const timer = setTimeout(() => end(false), ms);
      const unsubscribe = this.store.subscribe(() => {
        if (reached(this.snapshot)) end(true);
      });
      if (reached(this.snapshot)) end(true);
    });
  }

  /** The device takes `ms` of sound, or silence. */
  render(ms: number): void {
    for (let frames = ms * FRAMES_PER_MS; frames >= QUANTUM; frames -= QUANTUM) {
      this.#player.render(this.#quantum);
      this.rendered += QUANTUM;
      this.#sinceMessage += QUANTUM;
    }
  }

  /** Nothing sounds, nor is anything about to: whether the device runs makes no difference. */
  get isSilent(): boolean {
    return this.#sinceMessage > SETTLED_FRAMES && this.snapshot.answer?.phase !== 'speaking';
  }

  close(): void {
    this.assistant.close();
  }

  #counted(store: Store): Store {
    return {
      get state() {
        return store.state;
      },
      dispatch: (action) => store.dispatch(action),
      subscribe: (listener) => {
        this.#subscriptions += 1;
        const unsubscribe = store.subscribe(listener);
        return () => {
          this.#subscriptions -= 1;
          unsubscribe();
        };
      },
    };
  }

  #tapped(connect: Connect): Connect {
    return (endpoint, listener) => {
      const connection = connect(endpoint, {
        opened: () => listener.opened(),
        malformed: (error) => listener.malformed(error),
        ended: (reason) => listener.ended(reason),
        received: (event) => {
          listener.received(event);
          this.onReceived(event);
        },
      });
      return {
        probe: () => connection.probe(),
        close: () => connection.close(),
        send: (event) => {
          this.onSend(event);
          connection.send(event);
        },
      };
    };
  }
}

/** A device that takes its sound as its time passes; the function that is returned stops it. */
export function runDevice(app: WholeApp, time: Haste): () => void {
  let due = time.now();
  const timer = setInterval(() => {
    const ms = Math.floor((time.now() - due) / QUANTUM_MS) * QUANTUM_MS;
    // Many lives of much silence would be rendered for nothing.
    if (!app.isSilent) app.render(ms);
    due += ms;
  }, DEVICE_MS);
  return () => clearInterval(timer);
}
