import type { NotesWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const notesOf = (count: number) =>
  plural(count, { one: `${number(count)} note`, other: `${number(count)} notes` })
const answersOf = (count: number) =>
  plural(count, { one: `${number(count)} réponse`, other: `${number(count)} réponses` })

export const notes: NotesWords = {
  heading: 'Notes',
  private: 'privées',
  privateReadOnly: 'privées, en lecture seule',
  countOpen: (count, open) =>
    plural(open, {
      one: `${number(count)}, ${number(open)} ouverte`,
      other: `${number(count)}, ${number(open)} ouvertes`,
    }),
  shownOpen: (shown, count, open) =>
    plural(open, {
      one: `${number(shown)} sur ${number(count)}, ${number(open)} ouverte`,
      other: `${number(shown)} sur ${number(count)}, ${number(open)} ouvertes`,
    }),
  noteBefore: 'Note précédente',
  noteBeforeKey: 'Note précédente (p)',
  nextNote: 'Note suivante',
  nextNoteKey: 'Note suivante (n)',
  exchange: 'Exporter ou importer',
  moreBefore: (count) => `En afficher plus, sur ${number(count)} avant`,
  moreNotes: (count) => `En afficher plus, sur ${notesOf(count)}`,
  noneLikeThat: 'Aucune note ne correspond.',
  nothingSaid:
    'Rien n’a encore été dit. Tous ceux qui ont ce partage voient ce qui est écrit ici, plus tard aussi.',
  nothingSaidPrivate:
    'Rien n’a encore été dit. Tous ceux qui ont le lien privé voient ce qui est écrit ici, plus tard aussi.',

  newNote: 'Nouvelle note',
  sayWhatYouSee: 'Dites quelque chose de ce que vous voyez',
  saySomething: 'Dites-en quelque chose',
  drawing: 'Dessin',
  draw: 'Dessiner',
  add: 'Ajouter la note',
  addWithStrokes: (count) =>
    plural(count, {
      one: `Ajouter la note avec ${number(count)} trait`,
      other: `Ajouter la note avec ${number(count)} traits`,
    }),
  about: 'À propos de',
  thisMoment: 'Ce moment',
  thisPicture: 'Cette image',
  thisPage: 'Cette page',
  fileAsAWhole: 'Le fichier entier',
  everything: 'Tout',
  atThisTime: 'À cet instant',
  until: 'Jusqu’à',
  end: 'fin',
  start: 'Début',
  startHere: 'Début ici',
  spanBegins: 'Un passage commence ici (i)',
  stop: 'Fin',
  stopHere: 'Fin ici',
  spanEnds: 'Un passage finit ici (o)',
  page: 'Page',
  pageNumber: (page) => `Page ${number(page)}`,
  problems: {
    'time-unclear': 'Écrivez les temps en minutes et secondes, comme 1:05.',
    'span-without-beginning': 'Un passage a besoin d’un début et d’une fin.',
    'span-backwards': 'Un passage finit après son début.',
    'page-unclear': 'Écrivez la page en chiffres.',
  },
  yourName: 'Votre nom',
  yourColour: (colour) => `Votre couleur : ${colour}. Changer`,
  inks: ['Rouge', 'Ambre', 'Vert', 'Turquoise', 'Bleu', 'Violet', 'Rose', 'Blanc'],

  yourNote: 'Votre note',
  asAWhole: 'dans l’ensemble',
  drawingOf: 'dessin',
  showDrawing: 'Afficher le dessin',
  broughtBy: (name) => `apportée par ${name}`,
  edited: 'modifiée',
  resolved: 'réglée',
  showAll: 'Tout afficher',
  strokesOnly: (count) =>
    plural(count, {
      one: `${number(count)} trait, sans mots`,
      other: `${number(count)} traits, sans mots`,
    }),
  save: 'Enregistrer',
  deleteForAll: 'Supprimer pour tous',
  keepIt: 'Garder',
  edit: 'Modifier',
  delete: 'Supprimer',
  hide: 'Masquer',
  hideAllOf: (name) => `Masquer toutes les notes de ${name}`,
  hideWhat: (name) => `Masque tout ce que ${name} a écrit, sur cette page`,
  answer: 'Répondre',
  yourAnswer: 'Votre réponse',
  send: 'Envoyer',
  resolve: 'Réglé',
  loop: 'En boucle',
  copyLink: 'Copier le lien de la note',
  openAgain: 'Rouvrir',
  answersBefore: (count) => `En afficher plus, sur ${answersOf(count)} avant`,
  answersAfter: (count) => `En afficher plus, sur ${answersOf(count)} après`,
  full: 'Cette conversation est pleine.',
  fullLeftOut: (count) =>
    plural(count, {
      one: `Cette conversation est pleine : ${number(count)} réponse de ceux qui répondent le plus n’est pas affichée.`,
      other: `Cette conversation est pleine : ${number(count)} réponses de ceux qui répondent le plus ne sont pas affichées.`,
    }),

  search: 'Chercher',
  searchNotes: 'Chercher dans les notes',
  state: 'État',
  allNotes: 'Toutes les notes',
  open: 'Ouvertes',
  resolvedOnes: 'Réglées',
  author: 'Auteur',
  everybody: 'Tout le monde',
  withDrawing: 'Avec un dessin',

  whoIsHere: 'Qui est là',
  isHere: 'est là',
  looksAtIt: 'le regarde',
  looksAt: (name) => `regarde ${name}`,
  watchesAt: (time) => `regarde à ${time}`,
  watchesAtIn: (time, name) => `regarde à ${time} dans ${name}`,
  isAt: (time) => `est à ${time}`,
  isAtIn: (time, name) => `est à ${time} dans ${name}`,
  watchAlong: 'Suivre',
  watchAlongWith: (name) => `Regarder avec ${name}`,
  stopWatching: 'Arrêter',
  stopWatchingWith: (name) => `Ne plus regarder avec ${name}`,
  andMore: (count) =>
    plural(count, { one: `et ${number(count)} autre`, other: `et ${number(count)} autres` }),

  compare: 'Comparer',
  twoVersions: 'Deux versions',
  secondVersion: 'Deuxième version',
  noOtherFilm: 'Aucun autre film sur cette page',
  layout: 'Affichage des deux versions',
  layouts: { beside: 'Côte à côte', wipe: 'Volet', switch: 'L’une ou l’autre' },
  wipeLine: 'Où finit la première version',
  soundOf: 'Son',
  notesOn: 'Nouvelles notes sur',
  offsetSeconds: 'Décalage en secondes',
  offsetFrames: 'Décalage en images',
  version: (which) => `Version ${number(which)}`,
  versionNamed: (which, name) => `Version ${number(which)} : ${name}`,
  stopComparing: 'Arrêter la comparaison',
  secondFailed: 'Ce navigateur ne peut pas lire la deuxième version.',
  drawings: 'Dessins',
  drawingBy: (name) => `Un dessin de ${name}`,
  yourDrawing: 'Votre dessin',
  whatToDraw: 'Que dessiner',
  tools: { pen: 'Crayon', arrow: 'Flèche', box: 'Cadre' },
  drawHere: 'Zone de dessin',
  drawByKeys:
    'Les flèches déplacent le stylo, avec Maj de peu. Espace place un point, Entrée finit une ligne, Échap l’abandonne.',
  penDid: {
    moved: (across, down) => `${number(across)} % depuis la gauche, ${number(down)} % depuis le haut`,
    begun: (across, down) =>
      `Commencé à ${number(across)} % depuis la gauche, ${number(down)} % depuis le haut`,
    point: (across, down) => `Point à ${number(across)} % depuis la gauche, ${number(down)} % depuis le haut`,
    drawn: (across, down) =>
      `Dessiné jusqu’à ${number(across)} % depuis la gauche, ${number(down)} % depuis le haut`,
    dropped: () => 'Abandonné',
  },
  colour: 'Couleur',
  undo: 'Annuler',
  drawingFull: 'Le dessin est plein : plus rien n’y tient.',

  saidFrom: (from) => `À partir de ${from}`,
  saidFromTo: (from, to) => `De ${from} à ${to}`,
  saidNoNotes: 'Il n’y a pas de notes où aller.',
  saidNoFurther: 'Il n’y a pas d’autre note.',
  saidNote: (at, of, by, text) => `Note ${number(at)} sur ${number(of)}, de ${by} : ${text}`,
  saidNew: (by, text) => `${by} a écrit : ${text}`,
  saidMany: (count) =>
    plural(count, {
      one: `${number(count)} nouvelle note`,
      other: `${number(count)} nouvelles notes`,
    }),
  aDrawing: 'un dessin',

  fullElsewhere:
    'Cette revue est pleine : les pages des autres n’ont plus de place pour ce que vous écrivez. Cela reste dans ce navigateur. Ils peuvent faire de la place en masquant les notes de quelqu’un, ou vous commencez une revue privée.',
  fullHere:
    'Cette revue est pleine : une partie de ce qui a été écrit n’est pas affichée ici. Masquez les notes de quelqu’un pour faire de la place.',
  answeredYou: (name) => `${name} vous a répondu`,
  newAnswers: (count) =>
    plural(count, { one: `${number(count)} nouvelle réponse`, other: `${number(count)} nouvelles réponses` }),
  showAnswer: 'Afficher la réponse',
  fresh: 'nouveau',
  hiddenHere: 'Masqué sur cette page',
  /** `name` stands out. */
  isHidden: (name) => `${name} est masqué sur cette page`,
  show: 'Afficher',
  showNotesOf: (name) => `Afficher les notes de ${name}`,
  andOthers: (count) =>
    plural(count, { one: `et ${number(count)} autre`, other: `et ${number(count)} autres` }),

  review: 'Revue',
  withEverybody: 'Avec tout le monde',
  privateCode: (code) => `Privée ${code}`,
  inPrivate: (code) => `Voici la revue privée ${code}.`,
  linkToWrite: 'Lien de revue privée : qui l’a lit et écrit',
  copyLinkToWrite: 'Copier le lien de revue',
  readOnly: 'Vous avez ouvert le lien de lecture : vous voyez ce qui est écrit, mais n’écrivez rien.',
  linkToRead: 'Lien de revue en lecture seule',
  copyLinkToRead: 'Copier le lien de lecture',
  leaveWhy:
    'Ce navigateur oublie le secret. Sans l’un des liens ci-dessus, personne ne revient, vous non plus ; pour ceux qui en ont un, rien ne change.',
  leaveForget:
    'Supprimer aussi ses notes de ce navigateur, les miennes comprises. Ce que personne d’autre n’a est perdu.',
  leavePrivate: 'Quitter la revue privée',
  stay: 'Rester',
  leave: 'Quitter…',
  beginAnother: 'En commencer une autre',
  aboutPrivate:
    'Une revue privée est pour ceux à qui vous envoyez son propre lien : eux seuls peuvent lire ce qui y est écrit.',
  beginPrivate: 'Commencer une revue privée',
  goToOther: 'Passer à une autre revue privée ?',
  youAreIn: (shown, count, asked) =>
    `Vous êtes dans la revue privée ${shown}, avec ${notesOf(count)}. Le lien que vous avez ouvert mène à une autre, ${asked}.`,
  youKeepBoth: (shown, asked) =>
    `Vous gardez les deux, côte à côte. Dans ${asked}, ceux qui ont ce lien lisent ce que vous écrivez ; dans ${shown}, rien ne change.`,
  goTo: (code) => `Aller à ${code}`,
  stayIn: (code) => `Rester dans ${code}`,

  exchangeHeading: 'Exporter ou importer des notes',
  asAFile: 'En fichier',
  formats: {
    markdown: {
      name: 'Markdown',
      holds: 'Une liste à lire, avec des cases à cocher. Contient tout, dessins compris.',
    },
    csv: { name: 'Tableau (CSV)', holds: 'Pour les tableurs. Contient tout, dessins compris.' },
    webvtt: {
      name: 'Sous-titres (WebVTT)',
      holds:
        'Les notes affichées sur le film dans tout lecteur. Seulement celles qui ont un temps ; les dessins reviennent, mais les lecteurs ne les montrent pas.',
    },
    edl: {
      name: 'Marqueurs (EDL)',
      holds:
        'Pour DaVinci Resolve et d’autres. Seulement les notes qui ont un temps, à l’image près comme indiqué ci-dessous ; sans dessins.',
    },
    fcpxml: {
      name: 'Final Cut (FCPXML)',
      holds:
        'Marqueurs à faire pour Final Cut Pro. Seulement les notes avec un temps, à l’image près comme indiqué ci-dessous ; sans dessins.',
    },
    premiere: { name: 'Premiere (XML)', holds: 'Marqueurs pour Premiere. De même.' },
  },
  framesASecond: 'Images par seconde',
  fromHour: 'à partir de l’heure',
  saveNotes: (count) => `Enregistrer ${notesOf(count)}`,
  reading: 'Lecture…',
  import: 'Importer d’un fichier',
  importLabel: 'Importer des notes d’un fichier',
  imported: (added, answers) => `Ajouté : ${notesOf(added)} et ${answersOf(answers)}.`,
  importedKnown: (count) =>
    plural(count, {
      one: `${number(count)} était déjà là.`,
      other: `${number(count)} étaient déjà là.`,
    }),
  importedAstray: (count) =>
    plural(count, {
      one: `${number(count)} porte sur un fichier que ce partage n’a pas : elle porte maintenant sur tout.`,
      other: `${number(count)} portent sur des fichiers que ce partage n’a pas : elles portent maintenant sur tout.`,
    }),
  importedSkipped: (count) =>
    plural(count, {
      one: `${number(count)} entrée n’a pas pu être lue.`,
      other: `${number(count)} entrées n’ont pas pu être lues.`,
    }),
}
