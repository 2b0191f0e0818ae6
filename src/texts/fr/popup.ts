import { formats } from '../formats';
import type { Texts } from '../texts';

const { count, duration, percent, plural, short } = formats('fr');
const characters = (n: number): string =>
  `${count(n)} ${plural(n, { one: 'caractère', other: 'caractères' })}`;

export const prompt: Texts['prompt'] = {
  label: 'Votre question',
  placeholder: 'Posez une question, écoutez la réponse',
  left: (n) => `Encore ${characters(n)}`,
  over: (by, limit) => `Trop long de ${characters(by)} : ${count(limit)} au plus par question.`,
  notTaken:
    'Aloud n’a pas pu prendre la question. Elle est de nouveau dans le champ : appuyez sur Entrée pour réessayer.',
};

export const answer: Texts['answer'] = {
  label: 'Réponse',
  connecting: 'Connexion en cours',
  waiting: 'En attente de la réponse',
  reconnecting: 'En attente d’une connexion',
  offline: 'En attente du réseau',
  stopped: 'Arrêtée',
  cutOff: 'Interrompue',
  replaying: 'Réécoute',
  follow: 'Revenir au passage lu',
  firstSound: (ms) => `premier son après ${duration(ms)}`,
};

export const said: Texts['said'] = {
  answering: 'La réponse commence',
  finished: 'Réponse terminée',
  stopped: 'Arrêtée',
  paused: 'En pause',
  resumed: 'Reprise',
  replaying: 'Réécoute',
  replayed: 'Réécoute terminée',
  failed: 'La question n’a pas reçu de réponse',
  cutOff: 'La réponse a été interrompue',
  reconnecting: 'Pas de connexion. Aloud réessaie de lui-même.',
  offline: 'Pas de réseau. Aloud reprendra de lui-même à son retour.',
  online: 'Le réseau est revenu',
  newConversation: 'Nouvelle conversation',
};

export const connection: Texts['connection'] = {
  is: {
    idle: 'Non connecté',
    connecting: 'Connexion',
    ready: 'Prêt',
    retrying: 'Pas de connexion',
    offline: 'Pas de réseau',
    failed: 'Pas de connexion',
  },
  nextAttempt: (left, unit) => `nouvel essai dans ${short(left, unit)}`,
};

export const source: Texts['source'] = {
  demo: 'Voix de démonstration',
  openai: 'OpenAI',
  profile: 'Votre serveur',
  custom: 'Votre serveur',
};

export const controls: Texts['controls'] = {
  stop: 'Arrêter',
  stopLabel: 'Arrêter la lecture',
  pause: 'Pause',
  resume: 'Reprendre',
  paused: 'En pause',
  replay: 'Réécouter',
  mute: 'Couper le son',
  muted: 'Son coupé',
  volume: 'Volume',
  percent,
  tryNow: 'Essayer maintenant',
  newConversation: 'Nouvelle conversation',
  settings: 'Réglages',
  withKey: (label, key) => `${label} (${key})`,
  valued: (label, value) => `${label} : ${value}`,
  dismiss: 'Fermer',
  dismissThis: (remark) => `Fermer : ${remark}`,
  back: 'Retour',
};

export const hints: Texts['hints'] = {
  ask: 'demander',
  pause: 'pause',
  resume: 'reprendre',
  stop: 'arrêter',
  hide: 'masquer',
  back: 'retour',
  earlier: 'précédentes',
  new: 'nouvelle',
};

export const welcome: Texts['welcome'] = {
  title: 'Bienvenue dans Aloud',
  text: 'Saisissez une question ci-dessus et appuyez sur Entrée : la voix de démonstration répond aussitôt, sans clé ni Internet. Pour de vraies réponses, ajoutez votre clé OpenAI.',
  compact: 'Vous entendez la voix de démonstration. Pour de vraies réponses, ajoutez votre clé OpenAI.',
  addKey: 'Ajouter ma clé OpenAI',
  demo: 'Garder la voix de démonstration',
};
