import type { ProxyCommand, VoiceSource } from '../../preload/contract';
import { formats } from '../formats';
import type { Texts } from '../texts';

const { wait } = formats('es');

/** Who was to answer, in the forms that the sentences want. */
const Who: Record<VoiceSource, string> = {
  demo: 'La voz de demostración',
  openai: 'OpenAI',
  profile: 'El servidor',
  custom: 'El servidor',
};
const who: Record<VoiceSource, string> = {
  demo: 'la voz de demostración',
  openai: 'OpenAI',
  profile: 'el servidor',
  custom: 'el servidor',
};
const ofWhom: Record<VoiceSource, string> = {
  demo: 'de la voz de demostración',
  openai: 'de OpenAI',
  profile: 'del servidor',
  custom: 'del servidor',
};

export const problem: Texts['problem'] = {
  actions: {
    retry: 'Volver a intentar',
    'ask-again': 'Volver a preguntar',
    'enter-key': 'Introducir una clave',
    'use-demo': 'Usar la voz de demostración',
    'open-settings': 'Abrir los ajustes',
    'open-log': 'Abrir el registro',
  },
  questionBack: 'Su pregunta está de nuevo en el campo.',
  details: 'Detalles',
  copy: 'Copiar',
  copied: 'Copiado',
  selected: 'Seleccionado',
};

/** What to do with a name and a password for a proxy. */
function withPassword({ line, startsAloud }: ProxyCommand): string {
  const steps = startsAloud
    ? `Salga de Aloud e inícielo en un terminal con «${line}», con su nombre y su contraseña en lugar de NAME y PASSWORD.`
    : `Ejecute «${line}» en un terminal, con su nombre y su contraseña en lugar de NAME y PASSWORD; después salga de Aloud e inícielo de nuevo.`;
  return `${steps} Los signos como @ o : se escriben en ellos como %40 o %3A.`;
}

export const sentences: Texts['sentences'] = {
  offline: {
    title: () => 'No hay red.',
    advice: 'Conéctese a Internet: Aloud continuará por sí solo.',
  },
  'host-not-found': {
    title: (by) => `No se encontró ${who[by]} en la red.`,
    advice: 'Compruebe la conexión a Internet y la dirección del servidor.',
  },
  'refused-connection': {
    title: (by) => `${Who[by]} no responde.`,
    advice: 'Compruebe que el servicio está en marcha y que nada impide llegar a él.',
  },
  'proxy-refused': {
    title: (by) => `El proxy de esta red no dejó que Aloud llegara hasta ${who[by]}.`,
    advice: 'Pida permiso a quien administra la red o use otra.',
  },
  'proxy-auth': {
    title: () => 'El proxy de esta red pide un nombre y una contraseña.',
    advice: 'Introduzca el proxy en los ajustes de red de este equipo y vuelva a intentarlo.',
    adviceToRun: withPassword,
  },
  'proxy-password': {
    title: () => 'El proxy de esta red no aceptó el nombre y la contraseña de HTTPS_PROXY.',
    advice: 'Corríjalos donde se definieron, salga de Aloud e inícielo de nuevo.',
    adviceToRun: withPassword,
  },
  'proxy-sign-in': {
    title: () => 'El proxy de esta red pide una forma de iniciar sesión que Aloud no conoce.',
    advice: 'Pida a quien administra la red un proxy que acepte contraseña (Basic) o use otra red.',
  },
  'captive-portal': {
    title: () => 'Esta red pide que inicie sesión primero.',
    advice: 'Abra una página web en el navegador, inicie sesión y Aloud continuará por sí solo.',
  },
  tls: {
    title: (by) => `La conexión segura con ${who[by]} no es de confianza.`,
    advice: 'Compruebe el reloj de este equipo y si un proxy sustituye los certificados.',
  },
  'self-signed': {
    title: (by) => `El certificado ${ofWhom[by]} no está firmado por nadie en quien confíe este equipo.`,
    advice: 'Añada su autoridad a los certificados de este equipo y reinicie Aloud.',
  },
  'handshake-timeout': {
    title: (by) => `${Who[by]} tardó demasiado en conectar.`,
    advice: 'Vuelva a intentarlo en un momento.',
  },
  'bad-key': {
    title: (by) => `${Who[by]} no aceptó la clave.`,
    advice: 'Compruebe que la clave está completa y sigue siendo válida.',
  },
  forbidden: {
    title: () => 'La clave no tiene acceso a este servicio.',
    advice: 'Use la clave de un proyecto que pueda usar la API Realtime.',
  },
  'not-found': {
    title: (by) => `${Who[by]} no conoce el modelo o la dirección.`,
    advice: 'Compruebe el nombre del modelo y que la clave permite usarlo.',
  },
  'rate-limited': {
    title: (by) => `${Who[by]} nos pide que vayamos más despacio.`,
    advice: 'Espere un poco y vuelva a intentarlo.',
    adviceToWait: (ms) => `Espere ${wait(ms)} y vuelva a intentarlo.`,
  },
  quota: {
    title: () => 'La cuenta de esta clave no tiene saldo.',
    advice: 'Añada saldo en la página del proveedor o use otra clave.',
  },
  'server-error': {
    title: (by) => `${Who[by]} tiene un fallo propio en este momento.`,
    advice: 'Vuelva a intentarlo en un momento.',
    adviceToWait: (ms) => `Vuelva a intentarlo dentro de ${wait(ms)}.`,
  },
  'not-a-realtime-server': {
    title: () => 'Lo que responde en esta dirección no es un servidor Realtime.',
    advice: 'Compruebe la dirección del servidor.',
  },
  'bad-address': {
    title: () => 'Aloud no puede usar esta dirección de servidor.',
    advice: 'Debe empezar por wss:// o ws:// y nombrar un servidor, sin nombre de usuario ni contraseña.',
  },
  'insecure-key': {
    title: () => 'La clave no se envió porque la conexión no estaría cifrada.',
    advice:
      'Para un servidor que no esté en este equipo, use una dirección wss:// o permítalo en los ajustes.',
  },
  'session-timeout': {
    title: (by) => `${Who[by]} aceptó la conexión, pero no dijo nada.`,
    advice: 'Vuelva a intentarlo o compruebe que es un servidor Realtime.',
  },
  'configure-timeout': {
    title: (by) => `La conexión con ${who[by]} se estableció, pero no llegó a estar lista.`,
    advice: 'Vuelva a intentarlo.',
  },
  'wrong-dialect': {
    title: (by) => `${Who[by]} habla una versión del protocolo en la que Aloud no pudo ponerse de acuerdo.`,
    advice: 'Elija la otra versión en los ajustes o compruebe la del servidor.',
  },
  'wrong-format': {
    title: (by) => `${Who[by]} enviaría el sonido en un formato que Aloud no pidió.`,
    advice: 'Configure el servidor en PCM de 16 bits a 24 kHz.',
  },
  'bad-audio': {
    title: () => 'El sonido recibido estaba dañado.',
    advice: 'Vuelva a preguntar.',
  },
  garbage: {
    title: (by) => `${Who[by]} envió algo que no es del protocolo Realtime.`,
    advice: 'Compruebe la dirección del servidor.',
  },
  'too-large': {
    title: (by) => `${Who[by]} envió de una vez más de lo que Aloud acepta.`,
    advice: 'Pida una respuesta más corta.',
  },
  flood: {
    title: (by) => `${Who[by]} envió eventos más deprisa de lo que Aloud acepta.`,
    advice: 'Vuelva a intentarlo; si sigue así, compruebe el servidor.',
  },
  'session-expired': {
    title: (by) => `La conversación alcanzó la duración máxima que permite ${who[by]}.`,
    advice: 'Vuelva a preguntar: empieza una nueva, que sabe lo que se dijo.',
  },
  'memory-refused': {
    title: (by) => `${Who[by]} no volvió a aceptar lo que se dijo antes.`,
    advice: 'Vuelva a preguntar; «Conversación nueva» empieza de cero.',
  },
  closed: {
    title: (by) => `${Who[by]} cortó la conexión.`,
    advice: 'Vuelva a preguntar.',
  },
  'turn-timeout': {
    title: (by) => `${Who[by]} dejó de responder.`,
    advice: 'Vuelva a intentarlo.',
  },
  'turn-too-long': {
    title: () => 'La respuesta tardó más de lo que Aloud espera.',
    advice: 'Pida una respuesta más corta.',
  },
  'content-filter': {
    title: (by) => `${Who[by]} retuvo la respuesta por sus normas de contenido.`,
    advice: 'Haga la pregunta de otra manera.',
  },
  incomplete: {
    title: () => 'La respuesta alcanzó su longitud máxima y se cortó.',
    advice: 'Pida el resto o una respuesta más corta.',
  },
  rejected: {
    title: (by) => `${Who[by]} rechazó la petición.`,
    advice: 'Vuelva a intentarlo; el registro contiene el código del motivo.',
  },
  'no-key': {
    title: () => 'Todavía no hay ninguna clave.',
    advice: 'Introduzca una clave o use la voz de demostración, que no la necesita.',
  },
  'key-of-other-host': {
    title: () => 'La clave se introdujo para un servidor distinto del de los ajustes y no se envió.',
    advice: 'Introduzca la clave de este servidor, o corrija la dirección en los ajustes y reinicie Aloud.',
  },
  'bad-server-url': {
    title: () => 'Aloud no puede usar la dirección de ALOUD_REALTIME_URL.',
    advice: 'Debe empezar por wss:// o ws:// y nombrar un servidor, sin nombre de usuario ni contraseña.',
  },
  'demo-broken': {
    title: () => 'No se pudo iniciar la voz de demostración.',
    advice: 'Reinicie Aloud; el motivo está en el registro.',
  },
  'answer-too-long': {
    title: () => 'La respuesta era más larga de lo que Aloud guarda en espera.',
    advice: 'Pida una más corta. Lo que ya había llegado se reproduce.',
  },
  'no-sound-path': {
    title: () => 'No se pudo iniciar el sonido.',
    advice: 'Compruebe los ajustes de sonido de este equipo y vuelva a intentarlo.',
  },
  asleep: {
    title: () => 'El equipo entró en suspensión antes de que llegara la respuesta.',
    advice: 'Vuelva a preguntar.',
  },
};
