import type { Texts } from '../texts';

export const about: Texts['about'] = {
  licence: 'MIT-Lizenz',
  credits: 'Irgendwo eine Frage tippen, Eingabetaste drücken, die Antwort hören.',
};

export const start: Texts['start'] = {
  title: 'Aloud kann nicht starten',
  dataFolder: (folder, code) =>
    `Aloud kann seinen Datenordner ${folder} nicht verwenden (${code}). Machen Sie ihn beschreibbar, oder nennen Sie in ALOUD_USER_DATA einen anderen.`,
  failed: (error) => `Aloud konnte nicht starten: ${error}`,
};

export const windows: Texts['windows'] = {
  settings: 'Aloud – Einstellungen',
};

export const voiceSample: Texts['voiceSample'] = 'Hallo. So klinge ich, wenn ich Ihnen antworte.';
