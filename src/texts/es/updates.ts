import { formats } from '../formats';
import type { Texts } from '../texts';

const { percent } = formats('es');

export const updates: Texts['updates'] = {
  look: 'Buscar actualizaciones…',
  waiting: 'Se buscarán actualizaciones tras esta respuesta…',
  looking: 'Buscando actualizaciones…',
  fetching: (version, done) => `Descargando Aloud ${version}… ${percent(done)}`,
  install: (version) => `Reiniciar con Aloud ${version}`,
  newest: {
    title: 'Aloud está actualizado.',
    detail: (version) => `${version} es la versión más reciente.`,
  },
  ready: {
    title: (version) => `Aloud ${version} está listo.`,
    detail: 'Se instalará al salir de Aloud, o ahora mismo si lo reinicia.',
    install: 'Reiniciar',
    later: 'Más tarde',
  },
  failed: {
    title: 'Aloud no se actualizó.',
    network: 'No se pudo llegar a las actualizaciones. Compruebe la red y vuelva a intentarlo.',
    'not-published': 'No hay nada publicado para este sistema. Vuelva a intentarlo más tarde.',
    'not-genuine': 'Una actualización no era lo que decía ser y se descartó. Vuelva a intentarlo más tarde.',
    disk: 'No se pudo guardar una actualización. Libere espacio en el disco y vuelva a intentarlo.',
    stalled: 'Las actualizaciones no respondieron a tiempo. Vuelva a intentarlo más tarde.',
    unknown: 'Algo falló con una actualización. El registro dice más.',
  },
  unavailable: {
    title: 'Aloud no se actualiza por sí mismo aquí.',
    'not-installed': 'Solo un Aloud instalado puede actualizarse por sí mismo.',
    deb: 'Aloud llegó como paquete deb: se actualiza con el sistema.',
    rpm: 'Aloud llegó como paquete rpm: se actualiza con el sistema.',
    homebrew: 'Homebrew instaló Aloud y también lo actualiza: brew upgrade --cask aloud',
    owned: 'Aloud no lo instaló su propio instalador: actualícelo con lo que lo instaló.',
    'not-moved':
      'Mueva Aloud a la carpeta Aplicaciones e inícielo desde allí. Entonces podrá actualizarse por sí mismo.',
    'read-only':
      'Aloud no puede cambiar aquí sus propios archivos. Muévalo a una carpeta suya o instálelo de nuevo.',
    'no-feed': 'Este Aloud se creó sin un lugar del que obtener actualizaciones.',
    unsigned:
      'Este Aloud no está firmado, así que una actualización no se distinguiría de una falsa. Instale a mano las versiones nuevas.',
  },
  ok: 'Aceptar',
};
