import { describe, expect, it } from 'vitest';
import { AnswerSound } from '../../../src/main/assistant/answer-sound';

describe('AnswerSound', () => {
  it('adds up the items of one answer', () => {
    const answer = new AnswerSound(1);
    answer.receive('a', 100);
    answer.receive('b', 50);
    answer.play('a', 60);
    answer.play('b', 10);
    expect(answer.receivedFrames).toBe(150);
    expect(answer.playedFrames).toBe(70);
  });

  it('takes counts as totals that neither shrink nor pass what was received', () => {
    const answer = new AnswerSound(1);
    answer.receive('a', 100);
    answer.play('a', 60);
    answer.play('a', 40);
    expect(answer.playedFrames).toBe(60);
    answer.play('a', 1_000);
    expect(answer.playedFrames).toBe(100);
  });

  it('knows its items and which of them still wait for their end', () => {
    const answer = new AnswerSound(1);
    answer.receive('a', 1);
    answer.receive('b', 1);
    answer.end('a');
    expect(answer.open).toEqual(['b']);
    expect(answer.has('c')).toBe(false);
  });
});
