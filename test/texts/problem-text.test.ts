import { describe, expect, test } from 'vitest';
import { CAUSES } from '../../src/main/assistant/problems';
import { proxyCommand } from '../../src/main/assistant/proxy-command';
import type { Problem, Snapshot, VoiceSource } from '../../src/preload/contract';
import { en } from '../../src/texts/en';
import { problemText } from '../../src/texts/problem-text';

const codes = Object.keys(CAUSES) as Problem['code'][];
const read = (code: Problem['code'], source: VoiceSource, retryAfterMs: number | null = null) =>
  problemText({ code, source, retryAfterMs, command: null }, en.sentences);

test('who was to answer is named, at the beginning of a sentence or within it', () => {
  expect(read('bad-key', 'openai').title).toBe('OpenAI did not accept the key.');
  expect(read('closed', 'custom').title).toBe('The server broke off the connection.');
  expect(read('tls', 'custom').title).toBe('The secure connection to the server could not be trusted.');
});

test('the end of a limit is told where it is known', () => {
  expect(read('rate-limited', 'openai', 90_500).advice).toBe('Wait 91 seconds, then try again.');
  expect(read('rate-limited', 'openai').advice).toBe('Wait a little, then try again.');
});

test.each(codes)('%s: one sentence on what happened, one or two on what to do', (code) => {
  for (const source of ['openai', 'demo', 'profile', 'custom'] as const) {
    const { title, advice } = read(code, source);
    expect(title).toMatch(/^[A-Z][^.{}]*\.$/u);
    expect(advice).toMatch(/^[A-Z][^{}]*\.$/u);
  }
});

describe('a proxy that wants a password', () => {
  const proxy = 'http://proxy.example:8080';
  const advice = (platform: Snapshot['platform'], code: 'proxy-auth' | 'proxy-password' = 'proxy-auth') => {
    const command = proxyCommand(proxy, { platform, program: '/opt/Aloud/aloud' });
    return problemText({ code, source: 'openai', retryAfterMs: null, command }, en.sentences).advice;
  };

  test('is given it by a command of this system, with the address of this proxy', () => {
    expect(advice('linux')).toBe(
      "Quit Aloud and start it in a terminal with “HTTPS_PROXY='http://NAME:PASSWORD@proxy.example:8080' /opt/Aloud/aloud”, " +
        'your own name and password in place of NAME and PASSWORD. Write a sign like @ or : in them as %40 or %3A.',
    );
    expect(advice('win32')).toBe(
      'Run “setx HTTPS_PROXY "http://NAME:PASSWORD@proxy.example:8080"” in a terminal, your own name and password in place of ' +
        'NAME and PASSWORD, then quit Aloud and start it again. Write a sign like @ or : in them as %40 or %3A.',
    );
    expect(advice('darwin')).toContain(
      "launchctl setenv HTTPS_PROXY 'http://NAME:PASSWORD@proxy.example:8080'",
    );
  });

  test('and does not take the one that it was given, is told so, and given another one in the same way', () => {
    expect(read('proxy-password', 'openai').title).toContain('did not accept the name and password');
    expect(advice('linux', 'proxy-password')).toBe(advice('linux'));
  });

  test('but is not known has to be entered first', () => {
    expect(read('proxy-auth', 'openai').advice).toContain('network settings');
  });
});
