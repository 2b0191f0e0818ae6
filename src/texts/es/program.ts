import { formats } from '../formats';
import type { Texts } from '../texts';

const { count } = formats('es');

export const about: Texts['about'] = {
  licence: 'Licencia MIT',
  credits: 'Escriba una pregunta en cualquier lugar, pulse Intro y escuche la respuesta.',
  version: (version) => `Aloud ${version}`,
  versions: 'Versiones',
  copyVersions: 'Copiar versiones',
  system: 'Sistema',
  licences: 'Licencias',
  licencesLead: 'Lo que se distribuye con Aloud, con el texto íntegro de cada licencia.',
  search: 'Nombre o licencia',
  found: (n, all) => `${count(n)} de ${count(all)}`,
  noneFound: 'Con Aloud no se distribuye nada con ese nombre o esa licencia.',
  chromiumLicences: 'Licencias de Chromium…',
};

export const start: Texts['start'] = {
  title: 'Aloud no puede iniciarse',
  dataFolder: (folder, code) =>
    `Aloud no puede usar su carpeta de datos ${folder} (${code}). Permita escribir en ella o indique otra en ALOUD_USER_DATA.`,
  failed: (error) => `Aloud no pudo iniciarse: ${error}`,
};

export const windows: Texts['windows'] = {
  about: 'Acerca de Aloud',
  settings: 'Ajustes de Aloud',
};

export const voiceSample: Texts['voiceSample'] = 'Hola. Así sueno cuando le respondo.';
