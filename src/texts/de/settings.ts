import { foreign } from '../foreign';
import { formats } from '../formats';
import type { SettingsTexts } from '../texts';
import { desktop, shortcut } from './shortcut';

const { count, plural, date, decimal } = formats('de');

export const settings: SettingsTexts = {
  windowTitle: 'Aloud – Einstellungen',
  title: 'Einstellungen',
  sections: {
    account: 'Konto',
    voice: 'Stimme',
    sound: 'Ton',
    shortcut: 'Tastenkürzel',
    general: 'Allgemein',
  },
  lead: {
    account: 'Wer antwortet, und der Schlüssel dafür.',
    voice: 'Wie die Antworten klingen und wie sie gegeben werden.',
    sound: 'Wo Aloud zu hören ist, und wie laut.',
    shortcut: 'Die Tasten, die Aloud von überall öffnen.',
    general: 'Wie Aloud aussieht und sich verhält.',
  },
  cancel: 'Abbrechen',
  faults: {
    missing: () => 'Dieses Feld darf nicht leer sein.',
    'too-long': (limit) =>
      limit === null
        ? 'Das ist zu lang.'
        : `Das ist zu lang: Höchstens ${count(limit)} Zeichen sind möglich.`,
    'too-large': (limit) => (limit === null ? 'Das ist zu viel.' : `Höchstens ${decimal(limit, 2)}.`),
    'too-small': (limit) => (limit === null ? 'Das ist zu wenig.' : `Mindestens ${decimal(limit, 2)}.`),
    'not-whole': () => 'Hier muss eine ganze Zahl stehen.',
    'bad-address': () =>
      'Diese Adresse kann Aloud nicht verwenden: Sie muss einen Server nennen, ohne Benutzernamen und Kennwort.',
    'bad-version': () => 'Azure schreibt Versionen wie 2024-10-01-preview.',
    wrong: () => 'Das kann hier nicht verwendet werden.',
  },

  services: {
    title: 'Wer antwortet',
    demo: 'Demostimme',
    demoHint: 'Spricht auf diesem Computer, ohne Schlüssel und Internet. Sie weiß wenig.',
    kinds: { openai: 'OpenAI', azure: 'Azure OpenAI', compatible: 'Anderer Server' },
    custom:
      'Diesmal nennt ALOUD_REALTIME_URL den Server. Was Sie hier wählen, tritt sofort an seine Stelle und gilt auch nach dem nächsten Start.',
    demoNeedsNothing:
      'Die Demostimme braucht keinen Schlüssel. Wählen Sie für echte Antworten oben einen Dienst, oder fügen Sie einen hinzu.',
    add: 'Dienst hinzufügen',
    addTitle: 'Neuer Dienst',
    kind: 'Dienst',
    addIt: 'Hinzufügen',
    remove: 'Diesen Dienst entfernen …',
    removeQuestion: (name) => `„${foreign(name)}“ mit seinem Schlüssel entfernen?`,
    removeIt: 'Entfernen',
    full: (limit) => `Aloud behält höchstens ${count(limit)} Dienste.`,
    stillStored:
      'Der gespeicherte Schlüssel ließ sich nicht entfernen, also wurde nichts entfernt. Prüfen Sie, ob Aloud in seinen Ordner schreiben darf.',
    name: 'Name',
    resource: 'Ressource',
    resourceHint: 'Ihre Adresse, wie das Azure-Portal sie anzeigt.',
    resourceExample: 'https://meine-ressource.openai.azure.com',
    deployment: 'Bereitstellung',
    deploymentHint: 'Der Name, den Sie dem Modell bei der Bereitstellung gegeben haben.',
    apiVersion: 'API-Version',
    apiVersionHint: 'Nur für eine Ressource, die noch die Vorschau spricht.',
    apiVersionNone: 'die heutige',
    url: 'Adresse',
    urlHint: 'Die eines Servers, der das Realtime-Protokoll spricht.',
    urlExample: 'wss://server.beispiel/v1/realtime',
    dialect: 'Protokoll',
    dialects: { auto: 'Wie der Server spricht', ga: 'Das heutige', beta: 'Das der Vorschau' },
    insecureKey: 'Schlüssel unverschlüsselt senden',
    insecureKeyHint:
      'Zu einem ws://-Server auf einem anderen Computer könnte ihn jeder im Netzwerk dazwischen mitlesen. Ausgeschaltet wird er dorthin nicht gesendet.',
  },

  key: {
    title: 'Schlüssel',
    label: 'API-Schlüssel',
    of: (service) => `Schlüssel für ${foreign(service)}`,
    placeholder: 'Schlüssel hier einfügen',
    show: 'Schlüssel anzeigen',
    hide: 'Schlüssel verbergen',
    now: {
      none: 'Noch kein Schlüssel.',
      stored: 'Auf diesem Computer gespeichert, vom System verschlüsselt.',
      'this-run': 'Im Arbeitsspeicher, bis Sie Aloud beenden. Er wird nirgends gespeichert.',
      environment: 'Diesmal aus OPENAI_API_KEY. Er wird nirgends gespeichert.',
    },
    none: {
      openai: 'Sie finden oder erstellen ihn auf platform.openai.com unter „API keys“.',
      azure: 'Sie finden ihn im Azure-Portal unter „Schlüssel und Endpunkt“ der Ressource.',
      compatible: 'Dieser Server braucht vielleicht keinen. Sonst fügen Sie ihn hier ein.',
    },
    remember: 'Verschlüsselt auf diesem Computer speichern',
    forget: 'Ausgeschaltet vergisst Aloud ihn beim Beenden.',
    thisRunOnly:
      'Dieser Computer bietet keinen sicheren Ort für Schlüssel: Was er Verschlüsselung nennt, könnte jeder aufheben. Aloud behält ihn deshalb nur diesmal im Arbeitsspeicher und fragt beim nächsten Start wieder.',
    unknown:
      'Aloud speichert ihn verschlüsselt, wo dieser Computer das kann, und behält ihn sonst nur bis zum Beenden.',
    save: 'Schlüssel behalten',
    saving: 'Wird gespeichert …',
    replace: 'Ersetzen …',
    remove: 'Entfernen …',
    removeQuestion: 'Den Schlüssel von diesem Computer entfernen?',
    removeIt: 'Entfernen',
    stillStored:
      'Der gespeicherte Schlüssel ließ sich nicht entfernen. Prüfen Sie, ob Aloud in seinen Ordner schreiben darf.',
    check: 'Prüfen',
    checkServer: 'Verbindung prüfen',
    checking: (service) => `${foreign(service)} wird gefragt …`,
    works: {
      models: (service, model) =>
        `${foreign(service)} nimmt den Schlüssel an, und er darf ${foreign(model)} nutzen.`,
      session: (service, model) =>
        `${foreign(service)} hat Aloud eingelassen, und ${foreign(model)} ist bereit zu antworten.`,
    },
  },

  voice: {
    ofDemo:
      'Jetzt antwortet die Demostimme. Für sie gelten Stimme und Tempo; das Übrige gilt für den Dienst, den Sie wählen.',
    title: 'Stimme',
    voice: 'Stimme',
    voiceHint: 'Oder geben Sie den Namen einer anderen ein.',
    sample: 'Anhören',
    sampleStop: 'Stopp',
    sampleWaits: 'Ein Satz wird angefordert …',
    speed: 'Tempo',
    times: (speed) => `${decimal(speed, 2)}×`,
    natural: 'natürlich',
    answers: 'Antworten',
    model: 'Modell',
    modelHint: 'Oder geben Sie den Namen eines anderen ein.',
    recommended: (name) => `${name} (Standard)`,
    recommendedNote: 'empfohlen',
    notes: { best: 'beste Antworten', cheaper: 'günstiger' },
    ends: (iso) => `endet am ${date(iso)}`,
    suggestions: (field) => `Vorschläge für ${field}`,
    length: 'Längste Antwort',
    lengthHint:
      'Eine Antwort, die sie erreicht, wird abgebrochen. Wie lang sie sein möchte, bestimmen die Anweisungen.',
    lengths: {
      none: 'Unbegrenzt',
      seconds: (n) => `Etwa ${count(n)} Sekunden`,
      minutes: (n) => plural(n, { one: 'Etwa eine Minute', other: `Etwa ${count(n)} Minuten` }),
      tokens: (n) => `${count(n)} Token`,
    },
    instructions: 'Anweisungen',
    instructionsHint:
      'Was der Stimme vor jeder Unterhaltung gesagt wird. Leer: die eigenen von Aloud, die um kurze, gesprochene Antworten bitten.',
    instructionsExample: 'Antworte wie ein geduldiger Lehrer. Erkläre jedes Fremdwort.',
  },

  sound: {
    title: 'Ausgabe',
    device: 'Wiedergabe über',
    volume: 'Lautstärke',
    muted: 'Aloud ist stummgeschaltet: Es ist nichts zu hören.',
    tone: 'Testton',
    toneHint: 'Zwei Töne, auf dem Weg, den auch Antworten nehmen.',
    play: 'Abspielen',
    stop: 'Stopp',
    heard: 'Bis zum Ende abgespielt.',
  },

  shortcut,
  desktop,

  starting: {
    title: 'Start und Updates',
    atLogin: 'Bei der Anmeldung starten',
    atLoginHint: 'Aloud wartet dann, bis Sie es rufen.',
    heldBack: {
      win32: 'Windows hält Aloud zurück: Schalten Sie es im Task-Manager unter „Autostart-Apps“ ein.',
      darwin:
        'macOS hält Aloud zurück: Erlauben Sie es in den Systemeinstellungen unter „Allgemein“, „Anmeldeobjekte“.',
    },
    notInstalled: 'Nur ein installiertes Aloud kann bei der Anmeldung gestartet werden.',
    failed: (path, code) =>
      `${foreign(path)} konnte nicht geändert werden (${code}). Prüfen Sie, ob Sie dort schreiben dürfen, und versuchen Sie es noch einmal.`,
    updates: 'Nach Updates suchen',
    updatesHint:
      'Einmal am Tag, und nie, während Aloud spricht. Gefragt wird GitHub, das Ihre Adresse sieht.',
    newer: 'Neuere Version',
    notYet: 'Noch nicht gesucht.',
    look: 'Jetzt suchen',
  },

  general: {
    look: 'Darstellung',
    theme: 'Farbschema',
    themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
    language: 'Sprache',
    systemLanguage: 'Wie das System',
    popup: 'Popup-Fenster',
    position: 'Öffnet sich',
    positions: { cursor: 'Wo der Zeiger ist', last: 'Wo es zuletzt war' },
    keepOnTop: 'Offen im Vordergrund bleiben',
    keepOnTopHint:
      'Es bleibt über anderen Fenstern, wenn Sie anderswohin klicken. Esc oder das Tastenkürzel blendet es aus.',
    connection: 'Verbindung',
    idle: 'Trennen nach',
    idleHint: 'Eine unbenutzte Verbindung wird dann geschlossen. Die nächste Frage öffnet sie wieder.',
    minutes: (n) => plural(n, { one: 'Minute', other: 'Minuten' }),
    help: 'Hilfe',
    log: 'Protokoll',
    logHint:
      'Was Aloud getan hat, mit Codes und Zeiten: für einen Fehlerbericht. Es enthält keinen Schlüssel und keines Ihrer Worte.',
    reveal: 'Im Ordner anzeigen',
    reset: 'Zurücksetzen',
    resetHint: 'Alles in diesem Fenster wie am Anfang. Dienste und Schlüssel bleiben.',
    resetAll: 'Zurücksetzen …',
    resetQuestion: 'Alle Einstellungen außer Diensten und Schlüsseln zurücksetzen?',
    resetIt: 'Zurücksetzen',
    wasReset: 'Alle Einstellungen sind wie am Anfang.',
    aboutHint: 'Die Versionen für einen Fehlerbericht und die Lizenzen von allem, was darin steckt.',
  },
};
