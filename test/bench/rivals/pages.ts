import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { build } from 'vite';

/** Names of the pages in this folder. */
export type RivalName = 'wavtools' | 'naive';

export interface Pages {
  url(name: RivalName, server: string): string;
  stop(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript' };

/** Builds the rivals' pages in memory and serves them on loopback, where a page may use an AudioWorklet. */
export async function servePages(): Promise<Pages> {
  const files = await bundle();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    const content = files.get(path);
    const type = TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    response.writeHead(content === undefined ? 404 : 200, { 'content-type': type });
    response.end(content);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: (name, server) => `http://127.0.0.1:${port}/${name}.html?url=${encodeURIComponent(server)}`,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

async function bundle(): Promise<Map<string, string | Uint8Array>> {
  const root = import.meta.dirname;
  const names: RivalName[] = ['wavtools', 'naive'];
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'chrome130',
      modulePreload: false,
      rolldownOptions: { input: names.map((name) => resolve(root, `${name}.html`)) },
    },
  });
  const files = new Map<string, string | Uint8Array>();
  if (!('output' in built)) throw new Error('The rivals were not built.');
  for (const file of built.output) files.set(file.fileName, file.type === 'chunk' ? file.code : file.source);
  return files;
}
