import type { HotkeyUse } from '../../preload/hotkey-contract';
import type { SettingsTexts } from '../texts';

/** After the keys, as the rest of a sentence. */
const uses: Readonly<Record<HotkeyUse, string>> = {
  'switch-windows': 'wechselt zwischen Fenstern',
  'close-window': 'schließt Fenster',
  quit: 'beendet Programme',
  search: 'öffnet die Suche des Systems',
  'input-source': 'wechselt die Sprache der Tastatur',
  screenshot: 'macht ein Bildschirmfoto',
  'show-desktop': 'zeigt den Schreibtisch',
  'window-menu': 'öffnet das Menü eines Fensters',
  'task-manager': 'öffnet den Task-Manager',
  'start-menu': 'öffnet das Startmenü',
  characters: 'schreibt ein Sonderzeichen',
  emoji: 'öffnet die Auswahl der Emojis',
  run: 'fragt nach einem Befehl',
  terminal: 'öffnet ein Terminal',
  lock: 'sperrt den Bildschirm',
  dock: 'blendet das Dock aus',
  workspaces: 'wechselt zwischen Arbeitsflächen',
  'windows-key': 'ist eines, das Windows jetzt oder später für sich haben will',
  'super-key': 'ist eines, das Ihre Arbeitsumgebung für sich haben will',
  programs: 'hat in vielen Programmen eine Bedeutung',
};

export const shortcut: SettingsTexts['shortcut'] = {
  title: 'Aloud öffnen',
  works: 'Drücken Sie es irgendwo: Aloud öffnet sich, bereit zum Tippen. Noch einmal, und es ist weg.',
  moved: (wanted) =>
    `${wanted} wird von einem anderen Programm verwendet, deshalb öffnet vorerst dieses Aloud.`,
  none: (wanted) =>
    `${wanted} konnte nicht eingerichtet werden und auch kein anderes. Öffnen Sie Aloud über sein Symbol oder indem Sie es noch einmal starten.`,
  change: 'Ändern …',
  record: 'Drücken Sie das neue Tastenkürzel',
  recordHint: 'Solange Sie wählen, öffnet kein Tastenkürzel Aloud. Esc behält das jetzige.',
  keep: 'Das jetzige behalten',
  faults: {
    'no-modifier':
      'Halten Sie Strg, Alt, ⌘ oder dergleichen dazu: Allein wird mit dieser Taste geschrieben. Eine Funktionstaste darf allein stehen.',
    'shift-alone':
      'Mit der Umschalttaste allein schreibt man Großbuchstaben. Halten Sie noch eine andere dazu.',
    'no-key':
      'Diese Taste kann Aloud nicht öffnen. Nehmen Sie einen Buchstaben, eine Ziffer, eine Funktionstaste, die Leertaste oder einen Pfeil mit anderen.',
    'never-arrives': 'Dieses behält das System für sich: Kein Programm bekommt es je.',
    editing: 'Damit könnte in keinem Programm mehr kopiert, eingefügt oder rückgängig gemacht werden.',
  },
  taken: (chord) =>
    `${chord} wird von einem anderen Programm verwendet. Wählen Sie ein anderes, oder geben Sie es dort frei.`,
  used: (chord, use) => `${chord} ${uses[use]}. Aloud würde das übernehmen.`,
  insist: 'Trotzdem verwenden',
  proof: 'Ein System kann ein Tastenkürzel versprechen und nie melden. Erst ein Druck beweist es.',
  prove: 'Ausprobieren',
  pressNow: (chord) => `Drücken Sie jetzt ${chord}`,
  late: 'Es ist nichts angekommen. Ein anderes Programm nimmt die Tasten vielleicht vorher, oder die Tastatur sendet sie nicht zusammen: Wählen Sie andere. Aloud wartet weiter.',
  lateOnWayland:
    'Es ist nichts angekommen. Unter Wayland entscheidet die Arbeitsumgebung: Vielleicht hat sie Sie um Erlaubnis gefragt, oder sie gibt Tastenkürzel gar nicht weiter. Lassen Sie sie selbst Aloud öffnen, wie unten.',
  proofEnds: 'Genug',
  proved: (chord) => `${chord} funktioniert.`,
};

export const desktop: SettingsTexts['desktop'] = {
  title: 'Ein Tastenkürzel der Arbeitsumgebung',
  onWayland:
    'Unter Wayland bekommen Programme ein Tastenkürzel nur über die Arbeitsumgebung, und nicht jede gibt es weiter. Sie kann statt dessen auf eine Taste hin einen Befehl ausführen, und das geht immer. Fügen Sie dies einmal in ein Terminal ein.',
  elsewhere:
    'Wo ein anderes Programm das Tastenkürzel immer vorher nimmt, kann die Arbeitsumgebung selbst Aloud öffnen. Fügen Sie dies einmal in ein Terminal ein.',
  desktop: 'Arbeitsumgebung',
  after: {
    gnome: 'Es gilt sofort. Sie finden es in den Einstellungen unter „Tastatur“, „Eigene Tastenkürzel“.',
    kde: 'Es gilt, sobald Sie sich neu angemeldet haben. Sofort geht es so: Systemeinstellungen, „Kurzbefehle“, „Neu hinzufügen“, „Befehl“.',
    hyprland: 'Es gilt sofort.',
    sway: 'Es gilt sofort.',
  },
};
