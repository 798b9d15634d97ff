import type { ShareWords } from '../areas.ts'
import { number, plural } from './speech.ts'

/** «з 3 людьми» */
const withPeople = (count: number) =>
  plural(count, {
    one: `з ${number(count)} людиною`,
    few: `з ${number(count)} людьми`,
    many: `з ${number(count)} людьми`,
    other: `з ${number(count)} людини`,
  })
/** «від 3 людей» */
const fromPeople = (count: number) =>
  plural(count, {
    one: `від ${number(count)} людини`,
    few: `від ${number(count)} людей`,
    many: `від ${number(count)} людей`,
    other: `від ${number(count)} людини`,
  })

export const status: ShareWords['status'] = {
  hashing: 'Готуємо ваші файли.',
  hashingDetail: 'Посилання з’явиться, щойно це завершиться.',
  asleep: 'Спить: сторінці знову потрібні його файли.',
  asleepUnfinished: 'Вони не були готові, коли сторінку закрили.',
  asleepOneClick: 'Посилання те саме.',
  asleepChoose: 'Виберіть ті самі, і посилання знову запрацює.',
  leftOut: (names, count) =>
    count === 1
      ? `Пропущено ${names}: браузер не зміг прочитати цей файл.`
      : `Пропущено ${names}: браузер не зміг прочитати ці файли.`,

  nobodyHere: 'Зараз немає онлайн нікого, хто це має.',
  startsByItself: 'Почнеться, коли відправник знову відкриє сторінку. Попросіть його.',
  othersWait: (count) =>
    plural(count, {
      one: `З’єднано з ${number(count)} людиною, яка теж на це чекає.`,
      few: `З’єднано з ${number(count)} людьми, які теж на це чекають.`,
      many: `З’єднано з ${number(count)} людьми, які теж на це чекають.`,
      other: `З’єднано з ${number(count)} людини, які теж на це чекають.`,
    }),
  startsWithOwner: 'Почнеться саме, щойно онлайн з’явиться хтось, хто це має.',
  onlyPeopleKnow: 'Що це, можуть сказати лише інші люди.',
  youChoseNobody: 'Дозвольте це в «Ліміти», і все піде далі.',
  asking: 'Питаємо, що це.',
  lookingForIt: 'Шукаємо людей, які це мають.',
  linkSays: 'Так каже посилання.',
  linkSaysSize: (size) => `${size}, так каже посилання.`,

  soFar: (percent) => `${percent} уже тут і не пропаде.`,
  goesOn: 'Піде далі саме, щойно хтось це відкриє.',
  nobodyHasRest: (count) => `З’єднано ${withPeople(count)}, але ніхто не має того, чого тут бракує.`,
  waitsForTurn: (count) => `З’єднано ${withPeople(count)}, чекаємо на чергу.`,
  waitsForTurnDetail: 'Зазвичай це триває менше хвилини.',
  downloadingFromPeople: (count) => `Завантажуємо ${fromPeople(count)}.`,
  downloadingFromSite: (site) => `Завантажуємо з ${site}.`,
  downloadingFromBoth: (count, site) => `Завантажуємо ${fromPeople(count)} і з ${site}.`,
  aboutToStart: 'Ось-ось почнеться.',

  allHere: 'Усе тут.',
  channel: 'Це канал наживо.',
  channelDetail: 'Він іде, поки створюється. Нічого з нього не зберігається.',
  connectedGoOn: 'Хто вже з’єднаний, продовжує.',
  sentEnough: 'Надіслано стільки, скільки дозволяє ліміт; більше не надсилається.',
  heldInMemory: 'Це лише в пам’яті: спершу збережіть.',
  othersHave: (count) =>
    plural(count, {
      one: `Це має ще ${number(count)} людина.`,
      few: `Це мають ще ${number(count)} людини.`,
      many: `Це мають ще ${number(count)} людей.`,
      other: `Це має ще ${number(count)} людини.`,
    }),
  othersHaveAndFetch: (have, fetching) => {
    const havers = plural(have, {
      one: `Це має ще ${number(have)} людина`,
      few: `Це мають ще ${number(have)} людини`,
      many: `Це мають ще ${number(have)} людей`,
      other: `Це має ще ${number(have)} людини`,
    })
    return plural(fetching, {
      one: `${havers}, ${number(fetching)} завантажує.`,
      few: `${havers}, ${number(fetching)} завантажують.`,
      many: `${havers}, ${number(fetching)} завантажують.`,
      other: `${havers}, ${number(fetching)} завантажує.`,
    })
  },
  mayClose: 'Цю сторінку можна закрити. Доки вона відкрита, вона допомагає іншим.',
  downloadingIt: (count) =>
    plural(count, {
      one: `Це завантажує ${number(count)} людина.`,
      few: `Це завантажують ${number(count)} людини.`,
      many: `Це завантажують ${number(count)} людей.`,
      other: `Це завантажує ${number(count)} людини.`,
    }),
  mayCloseOnceDone: (count) =>
    count === 1
      ? 'Сторінку можна закрити, коли ця людина закінчить.'
      : 'Сторінку можна закрити, коли хтось із них закінчить.',
  lookingAtIt: (count) =>
    plural(count, {
      one: `На це дивиться ${number(count)} людина.`,
      few: `На це дивляться ${number(count)} людини.`,
      many: `На це дивляться ${number(count)} людей.`,
      other: `На це дивиться ${number(count)} людини.`,
    }),
  onlyYou: 'Не закривайте цю сторінку: це є лише у вас.',
  sendTheLink: 'Надішліть посилання.',

  paused: 'Призупинено.',
  pausedAt: (percent) => `Призупинено на ${percent}.`,
  wentWrong: 'Щось пішло не так.',

  connecting: 'З’єднуємося.',
  cannotLook: 'Цей сайт не відповідає.',
  cannotLookNow: 'Пробуємо знову. Чи є інтернет?',
  cannotLookFor: (seconds) =>
    plural(seconds, {
      one: `Спробуємо знову за ${number(seconds)} секунду. Чи є інтернет?`,
      few: `Спробуємо знову за ${number(seconds)} секунди. Чи є інтернет?`,
      many: `Спробуємо знову за ${number(seconds)} секунд. Чи є інтернет?`,
      other: `Спробуємо знову за ${number(seconds)} секунди. Чи є інтернет?`,
    }),
  relayUsedUp: 'Ретранслятор цього сайту сьогодні більше нічого для вас не передасть.',
  relayUsedUpDetail: 'Продовжиться завтра або щойно буде прямий шлях: інша мережа часто його має.',
  refused: 'Цей пакунок відхилено.',
  refusedWhy: (reason) =>
    `Сервер, який знайомить людей, каже: «${reason}». Запитайте того, хто керує цим сайтом.`,
  membersOnly: 'Цей сайт лише для учасників.',
  membersOnlyDetail: 'Попросіть посилання-запрошення й відкрийте його тут.',
  siteSendsNothing: 'Вебсервер зараз цього не надсилає.',
  peopleOnceThere: (count) => `З’єднається з іншими, коли їх буде ${number(count)}.`,
  connectingTo: (count) => `З’єднуємося ${withPeople(count)}.`,
  noConnection: (count) =>
    plural(count, {
      one: `Є ${number(count)} людина, але сторінка не може з нею з’єднатися.`,
      few: `Є ${number(count)} людини, але сторінка не може з ними з’єднатися.`,
      many: `Є ${number(count)} людей, але сторінка не може з ними з’єднатися.`,
      other: `Є ${number(count)} людини, але сторінка не може з ними з’єднатися.`,
    }),
  looking: 'Шукаємо інших.',
  wayOut: {
    'no-addresses':
      'Розширення або політика вимкнули WebRTC. Дозвольте його для цього сайту або візьміть інший браузер.',
    'no-udp':
      'Брандмауер або VPN блокує з’єднання (UDP). Вимкніть VPN або спробуйте іншу мережу, наприклад із телефону.',
    'no-relay':
      'Прямого шляху немає, а ретранслятор цього сайту не відповідає. Інша мережа часто допомагає, тут або там.',
    relay:
      'Ваше з’єднання в порядку. Можливо, інші щойно пішли або їхня мережа нічого не пропускає. Пробуємо далі.',
    open: 'Ваше з’єднання в порядку, але між вами брандмауер, VPN або сувора мережа, а цей сайт не має ретранслятора. Інша мережа допоможе, тут або там. Пробуємо далі.',
    unknown: 'Можливо, заважає брандмауер або VPN. Інша мережа часто допомагає, тут або там. Пробуємо далі.',
  },

  haveIt: (count) =>
    plural(count, {
      one: `Це має ${number(count)} людина.`,
      few: `Це мають ${number(count)} людини.`,
      many: `Це мають ${number(count)} людей.`,
      other: `Це має ${number(count)} людини.`,
    }),
  siteHasIt: (site) => `Це має ${site}.`,
  haveParts: (count) =>
    plural(count, {
      one: `Частини має ${number(count)} людина.`,
      few: `Частини мають ${number(count)} людини.`,
      many: `Частини мають ${number(count)} людей.`,
      other: `Частини має ${number(count)} людини.`,
    }),
  tooLittleMemory: (most) =>
    `Завелике для приватного вікна, яке вміщує щонайбільше ${most}. Відкрийте посилання у звичайному.`,
  inMemory: (most) =>
    `Цей браузер тримає завантажене в пам’яті, доки сторінку не закрито, щонайбільше ${most}. Збережіть те, що хочете залишити.`,
}
