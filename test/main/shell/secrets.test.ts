import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KeyVault } from '../../../src/main/shell/secrets';
import type { Snapshot } from '../../../src/preload/contract';
import { safeStorage } from '../../fakes/electron';
import { FakeLog } from '../../fakes/log';

vi.mock('electron', () => import('../../fakes/electron'));

const key = 'sk-proj-0123456789abcdefghij';
const origin = 'wss://api.openai.com';
let dir = '';
let file = '';
let log = new FakeLog();

function vault(platform: Snapshot['platform'] = 'linux'): KeyVault {
  return new KeyVault({ platform, file, date: () => new Date('2026-11-23T15:04:05.678Z'), log });
}

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'aloud-key-'));
  file = join(dir, 'key.bin');
  log = new FakeLog();
  safeStorage.available = true;
  safeStorage.backend = 'gnome_libsecret';
  safeStorage.shouldReEncrypt = false;
  safeStorage.failure = null;
  safeStorage.encryptions = 0;
});

afterEach(() => rmSync(dir, { recursive: true }));

describe('a stored key', () => {
  it('comes back at the next start, and is not readable in its file', async () => {
    const first = vault();
    expect(await first.store(`  ${key}\n`, true, origin)).toEqual({ kind: 'kept', where: 'stored' });
    expect(first.status()).toEqual({ kind: 'stored' });
    expect(readFileSync(file).includes(key)).toBe(false);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(dir)).toEqual(['key.bin']);

    const next = vault();
    expect(await next.load()).toEqual({ key, notice: null });
    expect(next.key).toEqual({ key, origin });
    expect(next.status()).toEqual({ kind: 'stored' });
  });

  it('is encrypted anew when the system says so, and only then', async () => {
    await vault().store(key, true, origin);
    await vault().load();
    expect(safeStorage.encryptions).toBe(1);
    safeStorage.shouldReEncrypt = true;
    await vault().load();
    expect(safeStorage.encryptions).toBe(2);
    expect(await vault().load()).toEqual({ key, notice: null });
  });

  it('is forgotten for good', async () => {
    const kept = vault();
    await kept.store(key, true, origin);
    await kept.forget();
    expect(kept.key).toBeNull();
    expect(kept.status()).toEqual({ kind: 'none' });
    expect(await vault().load()).toEqual({ key: null, notice: null });
  });

  it('that cannot be removed stays, which is said', async () => {
    const kept = vault();
    await kept.store(key, true, origin);
    // A folder in the place of the file is not removed.
    rmSync(file);
    mkdirSync(file);
    expect(await kept.forget()).toBe(false);
    expect(kept.key).toEqual({ key, origin });
    expect(await kept.store(`${key}-new`, false, origin)).toEqual({ kind: 'refused', fault: 'still-stored' });
    expect(kept.status()).toEqual({ kind: 'stored' });
  });

  it('does not take the place of one that was entered while the keyring was asked', async () => {
    await vault().store(key, true, origin);
    const next = vault();
    const loading = next.load();
    await next.store(`${key}-new`, false, origin);
    expect(await loading).toEqual({ key: `${key}-new`, notice: null });
    expect(next.key?.key).toBe(`${key}-new`);
  });

  it('does not come back in place of one that was entered for this run only', async () => {
    await vault().store(key, true, origin);
    expect(await vault().store(`${key}-new`, false, origin)).toEqual({ kind: 'kept', where: 'this-run' });
    expect(await vault().load()).toEqual({ key: null, notice: null });
  });
});

describe('the host of a key', () => {
  it('is encrypted with it, and unknown for a key of an earlier version', async () => {
    await vault().store(key, true, 'wss://one.test:8443');
    expect(readFileSync(file).includes('one.test')).toBe(false);
    const next = vault();
    await next.load();
    expect(next.key).toEqual({ key, origin: 'wss://one.test:8443' });

    writeFileSync(file, await safeStorage.encryptStringAsync(key));
    safeStorage.shouldReEncrypt = true;
    await next.load();
    expect(next.key).toEqual({ key, origin: null });
    safeStorage.shouldReEncrypt = false;
    await next.load();
    expect(next.key).toEqual({ key, origin: null });
  });

  it.each(['{"key":"sk-proj-0123456789abcdefghij"}', '{', '{"key":"short","origin":"wss://one.test"}'])(
    'makes a file that lacks it damaged: %s',
    async (text) => {
      writeFileSync(file, await safeStorage.encryptStringAsync(text));
      expect(await vault().load()).toEqual({ key: null, notice: { kind: 'key-damaged' } });
    },
  );
});

describe('without real encryption', () => {
  it.each([
    ['the hard-coded password', () => (safeStorage.backend = 'basic_text')],
    ['an unknown keyring', () => (safeStorage.backend = 'unknown')],
    ['no encryption at all', () => (safeStorage.available = false)],
  ])('(%s) it is kept for this run and nothing is written', async (_name, prepare) => {
    prepare();
    const kept = vault();
    expect(await kept.canEncrypt()).toBe(false);
    expect(await kept.store(key, true, origin)).toEqual({ kind: 'kept', where: 'this-run' });
    expect(kept.key).toEqual({ key, origin });
    expect(kept.status()).toEqual({ kind: 'this-run' });
    expect(readdirSync(dir)).toEqual([]);
  });

  it('asks for the keyring on Linux alone', async () => {
    safeStorage.backend = 'unknown';
    expect(await vault('darwin').canEncrypt()).toBe(true);
    expect(await vault('win32').canEncrypt()).toBe(true);
  });

  it('leaves a stored key where it is and says why it is not used', async () => {
    await vault().store(key, true, origin);
    safeStorage.available = false;
    expect(await vault().load()).toEqual({ key: null, notice: { kind: 'key-locked' } });
    safeStorage.available = true;
    expect(await vault().load()).toEqual({ key, notice: null });
  });

  it('keeps the key for this run when storing it fails', async () => {
    safeStorage.failure = new Error(`could not encrypt ${key}`);
    expect(await vault().store(key, true, origin)).toEqual({ kind: 'kept', where: 'this-run' });
    expect(log.text).not.toContain(key);
  });
});

describe('bad input', () => {
  it.each([Buffer.from('rubbish'), Buffer.alloc(0), Buffer.from('v11\u0000\u0001')])(
    'sets a damaged file aside and says so',
    async (content) => {
      writeFileSync(file, content);
      expect(await vault().load()).toEqual({ key: null, notice: { kind: 'key-damaged' } });
      expect(existsSync(file)).toBe(false);
      expect(readFileSync(`${file}.corrupt-2026-11-23T15-04-05.678Z`).equals(content)).toBe(true);
    },
  );

  it('refuses what is no key and keeps the one it has', async () => {
    const kept = vault();
    await kept.store(key, true, origin);
    expect(await kept.store('two words', true, origin)).toEqual({
      kind: 'refused',
      fault: 'spaces',
    });
    expect(kept.key).toEqual({ key, origin });
  });
});

it('tells the log what to blot out, and never writes it there', async () => {
  const kept = vault();
  await kept.store(key, true, origin);
  await vault().load();
  expect(log.secrets).toContain(key);
  expect(log.text).not.toContain(key);
});
