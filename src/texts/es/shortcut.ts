import type { HotkeyUse } from '../../preload/hotkey-contract';
import type { SettingsTexts } from '../texts';

/** After the keys, as the rest of a sentence. */
const uses: Readonly<Record<HotkeyUse, string>> = {
  'switch-windows': 'cambia de ventana',
  'close-window': 'cierra ventanas',
  quit: 'cierra programas',
  search: 'abre la búsqueda del sistema',
  'input-source': 'cambia el idioma del teclado',
  screenshot: 'hace una captura de pantalla',
  'show-desktop': 'muestra el escritorio',
  'window-menu': 'abre el menú de una ventana',
  'task-manager': 'abre el administrador de tareas',
  'start-menu': 'abre el menú Inicio',
  characters: 'escribe un carácter especial',
  emoji: 'abre la lista de emojis',
  run: 'pide una orden para ejecutar',
  terminal: 'abre un terminal',
  lock: 'bloquea la pantalla',
  dock: 'oculta el Dock',
  workspaces: 'cambia de espacio de trabajo',
  'windows-key': 'es uno que Windows puede querer para sí, ahora o más adelante',
  'super-key': 'es uno que su escritorio puede querer para sí',
  programs: 'significa algo en muchos programas',
};

export const shortcut: SettingsTexts['shortcut'] = {
  title: 'Abrir Aloud',
  works: 'Púlselo donde sea: Aloud se abre, listo para escribir. Púlselo otra vez y desaparece.',
  moved: (wanted) => `Otro programa usa ${wanted}, así que por ahora es este el que abre Aloud.`,
  none: (wanted) =>
    `No se pudo configurar ${wanted} ni ningún otro. Abra Aloud desde su icono, o iniciándolo otra vez.`,
  change: 'Cambiar…',
  record: 'Pulse el nuevo atajo',
  recordHint: 'Mientras elige, ningún atajo abre Aloud. Esc conserva el actual.',
  keep: 'Conservar el actual',
  faults: {
    'no-modifier':
      'Mantenga también Ctrl, Alt, ⌘ o similar: sola, esta tecla sirve para escribir. Una tecla de función puede ir sola.',
    'shift-alone': 'Mayús sola sirve para las mayúsculas. Mantenga otra tecla con ella.',
    'no-key':
      'Esta tecla no puede abrir Aloud. Use una letra, una cifra, una tecla de función, Espacio o una flecha con otras.',
    'never-arrives': 'El sistema se queda con este: ningún programa lo recibe nunca.',
    editing: 'Con este, ningún programa podría ya copiar, pegar ni deshacer.',
  },
  taken: (chord) => `Otro programa usa ${chord}. Elija otro, o libérelo antes allí.`,
  used: (chord, use) => `${chord} ${uses[use]}. Aloud se lo quitaría.`,
  insist: 'Usarlo de todos modos',
  proof: 'Un sistema puede prometer un atajo y no avisar nunca. Solo una pulsación lo demuestra.',
  prove: 'Probar',
  pressNow: (chord) => `Pulse ahora ${chord}`,
  late: 'No ha llegado nada. Quizá otro programa toma antes las teclas, o el teclado no las envía juntas: elija otras. Aloud sigue esperando.',
  lateOnWayland:
    'No ha llegado nada. En Wayland decide el escritorio: quizá le ha pedido su permiso, o no transmite atajos en absoluto. Deje que el propio escritorio abra Aloud, como se indica abajo.',
  proofEnds: 'Basta',
  proved: (chord) => `${chord} funciona.`,
};

export const desktop: SettingsTexts['desktop'] = {
  title: 'Un atajo del propio escritorio',
  onWayland:
    'En Wayland los programas reciben un atajo solo a través del escritorio, y no todos lo transmiten. En cambio, el escritorio puede ejecutar una orden, y eso funciona siempre. Pegue esto una vez en un terminal.',
  elsewhere:
    'Donde otro programa toma siempre antes el atajo, el propio escritorio puede abrir Aloud. Pegue esto una vez en un terminal.',
  desktop: 'Escritorio',
  after: {
    gnome: 'Vale al momento. Lo encuentra en la configuración, en Teclado, Atajos personalizados.',
    kde: 'Vale cuando vuelva a iniciar sesión. O al momento así: Preferencias del sistema, Atajos de teclado, Añadir, Orden.',
    hyprland: 'Vale al momento.',
    sway: 'Vale al momento.',
  },
};
