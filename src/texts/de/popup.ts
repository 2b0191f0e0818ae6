import { formats } from '../formats';
import type { Texts } from '../texts';

const { count, duration, percent, short } = formats('de');

export const prompt: Texts['prompt'] = {
  label: 'Ihre Frage',
  placeholder: 'Frage stellen, Antwort hören',
  left: (n) => `Noch ${count(n)} Zeichen`,
  over: (by, limit) => `Um ${count(by)} Zeichen zu lang: Höchstens ${count(limit)} sind auf einmal möglich.`,
  notTaken:
    'Aloud konnte die Frage nicht annehmen. Sie steht wieder im Feld: Versuchen Sie es mit der Eingabetaste noch einmal.',
};

export const answer: Texts['answer'] = {
  label: 'Antwort',
  connecting: 'Verbindung wird hergestellt',
  waiting: 'Warten auf die Antwort',
  reconnecting: 'Warten auf eine Verbindung',
  offline: 'Warten auf das Netzwerk',
  stopped: 'Gestoppt',
  cutOff: 'Abgebrochen',
  replaying: 'Wiederholung',
  follow: 'Zurück zur gesprochenen Stelle',
  firstSound: (ms) => `erster Ton nach ${duration(ms)}`,
};

export const said: Texts['said'] = {
  answering: 'Die Antwort beginnt',
  finished: 'Antwort beendet',
  stopped: 'Gestoppt',
  paused: 'Pausiert',
  resumed: 'Fortgesetzt',
  replaying: 'Wiederholung',
  replayed: 'Wiederholung beendet',
  failed: 'Die Frage wurde nicht beantwortet',
  cutOff: 'Die Antwort wurde abgebrochen',
  reconnecting: 'Keine Verbindung. Aloud versucht es von selbst wieder.',
  offline: 'Kein Netzwerk. Sobald es wieder da ist, macht Aloud von selbst weiter.',
  online: 'Das Netzwerk ist wieder da',
  newConversation: 'Neue Unterhaltung',
};

export const connection: Texts['connection'] = {
  is: {
    idle: 'Nicht verbunden',
    connecting: 'Verbinden',
    ready: 'Bereit',
    retrying: 'Keine Verbindung',
    offline: 'Kein Netzwerk',
    failed: 'Keine Verbindung',
  },
  nextAttempt: (left, unit) => `nächster Versuch in ${short(left, unit)}`,
};

export const source: Texts['source'] = {
  demo: 'Demostimme',
  openai: 'OpenAI',
  profile: 'Ihr Server',
  custom: 'Ihr Server',
};

export const controls: Texts['controls'] = {
  stop: 'Stopp',
  stopLabel: 'Sprachausgabe stoppen',
  pause: 'Pause',
  resume: 'Fortsetzen',
  paused: 'Pausiert',
  replay: 'Noch einmal hören',
  mute: 'Stummschalten',
  muted: 'Stumm',
  volume: 'Lautstärke',
  percent,
  tryNow: 'Jetzt versuchen',
  newConversation: 'Neue Unterhaltung',
  settings: 'Einstellungen',
  withKey: (label, key) => `${label} (${key})`,
  valued: (label, value) => `${label}: ${value}`,
  dismiss: 'Schließen',
  dismissThis: (remark) => `Schließen: ${remark}`,
  back: 'Zurück',
};

export const hints: Texts['hints'] = {
  ask: 'fragen',
  pause: 'pausieren',
  resume: 'fortsetzen',
  stop: 'stoppen',
  hide: 'ausblenden',
  back: 'zurück',
  earlier: 'frühere',
  new: 'neu',
};

export const welcome: Texts['welcome'] = {
  title: 'Willkommen bei Aloud',
  text: 'Geben Sie oben eine Frage ein und drücken Sie die Eingabetaste: Die Demostimme antwortet sofort, ohne Schlüssel und ohne Internet. Für echte Antworten fügen Sie Ihren OpenAI-Schlüssel hinzu.',
  compact: 'Sie hören die Demostimme. Für echte Antworten fügen Sie Ihren OpenAI-Schlüssel hinzu.',
  addKey: 'OpenAI-Schlüssel hinzufügen',
  demo: 'Bei der Demostimme bleiben',
};
