import { expect, test } from 'vitest';
import { createOriginMap } from './origins';

const map = createOriginMap(new Set(['app']), 4321);

test.each(['app://aloud/popup/index.html', 'app://aloud/', 'app://aloud/a?b=c#d'])(
  '%s goes to the browser and back',
  (url) => {
    const browser = map.toBrowser(url);
    expect(browser).toMatch(/^http:\/\/aloud\.app\.localhost:4321\//);
    expect(map.toApp(browser)).toBe(url);
  },
);

test.each([
  'https://example.com/app://aloud',
  'http://aloud.app.localhost:9999/',
  'http://aloud.other.localhost:4321/',
  'http://aloud.app.localhost.evil.example:4321/',
  'about:blank',
])('%s is none of ours', (url) => {
  expect(map.toApp(url)).toBe(url);
  expect(map.toBrowser(url)).toBe(url);
});
