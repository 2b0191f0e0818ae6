import type { Texts } from '../texts';

export const keyNames: Texts['keyNames'] = {
  Ctrl: 'Ctrl',
  Alt: 'Alt',
  AltGr: 'Alt Gr',
  Shift: 'Mayús',
  Win: 'Win',
  Super: 'Súper',
  Space: 'Espacio',
  Tab: 'Tab',
  Enter: 'Intro',
  Esc: 'Esc',
  Backspace: 'Retroceso',
  Delete: 'Supr',
  Insert: 'Insert',
  Home: 'Inicio',
  End: 'Fin',
  PageUp: 'Re Pág',
  PageDown: 'Av Pág',
};
