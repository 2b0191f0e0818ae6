import { readFile } from 'node:fs/promises';
import { transformWithOxc } from 'vite';
import { expect, test } from 'vitest';

test.each(['contract', 'audio-contract', 'problem-contract'].map((name) => `src/preload/${name}.ts`))(
  '%s holds types alone',
  async (path) => {
    const { code } = await transformWithOxc(await readFile(path, 'utf8'), path, { sourcemap: false });
    expect(
      code
        .replace('export {};', '')
        .replaceAll(/\/\*.*?\*\//gs, '')
        .trim(),
    ).toBe('');
  },
);
