import { resolve } from 'node:path';
import { defineConfig } from 'electron-vite';
import { completeLicences } from './scripts/licence-texts';
import { tellPolicy } from './scripts/page-policy';
import { PAGE_POLICY } from './src/main/shell/page-policy';

const here = import.meta.dirname;

/** Syntax only: `out/main` also runs on the developer's own Node, under the host in test/host. */
const node = 'node20.19';
/** Electron 45's Chromium. Named, so that an electron-vite that does not know this Electron cannot lower it. */
const chromium = 'chrome156';

/**
 * Written beside each bundle: the licences of exactly what was bundled and, beside main's, of Electron, for About and for
 * the list of parts.
 */
const license = { fileName: 'licenses.json' };

// Everything is bundled: the installed program holds `out/` and no node_modules.
export default defineConfig({
  main: {
    plugins: [completeLicences(license.fileName, [resolve(here, 'node_modules/electron')])],
    build: {
      target: node,
      externalizeDeps: false,
      minify: true,
      license,
      rolldownOptions: { input: { index: resolve(here, 'src/main/index.ts') } },
    },
  },
  preload: {
    build: {
      target: node,
      externalizeDeps: false,
      // A sandboxed preload must be one CommonJS file that requires only `electron`.
      rolldownOptions: {
        input: { index: resolve(here, 'src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: resolve(here, 'src/renderer'),
    plugins: [tellPolicy(PAGE_POLICY), completeLicences(license.fileName)],
    oxc: { jsx: { importSource: 'preact' } },
    build: {
      target: chromium,
      minify: true,
      license,
      // The page's Content-Security-Policy allows no data: URLs and no inline scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: {
          popup: resolve(here, 'src/renderer/popup/index.html'),
          settings: resolve(here, 'src/renderer/settings/index.html'),
          about: resolve(here, 'src/renderer/about/index.html'),
        },
      },
    },
  },
});
