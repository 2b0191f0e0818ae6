import type { KeptFile } from '../../preload/problem-contract';
import { foreign } from '../foreign';
import type { Texts } from '../texts';

const fileOf: Record<KeptFile, string> = {
  settings: 'Le fichier de vos réglages',
  history: 'Le fichier de vos questions précédentes',
  draft: 'Le fichier de vos questions inachevées',
  place: 'Le fichier de la position de la fenêtre',
};
const faultOf = {
  unreadable: 'n’a pas pu être lu',
  damaged: 'était endommagé',
  'too-new': 'vient d’une version plus récente d’Aloud',
};

export const notice: Texts['notice'] = {
  setAside: (file, fault, aside) =>
    `${fileOf[file]} ${faultOf[fault]} ; il a été mis de côté sous le nom ${aside}. Aloud a démarré avec ses propres valeurs.`,
  notSetAside: (file, fault) =>
    `${fileOf[file]} ${faultOf[fault]} et n’a pas pu être mis de côté. Les changements seront perdus à la fermeture.`,
  keyLocked:
    'Votre clé enregistrée ne peut pas être lue pour l’instant, car le trousseau du système n’est pas disponible.',
  keyDamaged:
    'Votre clé enregistrée n’a pas pu être lue et a été mise de côté. Veuillez la saisir de nouveau.',
  outgrown:
    'Cette conversation est devenue longue : Aloud ne sait peut-être plus comment elle a commencé. « Nouvelle conversation » repart de zéro.',
  untold:
    'Le serveur ne reprend pas ce qui a été dit avant : après chaque coupure de la connexion, il n’en sait rien.',
};

export const device: Texts['device'] = {
  none: 'Aucun périphérique audio : les réponses s’affichent, mais ne s’entendront qu’une fois un périphérique connecté.',
  failed: {
    'not-opened': 'Le périphérique audio ne fonctionne pas : il n’a pas pu être ouvert.',
    processor: 'Le périphérique audio ne fonctionne pas : ce qui l’alimente a échoué.',
    failed: 'Le périphérique audio ne fonctionne pas : il est en panne.',
    'not-running': 'Le périphérique audio ne fonctionne pas : il ne tourne pas.',
    closed: 'Le périphérique audio ne fonctionne pas : il a été fermé.',
  },
  away(name) {
    const which = name === null ? 'Le périphérique audio choisi' : `« ${foreign(name)} »`;
    return `${which} n’est pas connecté. En attendant, vous entendez Aloud sur la sortie du système.`;
  },
};

export const hotkey: Texts['hotkey'] = {
  moved: (wanted, works) =>
    `${wanted} est utilisé par un autre programme. Ouvrez plutôt Aloud avec ${works}.`,
  unavailable: (wanted) =>
    `${wanted} n’a pas pu être mis en place. Ouvrez Aloud depuis son icône, ou en le lançant de nouveau.`,
  opens: 'ouvre Aloud de partout',
};
