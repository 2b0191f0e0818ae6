import type { Texts } from '../texts';

export const key: Texts['key'] = {
  title: 'Su clave de OpenAI',
  label: 'Clave de API',
  placeholder: 'sk-…',
  show: 'Mostrar la clave',
  hide: 'Ocultar la clave',
  whence: 'Puede encontrarla o crearla en platform.openai.com, en «API keys».',
  encrypt: 'Guardarla cifrada en este equipo',
  thisRunOnly:
    'Este equipo no ofrece un lugar seguro para las claves, así que Aloud la conserva solo hasta que lo cierre.',
  unknown: 'Aloud la guarda cifrada si este equipo lo permite; si no, la conserva solo hasta que lo cierre.',
  save: 'Usar esta clave',
  saving: 'Comprobando…',
  demo: 'Usar la voz de demostración',
  notTaken: 'Aloud no pudo recibir la clave. Vuelva a intentarlo.',
  refused: {
    empty: 'Pegue primero su clave.',
    spaces: 'Una clave no contiene espacios ni saltos de línea. Cópiela de nuevo, sin nada más.',
    signs: 'Una clave solo contiene letras sin acentos, cifras y signos. Cópiela de nuevo, sin nada más.',
    'too-short': 'Es demasiado corto para ser una clave. Cópiela entera.',
    'too-long': 'Es demasiado largo para ser una clave. Copie solo la clave.',
    'no-server': 'Corrija primero la dirección del servidor en los ajustes.',
    'still-stored':
      'La clave guardada no se pudo quitar, así que no se cambió nada. Compruebe que se puede escribir en la carpeta de Aloud.',
  },
  kept: {
    stored: 'Su clave está guardada y cifrada. Ya puede preguntar.',
    'this-run': 'Su clave se conserva hasta que cierre Aloud. Ya puede preguntar.',
  },
  now: {
    stored: 'Hay una clave guardada y cifrada en este equipo. Una nueva la sustituye.',
    'this-run': 'Hay una clave que se conserva hasta que cierre Aloud. Una nueva la sustituye.',
    environment: 'Esta vez se usa la clave de OPENAI_API_KEY. Una nueva la sustituye.',
  },
};
