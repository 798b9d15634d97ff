import type { ShareWords } from '../areas.ts'
import { number, plural } from './speech.ts'

export const keeper: ShareWords['keeper'] = {
  label: 'En línea',
  keepOnline: 'Mantener en línea',
  askBridge: 'Pedir a este sitio que lo consiga',
  bridgeOffer:
    'Aquí nadie lo tiene. El servidor del sitio lo busca entre los usuarios corrientes de BitTorrent y pasa lo que recibe.',
  deleteCopy: 'Borrar la copia del servidor',
  progress: 'Lo que tiene el servidor del sitio',
  offer: (days) =>
    plural(days, {
      one: 'El sitio guarda una copia durante un día.',
      other: `El sitio guarda una copia durante ${number(days)} días.`,
    }),
  tooLarge: (most) =>
    `Es demasiado grande para que lo mantenga el servidor del sitio: acepta ${most} como máximo.`,
  looking:
    'El servidor del sitio busca a alguien que lo tenga. Deja esta página abierta hasta que lo tenga todo.',
  fetching: (percent) =>
    `El servidor del sitio tiene ya el ${percent}. Deja esta página abierta hasta que lo tenga todo.`,
  kept: (day) => `Puedes cerrar esta página: el servidor del sitio conserva una copia hasta el ${day}.`,
  gone: 'El servidor del sitio ya no tiene una copia.',
  failures: {
    'too-large': 'El servidor del sitio no lo ha mantenido: es más grande de lo que se permite.',
    'no-room': 'El servidor del sitio no lo ha mantenido: todo su espacio está prometido a otros.',
    evicted: 'El servidor del sitio ya no lo mantiene: hacía falta su espacio para otros.',
    'disk-full': 'El servidor del sitio no ha podido mantenerlo: su disco está lleno.',
    incomplete: 'El servidor del sitio no lo recibió todo a tiempo y ha borrado lo que tenía.',
    refused: 'El sitio no permite que su servidor mantenga esto.',
    broken: 'El servidor del sitio no ha podido mantenerlo. Inténtalo otra vez.',
  },
}
