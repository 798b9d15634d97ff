import type { ShareWords } from '../areas.ts'
import { files } from './files.ts'
import { keeper } from './keeper.ts'
import { member } from './member.ts'
import { more } from './more.ts'
import { number, plural } from './speech.ts'
import { status } from './status.ts'

export const share: ShareWords = {
  status,
  files,
  more,
  keeper,
  member,

  filesAndSize: (count, size) =>
    plural(count, {
      one: `${number(count)} файл, ${size}`,
      few: `${number(count)} файли, ${size}`,
      many: `${number(count)} файлів, ${size}`,
      other: `${number(count)} файлу, ${size}`,
    }),

  sealed: 'Запечатано: прочитає лише той, хто має все посилання.',
  asksPassword: 'Цей пакунок має пароль. Запитайте того, хто надіслав посилання.',
  password: 'Пароль',
  openIt: 'Відкрити',
  endsOn: (moment) => `Строк: ${moment}.`,
  sealAnew: 'Буде інший пакунок, з іншим посиланням.',
  endedMine:
    'Строк, який ви поставили, минув. Ваші файли лишаються на місці: поділіться ними знову, щоб отримати нове посилання.',
  toStart: 'На головну',
  name: 'Назва',
  youSendToo: 'Доки ця сторінка відкрита, інші отримують це й від вас.',
  doneSaved: 'Готово. Збережено.',
  doneHere: 'Готово. Усе тут.',
  received: (percent, size) => `${percent} із ${size}`,
  timeLeft: (time) => `ще ${time}`,
  percentDone: (tens) =>
    plural(tens, {
      one: `Готово ${number(tens)} відсоток`,
      few: `Готово ${number(tens)} відсотки`,
      many: `Готово ${number(tens)} відсотків`,
      other: `Готово ${number(tens)} відсотка`,
    }),

  download: 'Завантажити',
  resume: 'Продовжити',
  pause: 'Призупинити',
  openFiles: 'Відкрити його файли',
  remove: 'Прибрати',
  save: 'Зберегти',
  chooseAgain: {
    file: 'Вибрати файл ще раз',
    files: 'Вибрати файли ще раз',
    folder: 'Вибрати теку ще раз',
  },
  keepCopy: 'Зберегти копію в цьому браузері',
  keepingCopy: (percent) => `Зберігаємо копію: ${percent}`,
  copyKept: 'Копія є в цьому браузері',
  whyACopy: 'Тоді після перезавантаження нічого не треба вибирати, і посилання одразу знову працює.',
  tellMe: {
    here: 'Сповістити, коли хтось з’явиться',
    done: 'Сповістити, коли буде готово',
    theirs: 'Сповістити, коли отримають',
  },
  mayNotTell: 'Сповіщення заблоковано. Дозвольте їх для цього сайту й спробуйте ще раз.',
  told: {
    ownerHere: 'Є хтось, хто це має.',
    linkReady: 'Посилання готове.',
    opened: 'Хтось це відкрив.',
    sent: 'Хтось уже має все.',
  },

  removeNamed: (name) => `Прибрати «${name}»?`,
  removeMany: (count) =>
    plural(count, {
      one: `Прибрати ${number(count)} пакунок?`,
      few: `Прибрати ${number(count)} пакунки?`,
      many: `Прибрати ${number(count)} пакунків?`,
      other: `Прибрати ${number(count)} пакунка?`,
    }),
  removeMine: 'Його посилання звідси більше не працюватиме. Самі файли лишаться на місці.',
  removeManyMine: 'Їхні посилання звідси більше не працюватимуть. Ваші власні файли лишаться на місці.',
  removeTheirs: 'Видаляє копію в цьому браузері. Збережені файли лишаються.',
  notRemoved: (name, why) => `Не вдалося прибрати «${name}». ${why}`,
  removed: (name) => `«${name}» прибрано.`,
  removedMany: (count) =>
    plural(count, {
      one: `Прибрано ${number(count)} пакунок.`,
      few: `Прибрано ${number(count)} пакунки.`,
      many: `Прибрано ${number(count)} пакунків.`,
      other: `Прибрано ${number(count)} пакунка.`,
    }),
  undo: 'Повернути',

  shareLink: 'Посилання на пакунок',
  copyLink: 'Копіювати посилання',
  copyTheLink: 'Копіювати посилання',
  copyLinkTo: (name) => `Копіювати посилання: ${name}`,
  mayNotCopyLink: 'Браузер не дозволяє цій сторінці копіювати. Посилання є нижче, у «Посилання і файли».',
  qrCode: 'QR-код',
  qrCodeOfLink: 'QR-код посилання на пакунок',
  sendOn: 'Надіслати…',

  people: 'Люди',
  somebody: 'Хтось',
  unknownProgram: 'невідома програма',
  hasIt: 'має все',
  looks: 'дивиться',
  percentAndLeft: (percent, time) => `${percent}, ще ${time}`,
  andMore: (count) => `і ще ${number(count)}`,
  whatOthersCallYou: 'Як вас бачать інші',
  aNameIfYouLike: 'Ім’я, якщо хочете',
  youAnd: (count) =>
    plural(count, {
      one: `Ви і ${number(count)} людина.`,
      few: `Ви і ${number(count)} людини.`,
      many: `Ви і ${number(count)} людей.`,
      other: `Ви і ${number(count)} людини.`,
    }),
  youAndBusiest: (count, most) =>
    plural(count, {
      one: `Ви і ${number(count)} людина; показано найактивніших: ${number(most)}.`,
      few: `Ви і ${number(count)} людини; показано найактивніших: ${number(most)}.`,
      many: `Ви і ${number(count)} людей; показано найактивніших: ${number(most)}.`,
      other: `Ви і ${number(count)} людини; показано найактивніших: ${number(most)}.`,
    }),
  receivedAndSent: (received, sent) => `Відколи відкрито сторінку, отримано ${received}, надіслано ${sent}.`,
  youReceive: (rate) => `Отримуєте ${rate}`,
  youSend: (rate) => `Надсилаєте ${rate}`,
  rateAtMost: (rate) => `щонайбільше ${rate}`,
  aMinuteAgo: 'хвилину тому',
  now: 'зараз',
  sends: (rate) => `надсилає ${rate}`,
  fromPeopleAndSite: (people, site, host, sent) =>
    `Від людей: ${people}, з ${host}: ${site}; іншим надіслано: ${sent}.`,
  siteNotAsked: (host, why) => `До ${host} зараз не звертаємося. ${why}`,

  partsHere: (count) =>
    count === 1
      ? 'Єдина частина тут.'
      : plural(count, {
          one: `Уся ${number(count)} частина тут.`,
          few: `Усі ${number(count)} частини тут.`,
          many: `Усі ${number(count)} частин тут.`,
          other: `Усі ${number(count)} частини тут.`,
        }),
  partsOf: (here, count) => `Частин тут: ${number(here)} із ${number(count)}.`,
  partsOfAndComing: (here, count, coming) =>
    `Частин тут: ${number(here)} із ${number(count)}, у дорозі: ${number(coming)}.`,

  addressSeen: 'Усі, у кого відкрите це посилання, можуть бачити вашу IP-адресу.',
  downloadAsks: (count, trackers) =>
    count === 1
      ? `«Завантажити» також питає ${trackers} про людей, які це мають; цей трекер дізнається вашу адресу.`
      : `«Завантажити» також питає ${trackers} про людей, які це мають; ці трекери дізнаються вашу адресу.`,
  linkNames: (count, trackers) =>
    count === 1
      ? `У посиланні вказано також ${trackers}. Цей трекер може знати більше людей, які це мають, але дізнався б вашу адресу й те, що ви шукаєте.`
      : `У посиланні вказано також ${trackers}. Ці трекери можуть знати більше людей, які це мають, але дізналися б вашу адресу й те, що ви шукаєте.`,
  alwaysConnect: 'З’єднуватися завжди',
  copyNear: (hosts) =>
    `У посиланні сказано, що копію має ${hosts}. Це у вашій власній мережі або на цьому пристрої; користуйтеся нею, лише якщо знаєте цю адресу.`,
  useThisCopy: 'Взяти цю копію',

  otherShares: 'Інші пакунки',
  select: 'Позначити',
  selectNamed: (name) => `Позначити: ${name}`,
  selected: (count) =>
    plural(count, {
      one: `Позначено ${number(count)} пакунок`,
      few: `Позначено ${number(count)} пакунки`,
      many: `Позначено ${number(count)} пакунків`,
      other: `Позначено ${number(count)} пакунка`,
    }),
  withSelected: 'Що зробити з позначеними',
  all: 'Усі',
  none: 'Жоден',
  findShare: 'Знайти пакунок',
  sortShares: 'Упорядкувати пакунки',
  newestFirst: 'Спершу нові',
  byName: 'За назвою',
  largestFirst: 'Спершу великі',
  noneNamed: (words) => `Жоден не має «${words}» у назві.`,
  notShown: (why) => `Не вдалося показати цей пакунок. ${why}`,
  removeIt: 'Прибрати',
  linkAndFiles: 'Посилання і файли',
  link: 'Посилання',

  somebodyShares: 'Хтось ділиться з вами.',
  ofItFiles: (count) =>
    plural(count, {
      one: `${number(count)} файл звідси`,
      few: `${number(count)} файли звідси`,
      many: `${number(count)} файлів звідси`,
      other: `${number(count)} файлу звідси`,
    }),
  nobodyContacted:
    'Ви ще не з’єднані. Після цього сайт і всі, у кого відкрите посилання, бачитимуть вашу IP-адресу.',
  connect: 'З’єднатися',
  toWatch: 'Що подивитися',
  lookingWhatThereIs: 'Дивимося, що тут є…',
  nothingPublished: 'Тут ще нічого не опубліковано.',
  live: 'Наживо',
  watch: (name) => `Дивитися: ${name}`,
  moreToCome: (count) =>
    plural(count, {
      one: `Ще ${number(count)} файл з’явиться, коли сервер його прочитає.`,
      few: `Ще ${number(count)} файли з’являться, коли сервер їх прочитає.`,
      many: `Ще ${number(count)} файлів з’являться, коли сервер їх прочитає.`,
      other: `Ще ${number(count)} файлу з’явиться, коли сервер їх прочитає.`,
    }),

  sealTerms: 'Пароль і строк',
  sealPassword: 'Пароль, крім посилання',
  sealPasswordHint: 'Передайте його іншим шляхом, ніж посилання. Ніхто не зможе його для вас відновити.',
  sealEnds: 'Закінчується',
  sealEndsHint: 'Потім ним більше не діляться. Чесні сторінки видаляють копію; інших ніхто не змусить.',
  endsNever: 'ніколи',
  endsInHour: 'за годину',
  endsInDay: 'за день',
  endsInWeek: 'за тиждень',
  endsInMonth: 'за 30 днів',
  sealWith: 'Запечатати так',
  kept: (used, free) => `У цьому браузері: зайнято ${used}, вільно ${free}.`,
  mayBeCleared: 'Браузер може це стерти, коли на диску забракне місця.',
  leftovers: (size) => `Із них ${size} — від пакунків, яких уже немає в списку.`,
  deleteLeftovers: 'Видалити їх',
}
