import { formats } from '../formats';
import type { Texts } from '../texts';

const { percent } = formats('de');

export const tray: Texts['tray'] = {
  ask: 'Fragen …',
  pause: 'Pause',
  resume: 'Fortsetzen',
  stop: 'Sprachausgabe stoppen',
  replay: 'Letzte Antwort noch einmal hören',
  newConversation: 'Neue Unterhaltung',
  mute: 'Stummschalten',
  volume: 'Lautstärke',
  percent,
  output: 'Ausgabe',
  voice: 'Stimme',
  recent: 'Zuletzt gefragt',
  enterKey: 'API-Schlüssel …',
  changeKey: 'API-Schlüssel ändern …',
  demo: 'Demostimme verwenden',
  settings: 'Einstellungen …',
  log: 'Protokoll öffnen',
  about: 'Über Aloud',
  quit: 'Aloud beenden',
  tip: {
    idle: 'Aloud',
    muted: 'Aloud (stumm)',
    connecting: 'Aloud: Verbinden',
    speaking: 'Aloud: spricht',
    speakingMuted: 'Aloud: spricht (stumm)',
    paused: 'Aloud: pausiert',
    offline: 'Aloud: kein Netzwerk',
    notConnected: 'Aloud: nicht verbunden',
    problem: (title) => `Aloud: ${title}`,
  },
};

export const output: Texts['output'] = {
  system: 'Ausgabe des Systems',
  away: (name) => `${name} (nicht verbunden)`,
  unnamed: 'Gerät ohne Namen',
  numbered: (name, number) => `${name} (${number})`,
};
