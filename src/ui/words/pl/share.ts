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
      one: `1 plik, ${size}`,
      few: `${number(count)} pliki, ${size}`,
      many: `${number(count)} plików, ${size}`,
      other: `${number(count)} pliku, ${size}`,
    }),

  sealed: 'Zapieczętowane: odczyta to tylko ten, kto ma cały link.',
  asksPassword: 'Ta przesyłka ma hasło. Zapytaj osobę, która wysłała link.',
  password: 'Hasło',
  openIt: 'Otwórz',
  endsOn: (moment) => `Termin: ${moment}.`,
  sealAnew: 'Powstanie inna przesyłka, z innym linkiem.',
  endedMine:
    'Termin, który ustawiono, minął. Twoje pliki zostają na swoim miejscu: udostępnij je ponownie, aby dostać nowy link.',
  toStart: 'Do strony głównej',
  name: 'Nazwa',
  youSendToo: 'Dopóki ta strona jest otwarta, inni odbierają to także od ciebie.',
  doneSaved: 'Gotowe. Zapisane.',
  doneHere: 'Gotowe. Wszystko już tu jest.',
  received: (percent, size) => `${percent} z ${size}`,
  timeLeft: (time) => `jeszcze ${time}`,
  percentDone: (tens) => `Gotowe w ${number(tens)} procentach`,

  download: 'Pobierz',
  resume: 'Wznów',
  pause: 'Wstrzymaj',
  openFiles: 'Otwórz jej pliki',
  remove: 'Usuń',
  save: 'Zapisz',
  chooseAgain: {
    file: 'Wybierz plik jeszcze raz',
    files: 'Wybierz pliki jeszcze raz',
    folder: 'Wybierz folder jeszcze raz',
  },
  keepCopy: 'Zachowaj kopię w przeglądarce',
  keepingCopy: (percent) => `Tworzenie kopii: ${percent}`,
  copyKept: 'Kopia jest w tej przeglądarce',
  whyACopy: 'Wtedy po ponownym wczytaniu strony o nic nie pytamy, a link od razu znów działa.',
  tellMe: {
    here: 'Powiadom, gdy ktoś się pojawi',
    done: 'Powiadom, gdy będzie gotowe',
    theirs: 'Powiadom, gdy dotrze',
  },
  mayNotTell: 'Powiadomienia są zablokowane. Zezwól na nie tej witrynie i spróbuj ponownie.',
  told: {
    ownerHere: 'Jest ktoś, kto to ma.',
    linkReady: 'Link jest gotowy.',
    opened: 'Ktoś to otworzył.',
    sent: 'Ktoś ma już całość.',
  },

  removeNamed: (name) => `Usunąć „${name}”?`,
  removeMany: (count) =>
    plural(count, {
      one: 'Usunąć 1 przesyłkę?',
      few: `Usunąć ${number(count)} przesyłki?`,
      many: `Usunąć ${number(count)} przesyłek?`,
      other: `Usunąć ${number(count)} przesyłki?`,
    }),
  removeMine: 'Jej link przestanie stąd działać. Same pliki zostaną na swoim miejscu.',
  removeManyMine: 'Ich linki przestaną stąd działać. Twoje własne pliki zostaną na swoim miejscu.',
  removeTheirs: 'Usuwa kopię z tej przeglądarki. Zapisane pliki zostają.',
  notRemoved: (name, why) => `Nie udało się usunąć „${name}”. ${why}`,
  removed: (name) => `Usunięto „${name}”.`,
  removedMany: (count) =>
    plural(count, {
      one: 'Usunięto 1 przesyłkę.',
      few: `Usunięto ${number(count)} przesyłki.`,
      many: `Usunięto ${number(count)} przesyłek.`,
      other: `Usunięto ${number(count)} przesyłki.`,
    }),
  undo: 'Cofnij',

  shareLink: 'Link do przesyłki',
  copyLink: 'Kopiuj link',
  copyTheLink: 'Kopiuj link',
  copyLinkTo: (name) => `Kopiuj link do: ${name}`,
  mayNotCopyLink: 'Przeglądarka nie pozwala tej stronie kopiować. Link jest niżej, pod „Link i pliki”.',
  qrCode: 'Kod QR',
  qrCodeOfLink: 'Kod QR linku do przesyłki',
  sendOn: 'Wyślij…',

  people: 'Osoby',
  somebody: 'Ktoś',
  unknownProgram: 'nieznany program',
  hasIt: 'ma całość',
  looks: 'ogląda',
  percentAndLeft: (percent, time) => `${percent}, jeszcze ${time}`,
  andMore: (count) => `i jeszcze ${number(count)}`,
  whatOthersCallYou: 'Jak widzą cię inni',
  aNameIfYouLike: 'Imię, jeśli chcesz',
  youAnd: (count) =>
    plural(count, {
      one: 'Ty i 1 osoba.',
      few: `Ty i ${number(count)} osoby.`,
      many: `Ty i ${number(count)} osób.`,
      other: `Ty i ${number(count)} osoby.`,
    }),
  youAndBusiest: (count, most) =>
    plural(count, {
      one: `Ty i 1 osoba; najaktywniejsze na obrazku: ${number(most)}.`,
      few: `Ty i ${number(count)} osoby; najaktywniejsze na obrazku: ${number(most)}.`,
      many: `Ty i ${number(count)} osób; najaktywniejsze na obrazku: ${number(most)}.`,
      other: `Ty i ${number(count)} osoby; najaktywniejsze na obrazku: ${number(most)}.`,
    }),
  receivedAndSent: (received, sent) => `Od otwarcia tej strony odebrano ${received}, wysłano ${sent}.`,
  youReceive: (rate) => `Odbierasz ${rate}`,
  youSend: (rate) => `Wysyłasz ${rate}`,
  rateAtMost: (rate) => `najwyżej ${rate}`,
  aMinuteAgo: 'minutę temu',
  now: 'teraz',
  sends: (rate) => `wysyła ${rate}`,
  fromPeopleAndSite: (people, site, host, sent) =>
    `Od innych osób: ${people}, z ${host}: ${site}; wysłano innym: ${sent}.`,
  siteNotAsked: (host, why) => `Serwer ${host} jest na razie pomijany. ${why}`,

  partsHere: (count) =>
    plural(count, {
      one: 'Jedyna część już tu jest.',
      few: `Wszystkie ${number(count)} części już tu są.`,
      many: `Wszystkie części już tu są: ${number(count)}.`,
      other: `Wszystkie części już tu są: ${number(count)}.`,
    }),
  partsOf: (here, count) => `Części na miejscu: ${number(here)} z ${number(count)}.`,
  partsOfAndComing: (here, count, coming) =>
    `Części na miejscu: ${number(here)} z ${number(count)}, w drodze: ${number(coming)}.`,

  addressSeen: 'Osoby, które mają otwarty ten link, mogą zobaczyć twój adres IP.',
  downloadAsks: (count, trackers) =>
    plural(count, {
      one: `„Pobierz” pyta też ${trackers} o osoby, które to mają; ten tracker pozna twój adres.`,
      other: `„Pobierz” pyta też ${trackers} o osoby, które to mają; te trackery poznają twój adres.`,
    }),
  linkNames: (count, trackers) =>
    plural(count, {
      one: `Link wymienia też ${trackers}. Ten tracker może znać więcej osób, które to mają, ale poznałby twój adres i to, czego szukasz.`,
      other: `Link wymienia też ${trackers}. Te trackery mogą znać więcej osób, które to mają, ale poznałyby twój adres i to, czego szukasz.`,
    }),
  alwaysConnect: 'Łącz zawsze',
  copyNear: (hosts) =>
    `Link mówi, że kopię ma ${hosts}. To adres w twojej własnej sieci lub na tym urządzeniu; użyj jej tylko, jeśli go znasz.`,
  useThisCopy: 'Użyj tej kopii',

  otherShares: 'Inne przesyłki',
  select: 'Zaznacz',
  selectNamed: (name) => `Zaznacz: ${name}`,
  selected: (count) =>
    plural(count, {
      one: 'Zaznaczono 1 przesyłkę',
      few: `Zaznaczono ${number(count)} przesyłki`,
      many: `Zaznaczono ${number(count)} przesyłek`,
      other: `Zaznaczono ${number(count)} przesyłki`,
    }),
  withSelected: 'Co zrobić z zaznaczonymi',
  all: 'Wszystkie',
  none: 'Żadna',
  findShare: 'Szukaj przesyłki',
  sortShares: 'Sortuj przesyłki',
  newestFirst: 'Od najnowszych',
  byName: 'Według nazwy',
  largestFirst: 'Od największych',
  noneNamed: (words) => `Żadna nie ma w nazwie „${words}”.`,
  notShown: (why) => `Nie można pokazać tej przesyłki. ${why}`,
  removeIt: 'Usuń',
  linkAndFiles: 'Link i pliki',
  link: 'Link',

  somebodyShares: 'Ktoś coś ci udostępnia.',
  ofItFiles: (count) =>
    plural(count, {
      one: '1 plik z całości',
      few: `${number(count)} pliki z całości`,
      many: `${number(count)} plików z całości`,
      other: `${number(count)} pliku z całości`,
    }),
  nobodyContacted:
    'Nie masz jeszcze połączenia. Potem ta witryna i wszyscy z otwartym linkiem zobaczą twój adres IP.',
  connect: 'Połącz',
  toWatch: 'Do obejrzenia',
  lookingWhatThereIs: 'Sprawdzam, co tu jest…',
  nothingPublished: 'Nic tu jeszcze nie opublikowano.',
  live: 'Na żywo',
  watch: (name) => `Obejrzyj: ${name}`,
  moreToCome: (count) =>
    plural(count, {
      one: 'Jeszcze 1 plik pojawi się, gdy serwer go odczyta.',
      few: `Jeszcze ${number(count)} pliki pojawią się, gdy serwer je odczyta.`,
      many: `Jeszcze ${number(count)} plików pojawi się, gdy serwer je odczyta.`,
      other: `Jeszcze ${number(count)} pliku pojawi się, gdy serwer je odczyta.`,
    }),

  sealTerms: 'Hasło i termin',
  sealPassword: 'Hasło, oprócz linku',
  sealPasswordHint: 'Przekaż je inną drogą niż link. Nikt ci go nie odzyska.',
  sealEnds: 'Kończy się',
  sealEndsHint: 'Potem nie jest już udostępniana. Uczciwe strony usuwają kopię; innych nikt nie zmusi.',
  endsNever: 'nigdy',
  endsInHour: 'za godzinę',
  endsInDay: 'za dzień',
  endsInWeek: 'za tydzień',
  endsInMonth: 'za 30 dni',
  sealWith: 'Zapieczętuj tak',
  kept: (used, free) => `W tej przeglądarce: zajęte ${used}, wolne ${free}.`,
  mayBeCleared: 'Przeglądarka może to usunąć, gdy na dysku zabraknie miejsca.',
  leftovers: (size) => `${size} z tego zajmują przesyłki, których nie ma już na liście.`,
  deleteLeftovers: 'Usuń je',
}
