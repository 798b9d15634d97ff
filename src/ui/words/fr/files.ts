import type { ShareWords } from '../areas.ts'
import { number, plural } from './speech.ts'

export const files: ShareWords['files'] = {
  linkToSome: 'Lien vers certains',
  chooseAll: 'Tout choisir',
  chooseNone: 'Aucun',
  find: 'Chercher un fichier par nom',
  sort: 'Trier les fichiers',
  found: (found, count, size) =>
    `${number(found)} sur ${plural(count, { one: `${number(count)} fichier`, other: `${number(count)} fichiers` })}, ${size}`,
  fetchNamed: (name) => `Récupérer ${name}`,
  linkToNamed: (name) => `Lien vers ${name}`,
  tickThem:
    'Cochez les fichiers auxquels le lien mène. Qui l’ouvre pourra quand même télécharger les autres.',
  linkToFiles: (count) =>
    plural(count, {
      one: `Lien vers ${number(count)} fichier`,
      other: `Lien vers ${number(count)} fichiers`,
    }),
  copyThisLink: 'Copier ce lien',

  play: 'Lire',
  playNamed: (name) => `Lire ${name}`,
  preview: 'Aperçu',
  previewNamed: (name) => `Aperçu de ${name}`,
  closeNamed: (name) => `Fermer ${name}`,
  showLarge: (name) => `Afficher ${name} en grand`,
  actionsFor: (name) => `Actions pour ${name}`,
  opening: 'Ouverture…',
  inside: (name) => `Contenu de ${name}`,
  copyText: 'Copier le texte',
  onlyBeginning: 'C’est le début ; enregistrez le fichier pour tout voir.',
  cannotBeShown: (why) => `Impossible de l’afficher. ${why}`,
  noPicture: 'Impossible de l’afficher : le navigateur ne connaît pas ce type d’image.',
  pictures: 'Images',
  pictureBefore: 'Image précédente',
  nextPicture: 'Image suivante',
  placeOf: (place, count) => `${number(place)} sur ${number(count)}`,
  pageOf: (name, page) => `${name}, page ${number(page)}`,
  frameMemory: (most) =>
    `Ce cadre ne garde rien : le film reste en mémoire pendant la lecture, ${most} au plus.`,
  frameTooSmall: (most) =>
    `Trop grand pour ce cadre, qui contient ${most} au plus. Ouvrez le film sur le site même.`,
  page: 'Page',
  pageBefore: 'Page précédente',
  nextPage: 'Page suivante',

  player: (name) => `Lecteur de ${name}`,
  filmAndControls: 'Film et commandes',
  startingPlayer: 'Démarrage du lecteur…',
  closePlayer: 'Fermer le lecteur',
  previous: 'Précédent',
  next: 'Suivant',
  soundLanguage: 'Langue du son',
  cannotPlay: (name) =>
    `Ce navigateur ne peut pas lire « ${name} ». Enregistrez-le et lisez-le avec un autre programme.`,
  /** `pause` is a button: “pause the download”. */
  cannotPlayYet: (name, pause) =>
    `Ce navigateur ne peut pas lire « ${name} ». Téléchargez-le et lisez-le avec un autre programme, ou ${pause}.`,
  pauseDownload: 'mettez le téléchargement en pause',
  onlySound: (name) =>
    `Ce navigateur ne lit que le son de « ${name} ». Enregistrez-le et lisez-le avec un autre programme.`,
  chapters: 'Chapitres',
  codedAs: (codec: string) => `Son codage, ${codec}, est inconnu de ce navigateur.`,
  silent: (codec: string) => `Le son est codé en ${codec}, que ce navigateur ne sait pas lire.`,
  lost: (name) => `La suite de « ${name} » n’a pas pu être lue. Fermez le lecteur et relancez la lecture.`,
  waitingForNext: 'En attente de la suite…',

  saveAll: 'Tout enregistrer',
  saveHere: 'Enregistrer le reçu',
  saveZip: 'Enregistrer en ZIP',
  writingFile: (place, count) => `Écriture du fichier ${number(place)} sur ${number(count)}…`,
  writingZip: 'Écriture du ZIP…',
  zipProgress: 'Progression du ZIP',
  stop: 'Arrêter',
}
