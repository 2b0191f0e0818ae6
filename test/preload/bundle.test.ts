import { resolve } from 'node:path';
import { build } from 'vite';
import { expect, it } from 'vitest';

/** A sandboxed preload must be one CommonJS file that requires nothing but `electron`. */
it('bundles into one file that requires only electron', async () => {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      rollupOptions: {
        input: resolve(import.meta.dirname, '../../src/preload/index.ts'),
        external: [/^node:/u, 'electron'],
        output: { format: 'cjs' },
      },
    },
  });
  if (!('output' in result)) throw new Error('Built more than once');
  const [only, ...others] = result.output;
  expect(others).toEqual([]);
  expect(only.imports).toEqual(['electron']);
  const required = [...only.code.matchAll(/require\(["'`]([^"'`]+)/gu)].map((match) => match[1]);
  expect(new Set(required)).toEqual(new Set(['electron']));
});
