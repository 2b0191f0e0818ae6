import type { SettingsSection } from '../../preload/settings-contract';

/** As they stand in the window. */
export const SECTIONS: readonly SettingsSection[] = ['account', 'voice', 'sound', 'shortcut', 'general'];

/** Where a key on the tabs leads (pure); null leaves it to the browser. */
export function sectionAfterKey(section: SettingsSection, key: string): SettingsSection | null {
  const at = SECTIONS.indexOf(section);
  const last = SECTIONS.length - 1;
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return SECTIONS[at === last ? 0 : at + 1] ?? null;
    case 'ArrowUp':
    case 'ArrowLeft':
      return SECTIONS[at === 0 ? last : at - 1] ?? null;
    case 'Home':
      return SECTIONS[0] ?? null;
    case 'End':
      return SECTIONS[last] ?? null;
    default:
      return null;
  }
}
