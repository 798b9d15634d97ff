import type { ShareWords } from '../areas.ts'
import { number, plural } from './speech.ts'

export const files: ShareWords['files'] = {
  linkToSome: 'Link ad alcuni file',
  chooseAll: 'Scegli tutti',
  chooseNone: 'Nessuno',
  find: 'Cerca un file per nome',
  sort: 'Ordina i file',
  found: (found, count, size) => `${number(found)} su ${number(count)} file, ${size}`,
  fetchNamed: (name) => `Prendi ${name}`,
  linkToNamed: (name) => `Link a ${name}`,
  tickThem: 'Spunta i file a cui porta il link. Chi lo apre può comunque scaricare gli altri.',
  linkToFiles: (count) => plural(count, { one: 'Link a 1 file', other: `Link a ${number(count)} file` }),
  copyThisLink: 'Copia questo link',

  play: 'Riproduci',
  playNamed: (name) => `Riproduci ${name}`,
  preview: 'Anteprima',
  previewNamed: (name) => `Anteprima di ${name}`,
  closeNamed: (name) => `Chiudi ${name}`,
  showLarge: (name) => `Mostra ${name} in grande`,
  actionsFor: (name) => `Azioni per ${name}`,
  opening: 'Apertura…',
  inside: (name) => `Che cosa c’è in ${name}`,
  copyText: 'Copia testo',
  onlyBeginning: 'Questo è l’inizio; salva il file per vederlo tutto.',
  cannotBeShown: (why) => `Impossibile mostrarlo. ${why}`,
  noPicture: 'Impossibile mostrarla: il browser non conosce questo tipo di immagine.',
  pictures: 'Immagini',
  pictureBefore: 'Immagine precedente',
  nextPicture: 'Immagine successiva',
  placeOf: (place, count) => `${number(place)} di ${number(count)}`,
  pageOf: (name, page) => `${name}, pagina ${number(page)}`,
  frameMemory: (most) =>
    `Questo riquadro non conserva nulla: il film resta in memoria mentre viene riprodotto, al massimo ${most}.`,
  frameTooSmall: (most) =>
    `Troppo grande per questo riquadro, che contiene al massimo ${most}. Apri il film sul sito stesso.`,
  page: 'Pagina',
  pageBefore: 'Pagina precedente',
  nextPage: 'Pagina successiva',

  player: (name) => `Lettore di ${name}`,
  filmAndControls: 'Film e comandi',
  startingPlayer: 'Avvio del lettore…',
  closePlayer: 'Chiudi lettore',
  previous: 'Precedente',
  next: 'Successivo',
  soundLanguage: 'Lingua dell’audio',
  cannotPlay: (name) =>
    `Questo browser non può riprodurre «${name}». Salvalo e riproducilo con un altro programma.`,
  /** `pause` is a button: “pause the download”. */
  cannotPlayYet: (name, pause) =>
    `Questo browser non può riprodurre «${name}». Scaricalo e riproducilo con un altro programma, oppure ${pause}.`,
  pauseDownload: 'metti in pausa il download',
  onlySound: (name) =>
    `Questo browser riproduce solo l’audio di «${name}». Salvalo e riproducilo con un altro programma.`,
  chapters: 'Capitoli',
  codedAs: (codec: string) => `È codificato in ${codec}, che questo browser non conosce.`,
  silent: (codec: string) => `L’audio è codificato in ${codec}, che questo browser non può riprodurre.`,
  lost: (name) => `Non è stato possibile leggere oltre «${name}». Chiudi il lettore e riproducilo di nuovo.`,
  waitingForNext: 'In attesa di ciò che segue…',

  saveAll: 'Salva tutto',
  saveHere: 'Salva ciò che c’è',
  saveZip: 'Salva come ZIP',
  writingFile: (place, count) => `Scrittura del file ${number(place)} di ${number(count)}…`,
  writingZip: 'Scrittura dello ZIP…',
  zipProgress: 'Avanzamento dello ZIP',
  stop: 'Ferma',
}
