import { resolve } from 'node:path';
import type { PageConfig } from './page/config';

/** The host's own scripts for pages, each as one text. */
export interface PageScripts {
  mainWorld(config: PageConfig): string;
  /** `preload`: the text of the app's preload, one CommonJS file. */
  preloadWorld(config: PageConfig, preload: string): string;
  portWorker: string;
}

async function bundle(name: string): Promise<string> {
  // Only when a browser is started: a second instance ends long before.
  const { build } = await import('vite');
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    root: import.meta.dirname,
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      lib: { entry: resolve(import.meta.dirname, 'page', `${name}.ts`), formats: ['iife'], name: 'host' },
    },
  });
  const output = Array.isArray(result) ? result[0]?.output : 'output' in result ? result.output : undefined;
  const chunk = output?.[0];
  if (chunk === undefined) throw new Error(`The host's page script ${name} was not built`);
  return chunk.code;
}

// Only the window's own document: Electron runs no preload in frames, and the page's frames share our scripts.
const inTopFrame = (config: PageConfig, code: string) =>
  `if (window === window.top) { (() => { const hostConfig = ${JSON.stringify(config)};\n${code}\n})(); }`;

export async function buildPageScripts(): Promise<PageScripts> {
  const [mainWorld, preloadWorld, portWorker] = await Promise.all(
    ['main-world', 'preload-world', 'port-worker'].map(bundle),
  );
  if (mainWorld === undefined || preloadWorld === undefined || portWorker === undefined) {
    throw new Error("The host's page scripts were not built");
  }
  return {
    mainWorld: (config) => inTopFrame(config, mainWorld),
    preloadWorld: (config, preload) =>
      inTopFrame(
        config,
        `const hostPreload = function (require, module, exports, process) {\n${preload}\n};\n${preloadWorld}`,
      ),
    portWorker,
  };
}
