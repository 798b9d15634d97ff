import type { NotesWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const notesOf = (count: number) => plural(count, { one: '1 Notiz', other: `${number(count)} Notizen` })
const answersOf = (count: number) => plural(count, { one: '1 Antwort', other: `${number(count)} Antworten` })

export const notes: NotesWords = {
  heading: 'Notizen',
  private: 'privat',
  privateReadOnly: 'privat, nur zum Lesen',
  countOpen: (count, open) => `${number(count)}, ${number(open)} offen`,
  shownOpen: (shown, count, open) => `${number(shown)} von ${number(count)}, ${number(open)} offen`,
  noteBefore: 'Vorige Notiz',
  noteBeforeKey: 'Vorige Notiz (p)',
  nextNote: 'Nächste Notiz',
  nextNoteKey: 'Nächste Notiz (n)',
  exchange: 'Export oder Import',
  moreBefore: (count) => `Mehr von den ${number(count)} davor zeigen`,
  moreNotes: (count) => `Mehr von ${notesOf(count)} zeigen`,
  noneLikeThat: 'Keine Notiz ist so.',
  nothingSaid:
    'Noch steht hier nichts. Was hier geschrieben wird, sehen alle, die diese Freigabe haben, auch später.',
  nothingSaidPrivate:
    'Noch steht hier nichts. Was hier geschrieben wird, sehen alle, die den privaten Link haben, auch später.',

  newNote: 'Neue Notiz',
  sayWhatYouSee: 'Schreib etwas zu dem, was du siehst',
  saySomething: 'Schreib etwas dazu',
  drawing: 'Zeichnet',
  draw: 'Zeichnen',
  add: 'Notiz hinzufügen',
  addWithStrokes: (count) =>
    plural(count, {
      one: 'Notiz mit 1 Strich hinzufügen',
      other: `Notiz mit ${number(count)} Strichen hinzufügen`,
    }),
  about: 'Worüber',
  thisMoment: 'Dieser Moment',
  thisPicture: 'Dieses Bild',
  thisPage: 'Diese Seite',
  fileAsAWhole: 'Die ganze Datei',
  everything: 'Alles',
  atThisTime: 'Zu dieser Zeit',
  until: 'Bis',
  end: 'Ende',
  start: 'Anfang',
  startHere: 'Anfang hier',
  spanBegins: 'Ein Abschnitt beginnt hier (i)',
  stop: 'Ende',
  stopHere: 'Ende hier',
  spanEnds: 'Ein Abschnitt endet hier (o)',
  page: 'Seite',
  pageNumber: (page) => `Seite ${number(page)}`,
  problems: {
    'time-unclear': 'Schreib Zeiten als Minuten und Sekunden, wie 1:05.',
    'span-without-beginning': 'Ein Abschnitt braucht einen Anfang und ein Ende.',
    'span-backwards': 'Ein Abschnitt endet nach seinem Anfang.',
    'page-unclear': 'Schreib die Seite als Zahl.',
  },
  yourName: 'Dein Name',
  yourColour: (colour) => `Deine Farbe: ${colour}. Ändern`,
  inks: ['Rot', 'Bernstein', 'Grün', 'Türkis', 'Blau', 'Violett', 'Rosa', 'Weiß'],

  yourNote: 'Deine Notiz',
  asAWhole: 'zum Ganzen',
  drawingOf: 'Zeichnung',
  showDrawing: 'Die Zeichnung zeigen',
  broughtBy: (name) => `gebracht von ${name}`,
  edited: 'geändert',
  resolved: 'erledigt',
  showAll: 'Alles zeigen',
  strokesOnly: (count) =>
    plural(count, { one: '1 Strich, keine Worte', other: `${number(count)} Striche, keine Worte` }),
  save: 'Speichern',
  deleteForAll: 'Für alle löschen',
  keepIt: 'Behalten',
  edit: 'Ändern',
  delete: 'Löschen',
  hide: 'Ausblenden',
  hideAllOf: (name) => `Alle Notizen von ${name} ausblenden`,
  hideWhat: (name) => `Lässt auf dieser Seite alles weg, was ${name} geschrieben hat`,
  answer: 'Antworten',
  yourAnswer: 'Deine Antwort',
  send: 'Senden',
  resolve: 'Erledigt',
  loop: 'Schleife',
  copyLink: 'Link zur Notiz kopieren',
  openAgain: 'Wieder öffnen',
  answersBefore: (count) => `Mehr von ${answersOf(count)} davor zeigen`,
  answersAfter: (count) => `Mehr von ${answersOf(count)} danach zeigen`,
  full: 'Dieses Gespräch ist voll.',
  fullLeftOut: (count) =>
    plural(count, {
      one: 'Dieses Gespräch ist voll: 1 Antwort von denen, die am meisten antworten, fehlt.',
      other: `Dieses Gespräch ist voll: ${number(count)} Antworten von denen, die am meisten antworten, fehlen.`,
    }),

  search: 'Suchen',
  searchNotes: 'Notizen durchsuchen',
  state: 'Stand',
  allNotes: 'Alle Notizen',
  open: 'Offen',
  resolvedOnes: 'Erledigt',
  author: 'Wer',
  everybody: 'Alle',
  withDrawing: 'Mit Zeichnung',

  whoIsHere: 'Wer da ist',
  isHere: 'ist da',
  looksAtIt: 'sieht es an',
  looksAt: (name) => `sieht ${name} an`,
  watchesAt: (time) => `schaut bei ${time}`,
  watchesAtIn: (time, name) => `schaut bei ${time} in ${name}`,
  isAt: (time) => `ist bei ${time}`,
  isAtIn: (time, name) => `ist bei ${time} in ${name}`,
  watchAlong: 'Mitschauen',
  watchAlongWith: (name) => `Mit ${name} mitschauen`,
  stopWatching: 'Stopp',
  stopWatchingWith: (name) => `Nicht mehr mit ${name} mitschauen`,
  andMore: (count) => `und ${number(count)} weitere`,

  drawings: 'Zeichnungen',
  drawingBy: (name) => `Eine Zeichnung von ${name}`,
  yourDrawing: 'Deine Zeichnung',
  whatToDraw: 'Was zu zeichnen ist',
  tools: { pen: 'Stift', arrow: 'Pfeil', box: 'Kasten' },
  colour: 'Farbe',
  undo: 'Rückgängig',
  drawingFull: 'Die Zeichnung ist voll: Mehr passt nicht hinein.',

  saidFrom: (from) => `Ab ${from}`,
  saidFromTo: (from, to) => `Von ${from} bis ${to}`,
  saidNoNotes: 'Es gibt keine Notizen.',
  saidNoFurther: 'Es gibt keine weitere Notiz.',
  saidNote: (at, of, by, text) => `Notiz ${number(at)} von ${number(of)}, von ${by}: ${text}`,
  saidNew: (by, text) => `${by} hat geschrieben: ${text}`,
  saidMany: (count) => plural(count, { one: '1 neue Notiz', other: `${number(count)} neue Notizen` }),
  aDrawing: 'eine Zeichnung',

  fullElsewhere:
    'Diese Durchsicht ist voll: Die Seiten der anderen haben keinen Platz für das, was du schreibst. Es bleibt in diesem Browser. Sie können Platz machen, indem sie Notizen von jemandem ausblenden, oder du beginnst eine private Durchsicht.',
  fullHere:
    'Diese Durchsicht ist voll: Manches, was andere geschrieben haben, wird hier nicht gezeigt. Blende die Notizen von jemandem aus, um Platz zu machen.',
  answeredYou: (name) => `${name} hat dir geantwortet`,
  newAnswers: (count) => plural(count, { one: '1 neue Antwort', other: `${number(count)} neue Antworten` }),
  showAnswer: 'Die Antwort zeigen',
  fresh: 'neu',
  hiddenHere: 'Auf dieser Seite ausgeblendet',
  isHidden: (name) => `${name} ist auf dieser Seite ausgeblendet`,
  show: 'Zeigen',
  showNotesOf: (name) => `Die Notizen von ${name} zeigen`,
  andOthers: (count) => plural(count, { one: 'und 1 andere Person', other: `und ${number(count)} andere` }),

  review: 'Durchsicht',
  withEverybody: 'Mit allen',
  privateCode: (code) => `Privat ${code}`,
  inPrivate: (code) => `Das ist die private Durchsicht ${code}.`,
  linkToWrite: 'Link zur privaten Durchsicht: Wer ihn hat, liest und schreibt',
  copyLinkToWrite: 'Durchsicht-Link kopieren',
  readOnly: 'Du hast den Link nur zum Lesen geöffnet: Du siehst, was geschrieben wird, und schreibst nichts.',
  linkToRead: 'Link zur Durchsicht, nur zum Lesen',
  copyLinkToRead: 'Lese-Link kopieren',
  leaveWhy:
    'Dieser Browser vergisst das Geheimnis. Ohne einen der Links oben kommt niemand zurück, auch du nicht; für alle, die einen haben, ändert sich nichts.',
  leaveForget:
    'Auch ihre Notizen aus diesem Browser löschen, meine ebenso. Was sonst niemand hat, ist verloren.',
  leavePrivate: 'Private Durchsicht verlassen',
  stay: 'Bleiben',
  leave: 'Verlassen …',
  beginAnother: 'Eine andere beginnen',
  aboutPrivate:
    'Eine private Durchsicht ist für die, denen du ihren eigenen Link schickst: Nur sie können lesen, was darin steht.',
  beginPrivate: 'Private Durchsicht beginnen',
  goToOther: 'Zu einer anderen privaten Durchsicht?',
  youAreIn: (shown, count, asked) =>
    `Du bist in der privaten Durchsicht ${shown}, mit ${notesOf(count)}. Der Link, den du geöffnet hast, führt zu einer anderen, ${asked}.`,
  youKeepBoth: (shown, asked) =>
    `Du behältst beide, nebeneinander. In ${asked} liest, was du schreibst, wer jenen Link hat; in ${shown} ändert sich nichts.`,
  goTo: (code) => `Zu ${code}`,
  stayIn: (code) => `In ${code} bleiben`,

  exchangeHeading: 'Notizen exportieren oder importieren',
  asAFile: 'Als Datei',
  formats: {
    markdown: {
      name: 'Markdown',
      holds: 'Eine Liste zum Lesen und Abhaken. Enthält alles, auch Zeichnungen.',
    },
    csv: { name: 'Tabelle (CSV)', holds: 'Für Tabellenprogramme. Enthält alles, auch Zeichnungen.' },
    webvtt: {
      name: 'Untertitel (WebVTT)',
      holds:
        'Notizen, die jeder Player über dem Film zeigt. Nur solche mit einer Zeit; Zeichnungen kommen zurück, aber Player zeigen sie nicht.',
    },
    edl: {
      name: 'Marken (EDL)',
      holds:
        'Für DaVinci Resolve und andere. Nur Notizen mit einer Zeit, auf das Bild genau wie unten angegeben; ohne Zeichnungen.',
    },
    fcpxml: {
      name: 'Final Cut (FCPXML)',
      holds:
        'Aufgabenmarker für Final Cut Pro. Nur Notizen mit einer Zeit, auf das Bild genau, wie unten angegeben; ohne Zeichnungen.',
    },
    premiere: { name: 'Premiere (XML)', holds: 'Marker für Premiere. Sonst dasselbe.' },
  },
  framesASecond: 'Bilder pro Sekunde',
  fromHour: 'ab Stunde',
  saveNotes: (count) => `${notesOf(count)} speichern`,
  reading: 'Liest …',
  import: 'Aus einer Datei importieren',
  importLabel: 'Notizen aus einer Datei importieren',
  imported: (added, answers) => `${notesOf(added)} und ${answersOf(answers)} hinzugefügt.`,
  importedKnown: (count) =>
    plural(count, { one: '1 war schon da.', other: `${number(count)} waren schon da.` }),
  importedAstray: (count) =>
    plural(count, {
      one: '1 gehört zu einer Datei, die diese Freigabe nicht hat: Sie gilt jetzt für alles.',
      other: `${number(count)} gehören zu Dateien, die diese Freigabe nicht hat: Sie gelten jetzt für alles.`,
    }),
  importedSkipped: (count) =>
    plural(count, {
      one: '1 Eintrag konnte nicht gelesen werden.',
      other: `${number(count)} Einträge konnten nicht gelesen werden.`,
    }),
}
