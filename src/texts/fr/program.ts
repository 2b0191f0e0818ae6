import { formats } from '../formats';
import type { Texts } from '../texts';

const { count } = formats('fr');

export const about: Texts['about'] = {
  licence: 'Licence MIT',
  credits: 'Saisissez une question n’importe où, appuyez sur Entrée, écoutez la réponse.',
  version: (version) => `Aloud ${version}`,
  versions: 'Versions',
  copyVersions: 'Copier les versions',
  system: 'Système',
  licences: 'Licences',
  licencesLead: 'Ce qui est livré avec Aloud, avec le texte intégral de chaque licence.',
  search: 'Nom ou licence',
  found: (n, all) => `${count(n)} sur ${count(all)}`,
  noneFound: 'Rien de ce nom ni sous cette licence n’est livré avec Aloud.',
  chromiumLicences: 'Licences de Chromium…',
};

export const start: Texts['start'] = {
  title: 'Aloud ne peut pas démarrer',
  dataFolder: (folder, code) =>
    `Aloud ne peut pas utiliser son dossier de données ${folder} (${code}). Autorisez-y l’écriture, ou indiquez un autre dossier dans ALOUD_USER_DATA.`,
  failed: (error) => `Aloud n’a pas pu démarrer : ${error}`,
};

export const windows: Texts['windows'] = {
  about: 'À propos d’Aloud',
  settings: 'Réglages d’Aloud',
};

export const voiceSample: Texts['voiceSample'] = 'Bonjour. Voici ma voix quand je vous réponds.';
