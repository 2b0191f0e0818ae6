import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Dialog, Net, SafeStorage, Shell, SystemPreferences } from 'electron';
import { declared, declaredEvents, NotInHostError } from '../declared';
import type { HostContext } from '../host-context';

/** electron.shell: nothing is opened, everything is recorded. */
export function createShell(
  host: HostContext,
): Pick<Shell, 'openPath' | 'openExternal' | 'showItemInFolder' | 'beep'> {
  const record = (action: 'openPath' | 'openExternal' | 'showItemInFolder' | 'beep', target: string) => {
    host.system.shellCalls.push({ action, target });
  };
  return declared('shell', {
    openPath: async (path: string) => {
      record('openPath', path);
      return existsSync(path) ? '' : `Failed to open path: ${path}`;
    },
    openExternal: async (url: string) => record('openExternal', new URL(url).href),
    showItemInFolder: (path: string) => record('showItemInFolder', path),
    beep: () => record('beep', ''),
  });
}

type MessageBoxArguments = Parameters<Dialog['showMessageBox']>;

/** electron.dialog: each is recorded, and answered as the test said or by its default button. */
export function createDialog(host: HostContext): Pick<Dialog, 'showErrorBox'> & {
  showMessageBox(...args: unknown[]): Promise<{ response: number; checkboxChecked: boolean }>;
} {
  return declared('dialog', {
    showErrorBox(title: string, content: string) {
      host.system.dialogs.push({ kind: 'error', title, message: content, detail: '', buttons: ['OK'] });
      process.stderr.write(`${title}: ${content}\n`);
    },
    async showMessageBox(...args: unknown[]) {
      // With or without the parent window before the options.
      const options = (args.at(-1) ?? {}) as MessageBoxArguments[0] & Electron.MessageBoxOptions;
      const buttons = options.buttons ?? ['OK'];
      const { title = '', message, detail = '' } = options;
      host.system.dialogs.push({ kind: 'message', title, message, detail, buttons });
      const response = host.system.dialogAnswers.shift() ?? options.defaultId ?? 0;
      return { response, checkboxChecked: options.checkboxChecked ?? false };
    },
  });
}

const KEY_BYTES = 32;

/** electron.safeStorage: AES-256-GCM under a key that stands in for the system's keyring. */
export function createSafeStorage(
  host: HostContext,
): Pick<
  SafeStorage,
  | 'isEncryptionAvailable'
  | 'isAsyncEncryptionAvailable'
  | 'encryptStringAsync'
  | 'decryptStringAsync'
  | 'getSelectedStorageBackend'
> {
  const available = () => host.lifecycle.isReady && host.system.storage !== 'unavailable';
  // The hard-coded password of Chromium's fallback: no secret, and not meant to look like one.
  let memoryKey: Buffer | null = null;
  /** The newest first: a keyring that was given another key still reads what the former one sealed. */
  const keys = (): [Buffer, ...Buffer[]] => {
    if (!available()) throw new Error('Encryption is not available.');
    if (host.system.storage === 'basic_text') return [createHash('sha256').update('peanuts').digest()];
    const file = host.system.keyringFile;
    if (file === null) {
      memoryKey ??= randomBytes(KEY_BYTES);
      return [memoryKey];
    }
    if (!existsSync(file)) writeFileSync(file, randomBytes(KEY_BYTES), { mode: 0o600 });
    const kept = readFileSync(file);
    const former = Array.from({ length: kept.length / KEY_BYTES - 1 }, (_, at) =>
      kept.subarray(at * KEY_BYTES, (at + 1) * KEY_BYTES),
    );
    return [kept.subarray(-KEY_BYTES), ...former.reverse()];
  };
  const unseal = (encrypted: Buffer, key: Buffer): string | null => {
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, encrypted.subarray(0, 12));
      decipher.setAuthTag(encrypted.subarray(12, 28));
      return Buffer.concat([decipher.update(encrypted.subarray(28)), decipher.final()]).toString('utf8');
    } catch {
      return null;
    }
  };
  return declared('safeStorage', {
    isEncryptionAvailable: available,
    isAsyncEncryptionAvailable: async () => available(),
    getSelectedStorageBackend() {
      if (!host.lifecycle.isReady) return 'unknown';
      return host.system.storage === 'real' ? 'gnome_libsecret' : 'basic_text';
    },
    async encryptStringAsync(plain: string) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', keys()[0], nonce);
      const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    },
    async decryptStringAsync(encrypted: Buffer) {
      for (const [age, key] of keys().entries()) {
        const result = unseal(encrypted, key);
        if (result !== null) return { result, shouldReEncrypt: age > 0 };
      }
      throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.');
    },
  });
}

/** electron.systemPreferences: what a desktop says of moving things. */
export function createSystemPreferences(host: HostContext): Pick<SystemPreferences, 'getAnimationSettings'> {
  return declared('systemPreferences', {
    getAnimationSettings: () => ({
      shouldRenderRichAnimation: !host.system.reducedMotion,
      scrollAnimationsEnabledBySystem: !host.system.reducedMotion,
      prefersReducedMotion: host.system.reducedMotion,
    }),
  });
}

const POWER_EVENTS = [
  'suspend',
  'resume',
  'on-ac',
  'on-battery',
  'shutdown',
  'lock-screen',
  'unlock-screen',
  'user-did-become-active',
  'user-did-resign-active',
];

/** What of a request the host passes on as Electron does. */
const FETCH_OPTIONS = new Set([
  'method',
  'headers',
  'signal',
  'redirect',
  'credentials',
  'cache',
  'bypassCustomProtocolHandlers',
]);

/** electron.net; the test says whether the system knows of a network. `fetch` is Node's, which has neither cookies nor a cache. */
export function createNet(host: HostContext): Pick<Net, 'isOnline' | 'fetch'> {
  return declared('net', {
    fetch: async (input: string | Request, init: RequestInit = {}) => {
      host.lifecycle.requireReady('net');
      if (typeof input !== 'string') throw new NotInHostError('net.fetch of a Request');
      for (const option of Object.keys(init)) {
        if (!FETCH_OPTIONS.has(option)) throw new NotInHostError(`net.fetch option ${option}`);
      }
      return fetch(input, init);
    },
    isOnline: () => {
      host.lifecycle.requireReady('net');
      return host.system.online;
    },
  });
}

/** electron.powerMonitor; the test says what happens. */
export function createPowerMonitor(host: HostContext): InstanceType<ReturnType<typeof declaredEvents>> {
  const monitor = new (declaredEvents('powerMonitor', POWER_EVENTS))();
  host.system.on('power', (event) => void monitor.emit(event, { preventDefault() {} }));
  return monitor;
}
