import type { Plugin } from 'vite';

/** Writes a Content-Security-Policy into each page, before anything that it governs. */
export function tellPolicy(policy: string): Plugin {
  return {
    name: 'aloud:page-policy',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
        injectTo: 'head-prepend',
      },
    ],
  };
}
