import { formats } from '../formats';
import type { Texts } from '../texts';

const { count } = formats('de');

export const about: Texts['about'] = {
  licence: 'MIT-Lizenz',
  credits: 'Irgendwo eine Frage tippen, Eingabetaste drücken, die Antwort hören.',
  version: (version) => `Aloud ${version}`,
  versions: 'Versionen',
  copyVersions: 'Versionen kopieren',
  system: 'System',
  licences: 'Lizenzen',
  licencesLead: 'Was mit Aloud ausgeliefert wird, und jede Lizenz davon im vollen Wortlaut.',
  search: 'Name oder Lizenz',
  found: (n, all) => `${count(n)} von ${count(all)}`,
  noneFound: 'Nichts mit diesem Namen oder dieser Lizenz wird mit Aloud ausgeliefert.',
  chromiumLicences: 'Lizenzen von Chromium …',
};

export const start: Texts['start'] = {
  title: 'Aloud kann nicht starten',
  dataFolder: (folder, code) =>
    `Aloud kann seinen Datenordner ${folder} nicht verwenden (${code}). Machen Sie ihn beschreibbar, oder nennen Sie in ALOUD_USER_DATA einen anderen.`,
  failed: (error) => `Aloud konnte nicht starten: ${error}`,
};

export const windows: Texts['windows'] = {
  about: 'Über Aloud',
  settings: 'Aloud – Einstellungen',
};

export const voiceSample: Texts['voiceSample'] = 'Hallo. So klinge ich, wenn ich Ihnen antworte.';
