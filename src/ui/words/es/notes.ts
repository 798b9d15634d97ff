import type { NotesWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const notesOf = (count: number) => plural(count, { one: '1 nota', other: `${number(count)} notas` })
const answersOf = (count: number) =>
  plural(count, { one: '1 respuesta', other: `${number(count)} respuestas` })

export const notes: NotesWords = {
  heading: 'Notas',
  private: 'privadas',
  privateReadOnly: 'privadas, solo lectura',
  countOpen: (count, open) =>
    plural(open, {
      one: `${number(count)}, 1 abierta`,
      other: `${number(count)}, ${number(open)} abiertas`,
    }),
  shownOpen: (shown, count, open) =>
    plural(open, {
      one: `${number(shown)} de ${number(count)}, 1 abierta`,
      other: `${number(shown)} de ${number(count)}, ${number(open)} abiertas`,
    }),
  noteBefore: 'Nota anterior',
  noteBeforeKey: 'Nota anterior (p)',
  nextNote: 'Nota siguiente',
  nextNoteKey: 'Nota siguiente (n)',
  exchange: 'Exportar o importar',
  moreBefore: (count) => `Mostrar más de las ${number(count)} anteriores`,
  moreNotes: (count) => `Mostrar más de ${notesOf(count)}`,
  noneLikeThat: 'No hay ninguna nota así.',
  nothingSaid:
    'Todavía nadie ha dicho nada. Lo que se escribe aquí lo ven todos los que tienen este envío, también más tarde.',
  nothingSaidPrivate:
    'Todavía nadie ha dicho nada. Lo que se escribe aquí lo ven todos los que tienen el enlace privado, también más tarde.',

  newNote: 'Nota nueva',
  sayWhatYouSee: 'Di algo sobre lo que ves',
  saySomething: 'Di algo sobre esto',
  drawing: 'Dibujo',
  draw: 'Dibujar',
  add: 'Añadir nota',
  addWithStrokes: (count) =>
    plural(count, {
      one: 'Añadir nota con 1 trazo',
      other: `Añadir nota con ${number(count)} trazos`,
    }),
  about: 'Sobre',
  thisMoment: 'Este momento',
  thisPicture: 'Esta imagen',
  thisPage: 'Esta página',
  fileAsAWhole: 'El archivo entero',
  everything: 'Todo',
  atThisTime: 'En este instante',
  until: 'Hasta',
  end: 'fin',
  start: 'Inicio',
  startHere: 'Inicio aquí',
  spanBegins: 'Un tramo empieza aquí (i)',
  stop: 'Fin',
  stopHere: 'Fin aquí',
  spanEnds: 'Un tramo termina aquí (o)',
  page: 'Página',
  pageNumber: (page) => `Página ${number(page)}`,
  problems: {
    'time-unclear': 'Escribe los tiempos como minutos y segundos, por ejemplo 1:05.',
    'span-without-beginning': 'Un tramo necesita un inicio y un fin.',
    'span-backwards': 'Un tramo termina después de su inicio.',
    'page-unclear': 'Escribe la página como número.',
  },
  yourName: 'Tu nombre',
  yourColour: (colour) => `Tu color: ${colour}. Cambiar`,
  inks: ['Rojo', 'Ámbar', 'Verde', 'Turquesa', 'Azul', 'Violeta', 'Rosa', 'Blanco'],

  yourNote: 'Tu nota',
  asAWhole: 'en conjunto',
  drawingOf: 'dibujo',
  showDrawing: 'Mostrar el dibujo',
  broughtBy: (name) => `traída por ${name}`,
  edited: 'editada',
  resolved: 'resuelta',
  showAll: 'Mostrarla entera',
  strokesOnly: (count) =>
    plural(count, { one: '1 trazo, sin palabras', other: `${number(count)} trazos, sin palabras` }),
  save: 'Guardar',
  deleteForAll: 'Borrar para todos',
  keepIt: 'Conservar',
  edit: 'Editar',
  delete: 'Borrar',
  hide: 'Ocultar',
  hideAllOf: (name) => `Ocultar todas las notas de ${name}`,
  hideWhat: (name) => `Oculta en esta página todo lo que ha escrito ${name}`,
  answer: 'Responder',
  yourAnswer: 'Tu respuesta',
  send: 'Enviar',
  resolve: 'Resolver',
  loop: 'En bucle',
  copyLink: 'Copiar enlace a la nota',
  openAgain: 'Reabrir',
  answersBefore: (count) => `Mostrar más de ${answersOf(count)} antes`,
  answersAfter: (count) => `Mostrar más de ${answersOf(count)} después`,
  full: 'Esta conversación está llena.',
  fullLeftOut: (count) =>
    plural(count, {
      one: 'Esta conversación está llena: no se muestra 1 respuesta de quienes más responden.',
      other: `Esta conversación está llena: no se muestran ${number(count)} respuestas de quienes más responden.`,
    }),

  search: 'Buscar',
  searchNotes: 'Buscar en las notas',
  state: 'Estado',
  allNotes: 'Todas las notas',
  open: 'Abiertas',
  resolvedOnes: 'Resueltas',
  author: 'Autor',
  everybody: 'Todos',
  withDrawing: 'Con dibujo',

  whoIsHere: 'Quién está',
  isHere: 'está aquí',
  looksAtIt: 'lo está mirando',
  looksAt: (name) => `mira ${name}`,
  watchesAt: (time) => `lo ve en ${time}`,
  watchesAtIn: (time, name) => `lo ve en ${time} de ${name}`,
  isAt: (time) => `está en ${time}`,
  isAtIn: (time, name) => `está en ${time} de ${name}`,
  watchAlong: 'Ver juntos',
  watchAlongWith: (name) => `Ver junto a ${name}`,
  stopWatching: 'Parar',
  stopWatchingWith: (name) => `Dejar de ver junto a ${name}`,
  andMore: (count) => `y ${number(count)} más`,

  compare: 'Comparar',
  twoVersions: 'Dos versiones',
  secondVersion: 'Segunda versión',
  noOtherFilm: 'No hay otra película en esta página',
  layout: 'Cómo se ven las dos',
  layouts: { beside: 'Lado a lado', wipe: 'Cortinilla', switch: 'Una cada vez' },
  wipeLine: 'Dónde acaba la primera versión',
  soundOf: 'Sonido',
  notesOn: 'Notas nuevas sobre',
  offsetSeconds: 'Desfase en segundos',
  offsetFrames: 'Desfase en fotogramas',
  version: (which) => `Versión ${number(which)}`,
  versionNamed: (which, name) => `Versión ${number(which)}: ${name}`,
  stopComparing: 'Dejar de comparar',
  secondFailed: 'Este navegador no puede reproducir la segunda versión.',
  drawings: 'Dibujos',
  drawingBy: (name) => `Un dibujo de ${name}`,
  yourDrawing: 'Tu dibujo',
  whatToDraw: 'Qué dibujar',
  tools: { pen: 'Lápiz', arrow: 'Flecha', box: 'Cuadro' },
  drawHere: 'Zona de dibujo',
  drawByKeys:
    'Las flechas mueven el lápiz, con Mayús un poco. Espacio pone un punto, Intro termina una línea, Escape la descarta.',
  penDid: {
    moved: (across, down) => `${number(across)} % desde la izquierda, ${number(down)} % desde arriba`,
    begun: (across, down) =>
      `Empezado en ${number(across)} % desde la izquierda, ${number(down)} % desde arriba`,
    point: (across, down) =>
      `Punto en ${number(across)} % desde la izquierda, ${number(down)} % desde arriba`,
    drawn: (across, down) =>
      `Dibujado hasta ${number(across)} % desde la izquierda, ${number(down)} % desde arriba`,
    dropped: () => 'No dibujado',
  },
  colour: 'Color',
  undo: 'Deshacer',
  drawingFull: 'El dibujo está lleno: no cabe nada más.',

  saidFrom: (from) => `Desde ${from}`,
  saidFromTo: (from, to) => `De ${from} a ${to}`,
  saidNoNotes: 'No hay notas a las que ir.',
  saidNoFurther: 'No hay más notas.',
  saidNote: (at, of, by, text) => `Nota ${number(at)} de ${number(of)}, de ${by}: ${text}`,
  saidNew: (by, text) => `${by} ha escrito: ${text}`,
  saidMany: (count) => plural(count, { one: '1 nota nueva', other: `${number(count)} notas nuevas` }),
  aDrawing: 'un dibujo',

  fullElsewhere:
    'Esta revisión está llena: en las páginas de los demás no cabe lo que escribes. Se queda en este navegador. Pueden hacer sitio ocultando las notas de alguien, o puedes empezar una revisión privada.',
  fullHere:
    'Esta revisión está llena: parte de lo que se ha escrito no se muestra aquí. Oculta las notas de alguien para hacer sitio.',
  answeredYou: (name) => `${name} te ha respondido`,
  newAnswers: (count) =>
    plural(count, { one: '1 respuesta nueva', other: `${number(count)} respuestas nuevas` }),
  showAnswer: 'Mostrar la respuesta',
  fresh: 'nueva',
  hiddenHere: 'Oculto en esta página',
  /** `name` stands out. */
  isHidden: (name) => `Has ocultado a ${name} en esta página`,
  show: 'Mostrar',
  showNotesOf: (name) => `Mostrar las notas de ${name}`,
  andOthers: (count) => plural(count, { one: 'y 1 más', other: `y ${number(count)} más` }),

  review: 'Revisión',
  withEverybody: 'Con todos',
  privateCode: (code) => `Privada ${code}`,
  inPrivate: (code) => `Esta es la revisión privada ${code}.`,
  linkToWrite: 'Enlace de la revisión privada: quien lo tenga lee y escribe',
  copyLinkToWrite: 'Copiar enlace de revisión',
  readOnly: 'Has abierto el enlace de solo lectura: ves lo que se escribe, pero tú no escribes nada.',
  linkToRead: 'Enlace de revisión de solo lectura',
  copyLinkToRead: 'Copiar enlace de lectura',
  leaveWhy:
    'Este navegador olvida el secreto. Sin uno de los enlaces de arriba nadie vuelve, tú tampoco; para quienes tienen uno no cambia nada.',
  leaveForget:
    'Borrar también sus notas de este navegador, incluidas las mías. Lo que nadie más tenga se pierde.',
  leavePrivate: 'Salir de la revisión privada',
  stay: 'Quedarse',
  leave: 'Salir…',
  beginAnother: 'Empezar otra',
  aboutPrivate:
    'Una revisión privada es para quienes reciben de ti su propio enlace: solo ellos pueden leer lo que se escribe.',
  beginPrivate: 'Empezar revisión privada',
  goToOther: '¿Ir a otra revisión privada?',
  youAreIn: (shown, count, asked) =>
    `Estás en la revisión privada ${shown}, con ${notesOf(count)}. El enlace que has abierto lleva a otra, ${asked}.`,
  youKeepBoth: (shown, asked) =>
    `Conservas las dos, una junto a otra. En ${asked}, quien tenga ese enlace lee lo que escribas; en ${shown} no cambia nada.`,
  goTo: (code) => `Ir a ${code}`,
  stayIn: (code) => `Quedarse en ${code}`,

  exchangeHeading: 'Exportar o importar notas',
  asAFile: 'Como archivo',
  formats: {
    markdown: {
      name: 'Markdown',
      holds: 'Una lista para leer, con casillas que marcar. Lo contiene todo, también los dibujos.',
    },
    csv: {
      name: 'Tabla (CSV)',
      holds: 'Para hojas de cálculo. Lo contiene todo, también los dibujos.',
    },
    webvtt: {
      name: 'Subtítulos (WebVTT)',
      holds:
        'Notas sobre la película en cualquier reproductor. Solo las que tienen un tiempo; los dibujos vuelven, pero los reproductores no los muestran.',
    },
    edl: {
      name: 'Marcadores (EDL)',
      holds:
        'Para DaVinci Resolve y otros. Solo notas con un tiempo, exactas al fotograma según se indica abajo; sin dibujos.',
    },
    fcpxml: {
      name: 'Final Cut (FCPXML)',
      holds:
        'Marcadores de tareas para Final Cut Pro. Solo notas con tiempo, al fotograma según lo indicado abajo; sin dibujos.',
    },
    premiere: { name: 'Premiere (XML)', holds: 'Marcadores para Premiere. Lo mismo.' },
  },
  framesASecond: 'Fotogramas por segundo',
  fromHour: 'desde la hora',
  saveNotes: (count) => `Guardar ${notesOf(count)}`,
  reading: 'Leyendo…',
  import: 'Importar de un archivo',
  importLabel: 'Importar notas de un archivo',
  imported: (added, answers) => `Añadido: ${notesOf(added)} y ${answersOf(answers)}.`,
  importedKnown: (count) =>
    plural(count, { one: '1 ya estaba aquí.', other: `${number(count)} ya estaban aquí.` }),
  importedAstray: (count) =>
    plural(count, {
      one: '1 es de un archivo que este envío no tiene: ahora se refiere a todo.',
      other: `${number(count)} son de archivos que este envío no tiene: ahora se refieren a todo.`,
    }),
  importedSkipped: (count) =>
    plural(count, {
      one: 'No se ha podido leer 1 entrada.',
      other: `No se han podido leer ${number(count)} entradas.`,
    }),
}
