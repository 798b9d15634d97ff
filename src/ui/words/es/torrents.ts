import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const torrents: FaultsWords['torrents'] = {
  'not-bencoded': 'No es un archivo .torrent, o está dañado.',
  'bencode-cut-short': 'Está cortado.',
  'bencode-key-twice': 'Dice una misma cosa dos veces, y puede valer cualquiera.',
  'bencode-too-many-keys': 'Dice de sí mucho más que un torrent.',
  'bencode-too-deep': 'Está más anidado que cualquier torrent.',
  'bencode-minus-zero': 'Un número está escrito como «-0».',
  'bencode-leading-zero': 'Un número empieza por cero.',
  'not-a-torrent': 'No es un archivo .torrent.',
  'torrent-too-large': 'Es más grande de lo que un archivo .torrent tiene motivo para ser.',
  'torrent-goes-on': 'Hay algo más después de su descripción.',
  'torrent-of-version-2': 'Es un torrent de BitTorrent versión 2, que aún no se admite.',
  'torrent-of-no-tracker': 'Es privado, y a ninguno de sus trackers se puede llegar desde un navegador.',
  'torrent-takes-too-long': 'Se tarda demasiado en leerlo.',
  'files-too-large': 'El tamaño de sus archivos es imposible.',
  'piece-length-missing': 'No dice qué longitud tienen sus piezas.',
  'piece-length-senseless': 'La longitud de sus piezas no tiene sentido.',
  'pieces-too-short': ({ length, least }) =>
    `Sus piezas miden ${number(length)} bytes: menos de ${number(least)} (1 KiB), que cuestan más en mensajes de lo que llevan.`,
  'pieces-too-long': ({ length, most }) =>
    `Sus piezas miden ${number(length)} bytes: más de ${number(most)} (64 MiB), que una página no puede tener en memoria.`,
  'piece-hashes-damaged': 'Los hashes de sus piezas están dañados.',
  'piece-hashes-miscounted': ({ hashes, pieces }) =>
    `Tiene hashes de ${number(hashes)} piezas, y por su tamaño serían ${number(pieces)}.`,
  'file-list-damaged': 'Su lista de archivos está dañada.',
  'torrent-of-too-many-files': ({ most }) => `Tiene más de ${number(most)} archivos.`,
  'torrent-of-too-many-folders': 'Tiene demasiados archivos en demasiadas carpetas.',
  'file-too-deep': ({ most }) => `Uno de sus archivos está a más de ${number(most)} carpetas de profundidad.`,
  'only-padding': 'No tiene archivos, solo relleno.',
  'file-length-missing': 'No dice qué longitud tienen sus archivos.',
  'file-too-large': 'El tamaño de uno de sus archivos es imposible.',
  'file-length-negative': 'Uno de sus archivos es más corto que nada.',
}
