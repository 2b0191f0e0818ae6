import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pagePreferences } from '../../../src/main/shell/page-preferences';

/** All of main, without comments: they speak of what is not used. */
const sources = readdirSync('src/main', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((file) => ({ file, code: readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, '') }));

const using = (pattern: RegExp): string[] =>
  sources.filter(({ code }) => pattern.test(code)).map(({ file }) => file.replaceAll('\\', '/'));

// What holds because something is nowhere; the other points of Electron's checklist have tests of their own.
describe('nowhere in main', () => {
  it.each([
    [8, 'insecure content is allowed', /allowRunningInsecureContent/u],
    [9, 'an experimental feature is switched on', /experimentalFeatures/u],
    [10, 'a feature of Blink is switched on', /enableBlinkFeatures/u],
    [15, 'anything is opened in a browser', /openExternal/u],
    [18, 'a page comes from a file', /loadFile\(|file:\/\//u],
  ])('(%i) %s', (_point, _what, pattern) => {
    expect(using(pattern)).toEqual([]);
  });

  it('(2, 3, 4, 6, 11) is a window made but with the preferences of all pages', () => {
    const windows = using(/new BrowserWindow\(/u);
    expect(windows).not.toEqual([]);
    expect(
      using(
        /\bwebPreferences: (?!pagePreferences\(preload\)|\{\s*\.\.\.pagePreferences\(preload\),\s*(?:backgroundThrottling: false,?\s*)?\})/u,
      ),
    ).toEqual([]);
    for (const file of windows) expect(using(/pagePreferences\(preload\)/u)).toContain(file);
    expect(pagePreferences('/preload.cjs')).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
  });

  it('(16) is an Electron older than the one that this was written for', () => {
    const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    expect(Number(/\d+/u.exec(devDependencies.electron ?? '')?.[0])).toBeGreaterThanOrEqual(45);
  });
});

describe('docs/security.md', () => {
  const text = readFileSync('docs/security.md', 'utf8');

  it('answers each of the twenty points, with where it is tested', () => {
    const rows = [...text.matchAll(/^\| (\d+) \|.*\| (`test[^|]*) \|$/gmu)];
    expect(rows.map(([, point]) => Number(point))).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
  });

  it('names files that are there', () => {
    const named = [...text.matchAll(/`((?:src|test|packaging|docs|scripts)\/[^`]+)`/gu)].map(
      ([, path]) => path ?? '',
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
    const inMain = [...text.matchAll(/`((?:shell|realtime|composition|demo|assistant)\/[^`]+\.ts)`/gu)].map(
      ([, path]) => path ?? '',
    );
    expect(inMain.filter((path) => !existsSync(join('src/main', path)))).toEqual([]);
  });

  it('speaks of everybody whom it holds off', () => {
    for (const who of [
      'A malicious page',
      'A malicious server',
      'Another local user',
      'A stolen disk',
      'A bad update',
    ]) {
      expect(text).toContain(`### ${who}`);
    }
  });
});
