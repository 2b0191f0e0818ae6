import { describe, expect, it } from 'vitest';
import { problemOf, problemOfError, waitInWords } from '../../../src/main/assistant/problem-view';
import { RealtimeError } from '../../../src/main/realtime/errors';

describe('problemOf', () => {
  it('names the service in the sentence, as one does at its beginning and within it', () => {
    expect(problemOf('bad-key', 'openai').title).toBe('OpenAI did not accept the key.');
    expect(problemOf('closed', 'custom').title).toBe('The server broke off the connection.');
    expect(problemOf('tls', 'custom').title).toBe(
      'The secure connection to the server could not be trusted.',
    );
  });

  it('does not offer the demo voice as the way out of its own failure', () => {
    expect(problemOf('refused-connection', 'demo').actions).toEqual(['retry']);
    expect(problemOf('refused-connection', 'openai').actions).toEqual(['retry', 'use-demo']);
  });

  it('asks for no key that would not go to the server that failed', () => {
    expect(problemOf('bad-key', 'custom').actions).toEqual(['use-demo']);
  });

  it('carries the codes of the error', () => {
    expect(problemOfError(new RealtimeError('closed', 'close 1011'), 'demo').details).toBe('close 1011');
  });

  it('says when a limit ends, if that is known', () => {
    const limited = new RealtimeError('rate-limited', 'http 429', 90_500);
    expect(problemOfError(limited, 'openai').advice).toBe('Wait 91 seconds, then try again.');
    expect(problemOf('rate-limited', 'openai').advice).toBe('Wait a little, then try again.');
  });

  it('puts the question once more after a part of the answer was heard', () => {
    const broken = new RealtimeError('closed');
    expect(problemOfError(broken, 'demo', 'cut-off').actions).toEqual(['ask-again']);
    expect(problemOfError(broken, 'demo').actions).toEqual(['retry']);
  });
});

it.each([
  [1, 'a second'],
  [1_001, '2 seconds'],
  [119_000, '119 seconds'],
  [120_000, '2 minutes'],
  [361_000, '7 minutes'],
  [7_200_000, '2 hours'],
])('says %i ms as %s', (ms, words) => {
  expect(waitInWords(ms)).toBe(words);
});
