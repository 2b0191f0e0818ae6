import type { Texts } from '../texts';

export const about: Texts['about'] = {
  licence: 'Licencia MIT',
  credits: 'Escriba una pregunta en cualquier lugar, pulse Intro y escuche la respuesta.',
};

export const start: Texts['start'] = {
  title: 'Aloud no puede iniciarse',
  dataFolder: (folder, code) =>
    `Aloud no puede usar su carpeta de datos ${folder} (${code}). Permita escribir en ella o indique otra en ALOUD_USER_DATA.`,
  failed: (error) => `Aloud no pudo iniciarse: ${error}`,
};

export const windows: Texts['windows'] = {
  settings: 'Ajustes de Aloud',
};

export const voiceSample: Texts['voiceSample'] = 'Hola. Así sueno cuando le respondo.';
