import type { DoctorWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const people = (count: number) =>
  plural(count, {
    one: '1 osoba',
    few: `${number(count)} osoby`,
    many: `${number(count)} osób`,
    other: `${number(count)} osoby`,
  })

export const causes: DoctorWords['causes'] = {
  remedies: {
    resume: 'Wznów',
    retry: 'Spróbuj ponownie',
    connectToPeople: 'Łącz z innymi',
    connectToAnybody: 'Łącz ze wszystkimi',
    liftDay: 'Wysyłaj bez dziennego limitu',
  },
  moving: { sentence: 'Wszystko właśnie działa.', help: 'Nic nie stoi na drodze.' },
  paused: {
    sentence: 'Ta przesyłka jest wstrzymana.',
    help: 'Nic nie będzie wysyłane ani odbierane, dopóki jej nie wznowisz.',
  },
  asleep: {
    sentence: 'Strona znów potrzebuje plików tej przesyłki.',
    help: 'Po ponownym wczytaniu przeglądarka nie pamięta, które pliki były udostępnione. Otwórz lub wybierz te same, a ten sam link znów zadziała.',
  },
  noRoom: {
    sentence: (missing, room) =>
      `Za mało miejsca: do odebrania zostało ${missing}, a przeglądarka ma jeszcze ${room}.`,
    help: 'Usuń inne przesyłki lub zwolnij miejsce na dysku, a wszystko ruszy dalej.',
  },
  offline: {
    sentence: 'To urządzenie jest offline.',
    help: 'Połącz je z siecią, a wszystko samo ruszy dalej.',
  },
  siteAway: {
    sentence: 'Witryna nie odpowiada.',
    help: 'Może nie działa albo twoja sieć cię do niej nie dopuszcza. Strona próbuje dalej, a istniejące połączenia trwają.',
  },
  siteError: {
    sentence: (status) => `Witryna odpowiada błędem (${status}).`,
    help: 'Naprawić to może tylko osoba, która ją prowadzi. Strona próbuje dalej.',
  },
  socketBlocked: {
    sentence: 'Twoja sieć przepuszcza stronę, ale blokuje połączenie, dzięki któremu ludzie się znajdują.',
    help: 'Tak robi serwer proxy lub antywirus, który nie zna WebSocketów. Użyj innej sieci albo poproś administratora swojej, żeby zezwolił na nie tej witrynie.',
  },
  trackerSilent: {
    sentence: 'Ta witryna działa, ale z nikim nie zapoznaje.',
    help: 'Może jest przeciążony albo zaraz uruchomi się ponownie. Strona próbuje dalej; jeśli to się nie zmieni, powiedz o tym osobie, która prowadzi witrynę.',
  },
  membersOnly: {
    sentence: 'Ta witryna jest tylko dla członków, a ta przeglądarka nie ma członkostwa.',
    help: 'Poproś o zaproszenie: jego link da ci członkostwo.',
  },
  refused: {
    sentence: (reason) => `Ta witryna odrzuciła tę przesyłkę: „${reason}”.`,
    help: 'Zapytaj osobę, która prowadzi tę witrynę.',
  },
  noWebRtc: {
    sentence: 'WebRTC, przez które łączą się przeglądarki, jest w tej wyłączone.',
    help: 'Zezwól na nie tej witrynie albo użyj innej przeglądarki.',
  },
  noAddresses: {
    sentence:
      'Ta przeglądarka nie podaje stronie żadnego swojego adresu, więc nikt nie może się z nią połączyć.',
    help: 'Tak robi rozszerzenie lub zasady dla WebRTC. Zezwól na nie tej witrynie albo użyj innej przeglądarki.',
  },
  noUdp: {
    sentence: 'Twoja sieć blokuje to, co łączy ludzi (UDP).',
    help: 'Na drodze stoi zapora lub VPN. Wyłącz VPN albo użyj innej sieci, na przykład hotspotu z telefonu.',
  },
  stunSilent: {
    sentence:
      'Nic nie odpowiada przez UDP: albo blokuje to twoja sieć, albo nie działa serwer STUN tej witryny.',
    help: 'Spróbuj innej sieci, na przykład hotspotu z telefonu. Jeśli tam jest tak samo, powiedz o tym osobie, która prowadzi witrynę.',
  },
  peopleOff: {
    sentence: 'W twoich ustawieniach łączenie z innymi jest wyłączone.',
    help: 'To, czego brakuje, może przyjść tylko od nich.',
  },
  tooFew: {
    sentence: (wanted) => `Łączysz się z innymi dopiero, gdy jest ich ${number(wanted)}.`,
    help: 'Tak ustawiono pod „Limity” albo zdecydował o tym wydawca.',
  },
  alone: {
    sentence: 'Nikt inny nie ma tego teraz otwartego.',
    help: 'Poproś o otwarcie osobę, od której masz link, albo tę, której go wysyłasz. Potem wszystko ruszy samo.',
  },
  connecting: {
    sentence: 'Połączenie właśnie powstaje.',
    help: 'To trwa kilka sekund. Jeśli do tego czasu się nie uda, sprawdź jeszcze raz.',
  },
  unanswered: {
    sentence: (others) =>
      plural(others, {
        one: 'Powinna tu być 1 osoba, ale nikt nie odpowiada.',
        few: `Powinny tu być ${number(others)} osoby, ale nikt nie odpowiada.`,
        many: `Powinno tu być ${number(others)} osób, ale nikt nie odpowiada.`,
        other: `Powinno tu być ${number(others)} osoby, ale nikt nie odpowiada.`,
      }),
    help: 'Może właśnie wyszli albo ich urządzenie śpi. Strona pyta dalej.',
  },
  noHandshake: {
    sentence: 'Droga do innych jest, ale to, co nią idzie, nie dociera w niezmienionej postaci.',
    help: 'Tak robi zapora, która zagląda do pakietów, tutaj lub po drugiej stronie. Pomaga inna sieć.',
  },
  noRelay: {
    sentence: 'Nie ma bezpośredniej drogi do innych, a przekaźnik tej witryny nie odpowiada.',
    help: 'Często pomaga inna sieć, tutaj lub po drugiej stronie. Jeśli to się nie zmieni, powiedz o tym osobie, która prowadzi witrynę.',
  },
  relayRefuses: {
    sentence: 'Nie ma bezpośredniej drogi, a przekaźnik tej witryny cię odrzuca.',
    help: 'Odśwież stronę. Jeśli to nie pomoże, powiedz o tym osobie, która prowadzi witrynę.',
  },
  symmetric: {
    sentence:
      'Twój router daje każdemu połączeniu inny adres, a ta witryna nie ma przekaźnika, który by to ominął.',
    help: 'Użyj innej sieci, na przykład hotspotu z telefonu, albo niech zrobi to druga osoba.',
  },
  unreachable: {
    sentence: (others) =>
      plural(others, {
        one: 'Jest 1 osoba, ale nie ma do niej drogi.',
        few: `Są ${number(others)} osoby, ale nie ma do nich drogi.`,
        many: `Jest ${number(others)} osób, ale nie ma do nich drogi.`,
        other: `Jest ${number(others)} osoby, ale nie ma do nich drogi.`,
      }),
    help: 'Twoje połączenie jest w porządku, więc to raczej po ich stronie stoi zapora, VPN lub restrykcyjna sieć. Pomaga inna sieć, po którejkolwiek stronie.',
  },
  noData: {
    sentence: (peers) => `Nikt z połączonych (${people(peers)}) nie ma tego, czego tu brakuje.`,
    help: 'Ruszy dalej samo, gdy tylko pojawi się online ktoś, kto ma resztę.',
  },
  choked: {
    sentence: (peers) =>
      plural(peers, {
        one: '1 osoba to ma, ale właśnie wysyła innym.',
        few: `${number(peers)} osoby to mają, ale właśnie wysyłają innym.`,
        many: `${number(peers)} osób to ma, ale właśnie wysyła innym.`,
        other: `${number(peers)} osoby to ma, ale właśnie wysyła innym.`,
      }),
    help: 'Wkrótce będzie twoja kolej, zwykle przed upływem minuty. Niektórzy wolą niczego nie wysyłać.',
  },
  relayUsedUp: {
    sentence: 'Przekaźnik tej witryny nie prześle dziś dla ciebie nic więcej.',
    help: 'Do innych można dotrzeć tylko przez niego, a witryna ma dzienny limit. Jutro wszystko samo ruszy dalej, a jeśli znajdzie się bezpośrednia droga, to od razu: inna sieć często ją ma.',
  },
  dayOver: {
    sentence: 'Wysłano dziś tyle, na ile pozwala twój limit.',
    help: 'Jutro wszystko samo ruszy dalej.',
  },
  ratioReached: {
    sentence: 'Ta przesyłka wysłała już tyle, ile pozwala jej limit.',
    help: 'Limit jest pod „Więcej”, przy przesyłce.',
  },
  clock: {
    ahead: (time) => `Zegar tego urządzenia się spieszy: ${time}.`,
    behind: (time) => `Zegar tego urządzenia się spóźnia: ${time}.`,
    help: 'Wszystko inne jest w porządku. Włącz automatyczne ustawianie czasu: niektóre witryny i przekaźniki odmawiają przy tak dużej różnicy.',
  },
  fineShare: {
    sentence: 'Tutaj nic nie stoi na drodze.',
    help: 'Może czeka na innych; sprawdź jeszcze raz za minutę.',
  },
  finePage: {
    sentence: 'Wszystko, czego ta strona potrzebuje, działa.',
    help: 'Jeśli stoi jedna przesyłka, zapytaj przy niej.',
  },
}
