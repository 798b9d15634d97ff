import type { ShareWords } from '../areas.ts'
import { files } from './files.ts'
import { keeper } from './keeper.ts'
import { member } from './member.ts'
import { more } from './more.ts'
import { number, plural } from './speech.ts'
import { status } from './status.ts'

export const share: ShareWords = {
  status,
  files,
  more,
  keeper,
  member,

  filesAndSize: (count, size) =>
    plural(count, {
      one: `${number(count)} fichier, ${size}`,
      other: `${number(count)} fichiers, ${size}`,
    }),

  sealed: 'Scellé : il faut le lien complet pour le lire.',
  asksPassword: 'Ce partage a un mot de passe. Demandez-le à la personne qui a envoyé le lien.',
  password: 'Mot de passe',
  openIt: 'Ouvrir',
  endsOn: (moment) => `Il prend fin le ${moment}.`,
  sealAnew: 'Ce sera un autre partage, avec un autre lien.',
  endedMine:
    'La durée que vous aviez fixée est passée. Vos propres fichiers restent où ils sont : partagez-les à nouveau pour obtenir un nouveau lien.',
  toStart: 'Vers la page d’accueil',
  name: 'Nom',
  youSendToo: 'Tant que cette page est ouverte, les autres le reçoivent aussi de vous.',
  doneSaved: 'Terminé. C’est enregistré.',
  doneHere: 'Terminé. Tout est là.',
  received: (percent, size) => `${percent} de ${size}`,
  timeLeft: (time) => `encore ${time}`,
  percentDone: (tens) => `${number(tens)} pour cent`,

  download: 'Télécharger',
  resume: 'Reprendre',
  pause: 'Pause',
  openFiles: 'Ouvrir ses fichiers',
  remove: 'Retirer',
  save: 'Enregistrer',
  chooseAgain: {
    file: 'Rechoisir le fichier',
    files: 'Rechoisir les fichiers',
    folder: 'Rechoisir le dossier',
  },
  keepCopy: 'Garder une copie dans ce navigateur',
  keepingCopy: (percent) => `Copie en cours : ${percent}`,
  copyKept: 'Une copie est gardée dans ce navigateur',
  whyACopy: 'Ainsi, recharger la page ne demande rien et le lien remarche aussitôt.',
  tellMe: {
    here: 'Me prévenir quand quelqu’un est là',
    done: 'Me prévenir à la fin',
    theirs: 'Me prévenir quand c’est reçu',
  },
  mayNotTell: 'Les notifications sont bloquées. Autorisez-les pour ce site, puis réessayez.',
  told: {
    ownerHere: 'Quelqu’un qui l’a est là.',
    linkReady: 'Le lien est prêt.',
    opened: 'Quelqu’un l’a ouvert.',
    sent: 'Quelqu’un a tout reçu.',
  },

  removeNamed: (name) => `Retirer « ${name} » ?`,
  removeMany: (count) =>
    plural(count, {
      one: `Retirer ${number(count)} partage ?`,
      other: `Retirer ${number(count)} partages ?`,
    }),
  removeMine: 'Son lien ne marchera plus d’ici. Vos fichiers, eux, restent où ils sont.',
  removeManyMine: 'Leurs liens ne marcheront plus d’ici. Vos propres fichiers restent où ils sont.',
  removeTheirs: 'Supprime la copie dans ce navigateur. Les fichiers enregistrés restent.',
  notRemoved: (name, why) => `« ${name} » n’a pas pu être retiré. ${why}`,
  removed: (name) => `« ${name} » retiré.`,
  removedMany: (count) =>
    plural(count, { one: `${number(count)} partage retiré.`, other: `${number(count)} partages retirés.` }),
  undo: 'Annuler',

  shareLink: 'Lien de partage',
  copyLink: 'Copier le lien',
  copyTheLink: 'Copier le lien',
  copyLinkTo: (name) => `Copier le lien vers ${name}`,
  mayNotCopyLink:
    'Le navigateur ne laisse pas cette page copier. Le lien est plus bas, sous « Lien et fichiers ».',
  qrCode: 'QR code',
  qrCodeOfLink: 'QR code du lien de partage',
  sendOn: 'Envoyer…',

  people: 'Personnes',
  somebody: 'Quelqu’un',
  unknownProgram: 'programme inconnu',
  hasIt: 'l’a',
  looks: 'regarde',
  percentAndLeft: (percent, time) => `${percent}, encore ${time}`,
  andMore: (count) =>
    plural(count, { one: `et ${number(count)} autre`, other: `et ${number(count)} autres` }),
  whatOthersCallYou: 'Votre nom pour les autres',
  aNameIfYouLike: 'Un nom, si vous voulez',
  youAnd: (count) =>
    plural(count, {
      one: `Vous et ${number(count)} personne.`,
      other: `Vous et ${number(count)} personnes.`,
    }),
  youAndBusiest: (count, most) =>
    `Vous et ${number(count)} personnes ; voici les ${number(most)} plus actives.`,
  receivedAndSent: (received, sent) => `${received} reçus, ${sent} envoyés depuis l’ouverture de cette page.`,
  youReceive: (rate) => `Réception : ${rate}`,
  youSend: (rate) => `Envoi : ${rate}`,
  rateAtMost: (rate) => `au plus ${rate}`,
  aMinuteAgo: 'il y a une minute',
  now: 'maintenant',
  sends: (rate) => `envoie ${rate}`,
  fromPeopleAndSite: (people, site, host, sent) =>
    `${people} reçus d’autres personnes, ${site} de ${host} ; ${sent} envoyés aux autres.`,
  siteNotAsked: (host, why) => `${host} n’est pas sollicité pour l’instant. ${why}`,

  partsHere: (count) =>
    plural(count, {
      one: 'La seule partie est là.',
      other: `Les ${number(count)} parties sont là.`,
    }),
  partsOf: (here, count) => `Parties présentes : ${number(here)} sur ${number(count)}.`,
  partsOfAndComing: (here, count, coming) =>
    `Parties présentes : ${number(here)} sur ${number(count)}, ${number(coming)} en route.`,

  addressSeen: 'Les personnes qui ont ouvert ce lien peuvent voir votre adresse IP.',
  downloadAsks: (count, trackers) =>
    plural(count, {
      one: `« Télécharger » demande aussi à ${trackers} qui l’a ; ce tracker apprend votre adresse.`,
      other: `« Télécharger » demande aussi à ${trackers} qui l’a ; ces trackers apprennent votre adresse.`,
    }),
  linkNames: (count, trackers) =>
    plural(count, {
      one: `Le lien nomme aussi ${trackers}. Ce tracker connaît peut-être d’autres personnes qui l’ont, mais il apprendrait votre adresse et ce que vous cherchez.`,
      other: `Le lien nomme aussi ${trackers}. Ces trackers connaissent peut-être d’autres personnes qui l’ont, mais ils apprendraient votre adresse et ce que vous cherchez.`,
    }),
  alwaysConnect: 'Toujours se connecter',
  copyNear: (hosts) =>
    `D’après le lien, une copie se trouve sur ${hosts}. C’est dans votre propre réseau ou sur cet appareil ; ne l’utilisez que si vous connaissez.`,
  useThisCopy: 'Utiliser cette copie',

  otherShares: 'Autres partages',
  select: 'Sélectionner',
  selectNamed: (name) => `Sélectionner ${name}`,
  selected: (count) =>
    plural(count, {
      one: `${number(count)} partage sélectionné`,
      other: `${number(count)} partages sélectionnés`,
    }),
  withSelected: 'Que faire de la sélection',
  all: 'Tout',
  none: 'Aucun',
  findShare: 'Chercher un partage',
  sortShares: 'Trier les partages',
  newestFirst: 'Plus récents d’abord',
  byName: 'Par nom',
  largestFirst: 'Plus gros d’abord',
  noneNamed: (words) => `Aucun n’a « ${words} » dans son nom.`,
  notShown: (why) => `Ce partage ne peut pas être affiché. ${why}`,
  removeIt: 'Retirer',
  linkAndFiles: 'Lien et fichiers',
  link: 'Lien',

  somebodyShares: 'Quelqu’un partage quelque chose avec vous.',
  ofItFiles: (count) =>
    plural(count, { one: `dont ${number(count)} fichier`, other: `dont ${number(count)} fichiers` }),
  nobodyContacted:
    'Vous n’êtes pas encore connecté. Ensuite, ce site et tous ceux qui ont ouvert le lien pourront voir votre adresse IP.',
  connect: 'Se connecter',
  toWatch: 'À regarder',
  lookingWhatThereIs: 'On regarde ce qu’il y a…',
  nothingPublished: 'Rien n’est encore publié ici.',
  live: 'En direct',
  watch: (name) => `Regarder ${name}`,
  moreToCome: (count) =>
    plural(count, {
      one: `${number(count)} autre fichier arrivera dès que le serveur l’aura lu.`,
      other: `${number(count)} autres fichiers arriveront dès que le serveur les aura lus.`,
    }),

  sealTerms: 'Mot de passe et fin',
  sealPassword: 'Mot de passe, en plus du lien',
  sealPasswordHint:
    'Transmettez-le par un autre moyen que le lien. Personne ne pourra le retrouver pour vous.',
  sealEnds: 'Fin',
  sealEndsHint:
    'Ensuite, il n’est plus partagé. Les pages honnêtes suppriment leur copie ; personne ne peut forcer les autres.',
  endsNever: 'jamais',
  endsInHour: 'dans une heure',
  endsInDay: 'dans un jour',
  endsInWeek: 'dans une semaine',
  endsInMonth: 'dans 30 jours',
  sealWith: 'Sceller ainsi',
  kept: (used, free) => `${used} gardés dans ce navigateur, ${free} libres.`,
  mayBeCleared: 'Le navigateur peut les effacer quand le disque se remplit.',
  leftovers: (size) => `Dont ${size} pour des partages qui ne sont plus dans la liste.`,
  deleteLeftovers: 'Les supprimer',
}
