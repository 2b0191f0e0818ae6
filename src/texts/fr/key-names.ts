import type { Texts } from '../texts';

export const keyNames: Texts['keyNames'] = {
  Ctrl: 'Ctrl',
  Alt: 'Alt',
  AltGr: 'Alt Gr',
  Shift: 'Maj',
  Win: 'Win',
  Super: 'Super',
  Space: 'Espace',
  Tab: 'Tab',
  Enter: 'Entrée',
  Esc: 'Échap',
  Backspace: 'Retour arrière',
  Delete: 'Suppr',
  Insert: 'Inser',
  Home: 'Début',
  End: 'Fin',
  PageUp: 'Page préc.',
  PageDown: 'Page suiv.',
};
