import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAsset, mimeTypeOf } from '../../../src/main/shell/asset-path';

const files = new Set(['popup/index.html', 'assets/popup-a1b2.js', 'assets/a b.svg', 'assets/popup.js.map']);

describe('findAsset', () => {
  it.each([
    ['app://aloud/popup/index.html', 'popup/index.html', 'text/html; charset=utf-8'],
    ['app://aloud/popup/index.html?x=1#y', 'popup/index.html', 'text/html; charset=utf-8'],
    ['app://aloud/popup/../assets/popup-a1b2.js', 'assets/popup-a1b2.js', 'text/javascript; charset=utf-8'],
    ['app://aloud/assets/a%20b.svg', 'assets/a b.svg', 'image/svg+xml; charset=utf-8'],
  ])('serves %s', (url, path, mimeType) => {
    expect(findAsset(url, files)).toEqual({ path, mimeType });
  });

  it.each([
    ['another host', 'app://other/popup/index.html'],
    ['another scheme', 'file:///popup/index.html'],
    ['a file that was not built', 'app://aloud/secret.html'],
    ['a folder', 'app://aloud/popup/'],
    ['the root', 'app://aloud/'],
    ['a kind that is never served', 'app://aloud/assets/popup.js.map'],
    ['encoded dots', 'app://aloud/%2e%2e/%2e%2e/etc/passwd'],
    ['an encoded slash', 'app://aloud/..%2f..%2fetc%2fpasswd'],
    ['a backslash', 'app://aloud/..%5c..%5cwindows%5cwin.ini'],
    ['a bad escape', 'app://aloud/%e0%a4%a'],
    ['a NUL', 'app://aloud/popup/index.html%00.js'],
    ['no URL at all', 'popup/index.html'],
  ])('refuses %s', (_name, url) => {
    expect(findAsset(url, files)).toBeNull();
  });

  it('names nothing but what is on the list, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('..', '.', '%2e%2e', '%2f', 'popup', 'index.html', '', '\\', 'etc')),
        (parts) => {
          const asset = findAsset(`app://aloud/${parts.join('/')}`, files);
          expect(asset === null || files.has(asset.path)).toBe(true);
        },
      ),
    );
  });
});

describe('mimeTypeOf', () => {
  it.each(['x', 'x.', '.constructor', 'x.map', 'x.HTML', 'x.toString', '__proto__'])(
    'knows no type for %s',
    (path) => {
      expect(mimeTypeOf(path)).toBeNull();
    },
  );
});
