import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const torrents: FaultsWords['torrents'] = {
  'not-bencoded': 'No es un archivo .torrent, o está dañado.',
  damaged: 'Está dañado.',
  'not-a-torrent': 'No es un archivo .torrent.',
  'torrent-too-large': 'Es más grande de lo que un archivo .torrent tiene motivo para ser.',
  'torrent-of-version-2': 'Es un torrent de BitTorrent versión 2, que aún no se admite.',
  'torrent-of-no-tracker': 'Es privado, y a ninguno de sus trackers se puede llegar desde un navegador.',
  'torrent-takes-too-long': 'Se tarda demasiado en leerlo.',
  'pieces-too-short': ({ length, least }) =>
    `Sus piezas miden ${number(length)} bytes: menos de ${number(least)} (1 KiB), que cuestan más en mensajes de lo que llevan.`,
  'pieces-too-long': ({ length, most }) =>
    `Sus piezas miden ${number(length)} bytes: más de ${number(most)} (64 MiB), que una página no puede tener en memoria.`,
  'torrent-of-too-many-files': ({ most }) => `Tiene más de ${number(most)} archivos.`,
  'torrent-of-too-many-folders': 'Tiene demasiados archivos en demasiadas carpetas.',
  'file-too-deep': ({ most }) => `Uno de sus archivos está a más de ${number(most)} carpetas de profundidad.`,
  'only-padding': 'No tiene archivos, solo relleno.',
}
