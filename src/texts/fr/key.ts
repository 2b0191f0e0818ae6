import type { Texts } from '../texts';

export const key: Texts['key'] = {
  title: 'Votre clé OpenAI',
  label: 'Clé d’API',
  placeholder: 'sk-…',
  show: 'Afficher la clé',
  hide: 'Masquer la clé',
  whence: 'Vous en trouvez ou en créez une sur platform.openai.com, sous « API keys ».',
  encrypt: 'La conserver chiffrée sur cet ordinateur',
  thisRunOnly:
    'Cet ordinateur n’offre aucun endroit sûr pour les clés : Aloud ne la garde que jusqu’à sa fermeture.',
  unknown: 'Aloud la conserve chiffrée si cet ordinateur le permet, et sinon seulement jusqu’à sa fermeture.',
  save: 'Utiliser cette clé',
  saving: 'Vérification…',
  demo: 'Utiliser la voix de démonstration',
  notTaken: 'Aloud n’a pas pu prendre la clé. Réessayez.',
  refused: {
    empty: 'Collez d’abord votre clé.',
    spaces: 'Une clé ne contient ni espace ni saut de ligne. Copiez-la de nouveau, seule.',
    signs:
      'Une clé ne contient que des lettres simples, des chiffres et des signes. Copiez-la de nouveau, seule.',
    'too-short': 'C’est trop court pour une clé. Copiez-la en entier.',
    'too-long': 'C’est trop long pour une clé. Copiez la clé seule.',
    'no-server': 'Corrigez d’abord l’adresse du serveur dans les réglages.',
    'still-stored':
      'La clé enregistrée n’a pas pu être retirée, donc rien n’a été changé. Vérifiez qu’Aloud peut écrire dans son dossier.',
  },
  kept: {
    stored: 'Votre clé est conservée, chiffrée. À vos questions.',
    'this-run': 'Votre clé est gardée jusqu’à la fermeture d’Aloud. À vos questions.',
  },
  now: {
    stored: 'Une clé est conservée, chiffrée, sur cet ordinateur. Une nouvelle la remplace.',
    'this-run': 'Une clé est gardée jusqu’à la fermeture. Une nouvelle la remplace.',
    environment: 'Cette fois, la clé d’OPENAI_API_KEY est utilisée. Une nouvelle la remplace.',
  },
};
