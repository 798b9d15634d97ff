import type { ShareWords } from '../areas.ts'

export const member: ShareWords['member'] = {
  ended: 'Ya no eres miembro de este sitio. Pide una invitación a quien lo lleva.',
  isOne: 'Eres miembro de este sitio.',
  sums: (sent, received) => `Has enviado ${sent} y recibido ${received}.`,
  sumsAndRatio: (sent, received, ratio) =>
    `Has enviado ${sent} y recibido ${received}: una ratio de ${ratio}.`,
  yourAddress: 'Tu dirección de anuncio',
  yourAddressWhy:
    'Para otros programas, y para ser miembro en otro navegador: pégala allí en esta página. No la compartas: quien la tenga cuenta como si fueras tú.',
  keptForYou: 'En línea para ti',
  notKept: 'no se mantiene',
  keptWaiting: 'en espera',
  keptUntil: (day) => `hasta el ${day}`,
  deleteCopy: 'Borrar la copia',
  keeperProblems: {
    quota: 'Ya mantienes en línea todo lo permitido. Retira antes otra cosa.',
    full: 'El servidor del sitio ya mantiene todo lo que puede. Inténtalo más tarde.',
    often: 'El servidor del sitio ha recibido demasiadas peticiones. Inténtalo en un minuto.',
    members: 'El servidor del sitio solo mantiene envíos de los miembros.',
    refused: 'El sitio no permite que su servidor mantenga esto.',
    down: 'El servidor del sitio no mantiene nada por ahora. Inténtalo más tarde.',
    gone: 'Ya no se mantiene.',
    unreachable: 'El sitio no ha respondido. Inténtalo otra vez.',
  },
}
