import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const torrents: FaultsWords['torrents'] = {
  'not-bencoded': 'To nie jest plik .torrent albo jest uszkodzony.',
  damaged: 'Jest uszkodzony.',
  'not-a-torrent': 'To nie jest plik .torrent.',
  'torrent-too-large': 'Jest większy, niż plik .torrent ma powód być.',
  'torrent-of-version-2': 'To torrent BitTorrent w wersji 2, jeszcze nieobsługiwany.',
  'torrent-of-no-tracker':
    'Jest prywatny, a z żadnym z jego trackerów nie można połączyć się z przeglądarki.',
  'torrent-takes-too-long': 'Jego odczytanie trwa za długo.',
  'pieces-too-short': ({ length, least }) =>
    `Jego kawałki mają po ${number(length)} B: mniej niż ${number(least)} (1 KiB), a takie kosztują w komunikatach więcej, niż przenoszą.`,
  'pieces-too-long': ({ length, most }) =>
    `Jego kawałki mają po ${number(length)} B: więcej niż ${number(most)} (64 MiB), a tyle strona nie zmieści w pamięci.`,
  'torrent-of-too-many-files': ({ most }) => `Ma więcej niż ${number(most)} plików.`,
  'torrent-of-too-many-folders': 'Ma za dużo plików w zbyt wielu folderach.',
  'file-too-deep': ({ most }) => `Jakiś plik leży głębiej niż ${number(most)} folderów.`,
  'only-padding': 'Nie ma plików, tylko wypełnienie.',
}
