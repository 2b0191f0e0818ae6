import type { Asked, Outbound, SessionConfig } from './dialect';
import { sessionUpdate } from './dialect';
import type { RealtimeError } from './errors';
import { checkFormat } from './format-check';
import type { Sent } from './sent-events';
import type { SessionDescription } from './server-events';
import type { Dialect } from './session-events';

/** A `session.update`, and how it is known again when an error names it. */
export interface ConfigurationRequest {
  readonly event: Outbound;
  readonly sent: Sent;
}

export type AfterRefusal =
  /** The refusal was of a request that another has replaced: nothing is to be done. */
  | { do: 'ignore' }
  /** Less is asked for. */
  | { do: 'ask'; request: ConfigurationRequest }
  | { do: 'give-up' };

/** What is asked of a server before the first turn, in which words, and what it has granted of it (no I/O). */
export class Configuration {
  readonly #config: SessionConfig;
  /** Set by the profile; null: the server's own introduction tells. */
  readonly #given: Dialect | null;
  #dialect: Dialect;
  #model: string | null = null;
  #asked: Asked = 'full';

  constructor(config: SessionConfig, given: Dialect | null) {
    this.#config = config;
    this.#given = given;
    this.#dialect = given ?? 'ga';
  }

  get dialect(): Dialect {
    return this.#dialect;
  }

  /** As the server names it; null where it does not. */
  get model(): string | null {
    return this.#model;
  }

  /** The server has introduced itself: what it is asked for. */
  introduced({ dialect, model }: SessionDescription): ConfigurationRequest {
    this.#dialect = this.#given ?? dialect ?? 'ga';
    this.#model = model;
    return this.#ask('full');
  }

  /** The server has confirmed a configuration: null, or what makes it useless. */
  confirmed({ format, model }: SessionDescription): RealtimeError | null {
    const wrongFormat = checkFormat(format);
    if (wrongFormat === null) this.#model = model ?? this.#model;
    return wrongFormat;
  }

  /** The server has answered with an error, before it confirmed anything. `sent`: to what, if that is known. */
  refused(error: RealtimeError, sent: Sent | null): AfterRefusal {
    if (sent?.kind === 'configure' && sent.asked !== this.#asked) return { do: 'ignore' };
    if (error.code !== 'rejected' || this.#asked === 'essential') return { do: 'give-up' };
    return { do: 'ask', request: this.#ask('essential') };
  }

  #ask(asked: Asked): ConfigurationRequest {
    this.#asked = asked;
    return { event: sessionUpdate(this.#dialect, this.#config, asked), sent: { kind: 'configure', asked } };
  }
}
