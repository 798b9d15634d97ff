import type { ShareWords } from '../areas.ts'
import { number, plural } from './speech.ts'

export const files: ShareWords['files'] = {
  linkToSome: 'Link do kilku plików',
  chooseAll: 'Wybierz wszystkie',
  chooseNone: 'Odznacz wszystkie',
  find: 'Szukaj pliku po nazwie',
  sort: 'Sortuj pliki',
  found: (found, count, size) =>
    `${number(found)} z ${plural(count, { one: '1 pliku', other: `${number(count)} plików` })}, ${size}`,
  fetchNamed: (name) => `Pobierz: ${name}`,
  linkToNamed: (name) => `Link do: ${name}`,
  tickThem: 'Zaznacz pliki, do których ma prowadzić link. Kto go otworzy, może pobrać też pozostałe.',
  linkToFiles: (count) => plural(count, { one: 'Link do 1 pliku', other: `Link do ${number(count)} plików` }),
  copyThisLink: 'Kopiuj ten link',

  play: 'Odtwórz',
  playNamed: (name) => `Odtwórz: ${name}`,
  preview: 'Podgląd',
  previewNamed: (name) => `Podgląd: ${name}`,
  closeNamed: (name) => `Zamknij: ${name}`,
  showLarge: (name) => `Powiększ: ${name}`,
  actionsFor: (name) => `Działania: ${name}`,
  opening: 'Otwieranie…',
  inside: (name) => `Co zawiera ${name}`,
  copyText: 'Kopiuj tekst',
  onlyBeginning: 'To tylko początek; zapisz plik, aby zobaczyć całość.',
  cannotBeShown: (why) => `Nie można tego pokazać. ${why}`,
  noPicture: 'Nie można tego pokazać: przeglądarka nie zna tego rodzaju obrazów.',
  pictures: 'Obrazy',
  pictureBefore: 'Poprzedni obraz',
  nextPicture: 'Następny obraz',
  placeOf: (place, count) => `${number(place)} z ${number(count)}`,
  pageOf: (name, page) => `${name}, strona ${number(page)}`,
  frameMemory: (most) =>
    `Ta ramka niczego nie zachowuje: film jest w pamięci, dopóki się odtwarza, najwyżej ${most}.`,
  frameTooSmall: (most) =>
    `Za duży dla tej ramki, która mieści najwyżej ${most}. Otwórz film na samej stronie.`,
  page: 'Strona',
  pageBefore: 'Poprzednia strona',
  nextPage: 'Następna strona',

  player: (name) => `Odtwarzacz: ${name}`,
  filmAndControls: 'Film i sterowanie',
  startingPlayer: 'Uruchamianie odtwarzacza…',
  closePlayer: 'Zamknij odtwarzacz',
  previous: 'Wstecz',
  next: 'Dalej',
  soundLanguage: 'Język dźwięku',
  cannotPlay: (name) =>
    `Ta przeglądarka nie może odtworzyć „${name}”. Zapisz plik i odtwórz go w innym programie.`,
  cannotPlayYet: (name, pause) =>
    `Ta przeglądarka nie może odtworzyć „${name}”. Pobierz plik i odtwórz go w innym programie albo ${pause}.`,
  pauseDownload: 'wstrzymaj pobieranie',
  onlySound: (name) =>
    `Ta przeglądarka odtwarza tylko dźwięk z „${name}”. Zapisz plik i odtwórz go w innym programie.`,
  chapters: 'Rozdziały',
  codedAs: (codec: string) => `Jest zakodowany w ${codec}, którego ta przeglądarka nie zna.`,
  silent: (codec: string) => `Dźwięk jest zakodowany w ${codec}, którego ta przeglądarka nie odtworzy.`,
  lost: (name) => `Nie udało się dalej odczytać „${name}”. Zamknij odtwarzacz i odtwórz jeszcze raz.`,
  waitingForNext: 'Czekam na ciąg dalszy…',

  saveAll: 'Zapisz wszystko',
  saveHere: 'Zapisz, co już jest',
  saveZip: 'Zapisz jako ZIP',
  writingFile: (place, count) => `Zapisywanie pliku ${number(place)} z ${number(count)}…`,
  writingZip: 'Zapisywanie pliku ZIP…',
  zipProgress: 'Postęp pliku ZIP',
  stop: 'Przerwij',
}
