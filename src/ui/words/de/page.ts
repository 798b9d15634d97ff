import type { PageWords } from '../areas.ts'
import { number, plural } from './speech.ts'

export const page: PageWords = {
  title: 'Shoal: Dateien teilen, von Browser zu Browser',

  fewSeconds: 'ein paar Sekunden',
  longTime: 'sehr lange',
  hours: (hours, minutes) => (minutes === '0' ? `${hours} Std.` : `${hours} Std. ${minutes} Min.`),
  quoted: (name) => `„${name}“`,
  andMore: (count) => `${number(count)} weitere`,
  files: (count) => plural(count, { one: '1 Datei', other: `${number(count)} Dateien` }),
  people: (count) => plural(count, { one: '1 Person', other: `${number(count)} Personen` }),
  untitled: (code) => `Freigabe ${code}…`,
  sealedShare: 'Versiegelte Freigabe',
  progress: 'Fortschritt',
  progressOf: (name) => `Fortschritt von ${name}`,

  close: 'Schließen',
  done: 'Fertig',
  cancel: 'Abbrechen',
  tryAgain: 'Noch einmal versuchen',
  trying: 'Wird versucht …',
  dismiss: 'Verwerfen',
  copied: 'Kopiert',
  toldCopied: 'Kopiert.',
  mayNotCopy: 'Der Browser lässt diese Seite nicht kopieren. Markiere den Text und drücke Strg+C oder ⌘C.',
  mayNotCopySelected:
    'Der Browser lässt diese Seite nicht kopieren. Der Text ist markiert: Drücke Strg+C oder ⌘C.',
  language: 'Sprache',
  languageFailed:
    'Diese Sprache konnte nicht geladen werden. Prüfe, ob du online bist, und wähle sie noch einmal.',
  licences: 'Lizenzen',
  qrNotDrawn:
    'Der QR-Code konnte nicht gezeichnet werden: Der Link ist zu lang, oder die Verbindung ist weg.',
  shareAsText: 'Als Text teilen',
  shareTheFile: 'Die Datei selbst teilen',

  send: 'Senden',
  dropFiles: 'Dateien hier ablegen und teilen',
  letGo: 'Zum Teilen loslassen',
  oneMoment: 'Einen Moment …',
  nothingUploaded:
    'Sie gehen direkt von deinem Browser zu den anderen. Nichts wird auf einen Server geladen.',
  chooseFiles: 'Dateien wählen',
  chooseFolder: 'Ordner wählen',
  addFiles: 'Dateien dazu',
  addFolder: 'Ordner hinzufügen',
  sealIt: 'Versiegelt: Nur wer den Link hat, kann lesen',
  sealedOnly: 'Diese Website versiegelt alles, was geteilt wird.',
  sealTerms: 'Passwort und Ende',
  sealPassword: 'Passwort, neben dem Link',
  sealPasswordHint:
    'Sag es auf anderem Weg, als du den Link schickst. Niemand kann es dir wieder herausfinden.',
  sealEnds: 'Endet',
  sealEndsHint:
    'Dann geben Seiten es nicht weiter und löschen, was sie davon haben. Das ist ein Versprechen unter ehrlichen Seiten, kein Schloss.',
  endsNever: 'nie',
  endsInHour: 'in einer Stunde',
  endsInDay: 'in einem Tag',
  endsInWeek: 'in einer Woche',
  endsInMonth: 'in 30 Tagen',
  sealWith: 'So versiegeln',
  receive: 'Empfangen',
  linkField: 'Magnet-Link, Info-Hash oder Link',
  pasteLink: 'Link einfügen',
  get: 'Empfangen',
  linkCut: 'Ein Teil dieses Links ist unterwegs verloren gegangen. Bitte noch einmal darum.',
  stepDrop: 'Dateien hier ablegen',
  stepSend: 'Den Link schicken',
  stepWait: 'Diese Seite offen lassen, bis die anderen alles haben',
  yourShares: 'Deine Freigaben',
  dropNotRead:
    'Der Browser konnte das Abgelegte nicht lesen. Versuche es noch einmal, oder nimm „Dateien wählen“.',

  speedLimits: 'Grenzen',
  speedLimitsOn: 'Grenzen: an',
  colours: {
    system: 'Farben: wie das System',
    light: 'Farben: hell',
    dark: 'Farben: dunkel',
  },
  changeColours: {
    system: 'Farben: wie das System. Ändern',
    light: 'Farben: hell. Ändern',
    dark: 'Farben: dunkel. Ändern',
  },

  openingShare: 'Wird geöffnet …',
  openingNamed: (name) => `${name} wird geöffnet …`,
  goneShare: 'Diese Freigabe ist nicht mehr da.',
  goneShareWhy:
    'Ihre Dateien wurden noch vorbereitet, als die Seite neu geladen oder die Freigabe abgebrochen wurde. Lege sie noch einmal ab, oder wähle sie oben.',
  somebodyShares: 'Jemand teilt etwas mit dir.',
  ofItFiles: (count) => plural(count, { one: '1 Datei davon', other: `${number(count)} Dateien davon` }),
  nobodyContacted:
    'Noch hat diese Seite mit niemandem Kontakt, wie du es gewählt hast. Wenn du dich verbindest, sehen diese Website und alle, die den Link offen haben, deine Netzwerkadresse (IP), noch bevor du etwas herunterlädst.',
  connect: 'Verbinden',
  infoHash: 'Info-Hash',

  elsewhere: 'Shoal ist in einem anderen Tab offen.',
  elsewhereWhy:
    'Nur ein Tab auf einmal bewegt Dateien. Dort geht alles weiter; du kannst auch hier weitermachen.',
  useHere: 'Hier weitermachen',
  olderOpen: 'Eine ältere Version von Shoal ist in einem anderen Tab offen.',
  olderOpenWhy: 'Diese hier beginnt, sobald jener Tab geschlossen ist.',
  newerThere: 'Es gibt eine neuere Version von Shoal.',
  newerThereWhy: 'Lade diese Seite neu, dann geht es weiter; nichts geht verloren.',
  loadAnew: 'Neu laden',

  notLoadedWhy: 'Prüfe, ob du online bist, und versuche es noch einmal.',
  notLoaded: {
    admin: 'Die Verwaltung konnte nicht geladen werden.',
    doctor: 'Die Suche nach der Ursache konnte nicht geladen werden.',
    engine: 'Der Teil von Shoal, der Dateien bewegt, konnte nicht geladen werden.',
    keys: 'Die Liste der Tasten konnte nicht geladen werden.',
    notes: 'Die Notizen konnten nicht geladen werden.',
    player: 'Der Player konnte nicht geladen werden.',
    settings: 'Die Einstellungen konnten nicht geladen werden.',
    sharePage: 'Die Seite dieser Freigabe konnte nicht geladen werden.',
    shares: 'Die Liste deiner Freigaben konnte nicht geladen werden.',
    viewer: 'Die Vorschau konnte nicht geladen werden.',
  },
  somethingFailed: 'Etwas ist schiefgegangen. Prüfe, ob du online bist, und versuche es noch einmal.',
  cannotWork: 'Shoal kann hier nicht arbeiten.',
  whyNothingMoves: 'Warum geht nichts voran?',
  checkConnection: 'Meine Verbindung prüfen',

  kept: (used, free) => `${used} in diesem Browser aufbewahrt, ${free} frei.`,
  mayBeCleared: 'Der Browser darf es löschen, wenn die Festplatte voll wird.',
  leftovers: (size) => `${size} davon gehören zu Freigaben, die nicht mehr in der Liste stehen.`,
  deleteLeftovers: 'Löschen',

  announceAddress: 'Announce-Adresse',
  copy: 'Kopieren',

  toWatch: 'Zum Ansehen',
  lookingWhatThereIs: 'Wird nachgesehen …',
  nothingPublished: 'Hier ist noch nichts veröffentlicht.',
  watch: (name) => `${name} ansehen`,
  moreToCome: (count) =>
    plural(count, {
      one: '1 weitere Datei kommt, sobald der Server sie gelesen hat.',
      other: `${number(count)} weitere Dateien kommen, sobald der Server sie gelesen hat.`,
    }),
}
