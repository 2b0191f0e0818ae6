import type { KeptFile } from '../../preload/problem-contract';
import { foreign } from '../foreign';
import type { Texts } from '../texts';

const fileOf: Record<KeptFile, string> = {
  settings: 'Ihre Einstellungen',
  history: 'Ihre früheren Fragen',
  draft: 'Ihre unfertigen Fragen',
  place: 'Die Koordinaten des Fensters',
};
const faultOf = {
  unreadable: 'konnten nicht gelesen werden',
  damaged: 'waren beschädigt',
  'too-new': 'stammen von einem neueren Aloud',
};

export const notice: Texts['notice'] = {
  setAside: (file, fault, aside) =>
    `${fileOf[file]} ${faultOf[fault]} und liegen jetzt in ${aside}. Aloud hat mit den eigenen begonnen.`,
  notSetAside: (file, fault) =>
    `${fileOf[file]} ${faultOf[fault]} und ließen sich nicht beiseitelegen. Änderungen gelten nur bis zum Beenden.`,
  keyLocked:
    'Ihr gespeicherter Schlüssel kann gerade nicht gelesen werden, weil der Schlüsselbund des Systems nicht verfügbar ist.',
  keyDamaged:
    'Ihr gespeicherter Schlüssel konnte nicht gelesen werden und wurde beiseitegelegt. Bitte geben Sie ihn noch einmal ein.',
  outgrown:
    'Diese Unterhaltung ist lang geworden: Aloud weiß vielleicht nicht mehr, wie sie begann. „Neue Unterhaltung“ fängt von vorn an.',
  untold:
    'Der Server nimmt nicht wieder an, was vorher gesagt wurde: Nach jeder Unterbrechung der Verbindung weiß er nichts davon.',
};

export const device: Texts['device'] = {
  none: 'Es gibt kein Audiogerät: Antworten werden angezeigt, sind aber erst zu hören, wenn eines angeschlossen ist.',
  failed: {
    'not-opened': 'Das Audiogerät funktioniert nicht: Es konnte nicht geöffnet werden.',
    processor: 'Das Audiogerät funktioniert nicht: Seine Zufuhr ist ausgefallen.',
    failed: 'Das Audiogerät funktioniert nicht: Es ist ausgefallen.',
    'not-running': 'Das Audiogerät funktioniert nicht: Es läuft nicht.',
    closed: 'Das Audiogerät funktioniert nicht: Es wurde geschlossen.',
  },
  away: (name) =>
    `${name === null ? 'Das gewählte Audiogerät' : `„${foreign(name)}“`} ist nicht verbunden. Bis es wieder da ist, hören Sie Aloud über die Ausgabe des Systems.`,
};

export const hotkey: Texts['hotkey'] = {
  moved: (wanted, works) =>
    `${wanted} wird von einem anderen Programm verwendet. Öffnen Sie Aloud stattdessen mit ${works}.`,
  unavailable: (wanted) =>
    `${wanted} konnte nicht eingerichtet werden. Öffnen Sie Aloud über sein Symbol oder indem Sie es noch einmal starten.`,
  opens: 'öffnet Aloud von überall',
};
