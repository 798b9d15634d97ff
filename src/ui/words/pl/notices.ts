import type { FaultsWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const opened = (count: number) =>
  plural(count, {
    one: 'Otwarto 1 link.',
    few: `Otwarto ${number(count)} linki.`,
    many: `Otwarto ${number(count)} linków.`,
    other: `Otwarto ${number(count)} linku.`,
  })

export const notices: FaultsWords['notices'] = {
  filesWithheld: (names) => `Przeglądarka nie może odczytać: ${names}. Zezwól na to albo wybierz inne pliki.`,
  folderEmpty: 'Nie ma tam żadnego pliku: folder jest pusty. Wybierz inny.',
  pasteNotOpened: (why) => `Nie udało się. ${why}`,
  linksOpened: opened,
  someLinksOpened: (count, left) =>
    `${opened(count)} Nie zmieściło się więcej, zostało ${number(left)}: wklej je w drugiej turze.`,
  torrentNotOpened: (name, why) => `Nie udało się otworzyć „${name}” jako torrenta. ${why}`,
  launchNotRead: (name) => `Nie udało się odczytać „${name}”. Otwórz plik jeszcze raz.`,
  sharedMissed: 'Nic tu nie dotarło. Udostępnij jeszcze raz albo wybierz pliki na tej stronie.',
  sharedTooLarge: 'To za dużo na jeden raz. Wybierz pliki na tej stronie.',
  filesAsk: (files) => `Inna aplikacja lub witryna chce, żeby wysłać: ${files}.`,
  textAsks: 'Inna aplikacja lub witryna chce, żeby wysłać tekst.',
  memberAlready: 'Masz już członkostwo w tej witrynie. Zaproszenie zostaje dla innych.',
  memberNow:
    'Masz teraz członkostwo w tej witrynie. Ta przeglądarka to zapamięta; nic więcej nie trzeba robić.',
  memberForNow:
    'Masz członkostwo w tej witrynie do zamknięcia tej strony: przeglądarka niczego dla niej nie zapamiętuje.',
  memberNotYet: (why) => `Nie masz jeszcze członkostwa. ${why}`,
  invitationVoid:
    'To zaproszenie już nie działa: zostało wykorzystane, wygasło lub je cofnięto. Poproś o inne.',
  passkeyVoid: 'Passkey w tym adresie nie jest tu ważny albo stracił ważność.',
  membershipEnded: 'Nie masz już członkostwa w tej witrynie. Poproś osobę, która ją prowadzi, o zaproszenie.',
  membersOnly: 'Ta witryna jest tylko dla członków. Poproś o link z zaproszeniem i otwórz go tutaj.',
  fileNotSaved: (name, why) => `Nie udało się zapisać „${name}”. ${why}`,
  folderNotSaved: (why) => `Nie udało się zapisać wszystkich plików. ${why}`,
  folderSaved: (folder) => `Wszystkie pliki są w „${folder}”.`,
  renamed: (from, to) => `Nazwy „${from}” nie da się zapisać: plik nazywa się „${to}”.`,
  renamedAndMore: (from, to, more) =>
    plural(more, {
      one: `Nazwy „${from}” nie da się zapisać: plik nazywa się „${to}”. Zmieniono też 1 inną nazwę.`,
      few: `Nazwy „${from}” nie da się zapisać: plik nazywa się „${to}”. Zmieniono też ${number(more)} inne nazwy.`,
      many: `Nazwy „${from}” nie da się zapisać: plik nazywa się „${to}”. Zmieniono też ${number(more)} innych nazw.`,
      other: `Nazwy „${from}” nie da się zapisać: plik nazywa się „${to}”. Zmieniono też ${number(more)} innej nazwy.`,
    }),
  zipNotSaved: (why) => `Nie udało się zapisać pliku ZIP. ${why}`,
  zipCancelled: 'Pobieranie pliku ZIP zostało anulowane.',
  zipSaved: 'Plik ZIP jest wśród pobranych plików.',
}
