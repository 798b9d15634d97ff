import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const torrents: FaultsWords['torrents'] = {
  'not-bencoded': 'Non è un file .torrent, o è danneggiato.',
  'bencode-cut-short': 'È troncato.',
  'bencode-key-twice': 'Dice una stessa cosa due volte, e può valere l’una o l’altra.',
  'bencode-too-many-keys': 'Dice di sé molto più di quanto faccia un torrent.',
  'bencode-too-deep': 'È annidato più a fondo di qualsiasi torrent.',
  'bencode-minus-zero': 'Un numero è scritto come «-0».',
  'bencode-leading-zero': 'Un numero comincia con uno zero.',
  'not-a-torrent': 'Non è un file .torrent.',
  'torrent-too-large': 'È più grande di quanto un file .torrent abbia motivo di essere.',
  'torrent-goes-on': 'Dopo la sua descrizione c’è dell’altro.',
  'torrent-of-version-2': 'È un torrent di BitTorrent versione 2, che non è ancora supportata.',
  'torrent-of-no-tracker': 'È privato, e nessuno dei suoi tracker è raggiungibile da un browser.',
  'torrent-takes-too-long': 'Leggerlo richiede troppo tempo.',
  'files-too-large': 'La dimensione dei suoi file è impossibile.',
  'piece-length-missing': 'Non dice quanto sono lunghi i suoi pezzi.',
  'piece-length-senseless': 'La lunghezza dei suoi pezzi non ha senso.',
  'pieces-too-short': ({ length, least }) =>
    `I suoi pezzi sono lunghi ${number(length)} byte: meno di ${number(least)} (1 KiB), che costano più in messaggi di quanto portano.`,
  'pieces-too-long': ({ length, most }) =>
    `I suoi pezzi sono lunghi ${number(length)} byte: più di ${number(most)} (64 MiB), che una pagina non può tenere in memoria.`,
  'piece-hashes-damaged': 'Gli hash dei suoi pezzi sono danneggiati.',
  'piece-hashes-miscounted': ({ hashes, pieces }) =>
    `Ha gli hash di ${number(hashes)} pezzi, ma per la sua dimensione sarebbero ${number(pieces)}.`,
  'file-list-damaged': 'Il suo elenco di file è danneggiato.',
  'torrent-of-too-many-files': ({ most }) => `Ha più di ${number(most)} file.`,
  'torrent-of-too-many-folders': 'Ha troppi file in troppe cartelle.',
  'file-too-deep': ({ most }) => `Un suo file si trova a più di ${number(most)} cartelle di profondità.`,
  'only-padding': 'Non ha file, solo riempimento.',
  'file-length-missing': 'Non dice quanto sono lunghi i suoi file.',
  'file-too-large': 'La dimensione di un suo file è impossibile.',
  'file-length-negative': 'Un suo file è più corto di niente.',
}
