import { number, plural } from './speech.ts'

const notesOf = (count: number) => plural(count, { one: '1 note', other: `${number(count)} notes` })
const answersOf = (count: number) => plural(count, { one: '1 answer', other: `${number(count)} answers` })

/** What people say about a share: notes, drawings, private reviews. */
export const notes = {
  heading: 'Notes',
  private: 'private',
  privateReadOnly: 'private, you may read',
  countOpen: (count: number, open: number) => `${number(count)}, ${number(open)} open`,
  shownOpen: (shown: number, count: number, open: number) =>
    `${number(shown)} of ${number(count)}, ${number(open)} open`,
  /** The button's tooltip names its key. */
  noteBefore: 'Note before',
  noteBeforeKey: 'Note before (p)',
  nextNote: 'Next note',
  nextNoteKey: 'Next note (n)',
  exchange: 'Export or import',
  moreBefore: (count: number) => `Show more of the ${number(count)} before`,
  moreNotes: (count: number) => `Show more of ${notesOf(count)}`,
  noneLikeThat: 'No notes match.',
  nothingSaid: 'No notes yet. Everybody who has this share can read them.',
  nothingSaidPrivate: 'No notes yet. Everybody with the private link can read them.',

  // A new note.
  newNote: 'New note',
  sayWhatYouSee: 'Say something about this',
  saySomething: 'Say something about it',
  drawing: 'Drawing',
  draw: 'Draw',
  add: 'Add note',
  addWithStrokes: (count: number) =>
    plural(count, { one: 'Add note with 1 stroke', other: `Add note with ${number(count)} strokes` }),
  about: 'About',
  thisMoment: 'This moment',
  thisPicture: 'This picture',
  thisPage: 'This page',
  fileAsAWhole: 'The file as a whole',
  everything: 'Everything',
  atThisTime: 'At this time',
  until: 'Until',
  end: 'end',
  start: 'Start',
  startHere: 'Start here',
  spanBegins: 'A span begins here (i)',
  stop: 'End',
  stopHere: 'End here',
  spanEnds: 'A span ends here (o)',
  page: 'Page',
  pageNumber: (page: number) => `Page ${number(page)}`,
  problems: {
    'time-unclear': 'Write times as minutes and seconds, like 1:05.',
    'span-without-beginning': 'A span needs a beginning as well as an end.',
    'span-backwards': 'A span ends after its beginning.',
    'page-unclear': 'Write the page as a number.',
  },
  yourName: 'Your name',
  yourColour: (colour: string) => `Your colour: ${colour}. Change`,
  inks: ['Red', 'Amber', 'Green', 'Aqua', 'Blue', 'Violet', 'Pink', 'White'],

  // One note.
  yourNote: 'Your note',
  asAWhole: 'as a whole',
  drawingOf: 'drawing',
  showDrawing: 'Show the drawing',
  broughtBy: (name: string) => `brought by ${name}`,
  edited: 'edited',
  resolved: 'resolved',
  showAll: 'Show all of it',
  strokesOnly: (count: number) =>
    plural(count, { one: '1 stroke, no words', other: `${number(count)} strokes, no words` }),
  save: 'Save',
  deleteForAll: 'Delete for everybody',
  keepIt: 'Keep it',
  edit: 'Edit',
  delete: 'Delete',
  hide: 'Hide',
  hideAllOf: (name: string) => `Hide all notes of ${name}`,
  hideWhat: (name: string) => `Hides everything ${name} wrote, on this page`,
  answer: 'Answer',
  yourAnswer: 'Your answer',
  send: 'Send',
  resolve: 'Resolve',
  loop: 'Loop',
  copyLink: 'Copy link to note',
  openAgain: 'Open again',
  answersBefore: (count: number) => `Show more of ${answersOf(count)} before`,
  answersAfter: (count: number) => `Show more of ${answersOf(count)} after`,
  full: 'This conversation is full.',
  fullLeftOut: (count: number) =>
    plural(count, {
      one: 'This conversation is full: 1 answer isn’t shown.',
      other: `This conversation is full: ${number(count)} answers aren’t shown.`,
    }),

  // Which are shown.
  search: 'Search',
  searchNotes: 'Search notes',
  state: 'State',
  allNotes: 'All notes',
  open: 'Open',
  resolvedOnes: 'Resolved',
  author: 'Author',
  everybody: 'Everybody',
  withDrawing: 'With a drawing',

  // Who is here.
  whoIsHere: 'Who is here',
  isHere: 'is here',
  looksAtIt: 'looks at it',
  looksAt: (name: string) => `looks at ${name}`,
  watchesAt: (time: string) => `watches at ${time}`,
  watchesAtIn: (time: string, name: string) => `watches at ${time} in ${name}`,
  isAt: (time: string) => `is at ${time}`,
  isAtIn: (time: string, name: string) => `is at ${time} in ${name}`,
  watchAlong: 'Watch along',
  watchAlongWith: (name: string) => `Watch along with ${name}`,
  stopWatching: 'Stop',
  stopWatchingWith: (name: string) => `Stop watching along with ${name}`,
  andMore: (count: number) => `and ${number(count)} more`,

  // Drawing.
  drawings: 'Drawings',
  drawingBy: (name: string) => `A drawing by ${name}`,
  yourDrawing: 'Your drawing',
  whatToDraw: 'What to draw',
  tools: { pen: 'Pen', arrow: 'Arrow', box: 'Box' },
  colour: 'Colour',
  undo: 'Undo',
  drawingFull: 'This drawing is full.',

  // What who hears the page is told.
  saidFrom: (from: string) => `From ${from}`,
  saidFromTo: (from: string, to: string) => `From ${from} to ${to}`,
  saidNoNotes: 'There are no notes to go to.',
  saidNoFurther: 'There are no more notes.',
  saidNote: (at: number, of: number, by: string, text: string) =>
    `Note ${number(at)} of ${number(of)}, by ${by}: ${text}`,
  saidNew: (by: string, text: string) => `${by} wrote: ${text}`,
  saidMany: (count: number) => plural(count, { one: '1 new note', other: `${number(count)} new notes` }),
  aDrawing: 'a drawing',

  // A review that is full, and people whose notes are hidden.
  fullElsewhere:
    'This review is full, so others can’t see what you write. Ask them to hide somebody’s notes, or begin a private review.',
  fullHere: 'This review is full, so some notes aren’t shown. Hide somebody’s notes to make room.',
  hiddenHere: 'Hidden on this page',
  /** `{name}` stands out. */
  isHidden: (name: string) => `${name} is hidden on this page`,
  show: 'Show',
  showNotesOf: (name: string) => `Show the notes of ${name}`,
  andOthers: (count: number) => plural(count, { one: 'and 1 other', other: `and ${number(count)} others` }),

  // Private reviews.
  review: 'Review',
  withEverybody: 'With everybody',
  privateCode: (code: string) => `Private ${code}`,
  inPrivate: (code: string) => `This is the private review ${code}.`,
  linkToWrite: 'Private review link, to read and write',
  copyLinkToWrite: 'Copy review link',
  readOnly: 'You opened the read-only link, so you can’t write here.',
  linkToRead: 'Read-only review link',
  copyLinkToRead: 'Copy read-only link',
  leaveWhy: 'You need one of the links above to come back.',
  leaveForget: 'Also delete its notes from this browser. What nobody else has is lost.',
  leavePrivate: 'Leave the private review',
  stay: 'Stay',
  leave: 'Leave it…',
  beginAnother: 'Begin another one',
  aboutPrivate:
    'Everybody who has this share can read its notes. A private review is only for people with its own link.',
  beginPrivate: 'Begin a private review',
  goToOther: 'Go to another private review?',
  youAreIn: (shown: string, count: number, asked: string) =>
    `You’re in the private review ${shown}, with ${notesOf(count)}. This link leads to another one, ${asked}.`,
  youKeepBoth: (shown: string, asked: string) =>
    `You keep both. People with the link of ${asked} can read what you write there; ${shown} stays as it is.`,
  goTo: (code: string) => `Go to ${code}`,
  stayIn: (code: string) => `Stay in ${code}`,

  // Notes as a file.
  exchangeHeading: 'Export or import notes',
  asAFile: 'As a file',
  formats: {
    markdown: {
      name: 'Markdown',
      holds: 'A list to read, with boxes to tick. Holds everything.',
    },
    csv: { name: 'Table (CSV)', holds: 'For spreadsheets. Holds everything.' },
    webvtt: {
      name: 'Captions (WebVTT)',
      holds: 'Notes shown over the film in any player. Only those with a time; players don’t show drawings.',
    },
    edl: {
      name: 'Markers (EDL)',
      holds: 'For DaVinci Resolve and others. Only notes with a time; without drawings.',
    },
    fcpxml: {
      name: 'Final Cut (FCPXML)',
      holds:
        'To-do markers for Final Cut Pro. Only notes with a time, to the frame as told below; without drawings.',
    },
    premiere: { name: 'Premiere (XML)', holds: 'Markers for Premiere. The same.' },
  },
  framesASecond: 'Frames a second',
  fromHour: 'from hour',
  saveNotes: (count: number) => `Save ${notesOf(count)}`,
  reading: 'Reading…',
  import: 'Import from a file',
  importLabel: 'Import notes from a file',
  imported: (notes: number, answers: number) => `${notesOf(notes)} and ${answersOf(answers)} added.`,
  importedKnown: (count: number) =>
    plural(count, { one: '1 was here already.', other: `${number(count)} were here already.` }),
  importedAstray: (count: number) =>
    plural(count, {
      one: '1 is about a file that isn’t here: it is on everything now.',
      other: `${number(count)} are about files that aren’t here: they are on everything now.`,
    }),
  importedSkipped: (count: number) =>
    plural(count, {
      one: '1 entry could not be read.',
      other: `${number(count)} entries could not be read.`,
    }),
}
