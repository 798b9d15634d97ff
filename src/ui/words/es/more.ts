import type { ShareWords } from '../areas.ts'
import { number } from './speech.ts'

export const more: ShareWords['more'] = {
  heading: 'Más',
  privateReview: 'Revisión privada',
  linkTells: 'Los enlaces dicen el nombre y el tamaño a quien los recibe',
  nameTrackers: (trackers) => `Nombrar también ${trackers} en el enlace`,
  webCopy: 'Con una copia en un servidor web',
  webCopyAddress:
    'Dirección del mismo archivo en un servidor web. Quien abra el enlace recibe de allí lo que nadie más pueda enviar a tiempo.',
  webCopySealed:
    'Guarda el archivo sellado, súbelo a un servidor web e indica aquí su dirección: tampoco allí puede leerlo quien no tenga el enlace. Quien abre el enlace recibe de allí lo que nadie más puede enviar a tiempo.',
  saveSealed: 'Guardar el archivo sellado',
  addWebCopy: 'Añadir copia HTTP',
  checking: 'Comprobando…',
  webCopyAdded: 'La copia es correcta y el enlace ya la nombra. Envía el enlace nuevo.',
  otherPrograms: 'Para otros programas',
  magnetLink: 'Enlace magnet',
  copyMagnet: 'Copiar magnet',
  torrentFile: 'Archivo .torrent',
  details: 'Detalles',
  infoHash: 'Info hash',
  pieces: 'Piezas',
  piecesOf: (count, size) => `${number(count)} de ${size}`,
  trackerCount: 'Según el tracker',
  seedsAndLeechers: (seeds, leechers) =>
    `${number(seeds)} con todo, ${number(leechers)} sin todo, contando esta página`,
  keptHere: 'Guardado en este navegador',
  sinceOpened: 'Desde que se abrió la página',
  receivedAndSent: (received, sent) => `recibidos ${received}, enviados ${sent}`,
  peers: 'Pares conectados',
  program: 'Programa',
  way: 'Vía',
  relay: 'relé',
  direct: 'directa',
  has: 'Tiene',
  youReceive: 'Recibes',
  youSend: 'Envías',
  peer: 'Par',
}
