import { formats } from '../formats';
import type { Texts } from '../texts';

const { percent } = formats('de');

export const updates: Texts['updates'] = {
  look: 'Nach Updates suchen …',
  waiting: 'Nach dieser Antwort wird nach Updates gesucht …',
  looking: 'Es wird nach Updates gesucht …',
  fetching: (version, done) => `Aloud ${version} wird geladen … ${percent(done)}`,
  install: (version) => `Mit Aloud ${version} neu starten`,
  newest: {
    title: 'Aloud ist auf dem neuesten Stand.',
    detail: (version) => `${version} ist die neueste Version.`,
  },
  ready: {
    title: (version) => `Aloud ${version} ist bereit.`,
    detail: 'Es wird installiert, wenn Sie Aloud beenden, oder jetzt, wenn Sie Aloud neu starten.',
    install: 'Neu starten',
    later: 'Später',
  },
  failed: {
    title: 'Aloud wurde nicht aktualisiert.',
    network: 'Die Updates waren nicht erreichbar. Prüfen Sie das Netzwerk und versuchen Sie es noch einmal.',
    'not-published': 'Für dieses System ist nichts veröffentlicht. Versuchen Sie es später noch einmal.',
    'not-genuine':
      'Ein Update war nicht das, wofür es sich ausgab, und wurde verworfen. Versuchen Sie es später noch einmal.',
    disk: 'Ein Update konnte nicht gespeichert werden. Schaffen Sie Platz auf dem Datenträger und versuchen Sie es noch einmal.',
    stalled: 'Die Updates haben nicht rechtzeitig geantwortet. Versuchen Sie es später noch einmal.',
    unknown: 'Bei einem Update ging etwas schief. Mehr steht im Protokoll.',
  },
  unavailable: {
    title: 'Aloud aktualisiert sich hier nicht selbst.',
    'not-installed': 'Nur ein installiertes Aloud kann sich selbst aktualisieren.',
    deb: 'Aloud kam als deb-Paket: Es wird mit Ihrem System aktualisiert.',
    rpm: 'Aloud kam als rpm-Paket: Es wird mit Ihrem System aktualisiert.',
    homebrew: 'Homebrew hat Aloud installiert und aktualisiert es auch: brew upgrade --cask aloud',
    owned:
      'Aloud wurde nicht von seinem eigenen Installationsprogramm eingerichtet: Aktualisieren Sie es mit dem, was es installiert hat.',
    'not-moved':
      'Bewegen Sie Aloud in den Ordner „Programme“ und starten Sie es von dort. Dann kann es sich selbst aktualisieren.',
    'read-only':
      'Aloud darf seine eigenen Dateien hier nicht ändern. Bewegen Sie es in einen Ordner, der Ihnen gehört, oder installieren Sie es neu.',
    'no-feed': 'Dieses Aloud wurde ohne einen Ort für Updates gebaut.',
    unsigned:
      'Dieses Aloud ist nicht signiert, sodass ein Update nicht von einem gefälschten zu unterscheiden wäre. Installieren Sie neuere Versionen von Hand.',
  },
  ok: 'OK',
};
