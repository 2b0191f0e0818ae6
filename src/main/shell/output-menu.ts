import type { OutputView } from '../../preload/contract';
import type { Texts } from '../../texts/texts';
import { menuLabel } from './menu-label';

/** A line of the list of output devices. */
export interface OutputChoice {
  label: string;
  checked: boolean;
  /** What choosing it chooses: a device, or null for the system's own. Undefined where it can not be chosen now. */
  id: string | null | undefined;
}

/**
 * All that can be chosen from (pure): the system's own first, then each device, and last the chosen one if it is away.
 * Names are the system's, so equal ones are told apart, and each is only ever one line of plain text.
 */
export function outputChoices(
  { devices, chosen, active }: OutputView,
  texts: Texts['output'],
): OutputChoice[] {
  const label = uniqueLabels(texts);
  const plain = (name: string): string => menuLabel(name) ?? texts.unnamed;
  const choices: OutputChoice[] = [
    { label: label(texts.system), checked: chosen === null, id: null },
    ...devices.map(({ id, name }) => ({
      label: label(plain(name)),
      checked: active !== null && id === active.id,
      id,
    })),
  ];
  if (chosen !== null && active === null) {
    const name = plain(chosen.name);
    // Before a page has looked, nobody knows whether it is there.
    const away = devices.length === 0 ? name : texts.away(name);
    choices.push({ label: label(away), checked: true, id: undefined });
  }
  return choices;
}

/** Gives every name back, a repeated one with its number. */
function uniqueLabels({ numbered }: Texts['output']): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    let label = name;
    for (let number = 2; taken.has(label); number += 1) label = numbered(name, number);
    taken.add(label);
    return label;
  };
}
