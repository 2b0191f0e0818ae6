import { existsSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { writeFile } from 'atomically';
import { safeStorage } from 'electron';
import type { KeyResult, KeyView, Snapshot } from '../../preload/contract';
import type { Notice } from '../../preload/problem-contract';
import type { BoundKey } from '../assistant/keys';
import { codeOf } from './error-code';
import { checkKey } from './key-format';
import type { FileLog } from './log';
import { seal, unseal } from './sealed-key';

export interface KeyVaultOptions {
  platform: Snapshot['platform'];
  /** Where the encrypted key is kept, absolute. */
  file: string;
  /** Wall clock, for the name of a file that is set aside. */
  date: () => Date;
  log: Pick<FileLog, 'info' | 'warn' | 'error' | 'protect'>;
}

export interface LoadedKey {
  key: string | null;
  /** What to tell the user where there is a stored key that cannot be used, or null. */
  notice: Notice | null;
}

/**
 * Keeps the key that the user entered: encrypted by the system in a file, or in memory for this run where the system
 * offers no real encryption. The key is never part of an error, and the log is told to blot it out.
 */
export class KeyVault {
  readonly #options: KeyVaultOptions;
  #key: BoundKey | null = null;
  #view: KeyView = { kind: 'none' };
  #canEncrypt: Promise<boolean> | null = null;
  /** How often a key was entered or removed. */
  #changes = 0;

  constructor(options: KeyVaultOptions) {
    this.#options = options;
  }

  /** The key itself with its host, or null. Never leaves main. */
  get key(): BoundKey | null {
    return this.#key;
  }

  status(): KeyView {
    return this.#view;
  }

  /** Whether the system can really encrypt. Asked once; the system may ask the user for the keyring's password. */
  canEncrypt(): Promise<boolean> {
    this.#canEncrypt ??= this.#askSystem();
    return this.#canEncrypt;
  }

  /** Reads the stored key. Never rejects. Once the app is ready. */
  async load(): Promise<LoadedKey> {
    const { file, log } = this.#options;
    const changes = this.#changes;
    if (!existsSync(file)) return { key: null, notice: null };
    if (!(await this.canEncrypt())) {
      log.warn('The stored key cannot be read: the system offers no encryption now');
      return { key: null, notice: { kind: 'key-locked' } };
    }
    try {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(await readFile(file));
      // What was done while the system asked for the keyring's password is newer.
      if (changes !== this.#changes) return { key: this.#key?.key ?? null, notice: null };
      const bound = unseal(result);
      if (bound === null) return await this.#setAside();
      this.#take(bound, { kind: 'stored' });
      if (shouldReEncrypt) await this.#reEncrypt(bound);
      return { key: bound.key, notice: null };
    } catch (error) {
      log.warn('The stored key could not be decrypted', { code: codeOf(error) });
      return await this.#setAside();
    }
  }

  /**
   * Keeps a key that the user typed, for the server at `origin` alone. `remember` false, or no real encryption: for this
   * run only. Never rejects.
   */
  async store(typed: string, remember: boolean, origin: string): Promise<KeyResult> {
    const checked = checkKey(typed);
    if (checked.kind === 'refused') return checked;
    const key: BoundKey = { key: checked.key, origin };
    this.#changes += 1;
    if (!remember) {
      // What was stored before would come back at the next start, in place of the choice made now.
      if (!(await this.forget())) return { kind: 'refused', fault: 'still-stored' };
      return this.#keepForThisRun(key);
    }
    if (!(await this.canEncrypt())) return this.#keepForThisRun(key);
    try {
      await this.#write(key);
    } catch (error) {
      this.#options.log.warn('The key could not be stored: it is kept for this run', { code: codeOf(error) });
      return this.#keepForThisRun(key);
    }
    this.#take(key, { kind: 'stored' });
    this.#options.log.info('A key was stored');
    return { kind: 'kept', where: 'stored' };
  }

  /** Forgets the key, in memory and on disk; false, and all is as it was, if the file cannot be removed. */
  async forget(): Promise<boolean> {
    this.#changes += 1;
    try {
      await rm(this.#options.file, { force: true });
    } catch (error) {
      this.#options.log.warn('The stored key could not be removed', { code: codeOf(error) });
      return false;
    }
    this.#key = null;
    this.#view = { kind: 'none' };
    return true;
  }

  async #askSystem(): Promise<boolean> {
    const { platform, log } = this.#options;
    try {
      if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
    } catch (error) {
      log.warn('The system could not be asked for encryption', { code: codeOf(error) });
      return false;
    }
    if (platform !== 'linux') return true;
    // Without a keyring Electron "encrypts" with a password that is the same everywhere: that is no encryption.
    const backend = safeStorage.getSelectedStorageBackend();
    return backend !== 'basic_text' && backend !== 'unknown';
  }

  async #write(key: BoundKey): Promise<void> {
    await writeFile(this.#options.file, await safeStorage.encryptStringAsync(seal(key)), { mode: 0o600 });
  }

  async #reEncrypt(key: BoundKey): Promise<void> {
    try {
      await this.#write(key);
      this.#options.log.info('The stored key was encrypted anew');
    } catch (error) {
      // The old file is still whole, and the next start tries again.
      this.#options.log.warn('The stored key could not be encrypted anew', { code: codeOf(error) });
    }
  }

  async #setAside(): Promise<LoadedKey> {
    const { file, date, log } = this.#options;
    try {
      await rename(file, `${file}.corrupt-${date().toISOString().replaceAll(':', '-')}`);
    } catch (error) {
      log.error('The damaged key file could not be set aside', error);
    }
    return { key: null, notice: { kind: 'key-damaged' } };
  }

  #keepForThisRun(key: BoundKey): KeyResult {
    this.#take(key, { kind: 'this-run' });
    return { kind: 'kept', where: 'this-run' };
  }

  #take(key: BoundKey, view: KeyView): void {
    this.#options.log.protect(key.key);
    this.#key = key;
    this.#view = view;
  }
}
