import { foreign } from '../foreign';
import { formats } from '../formats';
import type { SettingsTexts } from '../texts';
import { desktop, shortcut } from './shortcut';

const { count, plural, date, decimal } = formats('fr');

const most = (limit: number): string => `Au plus ${decimal(limit, 2)}.`;
const least = (limit: number): string => `Au moins ${decimal(limit, 2)}.`;
const longest = (limit: number): string => `C’est trop long : ${count(limit)} caractères au plus.`;

export const settings: SettingsTexts = {
  windowTitle: 'Réglages d’Aloud',
  title: 'Réglages',
  sections: {
    account: 'Compte',
    voice: 'Voix',
    sound: 'Son',
    shortcut: 'Raccourci',
    general: 'Général',
  },
  lead: {
    account: 'Qui répond, et la clé qu’il faut pour cela.',
    voice: 'Comment sonnent les réponses, et comment elles sont données.',
    sound: 'Où l’on entend Aloud, et à quel volume.',
    shortcut: 'Les touches qui ouvrent Aloud, où que vous soyez.',
    general: 'L’aspect d’Aloud et son comportement.',
  },
  cancel: 'Annuler',
  faults: {
    missing: () => 'Ce champ ne peut pas rester vide.',
    'too-long': (limit) => (limit === null ? 'C’est trop long.' : longest(limit)),
    'too-large': (limit) => (limit === null ? 'C’est trop.' : most(limit)),
    'too-small': (limit) => (limit === null ? 'C’est trop peu.' : least(limit)),
    'not-whole': () => 'Ce doit être un nombre entier.',
    'bad-address': () =>
      'Aloud ne peut pas utiliser cette adresse : elle doit désigner un serveur, sans nom d’utilisateur ni mot de passe.',
    'bad-version': () => 'Azure écrit ses versions comme 2024-10-01-preview.',
    wrong: () => 'Cela ne peut pas être utilisé ici.',
  },

  services: {
    title: 'Qui répond',
    demo: 'Voix de démonstration',
    demoHint: 'Parle sur cet ordinateur, sans clé ni Internet. Elle sait peu de choses.',
    kinds: { openai: 'OpenAI', azure: 'Azure OpenAI', compatible: 'Un autre serveur' },
    custom:
      'Cette fois, ALOUD_REALTIME_URL désigne le serveur. Votre choix ici prend aussitôt sa place, et vaut dès le prochain démarrage.',
    demoNeedsNothing:
      'La voix de démonstration ne demande pas de clé. Pour de vraies réponses, choisissez un service ci-dessus ou ajoutez-en un.',
    add: 'Ajouter un service',
    addTitle: 'Nouveau service',
    kind: 'Service',
    addIt: 'Ajouter',
    remove: 'Retirer ce service…',
    removeQuestion: (name) => `Retirer « ${foreign(name)} » et sa clé ?`,
    removeIt: 'Retirer',
    full: (limit) => `Aloud garde au plus ${count(limit)} services.`,
    stillStored:
      'La clé enregistrée n’a pas pu être retirée, donc rien ne l’a été. Vérifiez qu’Aloud peut écrire dans son dossier.',
    name: 'Nom',
    resource: 'Ressource',
    resourceHint: 'Son adresse, telle que le portail Azure l’affiche.',
    resourceExample: 'https://ma-ressource.openai.azure.com',
    deployment: 'Déploiement',
    deploymentHint: 'Le nom donné au modèle lors de son déploiement.',
    apiVersion: 'Version de l’API',
    apiVersionHint: 'Seulement pour une ressource qui parle encore la préversion.',
    apiVersionNone: 'celle d’aujourd’hui',
    url: 'Adresse',
    urlHint: 'Celle d’un serveur qui parle le protocole Realtime.',
    urlExample: 'wss://serveur.exemple/v1/realtime',
    dialect: 'Protocole',
    dialects: { auto: 'Selon le serveur', ga: 'Celui d’aujourd’hui', beta: 'Celui de la préversion' },
    insecureKey: 'Envoyer la clé sans chiffrement',
    insecureKeyHint:
      'Vers un serveur ws:// d’un autre ordinateur, n’importe qui pourrait la lire sur le réseau. Désactivé, elle n’y est pas envoyée.',
  },

  key: {
    title: 'Clé',
    label: 'Clé d’API',
    of: (service) => `Clé de ${foreign(service)}`,
    placeholder: 'Collez la clé ici',
    show: 'Afficher la clé',
    hide: 'Masquer la clé',
    now: {
      none: 'Pas encore de clé.',
      stored: 'Conservée sur cet ordinateur, chiffrée par le système.',
      'this-run': 'Gardée en mémoire jusqu’à la fermeture d’Aloud. Elle n’est écrite nulle part.',
      environment: 'Celle d’OPENAI_API_KEY, pour cette fois. Elle n’est écrite nulle part.',
    },
    none: {
      openai: 'Vous en trouvez ou en créez une sur platform.openai.com, sous « API keys ».',
      azure: 'Vous la trouvez dans le portail Azure, sous « Clés et point de terminaison » de la ressource.',
      compatible: 'Ce serveur n’en demande peut-être pas. Sinon, collez-la ici.',
    },
    remember: 'La conserver chiffrée sur cet ordinateur',
    forget: 'Désactivé, Aloud l’oublie à sa fermeture.',
    thisRunOnly:
      'Cet ordinateur n’offre aucun endroit sûr pour une clé : ce qu’il appelle chiffrement, n’importe qui pourrait le défaire. Aloud ne la garde donc en mémoire que cette fois, et la redemandera au prochain démarrage.',
    unknown:
      'Aloud la conserve chiffrée si cet ordinateur le permet, et sinon seulement jusqu’à sa fermeture.',
    save: 'Garder cette clé',
    saving: 'Enregistrement…',
    replace: 'Remplacer…',
    remove: 'Retirer…',
    removeQuestion: 'Retirer la clé de cet ordinateur ?',
    removeIt: 'Retirer',
    stillStored:
      'La clé enregistrée n’a pas pu être retirée. Vérifiez qu’Aloud peut écrire dans son dossier.',
    check: 'Vérifier',
    checkServer: 'Vérifier la connexion',
    checking: (service) => `Demande à ${foreign(service)}…`,
    works: {
      models: (service, model) =>
        `${foreign(service)} accepte la clé, et elle permet d’utiliser ${foreign(model)}.`,
      session: (service, model) =>
        `${foreign(service)} a laissé entrer Aloud, et ${foreign(model)} est prêt à répondre.`,
    },
  },

  voice: {
    ofDemo:
      'La voix de démonstration répond en ce moment. Elle suit la voix et la vitesse ; le reste vaut pour le service que vous choisirez.',
    title: 'Voix',
    voice: 'Voix',
    voiceHint: 'Ou saisissez le nom d’une autre.',
    sample: 'Écouter',
    sampleStop: 'Arrêter',
    sampleWaits: 'Demande d’une phrase…',
    speed: 'Vitesse',
    times: (speed) => `${decimal(speed, 2)}×`,
    natural: 'naturelle',
    answers: 'Réponses',
    model: 'Modèle',
    modelHint: 'Ou saisissez le nom d’un autre.',
    recommended: (name) => `${name} (par défaut)`,
    recommendedNote: 'recommandé',
    notes: { best: 'meilleures réponses', cheaper: 'moins cher' },
    ends: (iso) => `s’arrête le ${date(iso)}`,
    suggestions: (field) => `Suggestions pour ${field}`,
    length: 'Réponse la plus longue',
    lengthHint: 'Une réponse qui l’atteint est coupée. La longueur qu’elle vise dépend des instructions.',
    lengths: {
      none: 'Sans limite',
      seconds: (n) => `Environ ${count(n)} secondes`,
      minutes: (n) => plural(n, { one: 'Environ une minute', other: `Environ ${count(n)} minutes` }),
      tokens: (n) => `${count(n)} jetons`,
    },
    instructions: 'Instructions',
    instructionsHint:
      'Ce que la voix reçoit avant chaque conversation. Vide : celles d’Aloud, qui demandent des réponses courtes et parlées.',
    instructionsExample: 'Réponds comme un professeur patient. Explique chaque mot étranger.',
  },

  sound: {
    title: 'Sortie',
    device: 'Lire sur',
    volume: 'Volume',
    muted: 'Le son d’Aloud est coupé : on n’entend rien.',
    tone: 'Son de test',
    toneHint: 'Deux notes, par le chemin que prennent les réponses.',
    play: 'Lire',
    stop: 'Arrêter',
    heard: 'Lu jusqu’à la fin.',
  },

  shortcut,
  desktop,

  starting: {
    title: 'Démarrage et mises à jour',
    atLogin: 'Lancer à l’ouverture de session',
    atLoginHint: 'Aloud attend alors que vous l’appeliez.',
    heldBack: {
      win32:
        'Windows retient Aloud : activez-le dans le Gestionnaire des tâches, sous « Applications de démarrage ».',
      darwin:
        'macOS retient Aloud : autorisez-le dans les Réglages Système, sous « Général », « Ouverture ».',
    },
    notInstalled: 'Seul un Aloud installé peut être lancé à l’ouverture de session.',
    failed: (path, code) =>
      `${foreign(path)} n’a pas pu être modifié (${code}). Vérifiez que vous pouvez y écrire, puis réessayez.`,
    updates: 'Rechercher des mises à jour',
    updatesHint:
      'Une fois par jour, et jamais pendant qu’Aloud parle. GitHub est interrogé et voit votre adresse.',
    newer: 'Version plus récente',
    notYet: 'Pas encore cherché.',
    look: 'Rechercher',
  },

  general: {
    look: 'Apparence',
    theme: 'Thème',
    themes: { system: 'Comme le système', light: 'Clair', dark: 'Sombre' },
    language: 'Langue',
    systemLanguage: 'Comme le système',
    popup: 'Fenêtre',
    position: 'S’ouvre',
    positions: { cursor: 'Là où est le pointeur', last: 'Là où elle était' },
    keepOnTop: 'Rester ouverte au premier plan',
    keepOnTopHint:
      'Elle reste au-dessus des autres fenêtres quand vous cliquez ailleurs. Échap ou le raccourci la masque.',
    connection: 'Connexion',
    idle: 'Couper après',
    idleHint: 'Une connexion inutilisée est alors fermée. La question suivante la rouvre.',
    minutes: (n) => plural(n, { one: 'minute', other: 'minutes' }),
    help: 'Aide',
    log: 'Journal',
    logHint:
      'Ce qu’Aloud a fait, avec codes et heures : pour signaler un défaut. Il ne contient aucune clé et aucun de vos mots.',
    reveal: 'Afficher dans le dossier',
    reset: 'Réinitialiser',
    resetHint: 'Tout dans cette fenêtre comme au début. Les services et les clés restent.',
    resetAll: 'Réinitialiser…',
    resetQuestion: 'Réinitialiser tous les réglages sauf les services et les clés ?',
    resetIt: 'Réinitialiser',
    wasReset: 'Tous les réglages sont comme au début.',
    aboutHint: 'Les versions, pour signaler un défaut, et les licences de tout ce qu’il contient.',
  },
};
