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
    plural(count, { one: `1 archivo, ${size}`, other: `${number(count)} archivos, ${size}` }),

  sealed: 'Sellado: solo quien tenga el enlace completo puede leerlo.',
  asksPassword: 'Este envío tiene contraseña. Pregúntala a quien envió el enlace.',
  password: 'Contraseña',
  openIt: 'Abrir',
  endsOn: (moment) => `Termina el ${moment}.`,
  sealAnew: 'Será otro envío, con otro enlace.',
  endedMine:
    'El plazo que pusiste ya pasó. Tus archivos se quedan donde están: compártelos de nuevo para tener otro enlace.',
  toStart: 'Ir al inicio',
  name: 'Nombre',
  youSendToo: 'Mientras esta página esté abierta, los demás también lo reciben de ti.',
  doneSaved: 'Listo. Guardado.',
  doneHere: 'Listo. Ya está todo aquí.',
  received: (percent, size) => `${percent} de ${size}`,
  timeLeft: (time) => `listo en ${time}`,
  percentDone: (tens) => `${number(tens)} por ciento`,

  download: 'Descargar',
  resume: 'Reanudar',
  pause: 'Pausar',
  openFiles: 'Abrir sus archivos',
  remove: 'Quitar',
  save: 'Guardar',
  chooseAgain: {
    file: 'Elegir el archivo otra vez',
    files: 'Elegir los archivos otra vez',
    folder: 'Elegir la carpeta otra vez',
  },
  keepCopy: 'Guardar una copia en este navegador',
  keepingCopy: (percent) => `Guardando una copia: ${percent}`,
  copyKept: 'Hay una copia en este navegador',
  whyACopy: 'Así, al recargar no te pide nada y el enlace vuelve a funcionar enseguida.',
  tellMe: {
    here: 'Avísame cuando haya alguien',
    done: 'Avísame cuando termine',
    theirs: 'Avísame cuando lo reciban',
  },
  mayNotTell: 'Las notificaciones están bloqueadas. Permítelas para este sitio e inténtalo otra vez.',
  told: {
    ownerHere: 'Ha llegado alguien que lo tiene.',
    linkReady: 'Su enlace está listo.',
    opened: 'Alguien lo ha abierto.',
    sent: 'Alguien ya lo tiene todo.',
  },

  removeNamed: (name) => `¿Quitar «${name}»?`,
  removeMany: (count) =>
    plural(count, { one: '¿Quitar 1 envío?', other: `¿Quitar ${number(count)} envíos?` }),
  removeMine: 'Su enlace dejará de funcionar desde aquí. Tus archivos se quedan donde están.',
  removeManyMine: 'Sus enlaces dejarán de funcionar desde aquí. Tus archivos se quedan donde están.',
  removeTheirs: 'Borra la copia de este navegador. Lo que guardaste se queda.',
  notRemoved: (name, why) => `No se ha podido quitar «${name}». ${why}`,
  removed: (name) => `«${name}» quitado.`,
  removedMany: (count) =>
    plural(count, { one: '1 envío quitado.', other: `${number(count)} envíos quitados.` }),
  undo: 'Deshacer',

  shareLink: 'Enlace del envío',
  copyLink: 'Copiar enlace',
  copyTheLink: 'Copiar el enlace',
  copyLinkTo: (name) => `Copiar el enlace a ${name}`,
  mayNotCopyLink:
    'El navegador no deja que esta página copie. El enlace está más abajo, en «Enlace y archivos».',
  qrCode: 'Código QR',
  qrCodeOfLink: 'Código QR del enlace',
  sendOn: 'Enviar…',

  people: 'Personas',
  somebody: 'Alguien',
  unknownProgram: 'programa desconocido',
  hasIt: 'lo tiene',
  looks: 'mirando',
  percentAndLeft: (percent, time) => `${percent}, listo en ${time}`,
  andMore: (count) => `y ${number(count)} más`,
  whatOthersCallYou: 'Cómo te llaman los demás',
  aNameIfYouLike: 'Un nombre, si quieres',
  youAnd: (count) => plural(count, { one: 'Tú y 1 persona.', other: `Tú y ${number(count)} personas.` }),
  youAndBusiest: (count, most) => `Tú y ${number(count)} personas; aquí ves las ${number(most)} más activas.`,
  receivedAndSent: (received, sent) =>
    `Recibidos ${received}, enviados ${sent} desde que se abrió esta página.`,
  youReceive: (rate) => `Recibiendo ${rate}`,
  youSend: (rate) => `Enviando ${rate}`,
  rateAtMost: (rate) => `${rate} como máximo`,
  aMinuteAgo: 'hace un minuto',
  now: 'ahora',
  sends: (rate) => `envía ${rate}`,
  fromPeopleAndSite: (people, site, host, sent) =>
    `${people} llegaron de otras personas, ${site} de ${host}; ${sent} salieron hacia otras.`,
  siteNotAsked: (host, why) => `Ahora mismo no se pide nada a ${host}. ${why}`,

  partsHere: (count) =>
    plural(count, {
      one: 'La única parte está aquí.',
      other: `Las ${number(count)} partes están aquí.`,
    }),
  partsOf: (here, count) => `Partes aquí: ${number(here)} de ${number(count)}.`,
  partsOfAndComing: (here, count, coming) =>
    `Partes aquí: ${number(here)} de ${number(count)}, y ${number(coming)} en camino.`,

  addressSeen: 'Quienes tienen este enlace abierto pueden ver tu dirección IP.',
  downloadAsks: (count, trackers) =>
    plural(count, {
      one: `«Descargar» también pregunta a ${trackers} quién lo tiene; ese tracker conocerá tu dirección.`,
      other: `«Descargar» también pregunta a ${trackers} quién lo tiene; esos trackers conocerán tu dirección.`,
    }),
  linkNames: (count, trackers) =>
    plural(count, {
      one: `El enlace también nombra a ${trackers}. Puede que conozca a más personas que lo tienen, pero conocería tu dirección y lo que buscas.`,
      other: `El enlace también nombra a ${trackers}. Puede que conozcan a más personas que lo tienen, pero conocerían tu dirección y lo que buscas.`,
    }),
  alwaysConnect: 'Conectar siempre',
  copyNear: (hosts) =>
    `El enlace dice que hay una copia en ${hosts}. Eso está en tu propia red o en este equipo; úsala solo si te resulta conocida.`,
  useThisCopy: 'Usar esta copia',

  otherShares: 'Otros envíos',
  select: 'Seleccionar',
  selectNamed: (name) => `Seleccionar ${name}`,
  selected: (count) =>
    plural(count, { one: '1 envío seleccionado', other: `${number(count)} envíos seleccionados` }),
  withSelected: 'Qué hacer con los seleccionados',
  all: 'Todos',
  none: 'Ninguno',
  findShare: 'Buscar un envío',
  sortShares: 'Ordenar los envíos',
  newestFirst: 'Más nuevos primero',
  byName: 'Por nombre',
  largestFirst: 'Más grandes primero',
  noneNamed: (words) => `Ninguno tiene «${words}» en el nombre.`,
  notShown: (why) => `No se puede mostrar este envío. ${why}`,
  removeIt: 'Quitarlo',
  linkAndFiles: 'Enlace y archivos',
  link: 'Enlace',

  somebodyShares: 'Alguien comparte algo contigo.',
  ofItFiles: (count) =>
    plural(count, { one: '1 de sus archivos', other: `${number(count)} de sus archivos` }),
  nobodyContacted:
    'Aún no estás conectado. Cuando lo estés, este sitio y quienes tengan el enlace abierto podrán ver tu dirección IP.',
  connect: 'Conectar',
  toWatch: 'Para ver',
  lookingWhatThereIs: 'Mirando qué hay…',
  nothingPublished: 'Aquí todavía no se ha publicado nada.',
  live: 'En directo',
  watch: (name) => `Ver ${name}`,
  moreToCome: (count) =>
    plural(count, {
      one: '1 archivo más llegará cuando el servidor lo haya leído.',
      other: `${number(count)} archivos más llegarán cuando el servidor los haya leído.`,
    }),

  sealTerms: 'Contraseña y final',
  sealPassword: 'Contraseña, además del enlace',
  sealPasswordHint: 'Dísela por otro medio que el enlace. Nadie podrá averiguarla por ti.',
  sealEnds: 'Termina',
  sealEndsHint:
    'Después ya no se comparte. Las páginas honestas borran su copia; a las demás nadie puede obligarlas.',
  endsNever: 'nunca',
  endsInHour: 'en una hora',
  endsInDay: 'en un día',
  endsInWeek: 'en una semana',
  endsInMonth: 'en 30 días',
  sealWith: 'Sellar así',
  kept: (used, free) => `${used} guardados en este navegador, ${free} libres.`,
  mayBeCleared: 'El navegador puede borrarlos cuando el disco se llene.',
  leftovers: (size) => `De eso, ${size} son de envíos que ya no están en la lista.`,
  deleteLeftovers: 'Borrarlos',
}
