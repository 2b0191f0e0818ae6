import { formats } from '../formats';
import type { Texts } from '../texts';

const { percent } = formats('fr');

export const tray: Texts['tray'] = {
  ask: 'Demander…',
  pause: 'Pause',
  resume: 'Reprendre',
  stop: 'Arrêter la lecture',
  replay: 'Réécouter la dernière réponse',
  newConversation: 'Nouvelle conversation',
  mute: 'Couper le son',
  volume: 'Volume',
  percent,
  output: 'Sortie',
  voice: 'Voix',
  recent: 'Récentes',
  enterKey: 'Clé d’API…',
  changeKey: 'Changer la clé d’API…',
  demo: 'Utiliser la voix de démonstration',
  settings: 'Réglages…',
  log: 'Ouvrir le journal',
  about: 'À propos d’Aloud',
  quit: 'Quitter Aloud',
  tip: {
    idle: 'Aloud',
    muted: 'Aloud (son coupé)',
    connecting: 'Aloud : connexion',
    speaking: 'Aloud : lecture',
    speakingMuted: 'Aloud : lecture (son coupé)',
    paused: 'Aloud : en pause',
    offline: 'Aloud : pas de réseau',
    notConnected: 'Aloud : non connecté',
    problem: (title) => `Aloud : ${title}`,
  },
};

export const output: Texts['output'] = {
  system: 'Sortie du système',
  away: (name) => `${name} (non connecté)`,
  unnamed: 'Périphérique sans nom',
  numbered: (name, number) => `${name} (${number})`,
};
