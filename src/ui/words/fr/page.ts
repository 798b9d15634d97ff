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
  dropFiles: 'Déposez des fichiers pour les partager',
  letGo: 'Relâchez pour partager',
  oneMoment: 'Un instant…',
  nothingUploaded: 'Ils vont directement de votre navigateur aux autres. Rien n’est envoyé sur un serveur.',
  chooseFiles: 'Choisir des fichiers',
  chooseFolder: 'Choisir un dossier',
  addFiles: 'Ajouter',
  addFolder: 'Ajouter un dossier',
  sealIt: 'Scellé : seul qui a le lien peut lire',
  sealTerms: 'Mot de passe et fin',
  sealPassword: 'Mot de passe, en plus du lien',
  sealPasswordHint:
    'Transmettez-le par un autre moyen que le lien. Personne ne pourra le retrouver pour vous.',
  sealEnds: 'Fin',
  sealEndsHint:
    'Ensuite, les pages cessent de l’envoyer et effacent ce qu’elles en ont. C’est une promesse entre pages honnêtes, pas un verrou.',
  endsNever: 'jamais',
  endsInHour: 'dans une heure',
  endsInDay: 'dans un jour',
  endsInWeek: 'dans une semaine',
  endsInMonth: 'dans 30 jours',
  sealWith: 'Sceller ainsi',
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
  goneShareWhy:
    'Ses fichiers étaient encore en préparation quand la page a été rechargée ou le partage annulé. Déposez-les à nouveau, ou choisissez-les ci-dessus.',
  somebodyShares: 'Quelqu’un partage quelque chose avec vous.',
  ofItFiles: (count) =>
    plural(count, { one: `dont ${number(count)} fichier`, other: `dont ${number(count)} fichiers` }),
  nobodyContacted:
    'Personne n’a encore été contacté, comme vous l’avez choisi. Dès que vous vous connecterez, ce site et toutes les personnes qui ont ouvert le lien pourront voir votre adresse réseau (IP), avant même que vous téléchargiez quoi que ce soit.',
  connect: 'Se connecter',
  infoHash: 'Info hash',

  elsewhere: 'Shoal est ouvert dans un autre onglet.',
  elsewhereWhy:
    'Un seul onglet à la fois transfère les fichiers. Tout continue là-bas ; vous pouvez aussi continuer ici.',
  useHere: 'Continuer ici',
  olderOpen: 'Une version plus ancienne de Shoal est ouverte dans un autre onglet.',
  olderOpenWhy: 'Celle-ci démarre dès que cet onglet est fermé.',
  newerThere: 'Il y a une nouvelle version de Shoal.',
  newerThereWhy: 'Rechargez cette page pour continuer ; rien n’est perdu.',
  loadAnew: 'Recharger',

  notLoadedWhy: 'Vérifiez que vous êtes en ligne, puis réessayez.',
  notLoaded: {
    admin: 'La page d’administration n’a pas pu être chargée.',
    doctor: 'La recherche de la cause n’a pas pu être chargée.',
    engine: 'La partie de Shoal qui transfère les fichiers n’a pas pu être chargée.',
    keys: 'La liste des touches n’a pas pu être chargée.',
    notes: 'Les notes n’ont pas pu être chargées.',
    player: 'Le lecteur n’a pas pu être chargé.',
    settings: 'Les réglages n’ont pas pu être chargés.',
    sharePage: 'La page de ce partage n’a pas pu être chargée.',
    shares: 'La liste de vos partages n’a pas pu être chargée.',
    viewer: 'L’aperçu n’a pas pu être chargé.',
  },
  somethingFailed: 'Quelque chose s’est mal passé. Vérifiez que vous êtes en ligne, puis réessayez.',
  cannotWork: 'Shoal ne peut pas fonctionner ici.',
  whyNothingMoves: 'Pourquoi rien n’avance ?',
  checkConnection: 'Vérifier ma connexion',

  kept: (used, free) => `${used} gardés dans ce navigateur, ${free} libres.`,
  mayBeCleared: 'Le navigateur peut les effacer quand le disque se remplit.',
  leftovers: (size) => `Dont ${size} pour des partages qui ne sont plus dans la liste.`,
  deleteLeftovers: 'Les supprimer',

  announceAddress: 'Adresse d’annonce',
  copy: 'Copier',

  toWatch: 'À regarder',
  lookingWhatThereIs: 'On regarde ce qu’il y a…',
  nothingPublished: 'Rien n’est encore publié ici.',
  watch: (name) => `Regarder ${name}`,
  moreToCome: (count) =>
    plural(count, {
      one: `${number(count)} autre fichier arrivera dès que le serveur l’aura lu.`,
      other: `${number(count)} autres fichiers arriveront dès que le serveur les aura lus.`,
    }),
}
