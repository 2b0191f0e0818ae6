import type { Texts } from '../texts';

export const about: Texts['about'] = {
  licence: 'Licence MIT',
  credits: 'Saisissez une question n’importe où, appuyez sur Entrée, écoutez la réponse.',
};

export const start: Texts['start'] = {
  title: 'Aloud ne peut pas démarrer',
  dataFolder: (folder, code) =>
    `Aloud ne peut pas utiliser son dossier de données ${folder} (${code}). Autorisez-y l’écriture, ou indiquez un autre dossier dans ALOUD_USER_DATA.`,
  failed: (error) => `Aloud n’a pas pu démarrer : ${error}`,
};

export const windows: Texts['windows'] = {
  settings: 'Réglages d’Aloud',
};

export const voiceSample: Texts['voiceSample'] = 'Bonjour. Voici ma voix quand je vous réponds.';
