import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const torrents: FaultsWords['torrents'] = {
  'not-bencoded': 'Es ist keine .torrent-Datei, oder eine beschädigte.',
  damaged: 'Es ist beschädigt.',
  'not-a-torrent': 'Es ist keine .torrent-Datei.',
  'torrent-too-large': 'Es ist größer, als eine .torrent-Datei sein muss.',
  'torrent-of-version-2': 'Es ist ein Torrent nach BitTorrent Version 2, was noch nicht geht.',
  'torrent-of-no-tracker': 'Es ist privat, und keiner seiner Tracker ist aus einem Browser erreichbar.',
  'torrent-takes-too-long': 'Es zu lesen dauert zu lange.',
  'pieces-too-short': ({ length, least }) =>
    `Seine Stücke sind ${number(length)} Bytes lang: kürzer als ${number(least)} (1 KiB), und solche kosten mehr, als sie tragen.`,
  'pieces-too-long': ({ length, most }) =>
    `Seine Stücke sind ${number(length)} Bytes lang: länger als ${number(most)} (64 MiB), was eine Seite nicht im Speicher halten kann.`,
  'torrent-of-too-many-files': ({ most }) => `Es hat mehr als ${number(most)} Dateien.`,
  'torrent-of-too-many-folders': 'Es hat zu viele Dateien in zu vielen Ordnern.',
  'file-too-deep': ({ most }) => `Eine Datei darin liegt mehr als ${number(most)} Ordner tief.`,
  'only-padding': 'Es hat keine Dateien, nur Füllung.',
}
