import type { ShareWords } from '../areas.ts'
import { number, plural } from './speech.ts'

export const files: ShareWords['files'] = {
  linkToSome: 'Enlace a algunos',
  chooseAll: 'Elegir todos',
  chooseNone: 'Ninguno',
  find: 'Buscar un archivo por nombre',
  sort: 'Ordenar los archivos',
  found: (found, count, size) =>
    `${number(found)} de ${plural(count, { one: '1 archivo', other: `${number(count)} archivos` })}, ${size}`,
  fetchNamed: (name) => `Traer ${name}`,
  linkToNamed: (name) => `Enlace a ${name}`,
  tickThem: 'Marca los archivos a los que lleva el enlace. Quien lo abra podrá descargar también los demás.',
  linkToFiles: (count) =>
    plural(count, { one: 'Enlace a 1 archivo', other: `Enlace a ${number(count)} archivos` }),
  copyThisLink: 'Copiar este enlace',

  play: 'Reproducir',
  playNamed: (name) => `Reproducir ${name}`,
  preview: 'Vista previa',
  previewNamed: (name) => `Vista previa de ${name}`,
  closeNamed: (name) => `Cerrar ${name}`,
  showLarge: (name) => `Mostrar ${name} en grande`,
  actionsFor: (name) => `Acciones para ${name}`,
  opening: 'Abriendo…',
  inside: (name) => `Qué hay en ${name}`,
  copyText: 'Copiar texto',
  onlyBeginning: 'Este es el principio; guarda el archivo para verlo entero.',
  cannotBeShown: (why) => `No se puede mostrar. ${why}`,
  noPicture: 'No se puede mostrar: el navegador no conoce este tipo de imagen.',
  pictures: 'Imágenes',
  pictureBefore: 'Imagen anterior',
  nextPicture: 'Imagen siguiente',
  placeOf: (place, count) => `${number(place)} de ${number(count)}`,
  pageOf: (name, page) => `${name}, página ${number(page)}`,
  frameMemory: (most) =>
    `Este marco no guarda nada: la película está en memoria mientras se reproduce, ${most} como mucho.`,
  frameTooSmall: (most) =>
    `Demasiado grande para este marco, que admite ${most} como mucho. Ábrela en el propio sitio.`,
  page: 'Página',
  pageBefore: 'Página anterior',
  nextPage: 'Página siguiente',

  player: (name) => `Reproductor de ${name}`,
  filmAndControls: 'Película y controles',
  startingPlayer: 'Iniciando el reproductor…',
  closePlayer: 'Cerrar reproductor',
  previous: 'Anterior',
  next: 'Siguiente',
  soundLanguage: 'Idioma del sonido',
  cannotPlay: (name) =>
    `Este navegador no puede reproducir «${name}». Guárdalo y reprodúcelo con otro programa.`,
  /** `pause` is a button: “pause the download”. */
  cannotPlayYet: (name, pause) =>
    `Este navegador no puede reproducir «${name}». Descárgalo y reprodúcelo con otro programa, o ${pause}.`,
  pauseDownload: 'pausa la descarga',
  onlySound: (name) =>
    `Este navegador solo reproduce el sonido de «${name}». Guárdalo y reprodúcelo con otro programa.`,
  chapters: 'Capítulos',
  codedAs: (codec: string) => `Está codificado en ${codec}, que este navegador no conoce.`,
  silent: (codec: string) => `El sonido está codificado en ${codec}, que este navegador no puede reproducir.`,
  lost: (name) => `No se ha podido seguir leyendo «${name}». Cierra el reproductor y reprodúcelo otra vez.`,
  waitingForNext: 'Esperando lo que sigue…',

  saveAll: 'Guardar todo',
  saveHere: 'Guardar lo recibido',
  saveZip: 'Guardar como ZIP',
  writingFile: (place, count) => `Escribiendo el archivo ${number(place)} de ${number(count)}…`,
  writingZip: 'Escribiendo el ZIP…',
  zipProgress: 'Progreso del ZIP',
  stop: 'Parar',
}
