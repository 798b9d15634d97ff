import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const torrents: FaultsWords['torrents'] = {
  'not-bencoded': 'To nie jest plik .torrent albo jest uszkodzony.',
  'bencode-cut-short': 'Jest ucięty.',
  'bencode-key-twice': 'Mówi jedną rzecz dwa razy i może znaczyć jedno albo drugie.',
  'bencode-too-many-keys': 'Mówi o sobie o wiele więcej niż torrent.',
  'bencode-too-deep': 'Jest zagnieżdżony głębiej niż jakikolwiek torrent.',
  'bencode-minus-zero': 'Jest w nim liczba zapisana jako „-0”.',
  'bencode-leading-zero': 'Jest w nim liczba, która zaczyna się od zera.',
  'not-a-torrent': 'To nie jest plik .torrent.',
  'torrent-too-large': 'Jest większy, niż plik .torrent ma powód być.',
  'torrent-goes-on': 'Po jego opisie jest coś jeszcze.',
  'torrent-of-version-2': 'To torrent BitTorrent w wersji 2, jeszcze nieobsługiwany.',
  'torrent-of-no-tracker':
    'Jest prywatny, a z żadnym z jego trackerów nie można połączyć się z przeglądarki.',
  'torrent-takes-too-long': 'Jego odczytanie trwa za długo.',
  'files-too-large': 'Jego pliki są niemożliwie duże.',
  'piece-length-missing': 'Nie podaje, jak długie są jego kawałki.',
  'piece-length-senseless': 'Długość jego kawałków nie ma sensu.',
  'pieces-too-short': ({ length, least }) =>
    `Jego kawałki mają po ${number(length)} B: mniej niż ${number(least)} (1 KiB), a takie kosztują w komunikatach więcej, niż przenoszą.`,
  'pieces-too-long': ({ length, most }) =>
    `Jego kawałki mają po ${number(length)} B: więcej niż ${number(most)} (64 MiB), a tyle strona nie zmieści w pamięci.`,
  'piece-hashes-damaged': 'Sumy kontrolne jego kawałków są uszkodzone.',
  'piece-hashes-miscounted': ({ hashes, pieces }) =>
    `Liczba sum kontrolnych to ${number(hashes)}, a z rozmiaru wynika liczba kawałków ${number(pieces)}.`,
  'file-list-damaged': 'Jego lista plików jest uszkodzona.',
  'torrent-of-too-many-files': ({ most }) => `Ma więcej niż ${number(most)} plików.`,
  'torrent-of-too-many-folders': 'Ma za dużo plików w zbyt wielu folderach.',
  'file-too-deep': ({ most }) => `Jakiś plik leży głębiej niż ${number(most)} folderów.`,
  'only-padding': 'Nie ma plików, tylko wypełnienie.',
  'file-length-missing': 'Nie podaje, jak długie są jego pliki.',
  'file-too-large': 'Jest w nim niemożliwie duży plik.',
  'file-length-negative': 'Jest w nim plik krótszy niż nic.',
}
