import type { ProxyCommand, VoiceSource } from '../../preload/contract';
import { formats } from '../formats';
import type { Texts } from '../texts';

const { wait } = formats('de');

/** Who was to answer, in the cases that the sentences want. */
const Who: Record<VoiceSource, string> = {
  demo: 'Die Demostimme',
  openai: 'OpenAI',
  profile: 'Der Server',
  custom: 'Der Server',
};
const who: Record<VoiceSource, string> = {
  demo: 'die Demostimme',
  openai: 'OpenAI',
  profile: 'der Server',
  custom: 'der Server',
};
const toWhom: Record<VoiceSource, string> = {
  demo: 'zur Demostimme',
  openai: 'zu OpenAI',
  profile: 'zum Server',
  custom: 'zum Server',
};
const whose: Record<VoiceSource, string> = {
  demo: 'der Demostimme',
  openai: 'von OpenAI',
  profile: 'des Servers',
  custom: 'des Servers',
};

export const problem: Texts['problem'] = {
  actions: {
    retry: 'Noch einmal versuchen',
    'ask-again': 'Noch einmal fragen',
    'enter-key': 'Schlüssel eingeben',
    'use-demo': 'Demostimme verwenden',
    'open-settings': 'Einstellungen öffnen',
    'open-log': 'Protokoll öffnen',
  },
  questionBack: 'Ihre Frage steht wieder im Feld.',
  details: 'Details',
  copy: 'Kopieren',
  copied: 'Kopiert',
  selected: 'Ausgewählt',
};

/** What to do with a name and a password for a proxy. */
function withPassword({ line, startsAloud }: ProxyCommand): string {
  const steps = startsAloud
    ? `Beenden Sie Aloud und starten Sie es in einem Terminal mit „${line}“, mit Ihrem Namen und Kennwort anstelle von NAME und PASSWORD.`
    : `Führen Sie in einem Terminal „${line}“ aus, mit Ihrem Namen und Kennwort anstelle von NAME und PASSWORD, beenden Sie dann Aloud und starten Sie es wieder.`;
  return `${steps} Zeichen wie @ oder : darin schreiben Sie als %40 oder %3A.`;
}

export const sentences: Texts['sentences'] = {
  offline: {
    title: () => 'Es gibt keine Netzwerkverbindung.',
    advice: 'Verbinden Sie den Computer mit dem Internet: Aloud macht dann von selbst weiter.',
  },
  'host-not-found': {
    title: (by) => `${Who[by]} wurde im Netzwerk nicht gefunden.`,
    advice: 'Prüfen Sie die Internetverbindung und die Adresse des Servers.',
  },
  'refused-connection': {
    title: (by) => `${Who[by]} antwortet nicht.`,
    advice: 'Prüfen Sie, ob der Dienst läuft und ob nichts den Weg dorthin versperrt.',
  },
  'proxy-refused': {
    title: (by) => `Der Proxy dieses Netzwerks hat Aloud nicht ${toWhom[by]} durchgelassen.`,
    advice: 'Bitten Sie die Verwaltung des Netzwerks um Freigabe, oder verwenden Sie ein anderes Netzwerk.',
  },
  'proxy-auth': {
    title: () => 'Der Proxy dieses Netzwerks verlangt einen Namen und ein Kennwort.',
    advice:
      'Geben Sie den Proxy in den Netzwerkeinstellungen dieses Computers ein und versuchen Sie es dann noch einmal.',
    adviceToRun: withPassword,
  },
  'proxy-password': {
    title: () =>
      'Der Proxy dieses Netzwerks hat den Namen und das Kennwort aus HTTPS_PROXY nicht angenommen.',
    advice:
      'Berichtigen Sie beides dort, wo es festgelegt wurde, beenden Sie dann Aloud und starten Sie es wieder.',
    adviceToRun: withPassword,
  },
  'proxy-sign-in': {
    title: () => 'Der Proxy dieses Netzwerks verlangt eine Anmeldung, die Aloud nicht kennt.',
    advice:
      'Bitten Sie die Verwaltung des Netzwerks um einen Proxy, der ein Kennwort annimmt (Basic), oder verwenden Sie ein anderes Netzwerk.',
  },
  'captive-portal': {
    title: () => 'In diesem Netzwerk müssen Sie sich zuerst anmelden.',
    advice: 'Öffnen Sie im Browser eine Webseite und melden Sie sich an: Aloud macht dann von selbst weiter.',
  },
  tls: {
    title: (by) => `Die sichere Verbindung ${toWhom[by]} ist nicht vertrauenswürdig.`,
    advice: 'Prüfen Sie die Uhr dieses Computers und ob ein Proxy Zertifikate austauscht.',
  },
  'self-signed': {
    title: (by) => `Das Zertifikat ${whose[by]} hat niemand signiert, dem dieser Computer vertraut.`,
    advice: 'Fügen Sie die Zertifizierungsstelle zu diesem Computer hinzu und starten Sie Aloud neu.',
  },
  'handshake-timeout': {
    title: (by) => `Die Verbindung ${toWhom[by]} kam nicht rechtzeitig zustande.`,
    advice: 'Versuchen Sie es gleich noch einmal.',
  },
  'bad-key': {
    title: (by) => `${Who[by]} hat den Schlüssel nicht angenommen.`,
    advice: 'Prüfen Sie, ob der Schlüssel vollständig und noch gültig ist.',
  },
  forbidden: {
    title: () => 'Der Schlüssel hat keinen Zugriff auf diesen Dienst.',
    advice: 'Verwenden Sie den Schlüssel eines Projekts, das die Realtime-API nutzen darf.',
  },
  'not-found': {
    title: (by) => `${Who[by]} kennt das Modell oder die Adresse nicht.`,
    advice: 'Prüfen Sie den Namen des Modells und ob der Schlüssel es nutzen darf.',
  },
  'rate-limited': {
    title: (by) => `${Who[by]} bittet um etwas Geduld.`,
    advice: 'Warten Sie ein wenig und versuchen Sie es dann noch einmal.',
    adviceToWait: (ms) => `Warten Sie ${wait(ms)} und versuchen Sie es dann noch einmal.`,
  },
  quota: {
    title: () => 'Das Guthaben zu diesem Schlüssel ist aufgebraucht.',
    advice: 'Laden Sie beim Anbieter Guthaben auf, oder verwenden Sie einen anderen Schlüssel.',
  },
  'server-error': {
    title: (by) => `${Who[by]} hat gerade selbst eine Störung.`,
    advice: 'Versuchen Sie es gleich noch einmal.',
    adviceToWait: (ms) => `Versuchen Sie es in ${wait(ms)} noch einmal.`,
  },
  'not-a-realtime-server': {
    title: () => 'Unter dieser Adresse antwortet kein Realtime-Server.',
    advice: 'Prüfen Sie die Adresse des Servers.',
  },
  'bad-address': {
    title: () => 'Diese Serveradresse kann Aloud nicht verwenden.',
    advice:
      'Sie muss mit wss:// oder ws:// beginnen und einen Server nennen, ohne Benutzernamen und Kennwort.',
  },
  'insecure-key': {
    title: () => 'Der Schlüssel wurde nicht gesendet, weil die Verbindung nicht verschlüsselt wäre.',
    advice:
      'Verwenden Sie für einen Server, der nicht auf diesem Computer läuft, eine wss://-Adresse, oder erlauben Sie es in den Einstellungen.',
  },
  'session-timeout': {
    title: (by) => `${Who[by]} hat die Verbindung angenommen, aber nichts gesagt.`,
    advice: 'Versuchen Sie es noch einmal, oder prüfen Sie, ob dort ein Realtime-Server läuft.',
  },
  'configure-timeout': {
    title: (by) => `${Who[by]} ist verbunden, wurde aber nicht bereit.`,
    advice: 'Versuchen Sie es noch einmal.',
  },
  'wrong-dialect': {
    title: (by) => `${Who[by]} spricht eine Fassung des Protokolls, auf die sich Aloud nicht einigen konnte.`,
    advice: 'Wählen Sie in den Einstellungen die andere Fassung, oder prüfen Sie die des Servers.',
  },
  'wrong-format': {
    title: (by) => `${Who[by]} würde den Ton in einem Format senden, das Aloud nicht verlangt hat.`,
    advice: 'Stellen Sie den Server auf 16-Bit-PCM mit 24 kHz ein.',
  },
  'bad-audio': {
    title: () => 'Der empfangene Ton war beschädigt.',
    advice: 'Fragen Sie noch einmal.',
  },
  garbage: {
    title: (by) => `${Who[by]} hat etwas gesendet, das nicht zum Realtime-Protokoll gehört.`,
    advice: 'Prüfen Sie die Adresse des Servers.',
  },
  'too-large': {
    title: (by) => `${Who[by]} hat mehr auf einmal gesendet, als Aloud annimmt.`,
    advice: 'Bitten Sie um eine kürzere Antwort.',
  },
  flood: {
    title: (by) => `${Who[by]} hat Ereignisse schneller gesendet, als Aloud sie annimmt.`,
    advice: 'Versuchen Sie es noch einmal. Bleibt es dabei, prüfen Sie den Server.',
  },
  'session-expired': {
    title: (by) => `Die Unterhaltung hat die längste Dauer erreicht, die ${who[by]} erlaubt.`,
    advice: 'Fragen Sie noch einmal: Eine neue beginnt und weiß, was gesagt wurde.',
  },
  'memory-refused': {
    title: (by) => `${Who[by]} hat nicht wieder angenommen, was vorher gesagt wurde.`,
    advice: 'Fragen Sie noch einmal; „Neue Unterhaltung“ fängt von vorn an.',
  },
  closed: {
    title: (by) => `${Who[by]} hat die Verbindung abgebrochen.`,
    advice: 'Fragen Sie noch einmal.',
  },
  'turn-timeout': {
    title: (by) => `${Who[by]} antwortet nicht mehr.`,
    advice: 'Versuchen Sie es noch einmal.',
  },
  'turn-too-long': {
    title: () => 'Die Antwort hat länger gedauert, als Aloud wartet.',
    advice: 'Bitten Sie um eine kürzere Antwort.',
  },
  'content-filter': {
    title: (by) => `${Who[by]} hat die Antwort wegen der eigenen Inhaltsregeln zurückgehalten.`,
    advice: 'Stellen Sie die Frage anders.',
  },
  incomplete: {
    title: () => 'Die Antwort hat die größte Länge erreicht und wurde abgebrochen.',
    advice: 'Bitten Sie um den Rest oder um eine kürzere Antwort.',
  },
  rejected: {
    title: (by) => `${Who[by]} hat die Anfrage abgelehnt.`,
    advice: 'Versuchen Sie es noch einmal; der Code des Grundes steht im Protokoll.',
  },
  'no-key': {
    title: () => 'Es gibt noch keinen Schlüssel.',
    advice: 'Geben Sie einen Schlüssel ein, oder verwenden Sie die Demostimme, die keinen braucht.',
  },
  'key-of-other-host': {
    title: () =>
      'Der Schlüssel wurde nicht gesendet, denn er wurde für einen anderen Server eingegeben als den der Einstellungen.',
    advice:
      'Geben Sie den Schlüssel dieses Servers ein, oder berichtigen Sie die Adresse in den Einstellungen und starten Sie Aloud neu.',
  },
  'bad-server-url': {
    title: () => 'ALOUD_REALTIME_URL ist keine Adresse, die Aloud verwenden kann.',
    advice:
      'Sie muss mit wss:// oder ws:// beginnen und einen Server nennen, ohne Benutzernamen und Kennwort.',
  },
  'demo-broken': {
    title: () => 'Die Demostimme konnte nicht gestartet werden.',
    advice: 'Starten Sie Aloud neu; der Grund steht im Protokoll.',
  },
  'answer-too-long': {
    title: () => 'Die Antwort war länger, als Aloud vorhält.',
    advice: 'Bitten Sie um eine kürzere. Was bis dahin kam, wird abgespielt.',
  },
  'no-sound-path': {
    title: () => 'Die Tonausgabe konnte nicht gestartet werden.',
    advice: 'Prüfen Sie die Toneinstellungen dieses Computers und versuchen Sie es noch einmal.',
  },
  asleep: {
    title: () => 'Der Computer ging in den Ruhezustand, bevor die Antwort kam.',
    advice: 'Fragen Sie noch einmal.',
  },
};
