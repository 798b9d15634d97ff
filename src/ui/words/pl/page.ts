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
  dropFiles: 'Upuść pliki, aby je wysłać',
  sendFiles: 'Wyślij pliki',
  letGo: 'Upuść, aby udostępnić',
  oneMoment: 'Chwileczkę…',
  nothingUploaded: 'Pliki idą prosto z twojej przeglądarki do innych osób.',
  chooseFiles: 'Wybierz pliki',
  chooseFolder: 'Wybierz folder',
  addFiles: 'Dodaj pliki',
  addFolder: 'Dodaj folder',
  sealIt: 'Zapieczętuj: odczyta tylko ten, kto ma link',
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
  goneShareWhy: 'Strona została odświeżona, zanim była gotowa. Dodaj pliki jeszcze raz.',

  elsewhere: 'Shoal jest otwarty w innej karcie.',
  elsewhereWhy: 'Tam wszystko trwa dalej.',
  useHere: 'Kontynuuj tutaj',
  olderOpen: 'W innej karcie jest otwarta starsza wersja Shoal.',
  olderOpenWhy: 'Ta ruszy, gdy tylko tamta karta zostanie zamknięta.',
  newerThere: 'Jest nowsza wersja Shoal.',
  newerThereWhy: 'Wczytaj stronę na nowo, aby kontynuować; nic nie przepadnie.',
  loadAnew: 'Wczytaj na nowo',

  notLoadedWhy: 'Sprawdź, czy masz internet, i spróbuj ponownie.',
  notLoaded: 'Część Shoal się nie wczytała.',
  somethingFailed: 'Coś poszło nie tak. Sprawdź, czy masz internet, i spróbuj ponownie.',
  cannotWork: 'Shoal nie może tu działać.',
  whyNothingMoves: 'Dlaczego nic się nie dzieje?',
  checkConnection: 'Sprawdź moje połączenie',

  announceAddress: 'Adres announce',
  copy: 'Kopiuj',
}
