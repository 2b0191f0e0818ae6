import { describe, expect, it } from 'vitest';
import { outputChoices as choicesIn } from '../../../src/main/shell/output-menu';
import type { OutputView } from '../../../src/preload/contract';
import { en } from '../../../src/texts/en';

const outputChoices = (output: OutputView) => choicesIn(output, en.output);

const speakers = { id: 'a1', name: 'Loudspeakers' };
const headset = { id: 'b2', name: 'Headset' };

describe('the list of output devices', () => {
  it('begins with the system’s own, which holds until something else is chosen', () => {
    expect(outputChoices({ devices: [speakers, headset], chosen: null, active: null })).toEqual([
      { label: 'System’s own', checked: true, id: null },
      { label: 'Loudspeakers', checked: false, id: 'a1' },
      { label: 'Headset', checked: false, id: 'b2' },
    ]);
  });

  it('checks the device that sounds, also where the chosen one came back with another id', () => {
    const chosen = { id: 'old', name: 'Headset' };
    const choices = outputChoices({ devices: [speakers, headset], chosen, active: headset });
    expect(choices.filter(({ checked }) => checked)).toEqual([{ label: 'Headset', checked: true, id: 'b2' }]);
    expect(choices).toHaveLength(3);
  });

  it('keeps the chosen device in sight while it is away, without offering it', () => {
    const choices = outputChoices({ devices: [speakers], chosen: headset, active: null });
    expect(choices.at(-1)).toEqual({ label: 'Headset (not connected)', checked: true, id: undefined });
    expect(choices.filter(({ checked }) => checked)).toHaveLength(1);
  });

  it('does not call it away before anyone has looked', () => {
    expect(outputChoices({ devices: [], chosen: headset, active: null }).at(-1)?.label).toBe('Headset');
  });

  it.each([
    ['equal names', ['Headset', 'Headset', 'Headset'], ['Headset', 'Headset (2)', 'Headset (3)']],
    [
      'a name that looks numbered',
      ['Headset', 'Headset (2)', 'Headset'],
      ['Headset', 'Headset (2)', 'Headset (3)'],
    ],
    ['our own words', ['System’s own'], ['System’s own (2)']],
    ['no name', ['', ' \t'], ['Unnamed device', 'Unnamed device (2)']],
    ['lines and controls', ['USB\n\u0007Audio\u202e '], ['USB Audio']],
    ['a long name', ['🎧'.repeat(60)], [`${'🎧'.repeat(47)}…`]],
  ])('gives each device a label of its own with %s', (_what, names, labels) => {
    const devices = names.map((name, index) => ({ id: String(index), name }));
    const choices = outputChoices({ devices, chosen: null, active: null });
    expect(choices.slice(1).map(({ label }) => label)).toEqual(labels);
  });
});
