import type { KeyResult, KeyView } from '../../preload/contract';
import type { Notice } from '../../preload/problem-contract';
import { originOf } from '../assistant/endpoint';
import type { BoundKey, Vault } from '../assistant/keys';
import type { Profile } from '../settings/profile';

/** What keeps one profile's key; `shell/secrets.ts` is the real one. */
export interface OneVault extends Omit<Vault, 'store'> {
  /** Keeps the key for the server at `origin`. */
  store(typed: string, remember: boolean, origin: string): Promise<KeyResult>;
  load(): Promise<{ notice: Notice | null }>;
  canEncrypt(): Promise<boolean>;
  /** In memory and on the disk; false if it is still there. Never rejects. */
  forget(): Promise<boolean>;
}

export interface ProfileVaultOptions {
  /** Makes what keeps the key of the profile with this id. */
  open: (profile: string) => OneVault;
  /** The profile that is used. */
  active: () => Profile;
}

/** The keys of all profiles, each in a place of its own. Only that of the profile in use can be had. */
export class ProfileVault implements Vault {
  readonly #options: ProfileVaultOptions;
  readonly #vaults = new Map<string, OneVault>();
  /** Those whose stored key was read, or is being read. */
  readonly #loads = new WeakMap<OneVault, Promise<{ notice: Notice | null }>>();

  constructor(options: ProfileVaultOptions) {
    this.#options = options;
  }

  get key(): BoundKey | null {
    return this.#active.key;
  }

  status(): KeyView {
    return this.#active.status();
  }

  /** Keeps a key for the host that the profile in use names now. */
  async store(typed: string, remember: boolean): Promise<KeyResult> {
    const origin = originOf(this.#options.active());
    if (origin === null) return { kind: 'refused', fault: 'no-server' };
    return this.#active.store(typed, remember, origin);
  }

  canEncrypt(): Promise<boolean> {
    return this.#active.canEncrypt();
  }

  /** Reads the stored key of the profile in use, once: what was entered since is newer. Never rejects. */
  load(): Promise<{ notice: Notice | null }> {
    const vault = this.#active;
    const known = this.#loads.get(vault);
    if (known !== undefined) return known;
    const loading = vault.load();
    this.#loads.set(vault, loading);
    return loading;
  }

  /** Forgets the key of the profile in use. */
  forget(): Promise<boolean> {
    return this.#active.forget();
  }

  /** Forgets the key of a profile that is being removed. */
  async remove(profile: string): Promise<boolean> {
    const removed = await this.#vaultOf(profile).forget();
    this.#vaults.delete(profile);
    return removed;
  }

  get #active(): OneVault {
    return this.#vaultOf(this.#options.active().id);
  }

  #vaultOf(id: string): OneVault {
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
