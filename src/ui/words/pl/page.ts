import type { PageWords } from '../areas.ts'
import { number, plural } from './speech.ts'

export const page: PageWords = {
  title: 'Shoal: pliki prosto z przeglądarki do przeglądarki',

  fewSeconds: 'kilka sekund',
  longTime: 'bardzo długo',
  hours: (hours, minutes) => (minutes === '0' ? `${hours} godz.` : `${hours} godz. ${minutes} min`),
  quoted: (name) => `„${name}”`,
  andMore: (count) => `jeszcze ${number(count)}`,
  files: (count) =>
    plural(count, {
      one: '1 plik',
      few: `${number(count)} pliki`,
      many: `${number(count)} plików`,
      other: `${number(count)} pliku`,
    }),
  people: (count) =>
    plural(count, {
      one: '1 osoba',
      few: `${number(count)} osoby`,
      many: `${number(count)} osób`,
      other: `${number(count)} osoby`,
    }),
  untitled: (code) => `Przesyłka ${code}…`,
  sealedShare: 'Zapieczętowana przesyłka',
  progress: 'Postęp',
  progressOf: (name) => `Postęp: ${name}`,

  close: 'Zamknij',
  done: 'Gotowe',
  cancel: 'Anuluj',
  tryAgain: 'Spróbuj ponownie',
  trying: 'Próbuję…',
  dismiss: 'Odrzuć',
  copied: 'Skopiowano',
  toldCopied: 'Skopiowano.',
  mayNotCopy: 'Przeglądarka nie pozwala tej stronie kopiować. Zaznacz tekst i naciśnij Ctrl+C lub ⌘C.',
  mayNotCopySelected:
    'Przeglądarka nie pozwala tej stronie kopiować. Tekst jest zaznaczony: naciśnij Ctrl+C lub ⌘C.',
  language: 'Język',
  languageFailed:
    'Nie udało się wczytać tego języka. Sprawdź połączenie z internetem i wybierz go jeszcze raz.',
  licences: 'Licencje',
  qrNotDrawn: 'Nie udało się narysować kodu QR: link jest za długi albo zniknęło połączenie z tą witryną.',
  shareAsText: 'Udostępnij jako tekst',
  shareTheFile: 'Udostępnij sam plik',

  send: 'Wyślij',
  dropFiles: 'Upuść pliki, aby je udostępnić',
  letGo: 'Upuść, aby udostępnić',
  oneMoment: 'Chwileczkę…',
  nothingUploaded: 'Pliki idą prosto z twojej przeglądarki do innych osób. Nic nie trafia na serwer.',
  chooseFiles: 'Wybierz pliki',
  chooseFolder: 'Wybierz folder',
  addFiles: 'Dodaj pliki',
  addFolder: 'Dodaj folder',
  sealIt: 'Zapieczętuj: odczyta tylko ten, kto ma link',
  sealTerms: 'Hasło i termin',
  sealPassword: 'Hasło, oprócz linku',
  sealPasswordHint: 'Przekaż je inną drogą niż link. Nikt ci go nie odzyska.',
  sealEnds: 'Kończy się',
  sealEndsHint:
    'Potem strony przestają ją wysyłać i usuwają to, co z niej mają. To obietnica między uczciwymi stronami, nie zamek.',
  endsNever: 'nigdy',
  endsInHour: 'za godzinę',
  endsInDay: 'za dzień',
  endsInWeek: 'za tydzień',
  endsInMonth: 'za 30 dni',
  sealWith: 'Zapieczętuj tak',
  sealedOnly: 'Ta witryna pieczętuje wszystko, co się tu udostępnia.',
  receive: 'Odbierz',
  linkField: 'Link magnet, info hash lub link do przesyłki',
  pasteLink: 'Wklej link',
  get: 'Odbierz',
  linkCut: 'Część tego linku zgubiła się po drodze. Poproś o niego jeszcze raz.',
  stepDrop: 'Upuść tu pliki',
  stepSend: 'Wyślij link',
  stepWait: 'Nie zamykaj tej strony, dopóki wszystko nie dotrze',
  yourShares: 'Twoje przesyłki',
  dropNotRead:
    'Przeglądarka nie mogła odczytać upuszczonych plików. Spróbuj ponownie albo użyj przycisku „Wybierz pliki”.',

  speedLimits: 'Limity',
  speedLimitsOn: 'Limity: włączone',
  colours: {
    system: 'Kolory: jak w systemie',
    light: 'Kolory: jasne',
    dark: 'Kolory: ciemne',
  },
  changeColours: {
    system: 'Kolory: jak w systemie. Zmień',
    light: 'Kolory: jasne. Zmień',
    dark: 'Kolory: ciemne. Zmień',
  },

  openingShare: 'Otwieranie przesyłki…',
  openingNamed: (name) => `Otwieranie: ${name}…`,
  goneShare: 'Tej przesyłki już tu nie ma.',
  goneShareWhy:
    'Jej pliki były jeszcze przygotowywane, gdy strona wczytała się na nowo albo przesyłka została anulowana. Upuść je jeszcze raz lub wybierz powyżej.',
  somebodyShares: 'Ktoś coś ci udostępnia.',
  ofItFiles: (count) =>
    plural(count, {
      one: '1 plik z całości',
      few: `${number(count)} pliki z całości`,
      many: `${number(count)} plików z całości`,
      other: `${number(count)} pliku z całości`,
    }),
  nobodyContacted:
    'Zgodnie z twoim wyborem strona z nikim się jeszcze nie połączyła. Po połączeniu ta witryna i wszyscy, którzy mają otwarty ten link, zobaczą twój adres sieciowy (IP), jeszcze zanim cokolwiek pobierzesz.',
  connect: 'Połącz',
  infoHash: 'Info hash',

  elsewhere: 'Shoal jest otwarty w innej karcie.',
  elsewhereWhy:
    'Tylko jedna karta naraz przesyła pliki. Tam wszystko trwa dalej; możesz też kontynuować tutaj.',
  useHere: 'Kontynuuj tutaj',
  olderOpen: 'W innej karcie jest otwarta starsza wersja Shoal.',
  olderOpenWhy: 'Ta ruszy, gdy tylko tamta karta zostanie zamknięta.',
  newerThere: 'Jest nowsza wersja Shoal.',
  newerThereWhy: 'Wczytaj stronę na nowo, aby kontynuować; nic nie przepadnie.',
  loadAnew: 'Wczytaj na nowo',

  notLoadedWhy: 'Sprawdź, czy masz internet, i spróbuj ponownie.',
  notLoaded: {
    admin: 'Nie udało się wczytać strony administracji.',
    doctor: 'Nie udało się wczytać narzędzia, które szuka przyczyny.',
    engine: 'Nie udało się wczytać tej części Shoal, która przesyła pliki.',
    keys: 'Nie udało się wczytać listy klawiszy.',
    notes: 'Nie udało się wczytać notatek.',
    player: 'Nie udało się wczytać odtwarzacza.',
    settings: 'Nie udało się wczytać ustawień.',
    sharePage: 'Nie udało się wczytać strony tej przesyłki.',
    shares: 'Nie udało się wczytać listy twoich przesyłek.',
    viewer: 'Nie udało się wczytać podglądu.',
  },
  somethingFailed: 'Coś poszło nie tak. Sprawdź, czy masz internet, i spróbuj ponownie.',
  cannotWork: 'Shoal nie może tu działać.',
  whyNothingMoves: 'Dlaczego nic się nie dzieje?',
  checkConnection: 'Sprawdź moje połączenie',

  kept: (used, free) => `W tej przeglądarce: zajęte ${used}, wolne ${free}.`,
  mayBeCleared: 'Przeglądarka może to usunąć, gdy na dysku zabraknie miejsca.',
  leftovers: (size) => `${size} z tego zajmują przesyłki, których nie ma już na liście.`,
  deleteLeftovers: 'Usuń je',

  announceAddress: 'Adres announce',
  copy: 'Kopiuj',

  toWatch: 'Do obejrzenia',
  lookingWhatThereIs: 'Sprawdzam, co tu jest…',
  nothingPublished: 'Nic tu jeszcze nie opublikowano.',
  watch: (name) => `Obejrzyj: ${name}`,
  moreToCome: (count) =>
    plural(count, {
      one: 'Jeszcze 1 plik pojawi się, gdy serwer go odczyta.',
      few: `Jeszcze ${number(count)} pliki pojawią się, gdy serwer je odczyta.`,
      many: `Jeszcze ${number(count)} plików pojawi się, gdy serwer je odczyta.`,
      other: `Jeszcze ${number(count)} pliku pojawi się, gdy serwer je odczyta.`,
    }),
}
