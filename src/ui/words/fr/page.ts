import type { PageWords } from '../areas.ts'
import { number, plural } from './speech.ts'

export const page: PageWords = {
  title: 'Shoal : partagez des fichiers, de navigateur à navigateur',

  fewSeconds: 'quelques secondes',
  longTime: 'longtemps',
  hours: (hours, minutes) => (minutes === '0' ? `${hours} h` : `${hours} h ${minutes} min`),
  quoted: (name) => `« ${name} »`,
  andMore: (count) => plural(count, { one: `${number(count)} autre`, other: `${number(count)} autres` }),
  files: (count) => plural(count, { one: `${number(count)} fichier`, other: `${number(count)} fichiers` }),
  people: (count) => plural(count, { one: `${number(count)} personne`, other: `${number(count)} personnes` }),
  untitled: (code) => `Partage ${code}…`,
  sealedShare: 'Partage scellé',
  progress: 'Progression',
  progressOf: (name) => `Progression de ${name}`,

  close: 'Fermer',
  done: 'Terminé',
  cancel: 'Annuler',
  tryAgain: 'Réessayer',
  trying: 'Nouvel essai…',
  dismiss: 'Fermer',
  copied: 'Copié',
  toldCopied: 'Copié.',
  mayNotCopy:
    'Le navigateur ne laisse pas cette page copier. Sélectionnez le texte et appuyez sur Ctrl+C ou ⌘C.',
  mayNotCopySelected:
    'Le navigateur ne laisse pas cette page copier. Le texte est sélectionné : appuyez sur Ctrl+C ou ⌘C.',
  language: 'Langue',
  languageFailed:
    'Cette langue n’a pas pu être chargée. Vérifiez que vous êtes en ligne, puis choisissez-la à nouveau.',
  licences: 'Licences',
  qrNotDrawn:
    'Le QR code n’a pas pu être dessiné : le lien est trop long, ou la connexion à ce site est coupée.',
  shareAsText: 'Partager en texte',
  shareTheFile: 'Partager le fichier lui-même',

  send: 'Envoyer',
  dropFiles: 'Déposez des fichiers pour les envoyer',
  sendFiles: 'Envoyer des fichiers',
  letGo: 'Relâchez pour partager',
  oneMoment: 'Un instant…',
  nothingUploaded: 'Ils vont directement de votre navigateur aux autres.',
  chooseFiles: 'Choisir des fichiers',
  chooseFolder: 'Choisir un dossier',
  addFiles: 'Ajouter',
  addFolder: 'Ajouter un dossier',
  sealIt: 'Scellé : seul qui a le lien peut lire',
  sealedOnly: 'Ce site scelle tout ce qui est partagé.',
  receive: 'Recevoir',
  linkField: 'Lien magnet, info hash ou lien de partage',
  pasteLink: 'Collez un lien',
  get: 'Recevoir',
  linkCut: 'Une partie de ce lien s’est perdue en route. Redemandez-le.',
  stepDrop: 'Déposez des fichiers ici',
  stepSend: 'Envoyez le lien',
  stepWait: 'Gardez cette page ouverte jusqu’à ce qu’ils soient reçus',
  yourShares: 'Vos partages',
  dropNotRead:
    'Le navigateur n’a pas pu lire ce que vous avez déposé. Réessayez, ou passez par « Choisir des fichiers ».',

  speedLimits: 'Limites',
  speedLimitsOn: 'Limites : actives',
  colours: {
    system: 'Couleurs : comme le système',
    light: 'Couleurs : claires',
    dark: 'Couleurs : sombres',
  },
  changeColours: {
    system: 'Couleurs : comme le système. Changer',
    light: 'Couleurs : claires. Changer',
    dark: 'Couleurs : sombres. Changer',
  },

  openingShare: 'Ouverture du partage…',
  openingNamed: (name) => `Ouverture de ${name}…`,
  goneShare: 'Ce partage n’est plus ici.',
  goneShareWhy: 'La page a été rechargée avant qu’il soit prêt. Ajoutez de nouveau les fichiers.',

  elsewhere: 'Shoal est ouvert dans un autre onglet.',
  elsewhereWhy: 'Les transferts continuent là-bas.',
  useHere: 'Continuer ici',
  olderOpen: 'Une version plus ancienne de Shoal est ouverte dans un autre onglet.',
  olderOpenWhy: 'Celle-ci démarre dès que cet onglet est fermé.',
  newerThere: 'Il y a une nouvelle version de Shoal.',
  newerThereWhy: 'Rechargez cette page pour continuer ; rien n’est perdu.',
  loadAnew: 'Recharger',

  notLoadedWhy: 'Vérifiez que vous êtes en ligne, puis réessayez.',
  notLoaded: 'Une partie de Shoal n’a pas été chargée.',
  somethingFailed: 'Quelque chose s’est mal passé. Vérifiez que vous êtes en ligne, puis réessayez.',
  cannotWork: 'Shoal ne peut pas fonctionner ici.',
  whyNothingMoves: 'Pourquoi rien n’avance ?',
  checkConnection: 'Vérifier ma connexion',

  announceAddress: 'Adresse d’annonce',
  copy: 'Copier',
}
