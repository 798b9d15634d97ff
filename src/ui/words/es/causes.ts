import type { DoctorWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const people = (count: number) => plural(count, { one: '1 persona', other: `${number(count)} personas` })

export const causes: DoctorWords['causes'] = {
  remedies: {
    resume: 'Reanudar',
    retry: 'Reintentar',
    connectToPeople: 'Conectar con otros',
    connectToAnybody: 'Conectar con todos',
    liftDay: 'Enviar sin límite diario',
  },
  moving: { sentence: 'Ahora mismo avanza.', help: 'Nada lo impide.' },
  paused: {
    sentence: 'Has puesto este envío en pausa.',
    help: 'No se envía ni se recibe nada hasta que lo reanudes.',
  },
  asleep: {
    sentence: 'Esta página necesita otra vez los archivos de este envío.',
    help: 'Tras recargar, un navegador olvida qué archivos se compartían. Abre o elige los mismos y el mismo enlace vuelve a funcionar.',
  },
  noRoom: {
    sentence: (missing, room) => `Hay muy poco espacio: faltan ${missing} y al navegador le quedan ${room}.`,
    help: 'Quita otros envíos o libera espacio en el disco; después esto sigue.',
  },
  offline: {
    sentence: 'Este dispositivo está sin conexión.',
    help: 'Conéctalo a una red y todo sigue solo.',
  },
  siteAway: {
    sentence: 'El sitio no responde.',
    help: 'Puede que esté caído o que tu red te impida llegar. Esta página sigue intentándolo, y quien está conectado lo sigue estando.',
  },
  siteError: {
    sentence: (status) => `El sitio responde con un error (${status}).`,
    help: 'Eso solo puede arreglarlo quien lo lleva. Esta página sigue intentándolo.',
  },
  socketBlocked: {
    sentence:
      'Tu red deja que cargue la página, pero bloquea la conexión con la que las personas se encuentran.',
    help: 'Lo hace un proxy o un antivirus que no conoce los WebSockets. Usa otra red o pide a quien lleva la tuya que los permita para este sitio.',
  },
  trackerSilent: {
    sentence: 'Este sitio está, pero no presenta a nadie.',
    help: 'Puede que esté sobrecargado o a punto de reiniciarse. Esta página sigue intentándolo; si no cambia, díselo a quien lleva el sitio.',
  },
  membersOnly: {
    sentence: 'Este sitio es para miembros, y este navegador no lo es.',
    help: 'Pide una invitación: su enlace te hace miembro.',
  },
  refused: {
    sentence: (reason) => `Este sitio rechazó este envío: «${reason}».`,
    help: 'Pregunta a quien lleva este sitio.',
  },
  noWebRtc: {
    sentence: 'WebRTC, con lo que los navegadores se conectan entre sí, está desactivado en este.',
    help: 'Permítelo en este sitio o usa otro navegador.',
  },
  noAddresses: {
    sentence:
      'Este navegador no le dice a la página ninguna de sus direcciones, así que nadie puede conectarse a él.',
    help: 'Lo hace una extensión o una directiva de WebRTC. Permítelo en este sitio o usa otro navegador.',
  },
  noUdp: {
    sentence: 'Tu red bloquea lo que conecta a las personas (UDP).',
    help: 'Un cortafuegos o una VPN se interpone. Desactiva la VPN o usa otra red, como la de un móvil.',
  },
  stunSilent: {
    sentence: 'Nada responde por UDP: o tu red lo bloquea, o el servidor STUN de este sitio no funciona.',
    help: 'Prueba otra red, como la de un móvil. Si ocurre lo mismo, díselo a quien lleva este sitio.',
  },
  peopleOff: {
    sentence: 'Elegiste no conectarte con otras personas.',
    help: 'Lo que falta solo puede venir de ellas.',
  },
  tooFew: {
    sentence: (wanted) => `Solo te conectas con otras personas cuando haya ${number(wanted)}.`,
    help: 'Está puesto así en «Límites», o lo ha decidido quien lo publica.',
  },
  alone: {
    sentence: 'Nadie más tiene esto abierto ahora mismo.',
    help: 'Pide que lo abra a quien te envió el enlace, o a quien se lo enviaste. Entonces sigue solo.',
  },
  connecting: {
    sentence: 'La conexión se está estableciendo.',
    help: 'Tarda unos segundos. Vuelve a mirar si para entonces no está lista.',
  },
  unanswered: {
    sentence: (others) =>
      plural(others, {
        one: 'Debería haber 1 persona, pero nadie responde.',
        other: `Debería haber ${number(others)} personas, pero nadie responde.`,
      }),
    help: 'Puede que acaben de irse o que su dispositivo duerma. Esta página sigue preguntando.',
  },
  noHandshake: {
    sentence: 'Hay un camino hacia otras personas, pero lo que se envía por él no llega intacto.',
    help: 'Lo hace un cortafuegos que mira dentro de los paquetes, aquí o en el otro extremo. Otra red ayuda.',
  },
  noRelay: {
    sentence: 'No hay camino directo hacia los demás, y el relé de este sitio no responde.',
    help: 'Otra red suele ayudar, aquí o en el otro extremo. Si no cambia, díselo a quien lleva este sitio.',
  },
  relayRefuses: {
    sentence: 'No hay camino directo, y el relé de este sitio te rechaza.',
    help: 'Recarga la página. Si no ayuda, díselo a quien lleva este sitio.',
  },
  symmetric: {
    sentence: 'Tu router da otra dirección a cada conexión, y este sitio no tiene un relé para sortearlo.',
    help: 'Usa otra red, como la de un móvil, o que la use la otra persona.',
  },
  unreachable: {
    sentence: (others) =>
      plural(others, {
        one: 'Hay 1 persona, pero no hay camino hasta ella.',
        other: `Hay ${number(others)} personas, pero no hay camino hasta ellas.`,
      }),
    help: 'Tu conexión está bien, así que será la suya: un cortafuegos, una VPN o una red estricta. Otra red ayuda, en cualquiera de los extremos.',
  },
  noData: {
    sentence: (peers) => `Nadie de los conectados (${people(peers)}) tiene lo que falta aquí.`,
    help: 'Sigue solo en cuanto se conecte alguien que tenga el resto.',
  },
  choked: {
    sentence: (peers) =>
      plural(peers, {
        one: '1 persona lo tiene, y está enviando a otras.',
        other: `${number(peers)} personas lo tienen, y están enviando a otras.`,
      }),
    help: 'Pronto será tu turno, casi siempre en menos de un minuto. Hay quien ha elegido no enviar nada.',
  },
  relayUsedUp: {
    sentence: 'El relé de este sitio ya no transmite nada más para ti hoy.',
    help: 'Solo se llega a los demás a través de él, y el sitio pone un límite por día. Mañana sigue solo, o en cuanto haya un camino directo: otra red suele tenerlo.',
  },
  dayOver: {
    sentence: 'Hoy ya se ha enviado todo lo que permitiste.',
    help: 'Mañana sigue solo.',
  },
  ratioReached: {
    sentence: 'Este envío ha mandado todo lo que permite su límite.',
    help: 'El límite está en «Más», junto al envío.',
  },
  clock: {
    ahead: (time) => `El reloj de este dispositivo va adelantado: ${time}.`,
    behind: (time) => `El reloj de este dispositivo va atrasado: ${time}.`,
    help: 'Todo lo demás está bien. Ponlo en automático: algunos sitios y relés rechazan a quien se desvía tanto.',
  },
  fineShare: {
    sentence: 'Aquí nada lo impide.',
    help: 'Puede que espere a los demás; vuelve a mirar en un minuto.',
  },
  finePage: {
    sentence: 'Todo lo que esta página necesita funciona.',
    help: 'Si un envío está parado, pregunta allí.',
  },
}
