import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toWords, wordsToDigits } from '../../../../src/main/demo/replies/numbers';
import { replyTo, type Turn } from '../../../../src/main/demo/replies/replies';
import { answerSum } from '../../../../src/main/demo/replies/sums';

const NOW = new Date(2026, 10, 23, 15, 45);
const ask = (...prompts: string[]): string =>
  replyTo({ turns: prompts.map((text): Turn => ({ role: 'user', text })), now: NOW });

describe('the demo answers', () => {
  it.each([
    ['Count to five', 'One, two, three, four, five.'],
    ['count from 3 to 6', 'Three, four, five, six.'],
    ['Count down from three', 'Three, two, one, zero.'],
    ['Please count from ten to two by twos', 'Ten, eight, six, four, two.'],
    ['What time is it?', 'It is 3:45 PM.'],
    ["What's the date today?", 'Today is Monday, November 23rd, 2026.'],
    ['What is the time and what day is it?', 'It is 3:45 PM. Today is Monday, November 23rd, 2026.'],
    ['What is twelve times twelve?', '12 times 12 is 144.'],
    ['2+2*3', '2 plus 2 times 3 is 8.'],
    ['what is (2 + 2) * 3?', '(2 plus 2) times 3 is 12.'],
    ['How much is 20 percent of 50', '20 percent times 50 is 10.'],
    ['the square root of 2', 'The square root of 2 is about 1.414214.'],
    ['two to the power of ten', '2 to the power of 10 is 1,024.'],
    ['5 - 8', '5 minus 8 is minus 3.'],
    ['0.1 + 0.2', '0.1 plus 0.2 is 0.3.'],
    ['7 divided by 0', 'Nothing can be divided by zero.'],
    ['three hundred and one plus forty-two', '301 plus 42 is 343.'],
    ['Say just this, warmly: “Hello. How are you?”', 'Hello. How are you?'],
    ['say: "one two"', 'one two'],
  ])('%s → %s', (prompt, reply) => {
    expect(ask(prompt)).toBe(reply);
  });

  it.each([
    ['Hello', /^Hello! I am Aloud/],
    ['What can you do?', /^Here is what I can do/],
    ['Who are you?', /I am Aloud/],
    ['How do I add a key?', /API key/],
    ['Tell me a long story', /lighthouse/],
    ['tell me a joke', /\w/],
    ['Why is the sky blue?', /^I heard you say: Why is the sky blue\? .*OpenAI key/],
    ['Что такое любовь?', /only speaks English/],
    ['今何時ですか', /only speaks English/],
    ['🎉🎉', /no words/],
    ['...', /no words/],
    ['count to nine million', /too large/],
  ])('%s sensibly', (prompt, reply) => {
    expect(ask(prompt)).toMatch(reply);
  });

  it('greets when nothing was said', () => {
    expect(ask()).toMatch(/^Hello/);
  });

  it('remembers', () => {
    expect(ask('The cat sat', 'What did I just say?')).toBe('You said: The cat sat.');
    expect(ask('What did I just say?')).toMatch(/not said anything/);
    expect(ask('My name is Grace', 'What is my name?')).toBe('Your name is Grace.');
    const turns: Turn[] = [
      { role: 'user', text: 'Hi' },
      { role: 'assistant', text: 'Good day.' },
      { role: 'user', text: 'Say that again' },
    ];
    expect(replyTo({ turns, now: NOW })).toBe('Good day.');
  });

  it('tells a story of more than a minute', () => {
    expect(ask('Tell me a long story').split(/\s+/).length).toBeGreaterThan(300);
  });

  it('stops counting at a hundred numbers', () => {
    const reply = ask('Count to 500');
    expect(reply.split(',').length).toBeLessThan(110);
    expect(reply).toMatch(/hundred, one|one hundred\. I stop here/i);
  });

  it('says something bounded to any prompt', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (prompt) => {
        const reply = ask(prompt);
        expect(reply.trim()).not.toBe('');
        expect(reply.length).toBeLessThan(4_000);
      }),
      { numRuns: 500 },
    );
  });

  it('does not hang on a long prompt', () => {
    const started = performance.now();
    for (const piece of ['one ', '1+', '((', 'what is ', 'count from ', 'my name is ', '. ', '%%'])
      ask(piece.repeat(8_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('numbers', () => {
  it('read as words are the same numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), (value) => {
        expect(wordsToDigits(toWords(value))).toBe(String(value));
      }),
    );
  });
});

describe('sums', () => {
  it('of any expression are what JavaScript makes of it', () => {
    const atom = fc.integer({ min: 0, max: 99 }).map((value) => ({ text: String(value), value }));
    const { sum } = fc.letrec<{ sum: { text: string; value: number } }>((tie) => ({
      sum: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        atom,
        fc.tuple(tie('sum'), fc.constantFrom('+', '-', '*'), tie('sum')).map(([a, operator, b]) => ({
          text: `(${a.text} ${operator} ${b.text})`,
          value:
            operator === '+' ? a.value + b.value : operator === '-' ? a.value - b.value : a.value * b.value,
        })),
      ),
    }));
    fc.assert(
      fc.property(sum, ({ text, value }) => {
        fc.pre(text.includes(' ') && text.length < 60 && Math.abs(value) < 1e9);
        const said = answerSum(text)?.split(' is ').at(-1)?.replace('minus ', '-').replace(/[,.]/g, '');
        expect(Number(said)).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  it.each(['hello', '42', 'process.exit()', '1 +', ') 1 + 1 (', 'one two three'])('%s is none', (prompt) => {
    expect(answerSum(prompt)).toBeNull();
  });
});
