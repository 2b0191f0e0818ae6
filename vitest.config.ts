import { defineConfig } from 'vitest/config';

// `unit` needs nothing but Node; `packaging` and `e2e` look at the built program in out/.
export default defineConfig({
  oxc: { jsx: { importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/{main,preload,renderer,host,scripts,bench}/**/*.test.{ts,tsx}'],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'packaging',
          include: ['test/packaging/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        // One browser and one sound sink at a time: recordings of two runs would mix. Once more, because a browser, a sound
        // server and the program share a machine with others: what is broken fails twice.
        test: {
          name: 'e2e',
          retry: 1,
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
