import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const torrents: FaultsWords['torrents'] = {
  'not-bencoded': 'Це не файл .torrent, або він пошкоджений.',
  damaged: 'Він пошкоджений.',
  'not-a-torrent': 'Це не файл .torrent.',
  'torrent-too-large': 'Він більший, ніж може бути файл .torrent.',
  'torrent-of-version-2': 'Це торент BitTorrent версії 2, яка ще не підтримується.',
  'torrent-of-no-tracker': 'Він приватний, і жоден з його трекерів недоступний із браузера.',
  'torrent-takes-too-long': 'Його читання триває задовго.',
  'pieces-too-short': ({ length, least }) =>
    `Його фрагменти мають по ${number(length)} Б: менше ніж ${number(least)} (1 КіБ), а такі коштують у повідомленнях більше, ніж несуть.`,
  'pieces-too-long': ({ length, most }) =>
    `Його фрагменти мають по ${number(length)} Б: більше ніж ${number(most)} (64 МіБ), а стільки сторінка не вмістить у пам’яті.`,
  'torrent-of-too-many-files': ({ most }) => `У ньому більше ніж ${number(most)} файлів.`,
  'torrent-of-too-many-folders': 'У ньому забагато файлів у надто багатьох теках.',
  'file-too-deep': ({ most }) => `Файл у ньому лежить глибше ніж ${number(most)} тек.`,
  'only-padding': 'У ньому немає файлів, лише заповнення.',
}
