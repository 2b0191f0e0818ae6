import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isOutdated } from '../../scripts/build-out';
import { chooseRuntime } from '../../scripts/electron-binary';

describe('what is built', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'aloud-build-'));
    write('src/main/index.ts', 100);
    write('package.json', 100);
    for (const path of ['main/index.js', 'preload/index.cjs', 'renderer/popup/index.html']) {
      write(`out/${path}`, 200);
    }
  });
  afterEach(() => rmSync(root, { recursive: true }));

  /** `seconds`: when it was last changed. */
  function write(path: string, seconds: number): void {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '');
    utimesSync(file, seconds, seconds);
  }

  test('is left alone while it is newer than the sources', () => {
    expect(isOutdated(root)).toBe(false);
  });

  test('is built again after a change, also of one that lies deep', () => {
    write('src/renderer/popup/parts/deep.tsx', 300);
    expect(isOutdated(root)).toBe(true);
  });

  test('is built again when a part is missing', () => {
    rmSync(join(root, 'out/preload'), { recursive: true });
    expect(isOutdated(root)).toBe(true);
  });
});

describe('the runtime', () => {
  test('is Chromium where there is no display or it was asked for', async () => {
    expect(await chooseRuntime({}, false)).toMatchObject({ kind: 'chromium' });
    expect(await chooseRuntime({ ALOUD_RUNTIME: 'chromium' }, true)).toMatchObject({ kind: 'chromium' });
  });

  test('is nothing else', async () => {
    await expect(chooseRuntime({ ALOUD_RUNTIME: 'firefox' }, true)).rejects.toThrow('not firefox');
  });
});
