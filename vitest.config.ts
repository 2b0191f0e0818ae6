import { defineConfig } from 'vitest/config';

// `unit` and `reliability` need nothing but Node; `packaging`, `e2e`, `heard` and `electron` look at the built program in out/.
export default defineConfig({
  oxc: { jsx: { importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/{main,preload,renderer,texts,host,scripts,bench}/**/*.test.{ts,tsx}'],
          exclude: ['test/main/reliability/**'],
          testTimeout: 20_000,
          maxWorkers: 2,
        },
      },
      // Real sockets in hurried time: what else runs would take away time in which they answer.
      {
        extends: true,
        test: {
          name: 'reliability',
          include: ['test/main/reliability/**/*.test.ts'],
          testTimeout: 20_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
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
      // Once more, because a browser, a sound server and the program share a machine with others: what is broken fails
      // twice. These mostly wait for each other's timers, so two of them go side by side.
      {
        extends: true,
        test: {
          name: 'e2e',
          retry: 1,
          include: ['test/e2e/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
      // What is recorded or measured has the machine for itself.
      {
        extends: true,
        test: {
          name: 'heard',
          retry: 1,
          include: ['test/e2e/heard/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
      // On Electron's own binary, where it is there: `npm run test:e2e -- --electron`.
      {
        extends: true,
        test: {
          name: 'electron',
          retry: 1,
          include: ['test/electron/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
});
