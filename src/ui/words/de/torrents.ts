import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const torrents: FaultsWords['torrents'] = {
  'not-bencoded': 'Es ist keine .torrent-Datei, oder eine beschädigte.',
  'bencode-cut-short': 'Es ist abgeschnitten.',
  'bencode-key-twice': 'Es sagt eines zweimal, und kann beides meinen.',
  'bencode-too-many-keys': 'Es sagt weit mehr von sich als ein Torrent.',
  'bencode-too-deep': 'Es ist tiefer verschachtelt als jeder Torrent.',
  'bencode-minus-zero': 'Eine Zahl darin ist als „-0“ geschrieben.',
  'bencode-leading-zero': 'Eine Zahl darin beginnt mit einer Null.',
  'not-a-torrent': 'Es ist keine .torrent-Datei.',
  'torrent-too-large': 'Es ist größer, als eine .torrent-Datei sein muss.',
  'torrent-goes-on': 'Nach der Beschreibung folgt noch etwas.',
  'torrent-of-version-2': 'Es ist ein Torrent nach BitTorrent Version 2, was noch nicht geht.',
  'torrent-of-no-tracker': 'Es ist privat, und keiner seiner Tracker ist aus einem Browser erreichbar.',
  'torrent-takes-too-long': 'Es zu lesen dauert zu lange.',
  'files-too-large': 'Seine Dateien sind unmöglich groß.',
  'piece-length-missing': 'Es sagt nicht, wie lang seine Stücke sind.',
  'piece-length-senseless': 'Die Länge seiner Stücke ergibt keinen Sinn.',
  'pieces-too-short': ({ length, least }) =>
    `Seine Stücke sind ${number(length)} Bytes lang: kürzer als ${number(least)} (1 KiB), und solche kosten mehr, als sie tragen.`,
  'pieces-too-long': ({ length, most }) =>
    `Seine Stücke sind ${number(length)} Bytes lang: länger als ${number(most)} (64 MiB), was eine Seite nicht im Speicher halten kann.`,
  'piece-hashes-damaged': 'Die Prüfsummen seiner Stücke sind beschädigt.',
  'piece-hashes-miscounted': ({ hashes, pieces }) =>
    `Es hat Prüfsummen für ${number(hashes)} Stücke, und nach seiner Größe wären es ${number(pieces)}.`,
  'file-list-damaged': 'Die Liste seiner Dateien ist beschädigt.',
  'torrent-of-too-many-files': ({ most }) => `Es hat mehr als ${number(most)} Dateien.`,
  'torrent-of-too-many-folders': 'Es hat zu viele Dateien in zu vielen Ordnern.',
  'file-too-deep': ({ most }) => `Eine Datei darin liegt mehr als ${number(most)} Ordner tief.`,
  'only-padding': 'Es hat keine Dateien, nur Füllung.',
  'file-length-missing': 'Es sagt nicht, wie lang seine Dateien sind.',
  'file-too-large': 'Eine Datei darin ist unmöglich groß.',
  'file-length-negative': 'Eine Datei darin ist kürzer als nichts.',
}
