import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  currentText,
  earlier,
  editText,
  later,
  startHistory,
  unfinished,
} from '../../../src/renderer/popup/prompt-history';

const recent = ['third', 'second', 'first'];

describe('the prompt history', () => {
  test('goes back from the newest to the oldest and stays there', () => {
    let history = startHistory('draft');
    const seen: string[] = [];
    for (let i = 0; i < 5; i++) {
      history = earlier(history, recent);
      seen.push(currentText(history));
    }
    expect(seen).toEqual(['third', 'second', 'first', 'first', 'first']);
  });

  test('gives the draft back', () => {
    const gone = earlier(earlier(startHistory('dra'), recent), recent);
    expect(currentText(later(gone))).toBe('third');
    expect(currentText(later(later(gone)))).toBe('dra');
    expect(currentText(later(later(later(gone))))).toBe('dra');
  });

  test('keeps what was edited in a line while the user looks at others', () => {
    const edited = editText(earlier(startHistory('draft'), recent), 'third, please');
    expect(currentText(later(earlier(edited, recent)))).toBe('third, please');
    expect(currentText(later(edited))).toBe('draft');
  });

  test('tells what was written and not sent: the edited line, or else the draft', () => {
    let history = editText(startHistory(), 'Half');
    expect(unfinished(history)).toBe('Half');
    history = earlier(history, ['Why?']);
    expect(unfinished(history)).toBe('Half');
    expect(unfinished(editText(history, 'Why not?'))).toBe('Why not?');
    expect(unfinished(startHistory())).toBe('');
  });

  test('does not shift under the fingers when prompts are added meanwhile', () => {
    const one = earlier(startHistory(), recent);
    expect(currentText(earlier(one, ['fifth', 'fourth', ...recent]))).toBe('second');
  });

  test('passes over a prompt that stands in the field already', () => {
    expect(currentText(earlier(startHistory('third'), recent))).toBe('second');
  });

  test('is the same object when there is nothing to go to', () => {
    const empty = startHistory('draft');
    expect(earlier(empty, [])).toBe(empty);
    expect(later(empty)).toBe(empty);
  });

  test('always gives the draft back after as many steps down as up', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), fc.nat(20), (draft, entries, steps) => {
        let history = startHistory(draft);
        for (let i = 0; i < steps; i++) history = earlier(history, entries);
        for (let i = 0; i < steps; i++) history = later(history);
        expect(currentText(history)).toBe(draft);
      }),
    );
  });
});
