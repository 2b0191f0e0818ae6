import type { KeyResult, KeyView } from '../../preload/contract';
import type { Vault } from '../assistant/keys';

/** What keeps one profile's key; `shell/secrets.ts` is the real one. */
export interface OneVault extends Vault {
  load(): Promise<{ notice: string | null }>;
  canEncrypt(): Promise<boolean>;
}

export interface ProfileVaultOptions {
  /** Makes what keeps the key of the profile with this id. */
  open: (profile: string) => OneVault;
  /** The id of the profile that is used. */
  active: () => string;
}

/** The keys of all profiles, each in a place of its own. Only that of the profile in use can be had. */
export class ProfileVault implements Vault {
  readonly #options: ProfileVaultOptions;
  readonly #vaults = new Map<string, OneVault>();

  constructor(options: ProfileVaultOptions) {
    this.#options = options;
  }

  get key(): string | null {
    return this.#active.key;
  }

  status(): KeyView {
    return this.#active.status();
  }

  store(typed: string, remember: boolean): Promise<KeyResult> {
    return this.#active.store(typed, remember);
  }

  canEncrypt(): Promise<boolean> {
    return this.#active.canEncrypt();
  }

  /** Reads the stored key of the profile in use. Never rejects. */
  load(): Promise<{ notice: string | null }> {
    return this.#active.load();
  }

  get #active(): OneVault {
    const id = this.#options.active();
    const known = this.#vaults.get(id);
    if (known !== undefined) return known;
    const opened = this.#options.open(id);
    this.#vaults.set(id, opened);
    return opened;
  }
}

/** Where the key of a profile is kept: that of OpenAI where it has always been. */
export function keyFileOf(keyFile: string, profile: string): string {
  return profile === 'openai' ? keyFile : keyFile.replace(/\.bin$/u, `-${profile}.bin`);
}
