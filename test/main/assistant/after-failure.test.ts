import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterFailure } from '../../../src/main/assistant/after-failure';
import { CAUSES, cureOf } from '../../../src/main/assistant/problems';
import { troubleOf } from '../../../src/main/assistant/trouble';

const asked = { sent: true, received: false, repeated: false, lost: true };
const lost = troubleOf('closed');

describe('afterFailure', () => {
  it('repeats a question that was lost before anything of its answer came, once', () => {
    expect(afterFailure(lost, asked)).toBe('repeat');
    expect(afterFailure(lost, { ...asked, repeated: true })).toBe('tell');
    expect(afterFailure(troubleOf('session-expired'), asked)).toBe('repeat');
  });

  it('repeats nothing that was answered in part, and so paid for', () => {
    expect(afterFailure(lost, { ...asked, received: true })).toBe('tell');
  });

  it('keeps a question that never went out for the next connection, as often as need be', () => {
    expect(afterFailure(lost, { ...asked, sent: false })).toBe('send-later');
    expect(afterFailure(lost, { ...asked, sent: false, repeated: true })).toBe('send-later');
  });

  it('repeats only what a new connection can cure', () => {
    const codes = fc.constantFrom(...(Object.keys(CAUSES) as (keyof typeof CAUSES)[]));
    fc.assert(
      fc.property(
        codes,
        fc.record({
          sent: fc.boolean(),
          received: fc.boolean(),
          repeated: fc.boolean(),
          lost: fc.boolean(),
        }),
        (code, progress) => {
          const then = afterFailure(troubleOf(code), progress);
          if (!progress.lost || cureOf(code) !== 'time') expect(then).toBe('tell');
          if (progress.sent && (progress.received || progress.repeated)) expect(then).toBe('tell');
        },
      ),
    );
  });
});
