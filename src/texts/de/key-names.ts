import type { Texts } from '../texts';

export const keyNames: Texts['keyNames'] = {
  Ctrl: 'Strg',
  Alt: 'Alt',
  AltGr: 'Alt Gr',
  Shift: 'Umschalt',
  Win: 'Win',
  Super: 'Super',
  Space: 'Leertaste',
  Tab: 'Tab',
  Enter: 'Eingabe',
  Esc: 'Esc',
  Backspace: 'Rücktaste',
  Delete: 'Entf',
  Insert: 'Einfg',
  Home: 'Pos1',
  End: 'Ende',
  PageUp: 'Bild auf',
  PageDown: 'Bild ab',
};
