import { expect, it } from 'vitest';
import { proxyScript } from './proxy-script';

it.each([
  // What a page has in its address beside the server is nobody else's business.
  ['https://a.example/path?query', 'https://a.example/ a.example'],
  ['http://a.example:8080/path?query', 'http://a.example:8080/path?query a.example'],
])('a proxy script is asked about %s as by Chromium', (url, asked) => {
  const find = proxyScript("function FindProxyForURL(url, host) { return url + ' ' + host; }");
  expect(find(new URL(url))).toBe(asked);
});

it('a proxy script sees nothing of the host, and is refused where it is none', () => {
  const find = proxyScript('function FindProxyForURL() { return typeof process + typeof require; }');
  expect(find(new URL('https://a.example/'))).toBe('undefinedundefined');
  expect(() => proxyScript('var FindProxyForURL = "DIRECT"')).toThrow('FindProxyForURL');
  expect(() => proxyScript('function (')).toThrow();
});
