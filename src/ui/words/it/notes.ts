import type { NotesWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const notesOf = (count: number) => plural(count, { one: '1 nota', other: `${number(count)} note` })
const answersOf = (count: number) => plural(count, { one: '1 risposta', other: `${number(count)} risposte` })

export const notes: NotesWords = {
  heading: 'Note',
  private: 'private',
  privateReadOnly: 'private, in sola lettura',
  countOpen: (count, open) =>
    plural(open, {
      one: `${number(count)}, 1 aperta`,
      other: `${number(count)}, ${number(open)} aperte`,
    }),
  shownOpen: (shown, count, open) =>
    plural(open, {
      one: `${number(shown)} di ${number(count)}, 1 aperta`,
      other: `${number(shown)} di ${number(count)}, ${number(open)} aperte`,
    }),
  noteBefore: 'Nota precedente',
  noteBeforeKey: 'Nota precedente (p)',
  nextNote: 'Nota successiva',
  nextNoteKey: 'Nota successiva (n)',
  exchange: 'Esporta o importa',
  moreBefore: (count) => `Mostrane altre, delle ${number(count)} prima`,
  moreNotes: (count) => `Mostrane altre, su ${notesOf(count)}`,
  noneLikeThat: 'Nessuna nota è così.',
  nothingSaid:
    'Nessuno ha ancora detto nulla. Ciò che si scrive qui lo vedono tutti quelli che hanno questa condivisione, anche più tardi.',
  nothingSaidPrivate:
    'Nessuno ha ancora detto nulla. Ciò che si scrive qui lo vedono tutti quelli che hanno il link privato, anche più tardi.',

  newNote: 'Nuova nota',
  sayWhatYouSee: 'Di’ qualcosa su ciò che vedi',
  saySomething: 'Di’ qualcosa',
  drawing: 'Disegno',
  draw: 'Disegna',
  add: 'Aggiungi nota',
  addWithStrokes: (count) =>
    plural(count, {
      one: 'Aggiungi nota con 1 segno',
      other: `Aggiungi nota con ${number(count)} segni`,
    }),
  about: 'Su',
  thisMoment: 'Questo momento',
  thisPicture: 'Questa immagine',
  thisPage: 'Questa pagina',
  fileAsAWhole: 'Il file intero',
  everything: 'Tutto',
  atThisTime: 'In questo istante',
  until: 'Fino a',
  end: 'fine',
  start: 'Inizio',
  startHere: 'Inizio qui',
  spanBegins: 'Un tratto comincia qui (i)',
  stop: 'Fine',
  stopHere: 'Fine qui',
  spanEnds: 'Un tratto finisce qui (o)',
  page: 'Pagina',
  pageNumber: (page) => `Pagina ${number(page)}`,
  problems: {
    'time-unclear': 'Scrivi i tempi come minuti e secondi, per esempio 1:05.',
    'span-without-beginning': 'Un tratto ha bisogno di un inizio e di una fine.',
    'span-backwards': 'Un tratto finisce dopo il suo inizio.',
    'page-unclear': 'Scrivi la pagina come numero.',
  },
  yourName: 'Il tuo nome',
  yourColour: (colour) => `Il tuo colore: ${colour}. Cambia`,
  inks: ['Rosso', 'Ambra', 'Verde', 'Turchese', 'Blu', 'Viola', 'Rosa', 'Bianco'],

  yourNote: 'La tua nota',
  asAWhole: 'nel complesso',
  drawingOf: 'disegno',
  showDrawing: 'Mostra il disegno',
  broughtBy: (name) => `portata da ${name}`,
  edited: 'modificata',
  resolved: 'risolta',
  showAll: 'Mostrala tutta',
  strokesOnly: (count) =>
    plural(count, { one: '1 segno, senza parole', other: `${number(count)} segni, senza parole` }),
  save: 'Salva',
  deleteForAll: 'Elimina per tutti',
  keepIt: 'Tieni',
  edit: 'Modifica',
  delete: 'Elimina',
  hide: 'Nascondi',
  hideAllOf: (name) => `Nascondi tutte le note di ${name}`,
  hideWhat: (name) => `Nasconde su questa pagina tutto ciò che ${name} ha scritto`,
  answer: 'Rispondi',
  yourAnswer: 'La tua risposta',
  send: 'Invia',
  resolve: 'Risolvi',
  loop: 'A ciclo',
  copyLink: 'Copia link alla nota',
  openAgain: 'Riapri',
  answersBefore: (count) => `Mostrane altre, su ${answersOf(count)} prima`,
  answersAfter: (count) => `Mostrane altre, su ${answersOf(count)} dopo`,
  full: 'Questa conversazione è piena.',
  fullLeftOut: (count) =>
    plural(count, {
      one: 'Questa conversazione è piena: 1 risposta di chi risponde di più non viene mostrata.',
      other: `Questa conversazione è piena: ${number(count)} risposte di chi risponde di più non vengono mostrate.`,
    }),

  search: 'Cerca',
  searchNotes: 'Cerca nelle note',
  state: 'Stato',
  allNotes: 'Tutte le note',
  open: 'Aperte',
  resolvedOnes: 'Risolte',
  author: 'Autore',
  everybody: 'Tutti',
  withDrawing: 'Con un disegno',

  whoIsHere: 'Chi c’è',
  isHere: 'è qui',
  looksAtIt: 'la guarda',
  looksAt: (name) => `guarda ${name}`,
  watchesAt: (time) => `guarda a ${time}`,
  watchesAtIn: (time, name) => `guarda a ${time} in ${name}`,
  isAt: (time) => `è a ${time}`,
  isAtIn: (time, name) => `è a ${time} in ${name}`,
  watchAlong: 'Guarda insieme',
  watchAlongWith: (name) => `Guarda insieme a ${name}`,
  stopWatching: 'Ferma',
  stopWatchingWith: (name) => `Smetti di guardare insieme a ${name}`,
  andMore: (count) => plural(count, { one: 'e 1 altro', other: `e altri ${number(count)}` }),

  compare: 'Confronta',
  twoVersions: 'Due versioni',
  secondVersion: 'Seconda versione',
  noOtherFilm: 'Nessun altro film in questa pagina',
  layout: 'Come si vedono entrambe',
  layouts: { beside: 'Affiancate', wipe: 'Tendina', switch: 'Una alla volta' },
  wipeLine: 'Dove finisce la prima versione',
  soundOf: 'Audio',
  notesOn: 'Note nuove su',
  offsetSeconds: 'Scarto in secondi',
  offsetFrames: 'Scarto in fotogrammi',
  version: (which) => `Versione ${number(which)}`,
  versionNamed: (which, name) => `Versione ${number(which)}: ${name}`,
  stopComparing: 'Smetti di confrontare',
  secondFailed: 'Questo browser non può riprodurre la seconda versione.',
  drawings: 'Disegni',
  drawingBy: (name) => `Un disegno di ${name}`,
  yourDrawing: 'Il tuo disegno',
  whatToDraw: 'Che cosa disegnare',
  tools: { pen: 'Penna', arrow: 'Freccia', box: 'Riquadro' },
  drawHere: 'Area di disegno',
  drawByKeys:
    'Le frecce muovono la penna, con Maiusc di poco. Spazio mette un punto, Invio finisce una linea, Esc la scarta.',
  penDid: {
    moved: (across, down) => `${number(across)} % da sinistra, ${number(down)} % dall’alto`,
    begun: (across, down) => `Iniziato a ${number(across)} % da sinistra, ${number(down)} % dall’alto`,
    point: (across, down) => `Punto a ${number(across)} % da sinistra, ${number(down)} % dall’alto`,
    drawn: (across, down) => `Disegnato fino a ${number(across)} % da sinistra, ${number(down)} % dall’alto`,
    dropped: () => 'Non disegnato',
  },
  colour: 'Colore',
  undo: 'Annulla',
  drawingFull: 'Il disegno è pieno: non ci sta altro.',

  saidFrom: (from) => `Da ${from}`,
  saidFromTo: (from, to) => `Da ${from} a ${to}`,
  saidNoNotes: 'Non ci sono note a cui andare.',
  saidNoFurther: 'Non ci sono altre note.',
  saidNote: (at, of, by, text) => `Nota ${number(at)} di ${number(of)}, di ${by}: ${text}`,
  saidNew: (by, text) => `${by} ha scritto: ${text}`,
  saidMany: (count) => plural(count, { one: '1 nuova nota', other: `${number(count)} nuove note` }),
  aDrawing: 'un disegno',

  fullElsewhere:
    'Questa revisione è piena: le pagine degli altri non hanno spazio per ciò che scrivi. Resta in questo browser. Possono fare spazio nascondendo le note di qualcuno, oppure cominci una revisione privata.',
  fullHere:
    'Questa revisione è piena: una parte di ciò che è stato scritto qui non viene mostrata. Nascondi le note di qualcuno per fare spazio.',
  answeredYou: (name) => `${name} ti ha risposto`,
  newAnswers: (count) => plural(count, { one: '1 nuova risposta', other: `${number(count)} nuove risposte` }),
  showAnswer: 'Mostra la risposta',
  fresh: 'nuova',
  hiddenHere: 'Nascosti su questa pagina',
  /** `name` stands out. */
  isHidden: (name) => `Hai nascosto ${name} su questa pagina`,
  show: 'Mostra',
  showNotesOf: (name) => `Mostra le note di ${name}`,
  andOthers: (count) => plural(count, { one: 'e 1 altro', other: `e altri ${number(count)}` }),

  review: 'Revisione',
  withEverybody: 'Con tutti',
  privateCode: (code) => `Privata ${code}`,
  inPrivate: (code) => `Questa è la revisione privata ${code}.`,
  linkToWrite: 'Link della revisione privata: chi ce l’ha legge e scrive',
  copyLinkToWrite: 'Copia link revisione',
  readOnly: 'Hai aperto il link di sola lettura: vedi ciò che si scrive, ma non scrivi nulla.',
  linkToRead: 'Link della revisione in sola lettura',
  copyLinkToRead: 'Copia link di lettura',
  leaveWhy:
    'Questo browser dimentica il segreto. Senza uno dei link qui sopra nessuno torna, nemmeno tu; per chi ne ha uno non cambia nulla.',
  leaveForget:
    'Elimina anche le sue note da questo browser, comprese le mie. Ciò che nessun altro ha va perso.',
  leavePrivate: 'Lascia la revisione privata',
  stay: 'Resta',
  leave: 'Lascia…',
  beginAnother: 'Cominciane un’altra',
  aboutPrivate:
    'Una revisione privata è per quelli a cui invii il suo link: solo loro possono leggere ciò che vi si scrive.',
  beginPrivate: 'Comincia una revisione privata',
  goToOther: 'Passare a un’altra revisione privata?',
  youAreIn: (shown, count, asked) =>
    `Sei nella revisione privata ${shown}, con ${notesOf(count)}. Il link che hai aperto porta a un’altra, ${asked}.`,
  youKeepBoth: (shown, asked) =>
    `Le tieni entrambe, fianco a fianco. In ${asked} chi ha quel link legge ciò che scrivi; in ${shown} non cambia nulla.`,
  goTo: (code) => `Vai a ${code}`,
  stayIn: (code) => `Resta in ${code}`,

  exchangeHeading: 'Esporta o importa note',
  asAFile: 'Come file',
  formats: {
    markdown: {
      name: 'Markdown',
      holds: 'Un elenco da leggere, con caselle da spuntare. Contiene tutto, anche i disegni.',
    },
    csv: { name: 'Tabella (CSV)', holds: 'Per i fogli di calcolo. Contiene tutto, anche i disegni.' },
    webvtt: {
      name: 'Sottotitoli (WebVTT)',
      holds:
        'Le note mostrate sul film in qualsiasi lettore. Solo quelle con un tempo; i disegni tornano, ma i lettori non li mostrano.',
    },
    edl: {
      name: 'Marcatori (EDL)',
      holds:
        'Per DaVinci Resolve e altri. Solo le note con un tempo, precise al fotogramma come indicato sotto; senza disegni.',
    },
    fcpxml: {
      name: 'Final Cut (FCPXML)',
      holds:
        'Marcatori da fare per Final Cut Pro. Solo note con un tempo, al fotogramma come indicato sotto; senza disegni.',
    },
    premiere: { name: 'Premiere (XML)', holds: 'Marcatori per Premiere. Lo stesso.' },
  },
  framesASecond: 'Fotogrammi al secondo',
  fromHour: 'dall’ora',
  saveNotes: (count) => `Salva ${notesOf(count)}`,
  reading: 'Lettura…',
  import: 'Importa da un file',
  importLabel: 'Importa note da un file',
  imported: (added, answers) => `Aggiunto: ${notesOf(added)} e ${answersOf(answers)}.`,
  importedKnown: (count) =>
    plural(count, { one: '1 era già qui.', other: `${number(count)} erano già qui.` }),
  importedAstray: (count) =>
    plural(count, {
      one: '1 riguarda un file che questa condivisione non ha: ora riguarda tutto.',
      other: `${number(count)} riguardano file che questa condivisione non ha: ora riguardano tutto.`,
    }),
  importedSkipped: (count) =>
    plural(count, {
      one: 'Impossibile leggere 1 voce.',
      other: `Impossibile leggere ${number(count)} voci.`,
    }),
}
