import type {
  HeardItem,
  RememberedMessage,
  Session,
  SessionEvent,
  SessionState,
} from '../../src/main/realtime/session-events';

/** A session that does nothing by itself: tests read what it was told and let it say what they want. */
export class FakeSession implements Session {
  state: SessionState = { kind: 'connecting' };
  readonly calls: (
    | { call: 'ask'; turn: number; prompt: string }
    | { call: 'settle'; items: readonly HeardItem[] }
    | { call: 'cancel' }
    | { call: 'remember'; messages: readonly RememberedMessage[] }
    | { call: 'probe' }
    | { call: 'close' }
  )[] = [];
  readonly #tell: (event: SessionEvent) => void;

  constructor(tell: (event: SessionEvent) => void) {
    this.#tell = tell;
  }

  ask(turn: number, prompt: string): void {
    this.calls.push({ call: 'ask', turn, prompt });
  }

  cancel(): void {
    this.calls.push({ call: 'cancel' });
  }

  settle(items: readonly HeardItem[]): void {
    this.calls.push({ call: 'settle', items });
  }

  remember(messages: readonly RememberedMessage[]): void {
    this.calls.push({ call: 'remember', messages });
  }

  probe(): void {
    this.calls.push({ call: 'probe' });
  }

  close(): void {
    this.calls.push({ call: 'close' });
  }

  says(...events: SessionEvent[]): void {
    for (const event of events) {
      if (event.type === 'state') this.state = event.state;
      this.#tell(event);
    }
  }

  becomes(state: SessionState): void {
    this.says({ type: 'state', state });
  }
}
