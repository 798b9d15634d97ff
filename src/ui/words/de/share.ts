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
    plural(count, { one: `1 Datei, ${size}`, other: `${number(count)} Dateien, ${size}` }),

  sealed: 'Versiegelt: Nur wer den ganzen Link hat, kann es lesen.',
  sealAnew: 'Daraus wird eine andere Freigabe, mit einem anderen Link.',
  asksPassword: 'Diese Freigabe hat ein Passwort. Frag, wer den Link geschickt hat.',
  password: 'Passwort',
  openIt: 'Öffnen',
  endsOn: (moment: string) => `Sie endet am ${moment}.`,
  endedMine:
    'Die Zeit, die du gesetzt hast, ist vorbei. Deine eigenen Dateien bleiben, wo sie sind: Gib sie neu frei, um einen neuen Link zu bekommen.',
  toStart: 'Zur Startseite',
  name: 'Name',
  youSendToo: 'Solange diese Seite offen ist, bekommen andere es auch von dir.',
  doneSaved: 'Fertig. Gespeichert.',
  doneHere: 'Fertig. Alles ist da.',
  received: (percent, size) => `${percent} von ${size}`,
  timeLeft: (time) => `noch ${time}`,
  percentDone: (tens) => `${number(tens)} Prozent fertig`,

  download: 'Herunterladen',
  resume: 'Fortsetzen',
  pause: 'Anhalten',
  openFiles: 'Dateien öffnen',
  remove: 'Entfernen',
  save: 'Speichern',
  chooseAgain: {
    file: 'Datei noch einmal wählen',
    files: 'Dateien noch einmal wählen',
    folder: 'Ordner noch einmal wählen',
  },
  keepCopy: 'Kopie in diesem Browser aufbewahren',
  keepingCopy: (percent) => `Kopie entsteht: ${percent}`,
  copyKept: 'Eine Kopie liegt in diesem Browser',
  whyACopy: 'Dann fragt ein Neuladen nach nichts, und der Link geht sofort wieder.',
  tellMe: {
    here: 'Melden, wenn jemand da ist',
    done: 'Melden, wenn es fertig ist',
    theirs: 'Melden, wenn es angekommen ist',
  },
  mayNotTell: 'Mitteilungen sind gesperrt. Erlaube sie für diese Website, und versuche es noch einmal.',
  told: {
    ownerHere: 'Jemand ist da, der es hat.',
    linkReady: 'Der Link ist fertig.',
    opened: 'Jemand hat es geöffnet.',
    sent: 'Jemand hat jetzt alles.',
  },

  removeNamed: (name) => `„${name}“ entfernen?`,
  removeMany: (count) =>
    plural(count, { one: '1 Freigabe entfernen?', other: `${number(count)} Freigaben entfernen?` }),
  removeMine: 'Ihr Link geht von hier nicht mehr. Deine Dateien selbst bleiben, wo sie sind.',
  removeManyMine: 'Ihre Links gehen von hier nicht mehr. Deine eigenen Dateien bleiben, wo sie sind.',
  removeTheirs: 'Die Kopie in diesem Browser wird gelöscht. Was du gespeichert hast, bleibt.',
  notRemoved: (name, why) => `„${name}“ konnte nicht entfernt werden. ${why}`,
  removed: (name) => `„${name}“ entfernt.`,
  removedMany: (count) =>
    plural(count, { one: '1 Freigabe entfernt.', other: `${number(count)} Freigaben entfernt.` }),
  undo: 'Rückgängig',

  shareLink: 'Link',
  copyLink: 'Link kopieren',
  copyTheLink: 'Link kopieren',
  copyLinkTo: (name) => `Link zu ${name} kopieren`,
  mayNotCopyLink:
    'Der Browser lässt diese Seite nicht kopieren. Der Link steht unten, unter „Link und Dateien“.',
  qrCode: 'QR-Code',
  qrCodeOfLink: 'QR-Code des Links',
  sendOn: 'Senden …',

  people: 'Personen',
  somebody: 'Jemand',
  unknownProgram: 'unbekanntes Programm',
  hasIt: 'hat es',
  looks: 'sieht es an',
  percentAndLeft: (percent, time) => `${percent}, noch ${time}`,
  andMore: (count) => `und ${number(count)} weitere`,
  whatOthersCallYou: 'Wie andere dich nennen',
  aNameIfYouLike: 'Ein Name, wenn du magst',
  youAnd: (count) => plural(count, { one: 'Du und 1 Person.', other: `Du und ${number(count)} Personen.` }),
  youAndBusiest: (count, most) =>
    `Du und ${number(count)} Personen; gezeigt sind die ${number(most)}, bei denen am meisten läuft.`,
  receivedAndSent: (received, sent) => `${received} empfangen, ${sent} gesendet, seit die Seite offen ist.`,
  youReceive: (rate) => `Empfängt ${rate}`,
  youSend: (rate) => `Sendet ${rate}`,
  rateAtMost: (rate) => `höchstens ${rate}`,
  aMinuteAgo: 'vor einer Minute',
  now: 'jetzt',
  sends: (rate) => `sendet ${rate}`,
  fromPeopleAndSite: (people, site, host, sent) =>
    `${people} kamen von anderen, ${site} von ${host}; ${sent} gingen an andere.`,
  siteNotAsked: (host, why) => `${host} wird gerade nicht gefragt. ${why}`,

  partsHere: (count) =>
    plural(count, { one: 'Der einzige Teil ist da.', other: `Alle ${number(count)} Teile sind da.` }),
  partsOf: (here, count) => `${number(here)} von ${number(count)} Teilen da.`,
  partsOfAndComing: (here, count, coming) =>
    `${number(here)} von ${number(count)} Teilen da, ${number(coming)} unterwegs.`,

  addressSeen: 'Alle, die diesen Link offen haben, können deine IP-Adresse sehen.',
  downloadAsks: (count, trackers) =>
    plural(count, {
      one: `„Herunterladen“ fragt auch ${trackers} nach Leuten, die es haben; er erfährt deine Adresse.`,
      other: `„Herunterladen“ fragt auch ${trackers} nach Leuten, die es haben; sie erfahren deine Adresse.`,
    }),
  linkNames: (count, trackers) =>
    plural(count, {
      one: `Der Link nennt auch ${trackers}. Er kennt vielleicht mehr Leute, die es haben, und würde deine Adresse erfahren und was du suchst.`,
      other: `Der Link nennt auch ${trackers}. Sie kennen vielleicht mehr Leute, die es haben, und würden deine Adresse erfahren und was du suchst.`,
    }),
  alwaysConnect: 'Immer verbinden',
  copyNear: (hosts) =>
    `Der Link sagt, dass ${hosts} eine Kopie hat. Das ist in deinem eigenen Netz oder auf diesem Gerät; nimm sie nur, wenn du das kennst.`,
  useThisCopy: 'Diese Kopie nehmen',

  otherShares: 'Andere Freigaben',
  select: 'Auswählen',
  selectNamed: (name) => `${name} auswählen`,
  selected: (count) =>
    plural(count, { one: '1 Freigabe ausgewählt', other: `${number(count)} Freigaben ausgewählt` }),
  withSelected: 'Was mit den ausgewählten geschieht',
  all: 'Alle',
  none: 'Keine',
  findShare: 'Freigabe suchen',
  sortShares: 'Freigaben sortieren',
  newestFirst: 'Neueste zuerst',
  byName: 'Nach Namen',
  largestFirst: 'Größte zuerst',
  noneNamed: (words) => `Keine davon hat „${words}“ im Namen.`,
  notShown: (why) => `Diese Freigabe kann nicht gezeigt werden. ${why}`,
  removeIt: 'Entfernen',
  linkAndFiles: 'Link und Dateien',
  link: 'Link',

  somebodyShares: 'Jemand teilt etwas mit dir.',
  ofItFiles: (count) => plural(count, { one: '1 Datei davon', other: `${number(count)} Dateien davon` }),
  nobodyContacted:
    'Du bist noch nicht verbunden. Danach können diese Website und alle, die den Link offen haben, deine IP-Adresse sehen.',
  connect: 'Verbinden',
  toWatch: 'Zum Ansehen',
  lookingWhatThereIs: 'Wird nachgesehen …',
  nothingPublished: 'Hier ist noch nichts veröffentlicht.',
  live: 'Live',
  watch: (name) => `${name} ansehen`,
  moreToCome: (count) =>
    plural(count, {
      one: '1 weitere Datei kommt, sobald der Server sie gelesen hat.',
      other: `${number(count)} weitere Dateien kommen, sobald der Server sie gelesen hat.`,
    }),

  sealTerms: 'Passwort und Ende',
  sealPassword: 'Passwort, neben dem Link',
  sealPasswordHint:
    'Sag es auf anderem Weg, als du den Link schickst. Niemand kann es dir wieder herausfinden.',
  sealEnds: 'Endet',
  sealEndsHint:
    'Danach wird es nicht mehr geteilt. Ehrliche Seiten löschen ihre Kopie; die anderen kann niemand zwingen.',
  endsNever: 'nie',
  endsInHour: 'in einer Stunde',
  endsInDay: 'in einem Tag',
  endsInWeek: 'in einer Woche',
  endsInMonth: 'in 30 Tagen',
  sealWith: 'So versiegeln',
  kept: (used, free) => `${used} in diesem Browser aufbewahrt, ${free} frei.`,
  mayBeCleared: 'Der Browser darf es löschen, wenn die Festplatte voll wird.',
  leftovers: (size) => `${size} davon gehören zu Freigaben, die nicht mehr in der Liste stehen.`,
  deleteLeftovers: 'Löschen',
}
