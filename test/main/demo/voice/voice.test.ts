import { describe, expect, it } from 'vitest';
import { createVoice } from '../../../../src/main/demo/voice/voice';
import { VOICE_NAMES } from '../../../../src/main/demo/voice/voices';
import { realVoice } from '../fakes';

const voice = realVoice();
const sentence = { text: 'The quick brown fox jumps over the lazy dog. ', end: 'sentence' } as const;

const seconds = (pcm: Int16Array): number => pcm.length / 24_000;
const peak = (pcm: Int16Array): number => pcm.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);

describe('the voice', () => {
  it.each(VOICE_NAMES)('%s speaks loud enough, unclipped, and ends in silence', async (name) => {
    const { pcm, words } = await voice.speak(sentence, name, 1);
    expect(seconds(pcm)).toBeGreaterThan(2);
    expect(seconds(pcm)).toBeLessThan(5);
    expect(peak(pcm)).toBeGreaterThan(10_000);
    expect(peak(pcm)).toBeLessThanOrEqual(23_200);
    expect(peak(pcm.subarray(-5_000))).toBe(0);
    // No click where it begins.
    expect(Math.abs(pcm[0] ?? 0)).toBe(0);
    expect(words).toHaveLength(9);
  });

  it('is faster and slower as asked', async () => {
    const [slow, normal, fast] = await Promise.all(
      [0.5, 1, 1.5].map((speed) => voice.speak(sentence, 'marin', speed)),
    );
    const length = seconds(normal?.pcm ?? new Int16Array());
    expect(seconds(slow?.pcm ?? new Int16Array()) / length).toBeCloseTo(2, 0);
    expect(seconds(fast?.pcm ?? new Int16Array()) / length).toBeCloseTo(1 / 1.5, 1);
  });

  it.each([
    ['nothing but signs', '🎉 … '],
    ['another script', 'Привет мир'],
    ['a very long number', `${'9'.repeat(90)} `],
    ['format marks', '%s %n %d %x $HOME `rm` \\0 <ssml/> '],
    ['odd punctuation', '.,;:!?-_/()[]{}"\' ... --- ,,, '],
    ['a long word', `${'a'.repeat(150)} `],
    ['names of files', '/etc/passwd C:\\Windows ../../x.wav '],
  ])('survives %s', async (_, text) => {
    const { pcm } = await voice.speak({ text, end: 'sentence' }, 'marin', 1);
    expect(seconds(pcm)).toBeLessThan(300);
    expect(seconds((await voice.speak(sentence, 'marin', 1)).pcm)).toBeGreaterThan(2);
  });

  it('tells when its program cannot be loaded, and tries again', async () => {
    let tries = 0;
    const broken = createVoice(() => {
      tries++;
      return Promise.reject(new Error('no file'));
    });
    await expect(broken.warmUp()).rejects.toThrow('no file');
    await expect(broken.speak(sentence, 'marin', 1)).rejects.toThrow('no file');
    expect(tries).toBe(2);
  });
});
