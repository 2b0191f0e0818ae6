import { formats } from '../formats';
import type { Texts } from '../texts';

const { percent } = formats('fr');

export const updates: Texts['updates'] = {
  look: 'Rechercher des mises à jour…',
  waiting: 'Recherche de mises à jour après cette réponse…',
  looking: 'Recherche de mises à jour…',
  fetching: (version, done) => `Téléchargement d’Aloud ${version}… ${percent(done)}`,
  install: (version) => `Redémarrer avec Aloud ${version}`,
  newest: {
    title: 'Aloud est à jour.',
    detail: (version) => `${version} est la version la plus récente.`,
  },
  ready: {
    title: (version) => `Aloud ${version} est prêt.`,
    detail: 'Il sera installé quand vous quitterez Aloud, ou maintenant si vous le redémarrez.',
    install: 'Redémarrer',
    later: 'Plus tard',
  },
  failed: {
    title: 'Aloud n’a pas été mis à jour.',
    network: 'Les mises à jour sont inaccessibles. Vérifiez le réseau, puis réessayez.',
    'not-published': 'Rien n’est publié pour ce système. Réessayez plus tard.',
    'not-genuine': 'Une mise à jour n’était pas ce qu’elle prétendait et a été rejetée. Réessayez plus tard.',
    disk: 'Une mise à jour n’a pas pu être écrite. Libérez de la place sur le disque, puis réessayez.',
    stalled: 'Les mises à jour n’ont pas répondu à temps. Réessayez plus tard.',
    unknown: 'Une mise à jour a échoué. Le journal en dit plus.',
  },
  unavailable: {
    title: 'Aloud ne se met pas à jour lui-même ici.',
    'not-installed': 'Seul un Aloud installé peut se mettre à jour lui-même.',
    deb: 'Aloud vient d’un paquet deb : il est mis à jour avec votre système.',
    rpm: 'Aloud vient d’un paquet rpm : il est mis à jour avec votre système.',
    homebrew: 'Homebrew a installé Aloud et le met aussi à jour : brew upgrade --cask aloud',
    owned:
      'Aloud n’a pas été installé par son propre programme d’installation : mettez-le à jour avec ce qui l’a installé.',
    'not-moved':
      'Déplacez Aloud dans le dossier Applications et lancez-le de là. Il pourra alors se mettre à jour lui-même.',
    'read-only':
      'Aloud ne peut pas modifier ses propres fichiers ici. Déplacez-le dans un dossier à vous, ou réinstallez-le.',
    'no-feed': 'Cet Aloud a été construit sans source de mises à jour.',
    unsigned:
      'Cet Aloud n’est pas signé : une mise à jour ne se distinguerait pas d’une fausse. Installez les nouvelles versions à la main.',
  },
  ok: 'OK',
};
