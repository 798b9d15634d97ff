import type { FaultsWords } from '../areas.ts'
import { failures } from './failures.ts'
import { notices } from './notices.ts'
import { number, plural } from './speech.ts'
import { torrents } from './torrents.ts'

export const faults: FaultsWords = {
  failures,
  notices,
  torrents,

  unexpected: 'Stało się coś nieoczekiwanego.',
  fileChanged: 'Plik tej przesyłki został zmieniony, przeniesiony lub usunięty.',
  fileDamaged: 'Plik tej przesyłki nie jest już tym, co udostępniono.',
  copyUnusable: (why) => `Nie można użyć tej kopii. ${why}`,
  addressTooLarge: (host, most) =>
    `To, co wysłał ${host}, jest większe niż ${most}: to nie plik .torrent. Czy adres się zgadza?`,
  serverError: (status) => `Serwer mówi: błąd ${status}.`,
  linksNotOpened: (count, of, why) =>
    `Nie udało się otworzyć ${number(count)} z ${plural(of, { one: '1 linku', other: `${number(of)} linków` })}. ${why}`,

  plain: {
    'nothing-chosen': 'Najpierw wybierz co najmniej jeden plik.',
    'file-incomplete': 'Ten plik nie jest jeszcze kompletny.',
    'data-not-open': 'Dane tej przesyłki nie są otwarte.',
    'share-removed': 'Ta przesyłka została usunięta.',
    'engine-elsewhere': 'Inna karta przejęła działanie.',
    'files-not-opened':
      'Przeglądarka nie otworzyła plików: zmieniono je lub przeniesiono albo nie miała pozwolenia. Wybierz je jeszcze raz.',
    'files-of-other-sizes': 'To nie są pliki tej przesyłki: mają inne rozmiary.',
    'password-wrong': 'To nie jest jej hasło. Wielkość liter ma znaczenie.',
    'sealed-part-damaged':
      'Część tej przesyłki nie jest tym, co zapieczętowano. Poproś nadawcę, żeby wysłał ją jeszcze raz.',
    'files-of-other-contents': 'To nie są pliki tej przesyłki: mają inną zawartość.',
    'not-a-web-address': 'To nie jest adres WWW: taki zaczyna się od https:// lub http://.',
    'share-not-ready': 'Przesyłka nie jest jeszcze gotowa.',
    'address-error': ({ host, status }) =>
      `${host} odpowiada „${status}” zamiast wysłać plik .torrent. Czy adres jest jeszcze aktualny?`,
    'address-silent': ({ host, seconds }) =>
      `${plural(seconds, {
        one: `${host} nie odpowiada już 1 sekundę.`,
        few: `${host} nie odpowiada już ${number(seconds)} sekundy.`,
        many: `${host} nie odpowiada już ${number(seconds)} sekund.`,
        other: `${host} nie odpowiada już ${number(seconds)} sekundy.`,
      })} Spróbuj ponownie albo pobierz plik .torrent i upuść go tutaj.`,
    'address-unreachable': ({ host }) =>
      `Ta strona nie mogła niczego pobrać z ${host}: większość witryn na to nie pozwala (CORS) albo serwer jest offline. Pobierz plik .torrent i upuść go tutaj.`,
    'torrent-file-too-large': 'To o wiele za dużo jak na plik .torrent.',
    'site-silent': 'Witryna nie odpowiedziała. Masz internet?',
    'site-busy': 'Witryna dostaje teraz zbyt wiele zapytań. Poczekaj minutę.',
    'site-error': ({ status }) => `Witryna odpowiedziała błędem (${status}).`,
    'site-unclear': 'Witryna przysłała ustawienia, których ta strona nie rozumie.',
    'answer-unclear': 'Witryna przysłała odpowiedź, której ta strona nie rozumie.',
    'not-listed': 'Witryna nie powiedziała, co jest do obejrzenia. Spróbuj za chwilę.',
    'not-published': 'Witryna tego nie publikuje albo już nie publikuje.',
    'live-encrypted': 'Ta transmisja jest zaszyfrowana i nie można jej tu pokazać.',
    'server-silent': 'Serwer nie odpowiedział. Czy działa i czy masz internet?',
    'insecure-address':
      'Shoal potrzebuje bezpiecznego adresu: otwórz tę stronę przez https albo, na tym urządzeniu, przez http://localhost.',
    'no-webrtc':
      'Ta przeglądarka nie ma WebRTC albo jest ono wyłączone, więc nie może połączyć się z innymi.',
    'outdated-page':
      'W tej przeglądarce działa nowsza wersja Shoal. Wczytaj stronę na nowo; nic nie przepadnie.',
    'engine-not-loaded':
      'Shoal nie wczytał części, która przesyła pliki. Sprawdź połączenie i spróbuj ponownie albo wczytaj stronę na nowo.',
    'part-not-loaded':
      'Nie udało się wczytać potrzebnej części. Sprawdź połączenie i spróbuj ponownie albo wczytaj stronę na nowo.',
    'no-worker-to-save':
      'Ta przeglądarka nie pozwala stronie zapisywać własnych pobrań (częste w oknach prywatnych). Pliki można wciąż zapisać pojedynczo.',
    'no-worker-to-play':
      'Ta przeglądarka nie pozwala odtwarzać tego, co jeszcze dociera (częste w oknach prywatnych). Będzie można to zapisać, gdy dotrze całość.',
    'worker-silent-to-save': 'Przeglądarka nie uruchomiła części, która to zapisuje.',
    'worker-silent-to-play': 'Przeglądarka nie uruchomiła części, która to odtwarza.',
    'download-not-begun': 'Przeglądarka nie rozpoczęła pobierania.',
    'download-lost':
      'Przeglądarka przerwała w połowie; to, co zapisała, nie jest kompletne. Spróbuj ponownie.',
    'no-room-to-save': 'Na dysku zabrakło miejsca. Zwolnij trochę i spróbuj ponownie.',
    'place-refused': 'Przeglądarka nie może tam zapisywać. Wybierz inne miejsce.',
    'file-busy': 'Ten plik jest otwarty w innym programie. Zamknij go albo wybierz inną nazwę.',
    'source-changed': 'Jeden z jej plików został zmieniony, przeniesiony lub usunięty.',
    'source-gone': 'Plik lub jego folder został w tym czasie przeniesiony lub usunięty.',
    'no-hls': 'Ta przeglądarka nie odtwarza filmów w kilku jakościach (HLS).',
    'film-broken': 'Nie udało się odczytać lub zdekodować części filmu.',
    'not-readable-now': 'Teraz nie można tego odczytać.',
    'note-too-long': 'To więcej, niż mieści jedna notatka. Skróć ją albo podziel na dwie.',
    'written-too-much': 'Twoje wpisy zajmują tu tyle, ile wolno jednej osobie. Najpierw coś usuń.',
    'thread-full':
      'Ta rozmowa jest pełna: nikt nie zobaczyłby twojej odpowiedzi. Napisz nową notatkę albo usuń kilka swoich odpowiedzi.',
    'review-full':
      'To omówienie jest pełne. Twoja notatka do nikogo by nie dotarła. Usuń kilka swoich, żeby zrobić miejsce, albo rozpocznij prywatne omówienie.',
    'review-full-of-people': ({ people }) =>
      `To omówienie jest pełne: ${plural(people, {
        one: 'pisała w nim 1 osoba',
        few: `pisały w nim ${number(people)} osoby`,
        many: `pisało w nim ${number(people)} osób`,
        other: `pisało w nim ${number(people)} osoby`,
      })}. Twoja notatka do nikogo by nie dotarła. Ukryj czyjeś notatki, żeby zrobić miejsce dla swojej, albo rozpocznij prywatne omówienie.`,
    'reads-only': 'To omówienie jest otwarte linkiem tylko do czytania: możesz czytać, ale nie pisać.',
    'notes-taken-over': 'Inna karta przejęła działanie.',
    'author-forked': 'Nikt już nie wierzy tej osobie.',
    'notes-of-odd-ending':
      'Rozszerzenie tego pliku to nie .md, .csv, .vtt, .srt ani .edl, więc nie wiadomo, jak go odczytać.',
    'notes-too-large': 'Ten plik jest o wiele za duży jak na listę notatek.',
    'notes-not-text': 'Ten plik nie jest tekstem (UTF-8). Zapisz go w ten sposób i spróbuj ponownie.',
    'notes-unreadable': ({ skipped }) =>
      plural(skipped, {
        one: 'Niczego w tym pliku nie da się odczytać jako notatki: 1 wpis nie miał słów lub czasu.',
        few: `Niczego w tym pliku nie da się odczytać jako notatki: ${number(skipped)} wpisy nie miały słów lub czasu.`,
        many: `Niczego w tym pliku nie da się odczytać jako notatki: ${number(skipped)} wpisów nie miało słów lub czasu.`,
        other: `Niczego w tym pliku nie da się odczytać jako notatki: ${number(skipped)} wpisu nie miało słów lub czasu.`,
      }),
    'no-notes-in-it': 'W tym pliku nie ma notatek.',
    'notes-elsewhere': 'Notatki ma teraz inna karta.',
  },

  intake: {
    'text-too-long': 'Ten tekst jest o wiele za długi jak na link.',
    'nothing-pasted': 'Nie ma jeszcze czego otworzyć. Wklej link.',
    'no-link': 'To nie jest link, link magnet, info hash ani adres pliku .torrent.',
    'hash-of-odd-length': ({ digits }) =>
      `Info hash ma 40 cyfr szesnastkowych, a ten ${number(digits)}. Czy skopiowano całość?`,
    'link-without-hash': 'Ten link jest uszkodzony po znaku #. Czy skopiowano całość?',
    'review-damaged':
      'Koniec tego linku, który otwiera prywatne omówienie, jest uszkodzony. Czy skopiowano całość?',
    'key-damaged':
      'Koniec tego linku, który otwiera zapieczętowaną treść, jest uszkodzony. Czy skopiowano całość?',
    'address-damaged': 'Ten adres WWW jest uszkodzony. Czy skopiowano całość?',
    'magnet-without-hash':
      'Ten link magnet nie ma poprawnego info hash (xt=urn:btih:…). Czy skopiowano całość?',
    'link-of-version-2': 'To torrent wyłącznie w wersji 2 BitTorrent, jeszcze nieobsługiwanej.',
  },

  origin: {
    'origin-unreachable': 'Z tej strony nie można się z nim połączyć.',
    'origin-silent': 'Nie odpowiada albo robi to o wiele za wolno.',
    'origin-stopped': 'Przerwał w połowie.',
    'origin-error': ({ status }) => `Odpowiada błędem (${status}).`,
    'origin-lacks-file': 'Nie ma tego pliku.',
    'origin-refuses': 'Nie wysyła tego pliku każdemu.',
    'origin-without-ranges': 'Nie umie wysłać części pliku.',
    'origin-other-range': 'Wysyła inną część, niż poproszono.',
    'origin-shorter': 'Plik jest tam krótszy.',
    'origin-other-size': 'Plik ma tam inny rozmiar.',
    'origin-differs': 'Zawartość jest tam inna niż w tej przesyłce.',
    'origin-false': 'Wysyła coś innego, niż udostępniono.',
    'origin-by-http':
      'Jest dostępny tylko przez http, a ta strona przyszła przez https: przeglądarki na to nie pozwalają.',
  },

  server: {
    'address-busy': 'Serwer mówi: zbyt wiele zapytań z twojego adresu.',
    'database-busy': 'Serwer mówi: baza danych jest zajęta, spróbuj ponownie.',
    failed: 'Serwer mówi: to się nie udało; przyczyna jest w jego logu.',
    'host-unknown': 'Serwer mówi: brakuje nagłówka Host albo jest błędny.',
    'link-void': 'Serwer mówi: ten link jest nieznany, wygasł albo był już otwarty; serwer wypisze inny.',
    'no-data-folder': 'Serwer mówi: nie ma folderu danych.',
    'no-such-invitation': 'Serwer mówi: nie ma takiego zaproszenia.',
    'no-such-member': 'Serwer mówi: nie ma takiego członka.',
    'no-such-token': 'Serwer mówi: nie ma takiego tokenu.',
    'not-an-admin': 'Ta przeglądarka nie jest już zalogowana do administracji.',
    'revoked-before': 'Serwer mówi: to członkostwo zostało cofnięte.',
    'swarm-empty': 'Serwer mówi: w tym roju nikogo nie ma.',
    'torrent-unknown': 'Serwer mówi: ten torrent jest nieznany.',
  },
}
