import type { ShareWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const ofFiles = (count: number) =>
  plural(count, {
    one: `${number(count)} файлу`,
    few: `${number(count)} файлів`,
    many: `${number(count)} файлів`,
    other: `${number(count)} файлу`,
  })

export const files: ShareWords['files'] = {
  linkToSome: 'Посилання на деякі файли',
  chooseAll: 'Вибрати всі',
  chooseNone: 'Зняти вибір',
  find: 'Знайти файл за назвою',
  sort: 'Упорядкувати файли',
  found: (found, count, size) => `${number(found)} із ${ofFiles(count)}, ${size}`,
  fetchNamed: (name) => `Завантажити: ${name}`,
  linkToNamed: (name) => `Посилання: ${name}`,
  tickThem: 'Позначте файли, на які вестиме посилання. Хто його відкриє, зможе завантажити й решту.',
  linkToFiles: (count) =>
    plural(count, {
      one: `Посилання на ${number(count)} файл`,
      few: `Посилання на ${number(count)} файли`,
      many: `Посилання на ${number(count)} файлів`,
      other: `Посилання на ${number(count)} файлу`,
    }),
  copyThisLink: 'Копіювати це посилання',

  play: 'Відтворити',
  playNamed: (name) => `Відтворити: ${name}`,
  preview: 'Перегляд',
  previewNamed: (name) => `Перегляд: ${name}`,
  closeNamed: (name) => `Закрити: ${name}`,
  showLarge: (name) => `Збільшити: ${name}`,
  actionsFor: (name) => `Дії: ${name}`,
  opening: 'Відкриваємо…',
  inside: (name) => `Що містить ${name}`,
  copyText: 'Копіювати текст',
  onlyBeginning: 'Це лише початок; збережіть файл, щоб побачити все.',
  cannotBeShown: (why) => `Не вдалося це показати. ${why}`,
  noPicture: 'Не вдалося це показати: браузер не знає такого виду зображень.',
  pictures: 'Зображення',
  pictureBefore: 'Попереднє зображення',
  nextPicture: 'Наступне зображення',
  placeOf: (place, count) => `${number(place)} із ${number(count)}`,
  pageOf: (name, page) => `${name}, сторінка ${number(page)}`,
  frameMemory: (most) =>
    `Ця рамка нічого не зберігає: фільм у пам’яті, поки відтворюється, щонайбільше ${most}.`,
  frameTooSmall: (most) =>
    `Завеликий для цієї рамки, яка вміщує щонайбільше ${most}. Відкрийте фільм на самому сайті.`,
  page: 'Сторінка',
  pageBefore: 'Попередня сторінка',
  nextPage: 'Наступна сторінка',

  player: (name) => `Програвач: ${name}`,
  filmAndControls: 'Фільм і керування',
  startingPlayer: 'Запускаємо програвач…',
  closePlayer: 'Закрити програвач',
  previous: 'Назад',
  next: 'Далі',
  soundLanguage: 'Мова звуку',
  cannotPlay: (name) =>
    `Цей браузер не може відтворити «${name}». Збережіть файл і відтворіть його в іншій програмі.`,
  cannotPlayYet: (name, pause) =>
    `Цей браузер не може відтворити «${name}». Завантажте файл і відтворіть його в іншій програмі або ${pause}.`,
  pauseDownload: 'призупиніть завантаження',
  onlySound: (name) =>
    `Цей браузер відтворює лише звук із «${name}». Збережіть файл і відтворіть його в іншій програмі.`,
  chapters: 'Розділи',
  codedAs: (codec: string) => `Його закодовано у ${codec}, якого цей браузер не знає.`,
  silent: (codec: string) => `Звук закодовано у ${codec}, якого цей браузер не відтворює.`,
  lost: (name) => `Не вдалося читати «${name}» далі. Закрийте програвач і відтворіть ще раз.`,
  waitingForNext: 'Чекаємо на продовження…',

  saveAll: 'Зберегти все',
  saveHere: 'Зберегти те, що є',
  saveZip: 'Зберегти як ZIP',
  writingFile: (place, count) => `Записуємо файл ${number(place)} із ${number(count)}…`,
  writingZip: 'Записуємо ZIP…',
  zipProgress: 'Перебіг запису ZIP',
  stop: 'Зупинити',
}
