import { describe, expect, it } from 'vitest';
import { problemOf, problemOfError } from '../../../src/main/assistant/problem-view';
import { RealtimeError } from '../../../src/main/realtime/errors';
import { freshState } from '../../fakes/fresh-state';

describe('problemOf', () => {
  it('does not offer the demo voice as the way out of its own failure', () => {
    expect(problemOf('refused-connection', 'demo').actions).toEqual(['retry']);
    expect(problemOf('refused-connection', 'openai').actions).toEqual(['retry', 'use-demo']);
  });

  it('asks for no key that would not go to the server that failed', () => {
    expect(problemOf('bad-key', 'custom').actions).toEqual(['use-demo']);
  });

  it('carries who was to answer, the codes of the error and the wait that is asked for', () => {
    const limited = new RealtimeError('rate-limited', 'http 429', 90_500);
    expect(problemOfError(limited, freshState({ source: 'openai' }))).toMatchObject({
      code: 'rate-limited',
      source: 'openai',
      details: 'http 429',
      retryAfterMs: 90_500,
      command: null,
    });
  });

  it('puts the question once more after a part of the answer was heard', () => {
    const broken = new RealtimeError('closed');
    expect(problemOfError(broken, freshState(), 'cut-off').actions).toEqual(['ask-again']);
    expect(problemOfError(broken, freshState()).actions).toEqual(['retry']);
  });

  it.each([
    ['proxy-auth', true],
    ['proxy-password', true],
    ['proxy-sign-in', false],
  ] as const)('has a command for %s: %s', (code, has) => {
    const state = freshState({ platform: 'darwin' });
    const wanted = new RealtimeError(code, null, null, 'http://proxy.example:8080');
    expect(problemOfError(wanted, state).command !== null).toBe(has);
    // Where the proxy is not known, neither is its command.
    expect(problemOfError(new RealtimeError(code), state).command).toBeNull();
  });
});
