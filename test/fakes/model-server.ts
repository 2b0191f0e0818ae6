import type { ClientEvent, ServerEvent } from '../../src/main/realtime/connection';
import { says, silence } from './server-says';

/** An item of the assistant, as the server remembers it. */
export interface RememberedItem {
  id: string;
  ms: number;
  isDeleted: boolean;
  /** Its response ended by itself. */
  isCompleted: boolean;
}

interface ActiveResponse {
  id: string;
  item: RememberedItem | null;
}

/**
 * The rules of the real service without its network (pure): one active response, cancel, truncate with its refusals,
 * delete. What it says comes out of {@link take}, in order; `faults` holds every refusal that a right client never gets.
 */
export class ModelServer {
  readonly items: RememberedItem[] = [];
  readonly faults: string[] = [];
  /** The prompts that a response was made to, oldest first; a response answers all that is there. */
  readonly answered: string[] = [];
  readonly #keepsMetadata: boolean;
  readonly #out: ServerEvent[] = [];
  #active: ActiveResponse | null = null;
  #lastPrompt = '';
  #count = 0;

  constructor(keepsMetadata: boolean) {
    this.#keepsMetadata = keepsMetadata;
  }

  get isActive(): boolean {
    return this.#active !== null;
  }

  get hasSomethingToSay(): boolean {
    return this.#out.length > 0;
  }

  /** The oldest event that was not yet taken. */
  take(): ServerEvent | undefined {
    return this.#out.shift();
  }

  receive(event: ClientEvent): void {
    switch (event.type) {
      case 'session.update':
        this.#out.push(says.sessionUpdated());
        return;
      case 'conversation.item.create':
        this.#lastPrompt = JSON.stringify(event.item);
        return;
      case 'response.create':
        this.#create(event);
        return;
      case 'response.cancel':
        this.#cancel(event);
        return;
      case 'conversation.item.truncate':
        this.#truncate(event);
        return;
      case 'conversation.item.delete':
        this.#delete(event);
        return;
      default:
        this.#refuse(event, 'unknown_event');
    }
  }

  /** Makes `ms` more of the active response's sound. */
  generate(ms: number): void {
    const active = this.#active;
    if (active === null) return;
    if (active.item === null) {
      this.#count += 1;
      active.item = { id: `item${this.#count}`, ms: 0, isDeleted: false, isCompleted: false };
      this.items.push(active.item);
      this.#out.push(says.itemAdded(active.id, active.item.id));
      return;
    }
    active.item.ms += ms;
    this.#out.push(says.words(active.id, active.item.id, 'word '), {
      ...says.audio(active.id, active.item.id, 0),
      delta: silence(ms),
    });
  }

  /** Ends the active response. */
  finish(status: 'completed' | 'cancelled' | 'failed' = 'completed'): void {
    const active = this.#active;
    if (active === null) return;
    this.#active = null;
    if (active.item !== null) {
      active.item.isCompleted = status === 'completed';
      this.#out.push(says.audioDone(active.id, active.item.id), says.itemDone(active.id, active.item.id));
    }
    const output = active.item === null ? [] : [{ id: active.item.id }];
    this.#out.push(says.responseDone(active.id, status, { output }));
  }

  #create(event: ClientEvent): void {
    if (this.#active !== null) {
      this.#refuse(event, 'conversation_already_has_active_response');
      return;
    }
    this.#count += 1;
    this.#active = { id: `resp${this.#count}`, item: null };
    this.answered.push(this.#lastPrompt);
    const metadata = this.#keepsMetadata && event.response instanceof Object ? event.response : {};
    this.#out.push(says.responseCreated(this.#active.id, metadata));
  }

  #cancel(event: ClientEvent): void {
    const isRight = event.response_id === undefined || event.response_id === this.#active?.id;
    if (this.#active === null || !isRight) {
      // The one refusal that cannot be avoided: the response may end while the cancel is on its way.
      this.#out.push(says.error('response_cancel_not_active', event.event_id));
      return;
    }
    this.finish('cancelled');
  }

  #truncate(event: ClientEvent): void {
    const item = this.#item(event);
    const ms = event.audio_end_ms;
    if (item === undefined) this.#refuse(event, 'item_not_found');
    else if (typeof ms !== 'number' || !Number.isInteger(ms) || ms < 0) this.#refuse(event, 'invalid_type');
    else if (ms > item.ms) this.#refuse(event, 'already_shorter');
    else item.ms = ms;
  }

  #delete(event: ClientEvent): void {
    const item = this.#item(event);
    if (item === undefined) this.#refuse(event, 'item_not_found');
    else item.isDeleted = true;
  }

  #item(event: ClientEvent): RememberedItem | undefined {
    return this.items.find(({ id, isDeleted }) => id === event.item_id && !isDeleted);
  }

  #refuse(event: ClientEvent, code: string): void {
    this.faults.push(`${event.type}: ${code}`);
    this.#out.push(says.error(code, event.event_id));
  }
}
