/**
 * The keys as they are written on keyboards sold with this language; those of a Mac that have a sign have no word here
 * (`accelerator.ts`). By their names in Electron's accelerators, but for the modifiers that differ by platform.
 */
export const keyNames = {
  Ctrl: 'Ctrl',
  Alt: 'Alt',
  AltGr: 'Alt Gr',
  Shift: 'Shift',
  Win: 'Win',
  Super: 'Super',
  Space: 'Space',
  Tab: 'Tab',
  Enter: 'Enter',
  Esc: 'Esc',
  Backspace: 'Backspace',
  Delete: 'Delete',
  Insert: 'Insert',
  Home: 'Home',
  End: 'End',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
};
