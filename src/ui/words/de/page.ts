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
  dropFiles: 'Dateien hier ablegen und senden',
  sendFiles: 'Dateien senden',
  letGo: 'Zum Teilen loslassen',
  oneMoment: 'Einen Moment …',
  nothingUploaded: 'Sie gehen direkt von deinem Browser zu den anderen.',
  chooseFiles: 'Dateien wählen',
  chooseFolder: 'Ordner wählen',
  addFiles: 'Dateien dazu',
  addFolder: 'Ordner hinzufügen',
  sealIt: 'Versiegelt: Nur wer den Link hat, kann lesen',
  sealedOnly: 'Diese Website versiegelt alles, was geteilt wird.',
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
  goneShareWhy: 'Die Seite wurde neu geladen, bevor sie fertig war. Füge die Dateien noch einmal hinzu.',

  elsewhere: 'Shoal ist in einem anderen Tab offen.',
  elsewhereWhy: 'Dort geht alles weiter.',
  useHere: 'Hier weitermachen',
  olderOpen: 'Eine ältere Version von Shoal ist in einem anderen Tab offen.',
  olderOpenWhy: 'Diese hier beginnt, sobald jener Tab geschlossen ist.',
  newerThere: 'Es gibt eine neuere Version von Shoal.',
  newerThereWhy: 'Lade diese Seite neu, dann geht es weiter; nichts geht verloren.',
  loadAnew: 'Neu laden',

  notLoadedWhy: 'Prüfe, ob du online bist, und versuche es noch einmal.',
  notLoaded: 'Ein Teil von Shoal wurde nicht geladen.',
  somethingFailed: 'Etwas ist schiefgegangen. Prüfe, ob du online bist, und versuche es noch einmal.',
  cannotWork: 'Shoal kann hier nicht arbeiten.',
  whyNothingMoves: 'Warum geht nichts voran?',
  checkConnection: 'Meine Verbindung prüfen',

  announceAddress: 'Announce-Adresse',
  copy: 'Kopieren',
}
