import type { ConnectOptions } from '../../src/main/realtime/connect';
import { createConnect } from '../../src/main/realtime/connect';
import type { Endpoint } from '../../src/main/realtime/connection';
import type { RealtimeError } from '../../src/main/realtime/errors';
import { createSession } from '../../src/main/realtime/session';
import type {
  Session,
  SessionEvent,
  SessionState,
  TurnOutcome,
} from '../../src/main/realtime/session-events';

/** What came of one question. */
export interface Answer {
  text: string;
  /** Of sound. */
  bytes: number;
  outcome: TurnOutcome | null;
}

/** A real session over a real connection, in real time, and all that it tells. */
export class HeardSession {
  readonly session: Session;
  #answers = new Map<number, Answer>();
  #waiting = new Set<() => void>();

  constructor(endpoint: Endpoint, options: ConnectOptions = {}) {
    this.session = createSession({
      connect: createConnect(options),
      endpoint,
      config: { instructions: 'Speak.', voice: 'marin', speed: 1 },
      schedule: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      onEvent: (event) => {
        this.#hear(event);
        for (const look of [...this.#waiting]) look();
      },
    });
  }

  /** Asks, and resolves with all of the answer. */
  ask(turn: number, prompt: string): Promise<Answer> {
    this.session.ask(turn, prompt);
    return this.#until(() => {
      const answer = this.#answer(turn);
      return answer.outcome === null ? null : answer;
    });
  }

  /** Resolves with the first words of an answer. */
  words(turn: number): Promise<string> {
    return this.#until(() => this.#answer(turn).text || null);
  }

  /** Resolves once the session is ready; rejects with the reason if it ends. */
  async ready(): Promise<Extract<SessionState, { kind: 'ready' }>> {
    const state = await this.#until(() => {
      const { state } = this.session;
      return state.kind === 'ready' || state.kind === 'closed' ? state : null;
    });
    if (state.kind === 'ready') return state;
    throw state.reason ?? new Error('closed by us');
  }

  /** Resolves with the reason once the session has ended. */
  ended(): Promise<{ reason: RealtimeError | null }> {
    return this.#until(() => (this.session.state.kind === 'closed' ? this.session.state : null));
  }

  #hear(event: SessionEvent): void {
    switch (event.type) {
      case 'words':
        this.#answer(event.turn).text += event.delta;
        return;
      case 'audio':
        this.#answer(event.turn).bytes += Buffer.byteLength(event.delta, 'base64');
        return;
      case 'turn-done':
        this.#answer(event.turn).outcome = event.outcome;
        return;
      default:
    }
  }

  #answer(turn: number): Answer {
    const known = this.#answers.get(turn);
    if (known !== undefined) return known;
    const fresh: Answer = { text: '', bytes: 0, outcome: null };
    this.#answers.set(turn, fresh);
    return fresh;
  }

  #until<T>(look: () => T | null): Promise<T> {
    return new Promise((resolve) => {
      const check = (): void => {
        const found = look();
        if (found === null) return;
        this.#waiting.delete(check);
        resolve(found);
      };
      this.#waiting.add(check);
      check();
    });
  }
}
