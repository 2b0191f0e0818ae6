import type { OutputView } from '../../preload/contract';

/** A line of the list of output devices. */
export interface OutputChoice {
  label: string;
  checked: boolean;
  /** What choosing it chooses: a device, or null for the system's own. Undefined where it can not be chosen now. */
  id: string | null | undefined;
}

/** A longer name would make the menu as wide as the screen. In characters. */
const LONGEST_NAME = 48;
const SYSTEM = 'System’s own';

/**
 * All that can be chosen from (pure): the system's own first, then each device, and last the chosen one if it is away.
 * Names are the system's, so equal ones are told apart, and each is only ever one line of plain text.
 */
export function outputChoices({ devices, chosen, active }: OutputView): OutputChoice[] {
  const label = uniqueLabels();
  const choices: OutputChoice[] = [
    { label: label(SYSTEM), checked: chosen === null, id: null },
    ...devices.map(({ id, name }) => ({
      label: label(plainName(name)),
      checked: active !== null && id === active.id,
      id,
    })),
  ];
  if (chosen !== null && active === null) {
    const name = plainName(chosen.name);
    // Before a page has looked, nobody knows whether it is there.
    const away = devices.length === 0 ? name : `${name} (not connected)`;
    choices.push({ label: label(away), checked: true, id: undefined });
  }
  return choices;
}

/** Gives every name back, a repeated one with its number. */
function uniqueLabels(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    let label = name;
    for (let number = 2; taken.has(label); number += 1) label = `${name} (${number})`;
    taken.add(label);
    return label;
  };
}

function plainName(name: string): string {
  const line = name.replaceAll(/[\p{C}\p{Z}]+/gu, ' ').trim();
  if (line === '') return 'Unnamed device';
  const characters = [...line];
  if (characters.length <= LONGEST_NAME) return line;
  return `${characters
    .slice(0, LONGEST_NAME - 1)
    .join('')
    .trimEnd()}…`;
}
