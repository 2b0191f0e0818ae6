import { describe, expect, it } from 'vitest';
import { problemOf, problemOfError } from '../../../src/main/assistant/problem-view';
import { RealtimeError } from '../../../src/main/realtime/errors';

describe('problemOf', () => {
  it('names the service in the sentence', () => {
    expect(problemOf('bad-key', 'openai').title).toBe('OpenAI did not accept the key.');
    expect(problemOf('closed', 'custom').title).toBe('The server broke off the connection.');
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
});
