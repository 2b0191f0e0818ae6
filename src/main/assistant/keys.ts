import type { KeyResult, KeyView } from '../../preload/contract';

/** A key with the one place that it may be sent to. */
export interface BoundKey {
  readonly key: string;
  /** Scheme, host and port for which it was entered; null: by an earlier version, which knew OpenAI's alone. */
  readonly origin: string | null;
}

/** What keeps the entered keys; `composition/profile-vault.ts` is the real one. */
export interface Vault {
  readonly key: BoundKey | null;
  status(): KeyView;
  store(typed: string, remember: boolean): Promise<KeyResult>;
  /** In memory and on the disk; false if it is still there. */
  forget(): Promise<boolean>;
}

/** The keys of this run: the entered one, and that of the environment, which goes first until another is entered. */
export class Keys {
  readonly #vault: Vault;
  #environment: string | null;

  constructor(vault: Vault, environment: string | null) {
    this.#vault = vault;
    this.#environment = environment;
  }

  /** From OPENAI_API_KEY, for this run. */
  get environment(): string | null {
    return this.#environment;
  }

  /** From the vault. */
  get entered(): BoundKey | null {
    return this.#vault.key;
  }

  /** Where the key is that is used. */
  get view(): KeyView {
    return this.#environment === null ? this.#vault.status() : { kind: 'environment' };
  }

  /** Where the entered one is, whichever is used. */
  get enteredView(): KeyView {
    return this.#vault.status();
  }

  /** Forgets the entered one; false if it is still stored. */
  forget(): Promise<boolean> {
    return this.#vault.forget();
  }

  /** Keeps what the user typed. It is meant: from now on it goes before that of the environment. */
  async keep(typed: string, remember: boolean): Promise<KeyResult> {
    const result = await this.#vault.store(typed, remember);
    if (result.kind === 'kept') this.#environment = null;
    return result;
  }
}
