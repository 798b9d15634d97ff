import type { FaultsWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const opened = (count: number) =>
  plural(count, {
    one: `Відкрито ${number(count)} посилання.`,
    few: `Відкрито ${number(count)} посилання.`,
    many: `Відкрито ${number(count)} посилань.`,
    other: `Відкрито ${number(count)} посилання.`,
  })

export const notices: FaultsWords['notices'] = {
  filesWithheld: (names) => `Браузер не може прочитати ${names}. Дозвольте це або виберіть інші файли.`,
  folderEmpty: 'Там немає жодного файлу: тека порожня. Виберіть іншу.',
  pasteNotOpened: (why) => `Не вийшло. ${why}`,
  linksOpened: opened,
  someLinksOpened: (count, left) =>
    `${opened(count)} Не вмістилося ще ${number(left)}: вставте їх другим заходом.`,
  torrentNotOpened: (name, why) => `Не вдалося відкрити «${name}» як торент. ${why}`,
  launchNotRead: (name) => `Не вдалося прочитати «${name}». Відкрийте файл ще раз.`,
  sharedMissed: 'Сюди нічого не надійшло. Поділіться ще раз або виберіть файли на цій сторінці.',
  sharedTooLarge: 'Це забагато для одного разу. Виберіть файли на цій сторінці.',
  filesAsk: (files) => `Інша програма або сайт хоче, щоб ви надіслали: ${files}.`,
  textAsks: 'Інша програма або сайт хоче, щоб ви надіслали текст.',
  memberAlready: 'Ви вже учасник цього сайту. Запрошення лишилося для інших.',
  memberNow: 'Тепер ви учасник цього сайту. Цей браузер це запам’ятає; більше нічого робити не треба.',
  memberForNow:
    'Ви учасник цього сайту, доки не закриєте цю сторінку: браузер нічого для неї не запам’ятовує.',
  memberNotYet: (why) => `Ви ще не учасник. ${why}`,
  invitationVoid:
    'Це запрошення більше не діє: його використано, воно застаріло або його скасовано. Попросіть інше.',
  passkeyVoid: 'Passkey у цій адресі тут не діє або вже не діє.',
  membershipEnded: 'Ви більше не учасник цього сайту. Попросіть запрошення в того, хто ним керує.',
  membersOnly: 'Цей сайт лише для учасників. Попросіть посилання-запрошення й відкрийте його тут.',
  fileNotSaved: (name, why) => `Не вдалося зберегти «${name}». ${why}`,
  folderNotSaved: (why) => `Не вдалося зберегти всі файли. ${why}`,
  folderSaved: (folder) => `Усі файли в «${folder}».`,
  renamed: (from, to) => `Назву «${from}» неможливо записати: файл названо «${to}».`,
  renamedAndMore: (from, to, more) =>
    plural(more, {
      one: `Назву «${from}» неможливо записати: файл названо «${to}». Змінено ще ${number(more)} назву.`,
      few: `Назву «${from}» неможливо записати: файл названо «${to}». Змінено ще ${number(more)} назви.`,
      many: `Назву «${from}» неможливо записати: файл названо «${to}». Змінено ще ${number(more)} назв.`,
      other: `Назву «${from}» неможливо записати: файл названо «${to}». Змінено ще ${number(more)} назви.`,
    }),
  zipNotSaved: (why) => `Не вдалося зберегти ZIP. ${why}`,
  zipCancelled: 'Завантаження ZIP скасовано.',
  zipSaved: 'ZIP — серед ваших завантажень.',
}
