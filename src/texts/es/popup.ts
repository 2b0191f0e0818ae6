import { formats } from '../formats';
import type { Texts } from '../texts';

const { count, duration, percent, plural, short } = formats('es');
const characters = (n: number): string =>
  `${count(n)} ${plural(n, { one: 'carácter', other: 'caracteres' })}`;

export const prompt: Texts['prompt'] = {
  label: 'Su pregunta',
  placeholder: 'Pregunte algo y escuche la respuesta',
  left: (n) => `${plural(n, { one: 'Queda', other: 'Quedan' })} ${characters(n)}`,
  over: (by, limit) =>
    `${plural(by, { one: 'Sobra', other: 'Sobran' })} ${characters(by)}: se admiten ${count(limit)} como máximo por pregunta.`,
  notTaken:
    'Aloud no pudo recibir la pregunta. Está de nuevo en el campo: pulse Intro para volver a intentarlo.',
};

export const answer: Texts['answer'] = {
  label: 'Respuesta',
  connecting: 'Conectando',
  waiting: 'Esperando la respuesta',
  reconnecting: 'Esperando una conexión',
  offline: 'Esperando la red',
  stopped: 'Detenida',
  cutOff: 'Interrumpida',
  replaying: 'Repetición',
  follow: 'Volver a lo que se oye',
  firstSound: (ms) => `primer sonido tras ${duration(ms)}`,
};

export const said: Texts['said'] = {
  answering: 'Empieza la respuesta',
  finished: 'Respuesta terminada',
  stopped: 'Detenida',
  paused: 'En pausa',
  resumed: 'Continúa',
  replaying: 'Repetición',
  replayed: 'Repetición terminada',
  failed: 'La pregunta no tuvo respuesta',
  cutOff: 'La respuesta se interrumpió',
  reconnecting: 'Sin conexión. Aloud lo vuelve a intentar por sí solo.',
  offline: 'Sin red. Aloud continuará por sí solo cuando vuelva.',
  online: 'La red ha vuelto',
  newConversation: 'Conversación nueva',
};

export const connection: Texts['connection'] = {
  is: {
    idle: 'Sin conectar',
    connecting: 'Conectando',
    ready: 'Listo',
    retrying: 'Sin conexión',
    offline: 'Sin red',
    failed: 'Sin conexión',
  },
  nextAttempt: (left, unit) => `nuevo intento en ${short(left, unit)}`,
};

export const source: Texts['source'] = {
  demo: 'Voz de demostración',
  openai: 'OpenAI',
  profile: 'Su servidor',
  custom: 'Su servidor',
};

export const controls: Texts['controls'] = {
  stop: 'Detener',
  stopLabel: 'Detener la voz',
  pause: 'Pausar',
  resume: 'Reanudar',
  paused: 'En pausa',
  replay: 'Volver a oír',
  mute: 'Silenciar',
  muted: 'Silenciado',
  volume: 'Volumen',
  percent,
  tryNow: 'Intentar ahora',
  newConversation: 'Conversación nueva',
  settings: 'Ajustes',
  withKey: (label, key) => `${label} (${key})`,
  valued: (label, value) => `${label}: ${value}`,
  dismiss: 'Cerrar',
  dismissThis: (remark) => `Cerrar: ${remark}`,
  back: 'Atrás',
};

export const hints: Texts['hints'] = {
  ask: 'preguntar',
  pause: 'pausar',
  resume: 'reanudar',
  stop: 'detener',
  hide: 'ocultar',
  back: 'atrás',
  earlier: 'anteriores',
  new: 'nueva',
};

export const welcome: Texts['welcome'] = {
  title: 'Le damos la bienvenida a Aloud',
  text: 'Escriba una pregunta arriba y pulse Intro: la voz de demostración responde al momento, sin clave ni Internet. Para obtener respuestas de verdad, añada su clave de OpenAI.',
  compact: 'Está oyendo la voz de demostración. Para obtener respuestas de verdad, añada su clave de OpenAI.',
  addKey: 'Añadir mi clave de OpenAI',
  demo: 'Seguir con la voz de demostración',
};
