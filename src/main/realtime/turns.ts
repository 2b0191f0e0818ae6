import type { Schedule } from '../schedule';
import {
  itemDelete,
  itemTruncate,
  type Outbound,
  responseCancel,
  responseCreate,
  userPrompt,
} from './dialect';
import type { RealtimeError } from './errors';
import type { Command, GateInput } from './gate-types';
import { JobQueue } from './job-queue';
import type { Settlement } from './received-items';
import { ReceivedItems } from './received-items';
import { NEW_GATE, step } from './response-gate';
import type { Sent } from './sent-events';
import type { Dialect, HeardItem, SessionEvent } from './session-events';

export interface TurnsDeps {
  schedule: Schedule;
  /** How long the gate waits, ms. */
  timeouts: { end: number; silence: number };
  dialect(): Dialect;
  /** Drops the event if there is no connection any more. */
  send(event: Outbound, sent: Sent): void;
  tell(event: SessionEvent): void;
  disconnect(error: RealtimeError): void;
}

/** Runs the gate: does what it commands, with one timer, and counts what was passed on of each item. */
export class Turns {
  readonly #deps: TurnsDeps;
  readonly #queue = new JobQueue();
  readonly #received = new ReceivedItems();
  #gate = NEW_GATE;
  #stopTimer: () => void = () => {};

  constructor(deps: TurnsDeps) {
    this.#deps = deps;
  }

  feed(input: GateInput): void {
    this.#queue.add(() => {
      const { gate, commands } = step(this.#gate, input);
      this.#gate = gate;
      for (const command of commands) this.#run(command);
    });
  }

  settle(items: readonly HeardItem[]): void {
    this.#queue.add(() => this.#sendSettlements(this.#received.settle(items)));
  }

  /** Tells `event` after all that is still to be told of what came before. */
  tellLast(event: SessionEvent): void {
    this.#queue.add(() => this.#deps.tell(event));
  }

  #run(command: Command): void {
    const { send, tell, schedule, timeouts, dialect } = this.#deps;
    switch (command.do) {
      case 'send-prompt':
        send(userPrompt(command.prompt), { kind: 'prompt', turn: command.turn });
        return;
      case 'send-create': {
        const { generation } = command;
        send(responseCreate(dialect(), String(generation)), { kind: 'create', generation });
        return;
      }
      case 'send-cancel':
        send(responseCancel(command.response), { kind: 'other' });
        return;
      case 'settle-unheard':
        this.#sendSettlements(this.#received.settleUnheard(command.items));
        return;
      case 'arm': {
        const { timer, wait } = command;
        this.#stopTimer();
        this.#stopTimer = schedule(timeouts[wait], () => this.feed({ type: 'tick', timer }));
        return;
      }
      case 'disarm':
        this.#stopTimer();
        return;
      case 'disconnect':
        this.#deps.disconnect(command.error);
        return;
      case 'tell':
        this.#count(command.event);
        tell(command.event);
        return;
      default:
        command satisfies never;
    }
  }

  #count(event: SessionEvent): void {
    if (event.type === 'audio') this.#received.audio(event.item, event.delta);
    else if (event.type === 'audio-end') this.#received.audioEnded(event.item);
  }

  #sendSettlements(settlements: readonly Settlement[]): void {
    for (const { item, audioEndMs } of settlements) {
      const event = audioEndMs === 0 ? itemDelete(item) : itemTruncate(item, audioEndMs);
      this.#deps.send(event, { kind: 'other' });
    }
  }
}
