import type { ProxyCommand, VoiceSource } from '../../preload/contract';
import { formats } from '../formats';
import type { Texts } from '../texts';

const { wait } = formats('fr');

/** Who was to answer, in the forms that the sentences want. */
const Who: Record<VoiceSource, string> = {
  demo: 'La voix de démonstration',
  openai: 'OpenAI',
  profile: 'Le serveur',
  custom: 'Le serveur',
};
const who: Record<VoiceSource, string> = {
  demo: 'la voix de démonstration',
  openai: 'OpenAI',
  profile: 'le serveur',
  custom: 'le serveur',
};
const toWhom: Record<VoiceSource, string> = {
  demo: 'à la voix de démonstration',
  openai: 'à OpenAI',
  profile: 'au serveur',
  custom: 'au serveur',
};
const ofWhom: Record<VoiceSource, string> = {
  demo: 'de la voix de démonstration',
  openai: 'd’OpenAI',
  profile: 'du serveur',
  custom: 'du serveur',
};

export const problem: Texts['problem'] = {
  actions: {
    retry: 'Réessayer',
    'ask-again': 'Redemander',
    'enter-key': 'Saisir une clé',
    'use-demo': 'Utiliser la voix de démonstration',
    'open-settings': 'Ouvrir les réglages',
    'open-log': 'Ouvrir le journal',
  },
  questionBack: 'Votre question est de nouveau dans le champ.',
  details: 'Détails',
  copy: 'Copier',
  copied: 'Copié',
  selected: 'Sélectionné',
};

/** What to do with a name and a password for a proxy. */
function withPassword({ line, startsAloud }: ProxyCommand): string {
  const own = 'avec votre nom et votre mot de passe à la place de NAME et PASSWORD';
  const steps = startsAloud
    ? `Quittez Aloud et lancez-le dans un terminal par « ${line} », ${own}.`
    : `Exécutez « ${line} » dans un terminal, ${own}, puis quittez Aloud et relancez-le.`;
  return `${steps} Un signe comme @ ou le deux-points s’y écrit %40 ou %3A.`;
}

export const sentences: Texts['sentences'] = {
  offline: {
    title: () => 'Il n’y a pas de réseau.',
    advice: 'Connectez-vous à Internet : Aloud reprendra de lui-même.',
  },
  'host-not-found': {
    title: (by) => `${Who[by]} est introuvable sur le réseau.`,
    advice: 'Vérifiez la connexion à Internet et l’adresse du serveur.',
  },
  'refused-connection': {
    title: (by) => `${Who[by]} ne répond pas.`,
    advice: 'Vérifiez que le service fonctionne et que rien n’en barre l’accès.',
  },
  'proxy-refused': {
    title: (by) => `Le proxy de ce réseau n’a pas laissé Aloud accéder ${toWhom[by]}.`,
    advice: 'Demandez l’autorisation au responsable du réseau, ou utilisez un autre réseau.',
  },
  'proxy-auth': {
    title: () => 'Le proxy de ce réseau demande un nom et un mot de passe.',
    advice: 'Saisissez le proxy dans les réglages réseau de cet ordinateur, puis réessayez.',
    adviceToRun: withPassword,
  },
  'proxy-password': {
    title: () => 'Le proxy de ce réseau n’a pas accepté le nom et le mot de passe de HTTPS_PROXY.',
    advice: 'Corrigez-les là où ils ont été définis, puis quittez Aloud et relancez-le.',
    adviceToRun: withPassword,
  },
  'proxy-sign-in': {
    title: () => 'Le proxy de ce réseau demande une identification qu’Aloud ne connaît pas.',
    advice:
      'Demandez au responsable du réseau un proxy qui accepte un mot de passe (Basic), ou utilisez un autre réseau.',
  },
  'captive-portal': {
    title: () => 'Ce réseau vous demande d’abord de vous identifier.',
    advice: 'Ouvrez une page web dans votre navigateur, identifiez-vous, et Aloud reprendra de lui-même.',
  },
  tls: {
    title: (by) => `La connexion sécurisée ${toWhom[by]} n’est pas digne de confiance.`,
    advice: 'Vérifiez l’horloge de cet ordinateur et si un proxy remplace les certificats.',
  },
  'self-signed': {
    title: (by) =>
      `Le certificat ${ofWhom[by]} n’est signé par personne à qui cet ordinateur fait confiance.`,
    advice: 'Ajoutez son autorité aux certificats de cet ordinateur, puis relancez Aloud.',
  },
  'handshake-timeout': {
    title: (by) => `La connexion ${toWhom[by]} a pris trop de temps.`,
    advice: 'Réessayez dans un instant.',
  },
  'bad-key': {
    title: (by) => `${Who[by]} n’a pas accepté la clé.`,
    advice: 'Vérifiez que la clé est entière et toujours valable.',
  },
  forbidden: {
    title: () => 'La clé n’a pas accès à ce service.',
    advice: 'Utilisez la clé d’un projet autorisé à utiliser l’API Realtime.',
  },
  'not-found': {
    title: (by) => `${Who[by]} ne connaît pas le modèle ou l’adresse.`,
    advice: 'Vérifiez le nom du modèle et que la clé permet de l’utiliser.',
  },
  'rate-limited': {
    title: (by) => `${Who[by]} nous demande de ralentir.`,
    advice: 'Attendez un peu, puis réessayez.',
    adviceToWait: (ms) => `Attendez ${wait(ms)}, puis réessayez.`,
  },
  quota: {
    title: () => 'Le compte de cette clé n’a plus de crédit.',
    advice: 'Ajoutez du crédit auprès du fournisseur, ou utilisez une autre clé.',
  },
  'server-error': {
    title: (by) => `${Who[by]} rencontre une panne en ce moment.`,
    advice: 'Réessayez dans un instant.',
    adviceToWait: (ms) => `Réessayez dans ${wait(ms)}.`,
  },
  'not-a-realtime-server': {
    title: () => 'Ce qui répond à cette adresse n’est pas un serveur Realtime.',
    advice: 'Vérifiez l’adresse du serveur.',
  },
  'bad-address': {
    title: () => 'Aloud ne peut pas utiliser cette adresse de serveur.',
    advice:
      'Elle doit commencer par wss:// ou ws:// et désigner un serveur, sans nom d’utilisateur ni mot de passe.',
  },
  'insecure-key': {
    title: () => 'La clé n’a pas été envoyée, car la connexion ne serait pas chiffrée.',
    advice:
      'Pour un serveur qui n’est pas sur cet ordinateur, utilisez une adresse wss://, ou autorisez-le dans les réglages.',
  },
  'session-timeout': {
    title: (by) => `${Who[by]} a accepté la connexion, mais n’a rien dit.`,
    advice: 'Réessayez, ou vérifiez que c’est bien un serveur Realtime.',
  },
  'configure-timeout': {
    title: (by) => `La connexion ${toWhom[by]} est établie, mais rien n’est devenu prêt.`,
    advice: 'Réessayez.',
  },
  'wrong-dialect': {
    title: (by) => `${Who[by]} parle une version du protocole sur laquelle Aloud n’a pas pu s’accorder.`,
    advice: 'Choisissez l’autre version dans les réglages, ou vérifiez celle du serveur.',
  },
  'wrong-format': {
    title: (by) => `${Who[by]} enverrait le son dans un format qu’Aloud n’a pas demandé.`,
    advice: 'Réglez le serveur sur PCM 16 bits à 24 kHz.',
  },
  'bad-audio': {
    title: () => 'Le son reçu était endommagé.',
    advice: 'Redemandez.',
  },
  garbage: {
    title: (by) => `${Who[by]} a envoyé quelque chose d’étranger au protocole Realtime.`,
    advice: 'Vérifiez l’adresse du serveur.',
  },
  'too-large': {
    title: (by) => `${Who[by]} a envoyé plus en une fois qu’Aloud n’accepte.`,
    advice: 'Demandez une réponse plus courte.',
  },
  flood: {
    title: (by) => `${Who[by]} a envoyé des événements plus vite qu’Aloud ne les accepte.`,
    advice: 'Réessayez ; si cela continue, vérifiez le serveur.',
  },
  'session-expired': {
    title: (by) => `La conversation a atteint la durée maximale que permet ${who[by]}.`,
    advice: 'Redemandez : une nouvelle commence, et sait ce qui a été dit.',
  },
  'memory-refused': {
    title: (by) => `${Who[by]} n’a pas repris ce qui avait été dit avant.`,
    advice: 'Redemandez ; « Nouvelle conversation » repart de zéro.',
  },
  closed: {
    title: (by) => `${Who[by]} a coupé la connexion.`,
    advice: 'Redemandez.',
  },
  'turn-timeout': {
    title: (by) => `${Who[by]} a cessé de répondre.`,
    advice: 'Réessayez.',
  },
  'turn-too-long': {
    title: () => 'La réponse a pris plus de temps qu’Aloud n’attend.',
    advice: 'Demandez une réponse plus courte.',
  },
  'content-filter': {
    title: (by) => `${Who[by]} a retenu la réponse à cause de ses règles de contenu.`,
    advice: 'Posez la question autrement.',
  },
  incomplete: {
    title: () => 'La réponse a atteint sa longueur maximale et a été coupée.',
    advice: 'Demandez la suite, ou une réponse plus courte.',
  },
  rejected: {
    title: (by) => `${Who[by]} a refusé la demande.`,
    advice: 'Réessayez ; le journal contient le code de la raison.',
  },
  'no-key': {
    title: () => 'Il n’y a pas encore de clé.',
    advice: 'Saisissez une clé, ou utilisez la voix de démonstration, qui n’en demande pas.',
  },
  'key-of-other-host': {
    title: () => 'La clé a été saisie pour un autre serveur que celui des réglages et n’a pas été envoyée.',
    advice: 'Saisissez la clé de ce serveur, ou corrigez l’adresse dans les réglages et relancez Aloud.',
  },
  'bad-server-url': {
    title: () => 'Aloud ne peut pas utiliser l’adresse de ALOUD_REALTIME_URL.',
    advice:
      'Elle doit commencer par wss:// ou ws:// et désigner un serveur, sans nom d’utilisateur ni mot de passe.',
  },
  'demo-broken': {
    title: () => 'La voix de démonstration n’a pas pu démarrer.',
    advice: 'Relancez Aloud ; le journal en donne la raison.',
  },
  'answer-too-long': {
    title: () => 'La réponse était plus longue que ce qu’Aloud garde en attente.',
    advice: 'Demandez-en une plus courte. Ce qui était arrivé est lu.',
  },
  'no-sound-path': {
    title: () => 'Le son n’a pas pu démarrer.',
    advice: 'Vérifiez les réglages du son de cet ordinateur, puis réessayez.',
  },
  asleep: {
    title: () => 'L’ordinateur s’est mis en veille avant la réponse.',
    advice: 'Redemandez.',
  },
};
