import { expect, test } from 'vitest';
import { CAUSES } from '../../src/main/assistant/problems';
import type { Problem, VoiceSource } from '../../src/preload/contract';
import { en } from '../../src/texts/en';
import { problemText } from '../../src/texts/problem-text';

const codes = Object.keys(CAUSES) as Problem['code'][];
const read = (code: Problem['code'], source: VoiceSource, retryAfterMs: number | null = null) =>
  problemText({ code, source, retryAfterMs }, en.sentences);

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
