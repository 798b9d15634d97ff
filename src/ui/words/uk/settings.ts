import type { SettingsWords } from '../areas.ts'
import { number } from './speech.ts'

export const settings: SettingsWords = {
  forAll: 'Для всіх пакунків разом, відтепер.',
  sendAtMost: 'Надсилати щонайбільше',
  receiveAtMost: 'Отримувати щонайбільше',
  megabytesASecond: 'МБ за секунду',
  noLimit: 'без ліміту',
  connectionsAtMost: 'З’єднань щонайбільше',
  inAll: 'усього',
  aNumber: 'Число, більше за 0, або порожньо.',
  aWholeNumber: (least) => `Ціле число від ${number(least)} або порожньо.`,
  stopForTheDay: 'Зупинитися на сьогодні після',
  megabytes: 'МБ',
  never: 'ніколи',
  connectToPeople: 'З’єднуватися з іншими',
  whenever: 'щойно це є в інших',
  whenPeople: (count) => `коли їх щонайменше ${number(count)}`,
  connectWhy:
    'Для того, що має копію на вебсервері. З «ніколи» воно надходить лише звідти, ніхто інший не бачить вашої адреси, а ви нічого не надсилаєте. Усе інше надходить лише від людей.',
  contactAll: 'Звертатися до серверів із посилань без запитання',
  onlyOnClick: 'З’єднуватися, лише коли я натисну',
  onlyOnClickWhy: 'Так сторінка посилання чекатиме на ваше натискання, перш ніж із кимось з’єднатися.',
  screenOn: 'Не гасити екран, доки щось передається',
  screenIsOn: 'Зараз щось передається, тож екран не згасне.',
  gentle: 'Схоже, за цей зв’язок платять за обсяг, тому сторінка надсилає мало, доки ви не виберете інакше.',
  ofThisShare: 'Ліміти цього пакунка',
  ofThisShareOn: 'Ліміти цього пакунка: увімкнено',
  stopAfter: 'Не надсилати більше ніж',
  timesItsSize: '× розмір',
}
