import { foreign } from '../foreign';
import { formats } from '../formats';
import type { SettingsTexts } from '../texts';
import { desktop, shortcut } from './shortcut';

const { count, plural, date, decimal } = formats('es');

export const settings: SettingsTexts = {
  windowTitle: 'Ajustes de Aloud',
  title: 'Ajustes',
  sections: {
    account: 'Cuenta',
    voice: 'Voz',
    sound: 'Sonido',
    shortcut: 'Atajo',
    general: 'General',
  },
  lead: {
    account: 'Quién responde y la clave para ello.',
    voice: 'Cómo suenan las respuestas y cómo se dan.',
    sound: 'Dónde se oye Aloud y a qué volumen.',
    shortcut: 'Las teclas que abren Aloud desde cualquier lugar.',
    general: 'El aspecto y el comportamiento de Aloud.',
  },
  cancel: 'Cancelar',
  faults: {
    missing: () => 'No puede quedar vacío.',
    'too-long': (limit) =>
      limit === null
        ? 'Es demasiado largo.'
        : `Es demasiado largo: el límite es de ${count(limit)} caracteres.`,
    'too-large': (limit) => (limit === null ? 'Es demasiado.' : `Como máximo ${decimal(limit, 2)}.`),
    'too-small': (limit) => (limit === null ? 'Es muy poco.' : `Como mínimo ${decimal(limit, 2)}.`),
    'not-whole': () => 'Debe ser un número entero.',
    'bad-address': () =>
      'Aloud no puede usar esta dirección: debe nombrar un servidor, sin nombre de usuario ni contraseña.',
    'bad-version': () => 'Azure escribe las versiones como 2024-10-01-preview.',
    wrong: () => 'No se puede usar aquí.',
  },

  services: {
    title: 'Quién responde',
    demo: 'Voz de demostración',
    demoHint: 'Habla en este equipo, sin clave ni Internet. Sabe poco.',
    kinds: { openai: 'OpenAI', azure: 'Azure OpenAI', compatible: 'Otro servidor' },
    custom:
      'Esta vez ALOUD_REALTIME_URL indica el servidor. Lo que elija aquí ocupa su lugar al momento y vale también desde el próximo inicio.',
    demoNeedsNothing:
      'La voz de demostración no necesita clave. Para obtener respuestas de verdad, elija un servicio arriba o añada uno.',
    add: 'Añadir un servicio',
    addTitle: 'Servicio nuevo',
    kind: 'Servicio',
    addIt: 'Añadir',
    remove: 'Quitar este servicio…',
    removeQuestion: (name) => `¿Quitar «${foreign(name)}» y su clave?`,
    removeIt: 'Quitar',
    full: (limit) => `Aloud guarda ${count(limit)} servicios como máximo.`,
    stillStored:
      'La clave guardada no se pudo quitar, así que no se quitó nada. Compruebe que se puede escribir en la carpeta de Aloud.',
    name: 'Nombre',
    resource: 'Recurso',
    resourceHint: 'Su dirección, tal como la muestra el portal de Azure.',
    resourceExample: 'https://mi-recurso.openai.azure.com',
    deployment: 'Implementación',
    deploymentHint: 'El nombre que dio al modelo al implementarlo.',
    apiVersion: 'Versión de la API',
    apiVersionHint: 'Solo para un recurso que todavía habla la versión preliminar.',
    apiVersionNone: 'la actual',
    url: 'Dirección',
    urlHint: 'La de un servidor que hable el protocolo Realtime.',
    urlExample: 'wss://servidor.ejemplo/v1/realtime',
    dialect: 'Protocolo',
    dialects: { auto: 'El que hable el servidor', ga: 'El actual', beta: 'El preliminar' },
    insecureKey: 'Enviar la clave sin cifrar',
    insecureKeyHint:
      'Hacia un servidor ws:// de otro equipo, cualquiera podría leerla en la red. Si está desactivado, no se envía allí.',
  },

  key: {
    title: 'Clave',
    label: 'Clave de API',
    of: (service) => `Clave de ${foreign(service)}`,
    placeholder: 'Pegue aquí la clave',
    show: 'Mostrar la clave',
    hide: 'Ocultar la clave',
    now: {
      none: 'Todavía no hay clave.',
      stored: 'Guardada en este equipo, cifrada por el sistema.',
      'this-run': 'En memoria hasta que cierre Aloud. No se escribe en ningún sitio.',
      environment: 'La de OPENAI_API_KEY, solo esta vez. No se escribe en ningún sitio.',
    },
    none: {
      openai: 'Puede encontrarla o crearla en platform.openai.com, en «API keys».',
      azure: 'La encontrará en el portal de Azure, en «Claves y punto de conexión» del recurso.',
      compatible: 'Puede que este servidor no pida ninguna. Si la pide, péguela aquí.',
    },
    remember: 'Guardarla cifrada en este equipo',
    forget: 'Si está desactivado, Aloud la olvida al cerrarse.',
    thisRunOnly:
      'Este equipo no ofrece un lugar seguro para una clave: lo que llama cifrado lo podría deshacer cualquiera. Por eso Aloud la conserva en memoria solo esta vez y la pedirá de nuevo la próxima.',
    unknown:
      'Aloud la guarda cifrada si este equipo lo permite; si no, la conserva solo hasta que lo cierre.',
    save: 'Guardar esta clave',
    saving: 'Guardando…',
    replace: 'Sustituir…',
    remove: 'Quitar…',
    removeQuestion: '¿Quitar la clave de este equipo?',
    removeIt: 'Quitar',
    stillStored:
      'La clave guardada no se pudo quitar. Compruebe que se puede escribir en la carpeta de Aloud.',
    check: 'Comprobar',
    checkServer: 'Comprobar la conexión',
    checking: (service) => `Preguntando a ${foreign(service)}…`,
    works: {
      models: (service, model) => `${foreign(service)} acepta la clave, que permite usar ${foreign(model)}.`,
      session: (service, model) =>
        `${foreign(service)} dejó entrar a Aloud y ${foreign(model)} puede responder.`,
    },
  },

  voice: {
    ofDemo:
      'Ahora responde la voz de demostración. Sigue la voz y la velocidad; lo demás es para el servicio que elija.',
    title: 'Voz',
    voice: 'Voz',
    voiceHint: 'O escriba el nombre de otra.',
    sample: 'Oír',
    sampleStop: 'Detener',
    sampleWaits: 'Pidiendo una frase…',
    speed: 'Velocidad',
    times: (speed) => `${decimal(speed, 2)}×`,
    natural: 'natural',
    answers: 'Respuestas',
    model: 'Modelo',
    modelHint: 'O escriba el nombre de otro.',
    recommended: (name) => `${name} (predeterminado)`,
    recommendedNote: 'recomendado',
    notes: { best: 'mejores respuestas', cheaper: 'más barato' },
    ends: (iso) => `termina el ${date(iso)}`,
    suggestions: (field) => `Sugerencias para ${field}`,
    length: 'Respuesta más larga',
    lengthHint:
      'Una respuesta que llega al límite se corta. Lo larga que quiera ser depende de las instrucciones.',
    lengths: {
      none: 'Sin límite',
      seconds: (n) => `Unos ${count(n)} segundos`,
      minutes: (n) => plural(n, { one: 'Cerca de un minuto', other: `Unos ${count(n)} minutos` }),
      tokens: (n) => `${count(n)} tokens`,
    },
    instructions: 'Instrucciones',
    instructionsHint:
      'Lo que se dice a la voz antes de cada conversación. Vacío: las propias de Aloud, que piden respuestas breves y habladas.',
    instructionsExample: 'Responde como un profesor paciente. Explica cada palabra extranjera.',
  },

  sound: {
    title: 'Salida',
    device: 'Reproducir en',
    volume: 'Volumen',
    muted: 'Aloud está silenciado: no se oye nada.',
    tone: 'Sonido de prueba',
    toneHint: 'Dos notas, por el mismo camino que las respuestas.',
    play: 'Reproducir',
    stop: 'Detener',
    heard: 'Se reprodujo hasta el final.',
  },

  shortcut,
  desktop,

  starting: {
    title: 'Inicio y actualizaciones',
    atLogin: 'Iniciar al entrar en la sesión',
    atLoginHint: 'Aloud espera entonces a que lo llame.',
    heldBack: {
      win32: 'Windows retiene Aloud: actívelo en el Administrador de tareas, en «Aplicaciones de inicio».',
      darwin: 'macOS retiene Aloud: permítalo en Ajustes del Sistema, en «General», «Ítems de inicio».',
    },
    notInstalled: 'Solo un Aloud instalado puede iniciarse al entrar en la sesión.',
    failed: (path, code) =>
      `No se pudo cambiar ${foreign(path)} (${code}). Compruebe que puede escribir ahí y vuelva a intentarlo.`,
    updates: 'Buscar actualizaciones',
    updatesHint: 'Una vez al día, y nunca mientras Aloud habla. Se pregunta a GitHub, que ve su dirección.',
    newer: 'Versión más reciente',
    notYet: 'Aún no se ha buscado.',
    look: 'Buscar ahora',
  },

  general: {
    look: 'Aspecto',
    theme: 'Tema',
    themes: { system: 'Como el sistema', light: 'Claro', dark: 'Oscuro' },
    language: 'Idioma',
    systemLanguage: 'Como el sistema',
    popup: 'Ventana',
    position: 'Se abre',
    positions: { cursor: 'Donde está el puntero', last: 'Donde estuvo la última vez' },
    keepOnTop: 'Dejarla abierta encima',
    keepOnTopHint:
      'Sigue encima de las demás ventanas al hacer clic en otro sitio. Esc o el atajo la oculta.',
    connection: 'Conexión',
    idle: 'Desconectar tras',
    idleHint: 'Una conexión sin uso se cierra entonces. La siguiente pregunta la abre de nuevo.',
    minutes: (n) => plural(n, { one: 'minuto', other: 'minutos' }),
    help: 'Ayuda',
    log: 'Registro',
    logHint:
      'Lo que hizo Aloud, con códigos y horas, para informar de un fallo. No contiene ninguna clave ni nada de lo que escribe.',
    reveal: 'Mostrar en la carpeta',
    reset: 'Restablecer',
    resetHint: 'Todo lo de esta ventana como al principio. Los servicios y las claves se conservan.',
    resetAll: 'Restablecer…',
    resetQuestion: '¿Restablecer todos los ajustes salvo los servicios y las claves?',
    resetIt: 'Restablecer',
    wasReset: 'Todos los ajustes están como al principio.',
    aboutHint: 'Las versiones, para informar de un fallo, y las licencias de todo lo que contiene.',
  },
};
