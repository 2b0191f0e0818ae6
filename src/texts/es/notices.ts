import type { KeptFile } from '../../preload/problem-contract';
import { foreign } from '../foreign';
import type { Texts } from '../texts';

const fileOf: Record<KeptFile, string> = {
  settings: 'El archivo de sus ajustes',
  history: 'El archivo de sus preguntas anteriores',
  draft: 'El archivo de sus preguntas sin terminar',
  place: 'El archivo con la posición de la ventana',
};
const faultOf = {
  unreadable: 'no se pudo leer',
  damaged: 'estaba dañado',
  'too-new': 'es de una versión más reciente de Aloud',
};

export const notice: Texts['notice'] = {
  setAside: (file, fault, aside) =>
    `${fileOf[file]} ${faultOf[fault]} y se apartó con el nombre ${aside}. Aloud empezó con los valores propios.`,
  notSetAside: (file, fault) =>
    `${fileOf[file]} ${faultOf[fault]} y no se pudo apartar. Los cambios se perderán al cerrar Aloud.`,
  keyLocked:
    'Su clave guardada no se puede leer ahora porque el depósito de claves del sistema no está disponible.',
  keyDamaged: 'Su clave guardada no se pudo leer y se apartó. Introdúzcala de nuevo.',
  outgrown:
    'Esta conversación se ha hecho larga: puede que Aloud ya no sepa cómo empezó. «Conversación nueva» empieza de cero.',
  untold:
    'El servidor no vuelve a aceptar lo que se dijo antes: tras cada corte de la conexión no sabe nada de ello.',
};

export const device: Texts['device'] = {
  none: 'No hay ningún dispositivo de sonido: las respuestas se muestran, pero no se oirán hasta que conecte uno.',
  failed: {
    'not-opened': 'El dispositivo de sonido no funciona: no se pudo abrir.',
    processor: 'El dispositivo de sonido no funciona: falló lo que lo alimenta.',
    failed: 'El dispositivo de sonido no funciona: ha fallado.',
    'not-running': 'El dispositivo de sonido no funciona: no está en marcha.',
    closed: 'El dispositivo de sonido no funciona: se cerró.',
  },
  away: (name) =>
    `${name === null ? 'El dispositivo de sonido elegido' : `«${foreign(name)}»`} no está conectado. Mientras tanto, oirá Aloud por la salida del sistema.`,
};

export const hotkey: Texts['hotkey'] = {
  moved: (wanted, works) => `Otro programa usa ${wanted}. Abra Aloud con ${works}.`,
  unavailable: (wanted) =>
    `No se pudo configurar ${wanted}. Abra Aloud desde su icono o iniciándolo de nuevo.`,
  opens: 'abre Aloud desde cualquier lugar',
};
