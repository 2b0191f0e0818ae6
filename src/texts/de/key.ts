import type { Texts } from '../texts';

export const key: Texts['key'] = {
  title: 'Ihr OpenAI-Schlüssel',
  label: 'API-Schlüssel',
  placeholder: 'sk-…',
  show: 'Schlüssel anzeigen',
  hide: 'Schlüssel verbergen',
  whence: 'Sie finden oder erstellen ihn auf platform.openai.com unter „API keys“.',
  encrypt: 'Verschlüsselt auf diesem Computer speichern',
  thisRunOnly:
    'Dieser Computer bietet keinen sicheren Ort für Schlüssel. Aloud behält ihn deshalb nur bis zum Beenden.',
  unknown:
    'Aloud speichert ihn verschlüsselt, wo dieser Computer das kann, und behält ihn sonst nur bis zum Beenden.',
  save: 'Diesen Schlüssel verwenden',
  saving: 'Wird geprüft …',
  demo: 'Demostimme verwenden',
  notTaken: 'Aloud konnte den Schlüssel nicht annehmen. Versuchen Sie es noch einmal.',
  refused: {
    empty: 'Fügen Sie zuerst Ihren Schlüssel ein.',
    spaces:
      'Ein Schlüssel enthält keine Leerzeichen oder Zeilenumbrüche. Kopieren Sie ihn noch einmal, ohne etwas anderes.',
    signs:
      'Ein Schlüssel besteht nur aus einfachen Buchstaben, Ziffern und Zeichen. Kopieren Sie ihn noch einmal, ohne etwas anderes.',
    'too-short': 'Für einen Schlüssel ist das zu kurz. Kopieren Sie ihn vollständig.',
    'too-long': 'Für einen Schlüssel ist das zu lang. Kopieren Sie nur den Schlüssel.',
    'no-server': 'Berichtigen Sie zuerst die Adresse des Servers in den Einstellungen.',
    'still-stored':
      'Der gespeicherte Schlüssel ließ sich nicht entfernen, also wurde nichts geändert. Prüfen Sie, ob Aloud in seinen Ordner schreiben darf.',
  },
  kept: {
    stored: 'Ihr Schlüssel ist verschlüsselt gespeichert. Fragen Sie los.',
    'this-run': 'Ihr Schlüssel gilt, bis Sie Aloud beenden. Fragen Sie los.',
  },
  now: {
    stored: 'Auf diesem Computer ist ein Schlüssel verschlüsselt gespeichert. Ein neuer ersetzt ihn.',
    'this-run': 'Bis zum Beenden gilt der eingegebene Schlüssel. Ein neuer ersetzt ihn.',
    environment: 'Diesmal wird der Schlüssel aus OPENAI_API_KEY verwendet. Ein neuer ersetzt ihn.',
  },
};
