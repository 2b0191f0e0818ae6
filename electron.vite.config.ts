import { resolve } from 'node:path';
import { defineConfig } from 'electron-vite';

const here = import.meta.dirname;

// Everything is bundled: the installed program holds `out/` and no node_modules.
export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      minify: true,
      rollupOptions: { input: { index: resolve(here, 'src/main/index.ts') } },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      // A sandboxed preload must be one CommonJS file that requires only `electron`.
      rollupOptions: {
        input: { index: resolve(here, 'src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(here, 'src/renderer'),
    oxc: { jsx: { importSource: 'preact' } },
    build: {
      minify: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: { popup: resolve(here, 'src/renderer/popup/index.html') } },
    },
  },
});
