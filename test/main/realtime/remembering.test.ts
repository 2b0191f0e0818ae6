import { describe, expect, it } from 'vitest';
import type { ServerEvent } from '../../../src/main/realtime/connection';
import { RealtimeError, type RealtimeErrorCode } from '../../../src/main/realtime/errors';
import { DOUBT_MS } from '../../../src/main/realtime/remembering';
import type { RememberedMessage } from '../../../src/main/realtime/session-events';
import { says } from '../../fakes/server-says';
import { type Harness, startReady } from './harness';

const SAID: RememberedMessage[] = [
  { role: 'user', text: 'Hello' },
  { role: 'assistant', text: 'Good day.' },
];
const taken: ServerEvent = { type: 'conversation.item.added', item: { id: 'item' } };
const takenByBeta: ServerEvent = { type: 'conversation.item.created', item: { id: 'item' } };

function told(): Harness {
  const harness = startReady();
  harness.session.remember(SAID);
  expect(harness.connection.take()).toHaveLength(2);
  return harness;
}

function endOf({ session, connection }: Harness, code: RealtimeErrorCode = 'closed'): string | undefined {
  connection.end(new RealtimeError(code, 'why'));
  return session.state.kind === 'closed' ? session.state.reason?.message : undefined;
}

describe('a connection that ends over what it was told', () => {
  it.each(['closed', 'rejected', 'server-error', 'too-large'] as const)('says so (%s)', (code) => {
    expect(endOf(told(), code)).toBe('memory-refused: why');
  });

  it.each(['session-expired', 'bad-key', 'quota', 'rate-limited', 'forbidden', 'flood', 'garbage'] as const)(
    'has another cause where the server says one (%s)',
    (code) => {
      expect(endOf(told(), code)).toBe(`${code}: why`);
    },
  );

  it('fails the question that waits behind it with the same cause', () => {
    const harness = told();
    harness.session.ask(1, 'And now?');
    endOf(harness);
    expect(harness.of('turn-done')).toMatchObject([{ outcome: { error: { code: 'memory-refused' } } }]);
  });

  it('has another cause when the server was told nothing', () => {
    expect(endOf(startReady())).toBe('closed: why');
  });

  it.each([
    ['it has taken all of it', [taken, taken]],
    ['it has taken all of it in the beta dialect', [takenByBeta, takenByBeta]],
    ['it answers', [says.responseCreated('r')]],
  ])('has another cause once %s', (_, events) => {
    const harness = told();
    harness.connection.receive(...events);
    expect(endOf(harness)).toBe('closed: why');
    expect(harness.timers.waiting).toBe(0);
  });

  it('has this cause still when it has taken a part, or speaks of something else', () => {
    const harness = told();
    harness.connection.receive(
      taken,
      { type: 'rate_limits.updated', rate_limits: [] },
      { type: 'debug.noise' },
    );
    expect(endOf(harness)).toBe('memory-refused: why');
  });

  it('has another cause after a while', () => {
    const harness = told();
    harness.timers.advance(DOUBT_MS);
    expect(endOf(harness)).toBe('closed: why');
  });

  it('leaves no timer', () => {
    const harness = told();
    harness.session.close();
    expect(harness.timers.waiting).toBe(0);
    expect(harness.session.state).toEqual({ kind: 'closed', reason: null });
  });
});

describe('an error that names nothing', () => {
  it('is about what was told first, and not about the question', () => {
    const harness = told();
    harness.session.ask(1, 'And now?');
    harness.connection.receive(taken, says.error('invalid_value'));
    expect(harness.of('warning')).toMatchObject([{ error: { code: 'rejected' } }]);
    harness.connection.receive(says.responseCreated('r'), says.responseDone('r'));
    expect(harness.of('turn-done')).toMatchObject([{ outcome: { kind: 'completed' } }]);
  });

  it('is about the question once all that was told is answered', () => {
    const harness = told();
    harness.session.ask(1, 'And now?');
    harness.connection.receive(taken, says.error('invalid_value'), says.error('invalid_value'));
    expect(harness.of('turn-done')).toMatchObject([
      { outcome: { kind: 'failed', error: { code: 'rejected' } } },
    ]);
  });

  it('ends the session where no turn can succeed, as it always does', () => {
    const harness = told();
    harness.connection.receive(says.error('invalid_api_key'));
    expect(harness.session.state).toMatchObject({ kind: 'closed', reason: { code: 'bad-key' } });
  });
});
