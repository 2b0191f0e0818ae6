import Module, { register } from 'node:module';
import { pathToFileURL } from 'node:url';

const KEY = 'aloud.host.electron';
const NAMES = ['electron', 'electron/main', 'electron/common'];

/**
 * From now on `import … from 'electron'` and `require('electron')` give `exports` in this process. The real package is
 * never loaded: outside of Electron it would download the binary. Files below `untouched` are loaded as they are, past
 * any transpiler that runs the host itself.
 */
export function provideElectron(exports: Record<string, unknown>, untouched: string): void {
  Reflect.set(globalThis, Symbol.for(KEY), exports);
  const names = Object.keys(exports).join(', ');
  const shim = dataUrl(
    `const electron = globalThis[Symbol.for('${KEY}')];\nexport default electron;\nexport const { ${names} } = electron;`,
  );
  register(
    dataUrl(`
      import { readFile } from 'node:fs/promises';
      const names = ${JSON.stringify(NAMES)};
      const root = ${JSON.stringify(pathToFileURL(`${untouched}/`).href)};
      export async function resolve(specifier, context, next) {
        if (names.includes(specifier)) return { url: ${JSON.stringify(shim)}, shortCircuit: true };
        return next(specifier, context);
      }
      export async function load(url, context, next) {
        if (!url.startsWith(root) || !/\\.m?js$/.test(url)) return next(url, context);
        return { format: 'module', source: await readFile(new URL(url)), shortCircuit: true };
      }`),
  );
  const load: unknown = Reflect.get(Module, '_load');
  if (typeof load !== 'function') throw new Error('This Node has no CommonJS loader to hook into');
  Reflect.set(Module, '_load', function (this: unknown, request: string, ...rest: unknown[]): unknown {
    return NAMES.includes(request) ? exports : Reflect.apply(load, this, [request, ...rest]);
  });
}

function dataUrl(source: string): string {
  return `data:text/javascript,${encodeURIComponent(source)}`;
}
