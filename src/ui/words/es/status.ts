import type { ShareWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const people = (count: number) => plural(count, { one: '1 persona', other: `${number(count)} personas` })

export const status: ShareWords['status'] = {
  hashing: 'Preparando tus archivos.',
  hashingDetail: 'El enlace aparece en cuanto termine.',
  asleep: 'Dormido: esta página necesita otra vez sus archivos.',
  asleepUnfinished: 'No estaban listos cuando se cerró la página.',
  asleepOneClick: 'El enlace sigue siendo el mismo.',
  asleepChoose: 'Elige los mismos y el enlace volverá a funcionar.',
  leftOut: (names, count) =>
    plural(count, {
      one: `${names} se queda fuera: el navegador no lo ha podido leer.`,
      other: `${names} se quedan fuera: el navegador no los ha podido leer.`,
    }),

  nobodyHere: 'Ahora mismo no hay nadie en línea que lo tenga.',
  startsByItself: 'Empieza cuando quien lo envió vuelva a abrir la página. Pídeselo.',
  othersWait: (count) =>
    plural(count, {
      one: 'Conectado a 1 persona, que también lo espera.',
      other: `Conectado a ${number(count)} personas, que también lo esperan.`,
    }),
  startsWithOwner: 'Empieza solo en cuanto se conecte alguien que lo tenga.',
  onlyPeopleKnow: 'Solo otras personas pueden decir qué es esto.',
  youChoseNobody: 'Permítelo en «Límites» y esto sigue.',
  asking: 'Preguntando qué es esto.',
  lookingForIt: 'Buscando a quien lo tenga.',
  linkSays: 'Según el enlace.',
  linkSaysSize: (size) => `${size}, según el enlace.`,

  soFar: (percent) => `Ya está aquí, y guardado, el ${percent}.`,
  goesOn: 'Sigue solo en cuanto alguien lo abra.',
  nobodyHasRest: (count) => `Conectado a ${people(count)}, pero nadie tiene lo que falta aquí.`,
  waitsForTurn: (count) => `Conectado a ${people(count)}, a la espera de turno.`,
  waitsForTurnDetail: 'Suele tardar menos de un minuto.',
  downloadingFromPeople: (count) => `Descargando de ${people(count)}.`,
  downloadingFromSite: (site) => `Descargando de ${site}.`,
  downloadingFromBoth: (count, site) => `Descargando de ${people(count)} y ${site}.`,
  aboutToStart: 'A punto de empezar.',

  allHere: 'Ya está todo aquí.',
  channel: 'Es un canal en directo.',
  channelDetail: 'Se ve mientras se emite. No se guarda nada.',
  connectedGoOn: 'Quienes ya están conectados siguen.',
  sentEnough: 'Ha enviado todo lo que permite su límite y no envía más.',
  heldInMemory: 'Solo está en memoria: guárdalo antes.',
  othersHave: (count) =>
    plural(count, {
      one: 'Otra persona lo tiene.',
      other: `Otras ${number(count)} personas lo tienen.`,
    }),
  othersHaveAndFetch: (have, fetching) => {
    const havers = plural(have, {
      one: 'Otra persona lo tiene',
      other: `Otras ${number(have)} personas lo tienen`,
    })
    return plural(fetching, {
      one: `${havers}, 1 lo está descargando.`,
      other: `${havers}, ${number(fetching)} lo están descargando.`,
    })
  },
  mayClose: 'Puedes cerrar esta página. Mientras siga abierta, ayuda a los demás.',
  downloadingIt: (count) =>
    plural(count, {
      one: '1 persona lo está descargando.',
      other: `${number(count)} personas lo están descargando.`,
    }),
  mayCloseOnceDone: (count) =>
    plural(count, {
      one: 'Podrás cerrar esta página cuando termine.',
      other: 'Podrás cerrar esta página cuando termine una de ellas.',
    }),
  lookingAtIt: (count) =>
    plural(count, {
      one: '1 persona lo está mirando.',
      other: `${number(count)} personas lo están mirando.`,
    }),
  onlyYou: 'Deja esta página abierta: solo tú lo tienes.',
  sendTheLink: 'Envía el enlace.',

  paused: 'En pausa.',
  pausedAt: (percent) => `En pausa al ${percent}.`,
  wentWrong: 'Algo ha salido mal.',

  connecting: 'Conectando.',
  cannotLook: 'Este sitio no responde.',
  cannotLookNow: 'Reintentando ahora. ¿Tienes conexión?',
  cannotLookFor: (seconds) =>
    plural(seconds, {
      one: 'Nuevo intento en 1 segundo. ¿Tienes conexión?',
      other: `Nuevo intento en ${number(seconds)} segundos. ¿Tienes conexión?`,
    }),
  relayUsedUp: 'El relé de este sitio ya no transmite nada más para ti hoy.',
  relayUsedUpDetail: 'Sigue mañana, o en cuanto haya un camino directo: otra red suele tenerlo.',
  refused: 'Este envío ha sido rechazado.',
  refusedWhy: (reason) =>
    `El servidor que pone en contacto a las personas dice: «${reason}». Pregunta a quien lleva este sitio.`,
  membersOnly: 'Este sitio es solo para miembros.',
  membersOnlyDetail: 'Pide un enlace de invitación y ábrelo aquí.',
  siteSendsNothing: 'El servidor web no lo envía en este momento.',
  peopleOnceThere: (count) => `Se conecta con otras personas cuando haya ${number(count)}.`,
  connectingTo: (count) => `Conectando con ${people(count)}.`,
  noConnection: (count) =>
    plural(count, {
      one: 'Hay 1 persona, pero esta página no consigue llegar a ella.',
      other: `Hay ${number(count)} personas, pero esta página no consigue llegar a ellas.`,
    }),
  looking: 'Buscando a otras personas.',
  wayOut: {
    'no-addresses':
      'Una extensión o una directiva ha desactivado WebRTC. Permítelo para este sitio o usa otro navegador.',
    'no-udp':
      'Un cortafuegos o una VPN bloquea la conexión (UDP). Desactiva la VPN o prueba otra red, como la del móvil.',
    'no-relay':
      'No hay camino directo y el relé de este sitio no responde. Otra red suele ayudar, en cualquiera de los dos lados.',
    relay: 'Tu conexión está bien. Quizá se acaban de ir, o su red no deja pasar nada. Se sigue intentando.',
    open: 'Tu conexión está bien, pero hay un cortafuegos, una VPN o una red estricta en medio, y este sitio no tiene relé. Otra red ayuda, en cualquiera de los dos lados. Se sigue intentando.',
    unknown:
      'Quizá estorba un cortafuegos o una VPN. Otra red suele ayudar, en cualquiera de los dos lados. Se sigue intentando.',
  },

  haveIt: (count) =>
    plural(count, { one: '1 persona lo tiene.', other: `${number(count)} personas lo tienen.` }),
  siteHasIt: (site) => `${site} lo tiene.`,
  haveParts: (count) =>
    plural(count, {
      one: '1 persona tiene partes.',
      other: `${number(count)} personas tienen partes.`,
    }),
  tooLittleMemory: (most) =>
    `Demasiado grande para una ventana privada, donde caben ${most} como mucho. Abre el enlace en una normal.`,
  inMemory: (most) =>
    `Este navegador guarda las descargas en memoria hasta que se cierra la página, ${most} como mucho. Guarda lo que quieras conservar.`,
}
