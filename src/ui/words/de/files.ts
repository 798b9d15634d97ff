import type { ShareWords } from '../areas.ts'
import { number, plural } from './speech.ts'

export const files: ShareWords['files'] = {
  linkToSome: 'Link zu einigen Dateien',
  chooseAll: 'Alle wählen',
  chooseNone: 'Keine wählen',
  find: 'Datei nach Namen suchen',
  sort: 'Dateien sortieren',
  found: (found, count, size) =>
    `${number(found)} von ${plural(count, { one: '1 Datei', other: `${number(count)} Dateien` })}, ${size}`,
  fetchNamed: (name) => `${name} holen`,
  linkToNamed: (name) => `Link zu ${name}`,
  tickThem:
    'Hake die Dateien an, für die der Link ist. Wer ihn öffnet, kann die anderen trotzdem herunterladen.',
  linkToFiles: (count) =>
    plural(count, { one: 'Link zu 1 Datei', other: `Link zu ${number(count)} Dateien` }),
  copyThisLink: 'Diesen Link kopieren',

  play: 'Abspielen',
  playNamed: (name) => `${name} abspielen`,
  preview: 'Vorschau',
  previewNamed: (name) => `Vorschau von ${name}`,
  closeNamed: (name) => `${name} schließen`,
  showLarge: (name) => `${name} groß zeigen`,
  actionsFor: (name) => `Aktionen für ${name}`,
  opening: 'Wird geöffnet …',
  inside: (name) => `Was in ${name} steht`,
  copyText: 'Text kopieren',
  onlyBeginning: 'Das ist der Anfang; speichere die Datei, um alles zu sehen.',
  cannotBeShown: (why) => `Es kann nicht gezeigt werden. ${why}`,
  noPicture: 'Es kann nicht gezeigt werden: Der Browser kennt diese Art von Bild nicht.',
  pictures: 'Bilder',
  pictureBefore: 'Voriges Bild',
  nextPicture: 'Nächstes Bild',
  placeOf: (place, count) => `${number(place)} von ${number(count)}`,
  pageOf: (name, page) => `${name}, Seite ${number(page)}`,
  frameMemory: (most) =>
    `Dieser Rahmen behält nichts: Der Film liegt im Arbeitsspeicher, solange er läuft, höchstens ${most}.`,
  frameTooSmall: (most) =>
    `Zu groß für diesen Rahmen, der höchstens ${most} fasst. Öffne den Film auf der Seite selbst.`,
  page: 'Seite',
  pageBefore: 'Vorige Seite',
  nextPage: 'Nächste Seite',

  player: (name) => `Player für ${name}`,
  filmAndControls: 'Film und Bedienung',
  startingPlayer: 'Der Player startet …',
  closePlayer: 'Player schließen',
  previous: 'Vorige',
  next: 'Nächste',
  soundLanguage: 'Sprache des Tons',
  cannotPlay: (name) =>
    `Dieser Browser kann „${name}“ nicht abspielen. Speichere es, und spiele es mit einem anderen Programm.`,
  cannotPlayYet: (name, pause) =>
    `Dieser Browser kann „${name}“ nicht abspielen. Lade es herunter und spiele es mit einem anderen Programm, oder ${pause}.`,
  pauseDownload: 'halte den Download an',
  onlySound: (name) =>
    `Dieser Browser spielt nur den Ton von „${name}“. Speichere es, und spiele es mit einem anderen Programm.`,
  chapters: 'Kapitel',
  codedAs: (codec: string) => `Der Film ist in ${codec} codiert, das dieser Browser nicht kennt.`,
  silent: (codec: string) => `Der Ton ist in ${codec} codiert, das dieser Browser nicht abspielen kann.`,
  lost: (name) =>
    `„${name}“ konnte nicht weiter gelesen werden. Schließe den Player, und spiele es noch einmal.`,
  waitingForNext: 'Wartet auf das, was als Nächstes kommt …',

  saveAll: 'Alle speichern',
  saveHere: 'Speichern, was da ist',
  saveZip: 'Als ZIP speichern',
  writingFile: (place, count) => `Schreibt Datei ${number(place)} von ${number(count)} …`,
  writingZip: 'Schreibt die ZIP-Datei …',
  zipProgress: 'Fortschritt der ZIP-Datei',
  stop: 'Stopp',
}
