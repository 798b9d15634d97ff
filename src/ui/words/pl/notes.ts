import type { NotesWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const notesOf = (count: number) =>
  plural(count, {
    one: '1 notatka',
    few: `${number(count)} notatki`,
    many: `${number(count)} notatek`,
    other: `${number(count)} notatki`,
  })
/** „z 3 notatek” */
const ofNotes = (count: number) => plural(count, { one: '1 notatki', other: `${number(count)} notatek` })
const ofAnswers = (count: number) =>
  plural(count, { one: '1 odpowiedzi', other: `${number(count)} odpowiedzi` })

export const notes: NotesWords = {
  heading: 'Notatki',
  private: 'prywatne',
  privateReadOnly: 'prywatne, tylko do czytania',
  countOpen: (count, open) => `${number(count)}, otwarte: ${number(open)}`,
  shownOpen: (shown, count, open) => `${number(shown)} z ${number(count)}, otwarte: ${number(open)}`,
  noteBefore: 'Poprzednia notatka',
  noteBeforeKey: 'Poprzednia notatka (p)',
  nextNote: 'Następna notatka',
  nextNoteKey: 'Następna notatka (n)',
  exchange: 'Eksport lub import',
  moreBefore: (count) => `Pokaż więcej z ${number(count)} wcześniejszych`,
  moreNotes: (count) => `Pokaż więcej z ${ofNotes(count)}`,
  noneLikeThat: 'Nie ma takiej notatki.',
  nothingSaid:
    'Nikt jeszcze nic nie napisał. To, co tu się pojawi, zobaczą wszyscy, którzy mają tę przesyłkę, także później.',
  nothingSaidPrivate:
    'Nikt jeszcze nic nie napisał. To, co tu się pojawi, zobaczą wszyscy, którzy mają prywatny link, także później.',

  newNote: 'Nowa notatka',
  sayWhatYouSee: 'Napisz coś o tym, co widzisz',
  saySomething: 'Napisz coś o tym',
  drawing: 'Rysowanie',
  draw: 'Rysuj',
  add: 'Dodaj notatkę',
  addWithStrokes: (count) =>
    plural(count, {
      one: 'Dodaj notatkę z 1 kreską',
      other: `Dodaj notatkę z ${number(count)} kreskami`,
    }),
  about: 'O czym',
  thisMoment: 'Ta chwila',
  thisPicture: 'Ten obraz',
  thisPage: 'Ta strona',
  fileAsAWhole: 'Cały plik',
  everything: 'Wszystko',
  atThisTime: 'W tym momencie',
  until: 'Do',
  end: 'koniec',
  start: 'Początek',
  startHere: 'Początek tutaj',
  spanBegins: 'Tu zaczyna się fragment (i)',
  stop: 'Koniec',
  stopHere: 'Koniec tutaj',
  spanEnds: 'Tu kończy się fragment (o)',
  page: 'Strona',
  pageNumber: (page) => `Strona ${number(page)}`,
  problems: {
    'time-unclear': 'Podaj czas w minutach i sekundach, np. 1:05.',
    'span-without-beginning': 'Fragment musi mieć i początek, i koniec.',
    'span-backwards': 'Fragment kończy się po swoim początku.',
    'page-unclear': 'Podaj stronę jako liczbę.',
  },
  yourName: 'Twoje imię',
  yourColour: (colour) => `Twój kolor: ${colour}. Zmień`,
  inks: ['Czerwony', 'Bursztynowy', 'Zielony', 'Morski', 'Niebieski', 'Fioletowy', 'Różowy', 'Biały'],

  yourNote: 'Twoja notatka',
  asAWhole: 'do całości',
  drawingOf: 'rysunek',
  showDrawing: 'Pokaż rysunek',
  broughtBy: (name) => `dodane przez: ${name}`,
  edited: 'zmieniona',
  resolved: 'załatwiona',
  showAll: 'Pokaż całość',
  strokesOnly: (count) =>
    plural(count, {
      one: '1 kreska, bez słów',
      few: `${number(count)} kreski, bez słów`,
      many: `${number(count)} kresek, bez słów`,
      other: `${number(count)} kreski, bez słów`,
    }),
  save: 'Zapisz',
  deleteForAll: 'Usuń u wszystkich',
  keepIt: 'Zostaw',
  edit: 'Edytuj',
  delete: 'Usuń',
  hide: 'Ukryj',
  hideAllOf: (name) => `Ukryj wszystkie notatki, które pisze ${name}`,
  hideWhat: (name) => `Ukrywa na tej stronie wszystko, co pisze ${name}`,
  answer: 'Odpowiedz',
  yourAnswer: 'Twoja odpowiedź',
  send: 'Wyślij',
  resolve: 'Załatwione',
  loop: 'W pętli',
  copyLink: 'Kopiuj link do notatki',
  openAgain: 'Otwórz ponownie',
  answersBefore: (count) => `Pokaż więcej z ${ofAnswers(count)} wcześniej`,
  answersAfter: (count) => `Pokaż więcej z ${ofAnswers(count)} dalej`,
  full: 'Ta rozmowa jest pełna.',
  fullLeftOut: (count) =>
    plural(count, {
      one: 'Ta rozmowa jest pełna: nie widać 1 odpowiedzi od tych, którzy odpowiadają najwięcej.',
      other: `Ta rozmowa jest pełna: nie widać ${number(count)} odpowiedzi od tych, którzy odpowiadają najwięcej.`,
    }),

  search: 'Szukaj',
  searchNotes: 'Szukaj w notatkach',
  state: 'Stan',
  allNotes: 'Wszystkie notatki',
  open: 'Otwarte',
  resolvedOnes: 'Załatwione',
  author: 'Kto',
  everybody: 'Wszyscy',
  withDrawing: 'Z rysunkiem',

  whoIsHere: 'Kto tu jest',
  isHere: 'jest tutaj',
  looksAtIt: 'patrzy na to',
  looksAt: (name) => `ogląda ${name}`,
  watchesAt: (time) => `ogląda ${time}`,
  watchesAtIn: (time, name) => `ogląda ${time} w ${name}`,
  isAt: (time) => `jest przy ${time}`,
  isAtIn: (time, name) => `jest przy ${time} w ${name}`,
  watchAlong: 'Oglądaj razem',
  watchAlongWith: (name) => `Oglądaj to, co ${name}`,
  stopWatching: 'Przestań',
  stopWatchingWith: (name) => `Przestań oglądać to, co ${name}`,
  andMore: (count) => `i jeszcze ${number(count)}`,

  compare: 'Porównaj',
  twoVersions: 'Dwie wersje',
  secondVersion: 'Druga wersja',
  noOtherFilm: 'Na tej stronie nie ma innego filmu',
  layout: 'Jak pokazać obie',
  layouts: { beside: 'Obok siebie', wipe: 'Kurtyna', switch: 'Po jednej' },
  wipeLine: 'Gdzie kończy się pierwsza wersja',
  soundOf: 'Dźwięk',
  notesOn: 'Nowe notatki do',
  offsetSeconds: 'Przesunięcie w sekundach',
  offsetFrames: 'Przesunięcie w klatkach',
  version: (which) => `Wersja ${number(which)}`,
  versionNamed: (which, name) => `Wersja ${number(which)}: ${name}`,
  stopComparing: 'Zakończ porównywanie',
  secondFailed: 'Ta przeglądarka nie odtworzy drugiej wersji.',
  drawings: 'Rysunki',
  drawingBy: (name) => `Rysunek, autor: ${name}`,
  yourDrawing: 'Twój rysunek',
  whatToDraw: 'Co rysować',
  tools: { pen: 'Pisak', arrow: 'Strzałka', box: 'Ramka' },
  drawHere: 'Obszar rysowania',
  drawByKeys:
    'Strzałki przesuwają pióro, z Shift o trochę. Spacja stawia punkt, Enter kończy linię, Escape ją porzuca.',
  penDid: {
    moved: (across, down) => `${number(across)} % od lewej, ${number(down)} % od góry`,
    begun: (across, down) => `Początek: ${number(across)} % od lewej, ${number(down)} % od góry`,
    point: (across, down) => `Punkt: ${number(across)} % od lewej, ${number(down)} % od góry`,
    drawn: (across, down) => `Narysowano do: ${number(across)} % od lewej, ${number(down)} % od góry`,
    dropped: () => 'Nie narysowano',
  },
  colour: 'Kolor',
  undo: 'Cofnij',
  drawingFull: 'Rysunek jest pełny: nic więcej się nie zmieści.',

  saidFrom: (from) => `Od ${from}`,
  saidFromTo: (from, to) => `Od ${from} do ${to}`,
  saidNoNotes: 'Nie ma notatek.',
  saidNoFurther: 'Nie ma dalszych notatek.',
  saidNote: (at, of, by, text) => `Notatka ${number(at)} z ${number(of)}, ${by}: ${text}`,
  saidNew: (by, text) => `Nowe od: ${by}. ${text}`,
  saidMany: (count) =>
    plural(count, {
      one: '1 nowa notatka',
      few: `${number(count)} nowe notatki`,
      many: `${number(count)} nowych notatek`,
      other: `${number(count)} nowej notatki`,
    }),
  aDrawing: 'rysunek',

  fullElsewhere:
    'To omówienie jest pełne: na stronach innych osób nie ma miejsca na to, co piszesz. Zostaje to w tej przeglądarce. Inni mogą zrobić miejsce, ukrywając czyjeś notatki, albo ty rozpocznij prywatne omówienie.',
  fullHere:
    'To omówienie jest pełne: część tego, co napisali inni, nie jest tu widoczna. Ukryj czyjeś notatki, żeby zrobić miejsce.',
  answeredYou: (name) => `Nowa odpowiedź od: ${name}`,
  newAnswers: (count) =>
    plural(count, {
      one: '1 nowa odpowiedź',
      few: `${number(count)} nowe odpowiedzi`,
      other: `${number(count)} nowych odpowiedzi`,
    }),
  showAnswer: 'Pokaż odpowiedź',
  fresh: 'nowa',
  hiddenHere: 'Ukryte na tej stronie',
  isHidden: (name) => `Na tej stronie ukryto: ${name}`,
  show: 'Pokaż',
  showNotesOf: (name) => `Pokaż notatki, które pisze ${name}`,
  andOthers: (count) =>
    plural(count, {
      one: 'i 1 inna osoba',
      few: `i ${number(count)} inne osoby`,
      many: `i ${number(count)} innych osób`,
      other: `i ${number(count)} innej osoby`,
    }),

  review: 'Omówienie',
  withEverybody: 'Ze wszystkimi',
  privateCode: (code) => `Prywatne ${code}`,
  inPrivate: (code) => `To prywatne omówienie ${code}.`,
  linkToWrite: 'Link do prywatnego omówienia: kto go ma, czyta i pisze',
  copyLinkToWrite: 'Kopiuj link do omówienia',
  readOnly: 'To link tylko do czytania: widzisz, co piszą inni, ale nic tu nie napiszesz.',
  linkToRead: 'Link do omówienia, tylko do czytania',
  copyLinkToRead: 'Kopiuj link do czytania',
  leaveWhy:
    'Ta przeglądarka zapomni sekret. Bez jednego z powyższych linków nikt tu nie wróci, ty też nie; dla tych, którzy mają link, nic się nie zmienia.',
  leaveForget:
    'Usuń też jego notatki z tej przeglądarki, również moje. To, czego nie ma nikt inny, przepadnie.',
  leavePrivate: 'Opuść prywatne omówienie',
  stay: 'Zostań',
  leave: 'Opuść…',
  beginAnother: 'Rozpocznij inne',
  aboutPrivate:
    'Prywatne omówienie jest dla tych, którym wyślesz jego własny link: tylko oni przeczytają, co w nim napisano.',
  beginPrivate: 'Rozpocznij prywatne omówienie',
  goToOther: 'Przejść do innego prywatnego omówienia?',
  youAreIn: (shown, count, asked) =>
    `Jesteś w prywatnym omówieniu ${shown} (${notesOf(count)}). Otwarty link prowadzi do innego: ${asked}.`,
  youKeepBoth: (shown, asked) =>
    `Zachowasz oba, obok siebie. W ${asked} to, co napiszesz, przeczyta każdy, kto ma tamten link; w ${shown} nic się nie zmieni.`,
  goTo: (code) => `Przejdź do ${code}`,
  stayIn: (code) => `Zostań w ${code}`,

  exchangeHeading: 'Eksport i import notatek',
  asAFile: 'Jako plik',
  formats: {
    markdown: {
      name: 'Markdown',
      holds: 'Lista do czytania i odhaczania. Zawiera wszystko, także rysunki.',
    },
    csv: { name: 'Tabela (CSV)', holds: 'Dla arkuszy kalkulacyjnych. Zawiera wszystko, także rysunki.' },
    webvtt: {
      name: 'Napisy (WebVTT)',
      holds:
        'Notatki widoczne na filmie w każdym odtwarzaczu. Tylko te z czasem; rysunki dadzą się wczytać z powrotem, ale odtwarzacze ich nie pokazują.',
    },
    edl: {
      name: 'Znaczniki (EDL)',
      holds:
        'Dla DaVinci Resolve i innych. Tylko notatki z czasem, co do klatki podanej poniżej; bez rysunków.',
    },
    fcpxml: {
      name: 'Final Cut (FCPXML)',
      holds:
        'Znaczniki zadań dla Final Cut Pro. Tylko notatki z czasem, co do klatki jak podano niżej; bez rysunków.',
    },
    premiere: { name: 'Premiere (XML)', holds: 'Znaczniki dla Premiere. Tak samo.' },
  },
  framesASecond: 'Klatki na sekundę',
  fromHour: 'od godziny',
  saveNotes: (count) =>
    plural(count, {
      one: 'Zapisz 1 notatkę',
      few: `Zapisz ${number(count)} notatki`,
      many: `Zapisz ${number(count)} notatek`,
      other: `Zapisz ${number(count)} notatki`,
    }),
  reading: 'Wczytywanie…',
  import: 'Importuj z pliku',
  importLabel: 'Importuj notatki z pliku',
  imported: (added, answers) => `Dodano notatki: ${number(added)}, odpowiedzi: ${number(answers)}.`,
  importedKnown: (count) =>
    plural(count, {
      one: '1 już tu była.',
      few: `${number(count)} już tu były.`,
      many: `${number(count)} już tu było.`,
      other: `${number(count)} już tu było.`,
    }),
  importedAstray: (count) =>
    plural(count, {
      one: '1 dotyczy pliku, którego nie ma w tej przesyłce: teraz odnosi się do całości.',
      few: `${number(count)} dotyczą plików, których nie ma w tej przesyłce: teraz odnoszą się do całości.`,
      many: `${number(count)} dotyczy plików, których nie ma w tej przesyłce: teraz odnoszą się do całości.`,
      other: `${number(count)} dotyczy plików, których nie ma w tej przesyłce: teraz odnoszą się do całości.`,
    }),
  importedSkipped: (count) =>
    plural(count, {
      one: 'Nie udało się odczytać 1 wpisu.',
      other: `Nie udało się odczytać ${number(count)} wpisów.`,
    }),
}
