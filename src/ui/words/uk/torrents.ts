import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const torrents: FaultsWords['torrents'] = {
  'not-bencoded': 'Це не файл .torrent, або він пошкоджений.',
  'bencode-cut-short': 'Він обірваний.',
  'bencode-key-twice': 'Він каже одне двічі й може означати будь-що з того.',
  'bencode-too-many-keys': 'Він розповідає про себе значно більше, ніж торент.',
  'bencode-too-deep': 'Він вкладений глибше за будь-який торент.',
  'bencode-minus-zero': 'Число в ньому записане як «-0».',
  'bencode-leading-zero': 'Число в ньому починається з нуля.',
  'not-a-torrent': 'Це не файл .torrent.',
  'torrent-too-large': 'Він більший, ніж може бути файл .torrent.',
  'torrent-goes-on': 'Після його опису є ще щось.',
  'torrent-of-version-2': 'Це торент BitTorrent версії 2, яка ще не підтримується.',
  'torrent-of-no-tracker': 'Він приватний, і жоден з його трекерів недоступний із браузера.',
  'torrent-takes-too-long': 'Його читання триває задовго.',
  'files-too-large': 'Його файли неможливо великі.',
  'piece-length-missing': 'Він не каже, якої довжини його фрагменти.',
  'piece-length-senseless': 'Довжина його фрагментів не має сенсу.',
  'pieces-too-short': ({ length, least }) =>
    `Його фрагменти мають по ${number(length)} Б: менше ніж ${number(least)} (1 КіБ), а такі коштують у повідомленнях більше, ніж несуть.`,
  'pieces-too-long': ({ length, most }) =>
    `Його фрагменти мають по ${number(length)} Б: більше ніж ${number(most)} (64 МіБ), а стільки сторінка не вмістить у пам’яті.`,
  'piece-hashes-damaged': 'Контрольні суми його фрагментів пошкоджені.',
  'piece-hashes-miscounted': ({ hashes, pieces }) =>
    `Кількість контрольних сум у ньому — ${number(hashes)}, а за розміром фрагментів має бути ${number(pieces)}.`,
  'file-list-damaged': 'Його список файлів пошкоджений.',
  'torrent-of-too-many-files': ({ most }) => `У ньому більше ніж ${number(most)} файлів.`,
  'torrent-of-too-many-folders': 'У ньому забагато файлів у надто багатьох теках.',
  'file-too-deep': ({ most }) => `Файл у ньому лежить глибше ніж ${number(most)} тек.`,
  'only-padding': 'У ньому немає файлів, лише заповнення.',
  'file-length-missing': 'Він не каже, якої довжини його файли.',
  'file-too-large': 'Файл у ньому неможливо великий.',
  'file-length-negative': 'Файл у ньому коротший за ніщо.',
}
