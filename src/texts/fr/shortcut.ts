import type { HotkeyUse } from '../../preload/hotkey-contract';
import type { SettingsTexts } from '../texts';

/** After the keys, as the rest of a sentence. */
const uses: Readonly<Record<HotkeyUse, string>> = {
  'switch-windows': 'passe d’une fenêtre à l’autre',
  'close-window': 'ferme les fenêtres',
  quit: 'quitte les programmes',
  search: 'ouvre la recherche du système',
  'input-source': 'change la langue du clavier',
  screenshot: 'prend une capture d’écran',
  'show-desktop': 'montre le bureau',
  'window-menu': 'ouvre le menu d’une fenêtre',
  'task-manager': 'ouvre le gestionnaire des tâches',
  'start-menu': 'ouvre le menu Démarrer',
  characters: 'écrit un caractère spécial',
  emoji: 'ouvre la liste des émojis',
  run: 'demande une commande à exécuter',
  terminal: 'ouvre un terminal',
  lock: 'verrouille l’écran',
  dock: 'masque le Dock',
  workspaces: 'passe d’un espace de travail à l’autre',
  'windows-key': 'est un raccourci que Windows peut vouloir pour lui, maintenant ou plus tard',
  'super-key': 'est un raccourci que votre bureau peut vouloir pour lui',
  programs: 'a un sens dans beaucoup de programmes',
};

export const shortcut: SettingsTexts['shortcut'] = {
  title: 'Ouvrir Aloud',
  works:
    'Appuyez n’importe où : Aloud s’ouvre, prêt à recevoir votre question. Appuyez encore et il disparaît.',
  moved: (wanted) =>
    `${wanted} est déjà pris par un autre programme ; pour l’instant, c’est ce raccourci-ci qui ouvre Aloud.`,
  none: (wanted) =>
    `Ni ${wanted} ni aucun autre n’a pu être installé. Ouvrez Aloud depuis son icône, ou en le lançant une seconde fois.`,
  change: 'Modifier…',
  record: 'Appuyez sur le nouveau raccourci',
  recordHint: 'Pendant votre choix, aucun raccourci n’ouvre Aloud. Échap garde l’actuel.',
  keep: 'Garder l’actuel',
  faults: {
    'no-modifier':
      'Tenez aussi Ctrl, Alt, ⌘ ou une touche semblable : seule, cette touche sert à écrire. Une touche de fonction peut être seule.',
    'shift-alone': 'La touche Maj seule sert aux majuscules. Tenez-en une autre avec elle.',
    'no-key':
      'Cette touche ne peut pas ouvrir Aloud. Prenez une lettre, un chiffre, une touche de fonction, Espace ou une flèche avec d’autres.',
    'never-arrives': 'Le système garde celui-ci pour lui : aucun programme ne le reçoit jamais.',
    editing: 'Avec celui-ci, plus aucun programme ne pourrait copier, coller ni annuler.',
  },
  taken: (chord) => `${chord} est pris par un autre programme. Choisissez-en un autre, ou libérez-le là-bas.`,
  used: (chord, use) => `${chord} ${uses[use]}. Aloud le prendrait pour lui.`,
  insist: 'L’utiliser quand même',
  proof: 'Un système peut promettre un raccourci et ne jamais le signaler. Seul un appui le prouve.',
  prove: 'Essayer',
  pressNow: (chord) => `Appuyez maintenant sur ${chord}`,
  late: 'Rien n’est arrivé. Un autre programme prend peut-être les touches avant, ou le clavier ne les envoie pas ensemble : choisissez-en d’autres. Aloud continue d’attendre.',
  lateOnWayland:
    'Rien n’est arrivé. Sous Wayland, c’est le bureau qui décide : il vous a peut-être demandé votre accord, ou il ne transmet aucun raccourci. Laissez le bureau ouvrir lui-même Aloud, comme ci-dessous.',
  proofEnds: 'Assez',
  proved: (chord) => `${chord} fonctionne.`,
};

export const desktop: SettingsTexts['desktop'] = {
  title: 'Un raccourci du bureau lui-même',
  onWayland:
    'Sous Wayland, les programmes ne reçoivent un raccourci que par le bureau, et tous les bureaux ne le transmettent pas. Le bureau peut en revanche lancer une commande, ce qui marche toujours. Collez ceci une fois dans un terminal.',
  elsewhere:
    'Là où un autre programme prend toujours le raccourci avant, le bureau lui-même peut ouvrir Aloud. Collez ceci une fois dans un terminal.',
  desktop: 'Bureau',
  after: {
    gnome: 'Cela vaut aussitôt. Vous le trouvez dans les paramètres, sous Clavier, Raccourcis personnalisés.',
    kde: 'Cela vaut à votre prochaine connexion. Ou tout de suite : Configuration du système, Raccourcis clavier, Ajouter, Commande.',
    hyprland: 'Cela vaut aussitôt.',
    sway: 'Cela vaut aussitôt.',
  },
};
