import { formats } from '../formats';
import type { Texts } from '../texts';

const { percent } = formats('es');

export const tray: Texts['tray'] = {
  ask: 'Preguntar…',
  pause: 'Pausar',
  resume: 'Reanudar',
  stop: 'Detener la voz',
  replay: 'Volver a oír la última respuesta',
  newConversation: 'Conversación nueva',
  mute: 'Silenciar',
  volume: 'Volumen',
  percent,
  output: 'Salida',
  voice: 'Voz',
  recent: 'Recientes',
  enterKey: 'Clave de API…',
  changeKey: 'Cambiar la clave de API…',
  demo: 'Usar la voz de demostración',
  settings: 'Ajustes…',
  log: 'Abrir el registro',
  about: 'Acerca de Aloud',
  quit: 'Salir de Aloud',
  tip: {
    idle: 'Aloud',
    muted: 'Aloud (silenciado)',
    connecting: 'Aloud: conectando',
    speaking: 'Aloud: hablando',
    speakingMuted: 'Aloud: hablando (silenciado)',
    paused: 'Aloud: en pausa',
    offline: 'Aloud: sin red',
    notConnected: 'Aloud: sin conectar',
    problem: (title) => `Aloud: ${title}`,
  },
};

export const output: Texts['output'] = {
  system: 'La del sistema',
  away: (name) => `${name} (sin conectar)`,
  unnamed: 'Dispositivo sin nombre',
  numbered: (name, number) => `${name} (${number})`,
};
