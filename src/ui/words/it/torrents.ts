import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const torrents: FaultsWords['torrents'] = {
  'not-bencoded': 'Non è un file .torrent, o è danneggiato.',
  damaged: 'È danneggiato.',
  'not-a-torrent': 'Non è un file .torrent.',
  'torrent-too-large': 'È più grande di quanto un file .torrent abbia motivo di essere.',
  'torrent-of-version-2': 'È un torrent di BitTorrent versione 2, che non è ancora supportata.',
  'torrent-of-no-tracker': 'È privato, e nessuno dei suoi tracker è raggiungibile da un browser.',
  'torrent-takes-too-long': 'Leggerlo richiede troppo tempo.',
  'pieces-too-short': ({ length, least }) =>
    `I suoi pezzi sono lunghi ${number(length)} byte: meno di ${number(least)} (1 KiB), che costano più in messaggi di quanto portano.`,
  'pieces-too-long': ({ length, most }) =>
    `I suoi pezzi sono lunghi ${number(length)} byte: più di ${number(most)} (64 MiB), che una pagina non può tenere in memoria.`,
  'torrent-of-too-many-files': ({ most }) => `Ha più di ${number(most)} file.`,
  'torrent-of-too-many-folders': 'Ha troppi file in troppe cartelle.',
  'file-too-deep': ({ most }) => `Un suo file si trova a più di ${number(most)} cartelle di profondità.`,
  'only-padding': 'Non ha file, solo riempimento.',
}
