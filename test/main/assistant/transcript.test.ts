import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Transcript } from '../../../src/main/assistant/transcript';
import { addWords, emptyTranscript, heardLength } from '../../../src/main/assistant/transcript';

const SECOND = 24_000;

function transcriptOf(pieces: readonly (readonly [string, number])[]): Transcript {
  return pieces.reduce((all, [text, frames]) => addWords(all, text, frames), emptyTranscript);
}

describe('heardLength', () => {
  const spoken = transcriptOf([
    ['One two ', 0],
    ['three four ', SECOND],
    ['five', 2 * SECOND],
  ]);

  it('is nothing before the first frame', () => {
    expect(heardLength(spoken, 0, 3 * SECOND, false)).toBe(0);
  });

  it('ends a stretch where the next one begins', () => {
    expect(spoken.text.slice(0, heardLength(spoken, SECOND, 3 * SECOND, false))).toBe('One two');
    expect(spoken.text.slice(0, heardLength(spoken, 2 * SECOND, 3 * SECOND, false))).toBe(
      'One two three four',
    );
  });

  it('never cuts a word', () => {
    expect(spoken.text.slice(0, heardLength(spoken, SECOND * 1.3, 3 * SECOND, false))).toBe('One two');
  });

  it('goes by characters where a script has no spaces', () => {
    const chinese = transcriptOf([['今天天气很好。', 0]]);
    expect(heardLength(chinese, SECOND, 2 * SECOND, false)).toBe(3);
  });

  it('keeps the end back until the answer has ended', () => {
    expect(heardLength(spoken, 3 * SECOND, 3 * SECOND, true)).toBe(spoken.text.length);
    expect(heardLength(transcriptOf([['waiting for sound', 0]]), 0, 0, false)).toBe(0);
  });

  it('takes words without any sound as heard once the answer has ended', () => {
    expect(heardLength(transcriptOf([['text only', 0]]), 0, 0, true)).toBe(9);
  });

  it('grows with what is played and stays within the text', () => {
    const pieces = fc.array(fc.tuple(fc.string({ maxLength: 12 }), fc.nat(SECOND)), { maxLength: 12 });
    fc.assert(
      fc.property(pieces, fc.array(fc.nat(20 * SECOND), { maxLength: 20 }), (steps, moments) => {
        let frames = 0;
        const all = steps.reduce((transcript, [text, more]) => {
          const next = addWords(transcript, text, frames);
          frames += more;
          return next;
        }, emptyTranscript);
        let former = 0;
        for (const played of moments.map((m) => Math.min(m, frames)).sort((a, b) => a - b)) {
          const heard = heardLength(all, played, frames, true);
          expect(heard).toBeGreaterThanOrEqual(former);
          expect(heard).toBeLessThanOrEqual(all.text.length);
          former = heard;
        }
      }),
    );
  });
});
