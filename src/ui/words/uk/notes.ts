import type { NotesWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const notesOf = (count: number) =>
  plural(count, {
    one: `${number(count)} нотатка`,
    few: `${number(count)} нотатки`,
    many: `${number(count)} нотаток`,
    other: `${number(count)} нотатки`,
  })
/** «із 3 нотаток» */
const ofNotes = (count: number) =>
  plural(count, {
    one: `${number(count)} нотатки`,
    few: `${number(count)} нотаток`,
    many: `${number(count)} нотаток`,
    other: `${number(count)} нотатки`,
  })
/** «із 3 відповідей» */
const ofAnswers = (count: number) =>
  plural(count, {
    one: `${number(count)} відповіді`,
    few: `${number(count)} відповідей`,
    many: `${number(count)} відповідей`,
    other: `${number(count)} відповіді`,
  })

export const notes: NotesWords = {
  heading: 'Нотатки',
  private: 'приватні',
  privateReadOnly: 'приватні, лише для читання',
  countOpen: (count, open) => `${number(count)}, відкритих: ${number(open)}`,
  shownOpen: (shown, count, open) => `${number(shown)} із ${number(count)}, відкритих: ${number(open)}`,
  noteBefore: 'Попередня нотатка',
  noteBeforeKey: 'Попередня нотатка (p)',
  nextNote: 'Наступна нотатка',
  nextNoteKey: 'Наступна нотатка (n)',
  exchange: 'Експорт або імпорт',
  moreBefore: (count) => `Показати більше попередніх (усього ${number(count)})`,
  moreNotes: (count) => `Показати більше з ${ofNotes(count)}`,
  noneLikeThat: 'Таких нотаток немає.',
  nothingSaid: 'Тут ще нічого не написано. Написане побачать усі, хто має цей пакунок, зокрема й пізніше.',
  nothingSaidPrivate:
    'Тут ще нічого не написано. Написане побачать усі, хто має приватне посилання, зокрема й пізніше.',

  newNote: 'Нова нотатка',
  sayWhatYouSee: 'Напишіть щось про те, що бачите',
  saySomething: 'Напишіть щось про це',
  drawing: 'Малювання',
  draw: 'Малювати',
  add: 'Додати нотатку',
  addWithStrokes: (count) =>
    plural(count, {
      one: `Додати нотатку з ${number(count)} штрихом`,
      few: `Додати нотатку з ${number(count)} штрихами`,
      many: `Додати нотатку з ${number(count)} штрихами`,
      other: `Додати нотатку з ${number(count)} штриха`,
    }),
  about: 'Про що',
  thisMoment: 'Ця мить',
  thisPicture: 'Це зображення',
  thisPage: 'Ця сторінка',
  fileAsAWhole: 'Увесь файл',
  everything: 'Усе',
  atThisTime: 'У цю мить',
  until: 'До',
  end: 'кінець',
  start: 'Початок',
  startHere: 'Початок тут',
  spanBegins: 'Тут починається відрізок (i)',
  stop: 'Кінець',
  stopHere: 'Кінець тут',
  spanEnds: 'Тут закінчується відрізок (o)',
  page: 'Сторінка',
  pageNumber: (page) => `Сторінка ${number(page)}`,
  problems: {
    'time-unclear': 'Пишіть час у хвилинах і секундах, наприклад 1:05.',
    'span-without-beginning': 'Відрізку потрібні і початок, і кінець.',
    'span-backwards': 'Відрізок закінчується після свого початку.',
    'page-unclear': 'Напишіть сторінку числом.',
  },
  yourName: 'Ваше ім’я',
  yourColour: (colour) => `Ваш колір: ${colour}. Змінити`,
  inks: ['Червоний', 'Бурштиновий', 'Зелений', 'Бірюзовий', 'Синій', 'Фіолетовий', 'Рожевий', 'Білий'],

  yourNote: 'Ваша нотатка',
  asAWhole: 'про все',
  drawingOf: 'малюнок',
  showDrawing: 'Показати малюнок',
  broughtBy: (name) => `принесено: ${name}`,
  edited: 'змінено',
  resolved: 'вирішено',
  showAll: 'Показати все',
  strokesOnly: (count) =>
    plural(count, {
      one: `${number(count)} штрих, без слів`,
      few: `${number(count)} штрихи, без слів`,
      many: `${number(count)} штрихів, без слів`,
      other: `${number(count)} штриха, без слів`,
    }),
  save: 'Зберегти',
  deleteForAll: 'Видалити для всіх',
  keepIt: 'Залишити',
  edit: 'Змінити',
  delete: 'Видалити',
  hide: 'Приховати',
  hideAllOf: (name) => `Приховати всі нотатки, автор: ${name}`,
  hideWhat: (name) => `Прибирає на цій сторінці все, що пише ${name}`,
  answer: 'Відповісти',
  yourAnswer: 'Ваша відповідь',
  send: 'Надіслати',
  resolve: 'Вирішено',
  loop: 'По колу',
  copyLink: 'Копіювати посилання на нотатку',
  openAgain: 'Відкрити знову',
  answersBefore: (count) => `Показати більше з ${ofAnswers(count)} раніше`,
  answersAfter: (count) => `Показати більше з ${ofAnswers(count)} далі`,
  full: 'Ця розмова заповнена.',
  fullLeftOut: (count) =>
    plural(count, {
      one: `Ця розмова заповнена: не показано ${number(count)} відповідь тих, хто відповідає найбільше.`,
      few: `Ця розмова заповнена: не показано ${number(count)} відповіді тих, хто відповідає найбільше.`,
      many: `Ця розмова заповнена: не показано ${number(count)} відповідей тих, хто відповідає найбільше.`,
      other: `Ця розмова заповнена: не показано ${number(count)} відповіді тих, хто відповідає найбільше.`,
    }),

  search: 'Шукати',
  searchNotes: 'Шукати в нотатках',
  state: 'Стан',
  allNotes: 'Усі нотатки',
  open: 'Відкриті',
  resolvedOnes: 'Вирішені',
  author: 'Хто',
  everybody: 'Усі',
  withDrawing: 'З малюнком',

  whoIsHere: 'Хто тут',
  isHere: 'тут',
  looksAtIt: 'дивиться на це',
  looksAt: (name) => `дивиться ${name}`,
  watchesAt: (time) => `дивиться на ${time}`,
  watchesAtIn: (time, name) => `дивиться на ${time} у ${name}`,
  isAt: (time) => `зараз на ${time}`,
  isAtIn: (time, name) => `зараз на ${time} у ${name}`,
  watchAlong: 'Дивитися разом',
  watchAlongWith: (name) => `Дивитися те саме, що ${name}`,
  stopWatching: 'Досить',
  stopWatchingWith: (name) => `Більше не дивитися те саме, що ${name}`,
  andMore: (count) => `і ще ${number(count)}`,

  compare: 'Порівняти',
  twoVersions: 'Дві версії',
  secondVersion: 'Друга версія',
  noOtherFilm: 'На цій сторінці немає іншого фільму',
  layout: 'Як показувати обидві',
  layouts: { beside: 'Поруч', wipe: 'Шторка', switch: 'По черзі' },
  wipeLine: 'Де закінчується перша версія',
  soundOf: 'Звук',
  notesOn: 'Нові нотатки до',
  offsetSeconds: 'Зсув у секундах',
  offsetFrames: 'Зсув у кадрах',
  version: (which) => `Версія ${number(which)}`,
  versionNamed: (which, name) => `Версія ${number(which)}: ${name}`,
  stopComparing: 'Завершити порівняння',
  secondFailed: 'Цей браузер не може відтворити другу версію.',
  drawings: 'Малюнки',
  drawingBy: (name) => `Малюнок, автор: ${name}`,
  yourDrawing: 'Ваш малюнок',
  whatToDraw: 'Що малювати',
  tools: { pen: 'Перо', arrow: 'Стрілка', box: 'Рамка' },
  drawHere: 'Поле для малювання',
  drawByKeys:
    'Стрілки рухають перо, з Shift потроху. Пробіл ставить точку, Enter закінчує лінію, Escape скасовує її.',
  penDid: {
    moved: (across, down) => `${number(across)} % зліва, ${number(down)} % згори`,
    begun: (across, down) => `Початок: ${number(across)} % зліва, ${number(down)} % згори`,
    point: (across, down) => `Точка: ${number(across)} % зліва, ${number(down)} % згори`,
    drawn: (across, down) => `Намальовано до: ${number(across)} % зліва, ${number(down)} % згори`,
    dropped: () => 'Не намальовано',
  },
  colour: 'Колір',
  undo: 'Скасувати',
  drawingFull: 'Малюнок заповнений: більше нічого не вміститься.',

  saidFrom: (from) => `Від ${from}`,
  saidFromTo: (from, to) => `Від ${from} до ${to}`,
  saidNoNotes: 'Нотаток немає.',
  saidNoFurther: 'Далі нотаток немає.',
  saidNote: (at, of, by, text) => `Нотатка ${number(at)} із ${number(of)}, ${by}: ${text}`,
  saidNew: (by, text) => `Пише ${by}: ${text}`,
  saidMany: (count) =>
    plural(count, {
      one: `${number(count)} нова нотатка`,
      few: `${number(count)} нові нотатки`,
      many: `${number(count)} нових нотаток`,
      other: `${number(count)} нової нотатки`,
    }),
  aDrawing: 'малюнок',

  fullElsewhere:
    'Це обговорення заповнене: на сторінках інших немає місця для того, що ви пишете. Воно лишається в цьому браузері. Інші можуть звільнити місце, приховавши чиїсь нотатки, або почніть приватне обговорення.',
  fullHere:
    'Це обговорення заповнене: дещо з написаного людьми тут не показано. Приховайте чиїсь нотатки, щоб звільнити місце.',
  answeredYou: (name) => `Вам відповідає ${name}`,
  newAnswers: (count) =>
    plural(count, {
      one: `${number(count)} нова відповідь`,
      few: `${number(count)} нові відповіді`,
      other: `${number(count)} нових відповідей`,
    }),
  showAnswer: 'Показати відповідь',
  fresh: 'нове',
  hiddenHere: 'Приховано на цій сторінці',
  isHidden: (name) => `На цій сторінці приховано: ${name}`,
  show: 'Показати',
  showNotesOf: (name) => `Показати нотатки, автор: ${name}`,
  andOthers: (count) =>
    plural(count, {
      one: `і ще ${number(count)} людина`,
      few: `і ще ${number(count)} людини`,
      many: `і ще ${number(count)} людей`,
      other: `і ще ${number(count)} людини`,
    }),

  review: 'Обговорення',
  withEverybody: 'З усіма',
  privateCode: (code) => `Приватне ${code}`,
  inPrivate: (code) => `Це приватне обговорення ${code}.`,
  linkToWrite: 'Посилання на приватне обговорення: хто його має, читає й пише',
  copyLinkToWrite: 'Копіювати посилання',
  readOnly: 'Ви відкрили посилання лише для читання: ви бачите написане, але самі нічого не пишете.',
  linkToRead: 'Посилання на обговорення, лише для читання',
  copyLinkToRead: 'Копіювати для читання',
  leaveWhy:
    'Цей браузер забуде таємницю. Без одного з посилань вище ніхто не повернеться, ви теж; для тих, хто його має, нічого не зміниться.',
  leaveForget: 'Видалити також його нотатки з цього браузера, мої теж. Те, чого не має ніхто інший, пропаде.',
  leavePrivate: 'Вийти з приватного обговорення',
  stay: 'Лишитися',
  leave: 'Вийти…',
  beginAnother: 'Почати інше',
  aboutPrivate:
    'Приватне обговорення — для тих, кому ви надішлете його власне посилання: лише вони зможуть прочитати написане в ньому.',
  beginPrivate: 'Почати приватне обговорення',
  goToOther: 'Перейти до іншого приватного обговорення?',
  youAreIn: (shown, count, asked) =>
    `Ви в приватному обговоренні ${shown} (${notesOf(count)}). Відкрите посилання веде до іншого: ${asked}.`,
  youKeepBoth: (shown, asked) =>
    `У вас лишаться обидва, поруч. У ${asked} написане вами читають ті, хто має те посилання; у ${shown} нічого не зміниться.`,
  goTo: (code) => `Перейти до ${code}`,
  stayIn: (code) => `Лишитися в ${code}`,

  exchangeHeading: 'Експорт або імпорт нотаток',
  asAFile: 'Як файл',
  formats: {
    markdown: {
      name: 'Markdown',
      holds: 'Список для читання, з прапорцями. Містить усе, малюнки теж.',
    },
    csv: { name: 'Таблиця (CSV)', holds: 'Для електронних таблиць. Містить усе, малюнки теж.' },
    webvtt: {
      name: 'Субтитри (WebVTT)',
      holds:
        'Нотатки поверх фільму в будь-якому програвачі. Лише ті, що мають час; малюнки можна імпортувати назад, але програвачі їх не показують.',
    },
    edl: {
      name: 'Маркери (EDL)',
      holds:
        'Для DaVinci Resolve та інших. Лише нотатки, що мають час, з точністю до кадру, як указано нижче; без малюнків.',
    },
    fcpxml: {
      name: 'Final Cut (FCPXML)',
      holds:
        'Маркери завдань для Final Cut Pro. Лише нотатки з часом, з точністю до кадру, як указано нижче; без малюнків.',
    },
    premiere: { name: 'Premiere (XML)', holds: 'Маркери для Premiere. Так само.' },
  },
  framesASecond: 'Кадрів за секунду',
  fromHour: 'від години',
  saveNotes: (count) =>
    plural(count, {
      one: `Зберегти ${number(count)} нотатку`,
      few: `Зберегти ${number(count)} нотатки`,
      many: `Зберегти ${number(count)} нотаток`,
      other: `Зберегти ${number(count)} нотатки`,
    }),
  reading: 'Читаємо…',
  import: 'Імпортувати з файлу',
  importLabel: 'Імпортувати нотатки з файлу',
  imported: (added, answers) => `Додано нотаток: ${number(added)}, відповідей: ${number(answers)}.`,
  importedKnown: (count) =>
    plural(count, {
      one: `${number(count)} уже була тут.`,
      few: `${number(count)} уже були тут.`,
      many: `${number(count)} уже були тут.`,
      other: `${number(count)} уже було тут.`,
    }),
  importedAstray: (count) =>
    plural(count, {
      one: `${number(count)} стосується файлу, якого немає в цьому пакунку: тепер вона про все.`,
      few: `${number(count)} стосуються файлів, яких немає в цьому пакунку: тепер вони про все.`,
      many: `${number(count)} стосуються файлів, яких немає в цьому пакунку: тепер вони про все.`,
      other: `${number(count)} стосується файлів, яких немає в цьому пакунку: тепер вони про все.`,
    }),
  importedSkipped: (count) =>
    plural(count, {
      one: `Не вдалося прочитати ${number(count)} запис.`,
      few: `Не вдалося прочитати ${number(count)} записи.`,
      many: `Не вдалося прочитати ${number(count)} записів.`,
      other: `Не вдалося прочитати ${number(count)} запису.`,
    }),
}
