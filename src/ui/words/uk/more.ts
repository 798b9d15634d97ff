import type { ShareWords } from '../areas.ts'
import { number } from './speech.ts'

export const more: ShareWords['more'] = {
  heading: 'Більше',
  privateReview: 'Приватне обговорення',
  linkTells: 'Посилання показують назву й розмір усім, хто їх отримає',
  nameTrackers: (trackers) => `Указати в посиланні також ${trackers}`,
  webCopy: 'З копією на вебсервері',
  webCopyAddress:
    'Адреса того самого файлу на вебсервері. Хто відкриє посилання, отримає звідти те, чого ніхто інший не встигає надіслати.',
  webCopySealed:
    'Збережіть запечатаний файл, покладіть його на вебсервер і вкажіть тут адресу: там його теж не прочитає той, хто не має посилання. Хто відкриє посилання, отримає звідти те, чого інші не встигають надіслати.',
  saveSealed: 'Зберегти запечатаний файл',
  addWebCopy: 'Додати HTTP-копію',
  checking: 'Перевіряємо…',
  webCopyAdded: 'Копія правильна, і тепер вона є в посиланні. Надішліть нове посилання.',
  otherPrograms: 'Для інших програм',
  magnetLink: 'Magnet-посилання',
  copyMagnet: 'Копіювати magnet',
  torrentFile: 'Файл .torrent',
  details: 'Подробиці',
  infoHash: 'Info hash',
  pieces: 'Фрагменти',
  piecesOf: (count, size) => `${number(count)} по ${size}`,
  trackerCount: 'За даними трекера',
  seedsAndLeechers: (seeds, leechers) =>
    `${number(seeds)} з усім, ${number(leechers)} без, разом із цією сторінкою`,
  keptHere: 'Збережено в цьому браузері',
  sinceOpened: 'Відколи відкрито сторінку',
  receivedAndSent: (received, sent) => `отримано ${received}, надіслано ${sent}`,
  peers: 'З’єднані піри',
  program: 'Програма',
  way: 'Шлях',
  relay: 'ретранслятор',
  direct: 'прямий',
  has: 'Має',
  youReceive: 'Отримуєте',
  youSend: 'Надсилаєте',
  peer: 'Пір',
}
