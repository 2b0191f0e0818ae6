import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCommandLine, parseIntent, USAGE } from '../../../src/main/shell/command-line';

function ok(...args: string[]) {
  const parsed = parseCommandLine(args);
  if (parsed.kind !== 'ok') throw new Error(JSON.stringify(parsed));
  return parsed.commandLine;
}

describe('parseCommandLine', () => {
  it.each([
    [[], { kind: 'run' }],
    [['.'], { kind: 'run' }],
    [['--toggle'], { kind: 'toggle' }],
    [['--show'], { kind: 'show' }],
    [['--hide'], { kind: 'hide' }],
    [['--stop'], { kind: 'stop' }],
    [['--quit'], { kind: 'quit' }],
    [['--ask', 'Count to five'], { kind: 'ask', prompt: 'Count to five' }],
    [['--ask=Count to five'], { kind: 'ask', prompt: 'Count to five' }],
    [['--ask=--demo'], { kind: 'ask', prompt: '--demo' }],
    [['--ask', '-5 plus 3?'], { kind: 'ask', prompt: '-5 plus 3?' }],
    [['--ask', 'a=b = c'], { kind: 'ask', prompt: 'a=b = c' }],
    [['--no-sandbox', '--enable-features=X', '--toggle', '--inspect=0'], { kind: 'toggle' }],
    [['--toggled', '--asking', 'show'], { kind: 'run' }],
  ])('reads %j', (args, intent) => {
    expect(ok(...args)).toEqual({ intent, demo: false, quitAfterAnswer: false });
  });

  it('reads the flags beside a command, in any order', () => {
    const wanted = { intent: { kind: 'ask', prompt: 'Hi' }, demo: true, quitAfterAnswer: true };
    expect(ok('--demo', '--ask', 'Hi', '--quit-after-answer')).toEqual(wanted);
    expect(ok('--quit-after-answer', '--ask=Hi', '--demo')).toEqual(wanted);
  });

  it.each([
    [['--ask'], 'needs a question'],
    [['--ask', '--demo'], 'needs a question'],
    [['--ask', ' \n\t'], 'is blank'],
    [['--ask='], 'is blank'],
    [['--ask', 'x'.repeat(32_001)], '32000 characters'],
    [['--toggle', '--show'], 'one command at a time'],
    [['--ask', 'a', '--ask', 'b'], 'one command at a time'],
    [['--quit-after-answer'], 'goes with --ask'],
  ])('says what is wrong with %j', (args, message) => {
    expect(parseCommandLine(args)).toMatchObject({
      kind: 'error',
      message: expect.stringContaining(message),
    });
  });

  it('takes a question of exactly the limit, and any text unharmed', () => {
    expect(ok('--ask', 'x'.repeat(32_000)).intent).toMatchObject({ kind: 'ask' });
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), (prompt) => {
        fc.pre(prompt.trim() !== '');
        expect(ok(`--ask=${prompt}`).intent).toEqual({ kind: 'ask', prompt });
      }),
    );
  });

  it('explains itself', () => {
    expect(parseCommandLine(['.', '--help'])).toEqual({ kind: 'help' });
    for (const word of ['--ask', '--toggle', '--hide', '--quit', '--demo']) expect(USAGE).toContain(word);
  });

  it('never fails on anything else', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (args) => {
        const parsed = parseCommandLine(
          args.filter((arg) => !/^--(?:ask|toggle|show|hide|stop|quit|help)/u.test(arg)),
        );
        expect(parsed).toMatchObject({ kind: 'ok', commandLine: { intent: { kind: 'run' } } });
      }),
    );
  });
});

describe('parseIntent', () => {
  it('takes what parseCommandLine makes', () => {
    for (const args of [[], ['--toggle'], ['--ask', 'Hi']]) {
      const { intent } = ok(...args);
      expect(parseIntent(structuredClone(intent))).toEqual(intent);
    }
  });

  it.each([
    null,
    'toggle',
    { kind: 'ask' },
    { kind: 'ask', prompt: '' },
    { kind: 'ask', prompt: 'x'.repeat(32_001) },
    { kind: 'format-disk' },
    { kind: 'run', more: 1 },
  ])('refuses %j', (data) => {
    expect(parseIntent(data)).toBeNull();
  });
});
