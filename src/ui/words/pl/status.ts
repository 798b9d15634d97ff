import type { ShareWords } from '../areas.ts'
import { number, plural } from './speech.ts'

/** „z 3 osobami” */
const withPeople = (count: number) => plural(count, { one: 'z 1 osobą', other: `z ${number(count)} osobami` })
/** „od 3 osób” */
const fromPeople = (count: number) => plural(count, { one: 'od 1 osoby', other: `od ${number(count)} osób` })

export const status: ShareWords['status'] = {
  hashing: 'Przygotowuję twoje pliki.',
  hashingDetail: 'Link pojawi się, gdy tylko to się skończy.',
  asleep: 'Uśpiona: strona znów potrzebuje plików tej przesyłki.',
  asleepUnfinished: 'Nie były gotowe, gdy strona została zamknięta.',
  asleepOneClick: 'Link zostaje ten sam.',
  asleepChoose: 'Wybierz te same, a link znów zadziała.',
  leftOut: (names, count) =>
    plural(count, {
      one: `Pominięto ${names}: przeglądarka nie mogła odczytać tego pliku.`,
      other: `Pominięto ${names}: przeglądarka nie mogła odczytać tych plików.`,
    }),

  nobodyHere: 'Teraz nie ma online nikogo, kto to ma.',
  startsByItself: 'Zacznie się, gdy nadawca znów otworzy stronę. Poproś o to.',
  othersWait: (count) =>
    plural(count, {
      one: 'Połączono z 1 osobą, która też na to czeka.',
      other: `Połączono z ${number(count)} osobami, które też na to czekają.`,
    }),
  startsWithOwner: 'Zacznie się samo, gdy tylko pojawi się online ktoś, kto to ma.',
  onlyPeopleKnow: 'Co to jest, mogą powiedzieć tylko inne osoby.',
  youChoseNobody: 'Włącz je pod „Limity”, a wszystko ruszy dalej.',
  asking: 'Pytam, co to jest.',
  lookingForIt: 'Szukam osób, które to mają.',
  linkSays: 'Tak mówi link.',
  linkSaysSize: (size) => `${size}, tak mówi link.`,

  soFar: (percent) => `${percent} już tu jest i nie przepadnie.`,
  goesOn: 'Ruszy dalej samo, gdy tylko ktoś to otworzy.',
  nobodyHasRest: (count) => `Połączono ${withPeople(count)}, ale nikt nie ma tego, czego tu brakuje.`,
  waitsForTurn: (count) => `Połączono ${withPeople(count)}, czekam na swoją kolej.`,
  waitsForTurnDetail: 'Zwykle mija mniej niż minuta.',
  downloadingFromPeople: (count) => `Pobieranie ${fromPeople(count)}.`,
  downloadingFromSite: (site) => `Pobieranie z ${site}.`,
  downloadingFromBoth: (count, site) => `Pobieranie ${fromPeople(count)} i z ${site}.`,
  aboutToStart: 'Zaraz się zacznie.',

  allHere: 'Wszystko już tu jest.',
  channel: 'To kanał na żywo.',
  channelDetail: 'Leci, gdy powstaje. Nic z niego nie zostaje.',
  connectedGoOn: 'Kto jest już połączony, działa dalej.',
  sentEnough: 'Wysłano już tyle, ile pozwala limit, i na tym koniec.',
  heldInMemory: 'Jest tylko w pamięci: najpierw zapisz.',
  othersHave: (count) =>
    plural(count, {
      one: 'Ma to 1 inna osoba.',
      few: `Mają to ${number(count)} inne osoby.`,
      many: `Ma to ${number(count)} innych osób.`,
      other: `Ma to ${number(count)} innej osoby.`,
    }),
  othersHaveAndFetch: (have, fetching) => {
    const havers = plural(have, {
      one: 'Ma to 1 inna osoba',
      few: `Mają to ${number(have)} inne osoby`,
      many: `Ma to ${number(have)} innych osób`,
      other: `Ma to ${number(have)} innej osoby`,
    })
    return plural(fetching, {
      one: `${havers}, a 1 pobiera.`,
      few: `${havers}, a ${number(fetching)} pobierają.`,
      many: `${havers}, a ${number(fetching)} pobiera.`,
      other: `${havers}, a ${number(fetching)} pobiera.`,
    })
  },
  mayClose: 'Możesz zamknąć tę stronę. Dopóki jest otwarta, pomaga innym.',
  downloadingIt: (count) =>
    plural(count, {
      one: '1 osoba to pobiera.',
      few: `${number(count)} osoby to pobierają.`,
      many: `${number(count)} osób to pobiera.`,
      other: `${number(count)} osoby to pobiera.`,
    }),
  mayCloseOnceDone: (count) =>
    plural(count, {
      one: 'Możesz zamknąć tę stronę, gdy ta osoba skończy.',
      other: 'Możesz zamknąć tę stronę, gdy któraś z nich skończy.',
    }),
  lookingAtIt: (count) =>
    plural(count, {
      one: '1 osoba to ogląda.',
      few: `${number(count)} osoby to oglądają.`,
      many: `${number(count)} osób to ogląda.`,
      other: `${number(count)} osoby to ogląda.`,
    }),
  onlyYou: 'Nie zamykaj tej strony: tylko ty to masz.',
  sendTheLink: 'Wyślij link.',

  paused: 'Wstrzymano.',
  pausedAt: (percent) => `Wstrzymano przy ${percent}.`,
  wentWrong: 'Coś poszło nie tak.',

  connecting: 'Łączenie.',
  cannotLook: 'Ta witryna nie odpowiada.',
  cannotLookNow: 'Kolejna próba właśnie trwa. Masz internet?',
  cannotLookFor: (seconds) =>
    plural(seconds, {
      one: 'Kolejna próba za 1 sekundę. Masz internet?',
      few: `Kolejna próba za ${number(seconds)} sekundy. Masz internet?`,
      many: `Kolejna próba za ${number(seconds)} sekund. Masz internet?`,
      other: `Kolejna próba za ${number(seconds)} sekundy. Masz internet?`,
    }),
  relayUsedUp: 'Przekaźnik tej witryny nie prześle dziś dla ciebie nic więcej.',
  relayUsedUpDetail: 'Ruszy jutro albo gdy znajdzie się droga bezpośrednia: inna sieć często ją ma.',
  refused: 'Ta przesyłka została odrzucona.',
  refusedWhy: (reason) =>
    `Serwer, który łączy ludzi, mówi: „${reason}”. Zapytaj osobę, która prowadzi tę witrynę.`,
  membersOnly: 'Ta witryna jest tylko dla członków.',
  membersOnlyDetail: 'Poproś o link z zaproszeniem i otwórz go tutaj.',
  siteSendsNothing: 'Serwer WWW teraz tego nie wysyła.',
  peopleOnceThere: (count) => `Połączy się z innymi, gdy będzie ich ${number(count)}.`,
  connectingTo: (count) => `Łączenie ${withPeople(count)}.`,
  noConnection: (count) =>
    plural(count, {
      one: 'Jest 1 osoba, ale ta strona nie może się z nią połączyć.',
      few: `Są ${number(count)} osoby, ale ta strona nie może się z nimi połączyć.`,
      many: `Jest ${number(count)} osób, ale ta strona nie może się z nimi połączyć.`,
      other: `Jest ${number(count)} osoby, ale ta strona nie może się z nimi połączyć.`,
    }),
  looking: 'Szukam innych osób.',
  wayOut: {
    'no-addresses':
      'Rozszerzenie lub zasada wyłączyła WebRTC. Zezwól na to tej witrynie albo użyj innej przeglądarki.',
    'no-udp':
      'Zapora lub VPN blokuje połączenie (UDP). Wyłącz VPN albo spróbuj innej sieci, na przykład z telefonu.',
    'no-relay':
      'Nie ma drogi bezpośredniej, a przekaźnik tej witryny nie odpowiada. Często pomaga inna sieć, tu lub po drugiej stronie.',
    relay:
      'Twoje połączenie działa. Może druga strona właśnie wyszła albo jej sieć nic nie przepuszcza. Próbujemy dalej.',
    open: 'Twoje połączenie działa, ale po drodze jest zapora, VPN lub surowa sieć, a ta witryna nie ma przekaźnika. Pomaga inna sieć, tu lub po drugiej stronie. Próbujemy dalej.',
    unknown:
      'Może przeszkadza zapora lub VPN. Często pomaga inna sieć, tu lub po drugiej stronie. Próbujemy dalej.',
  },

  haveIt: (count) =>
    plural(count, {
      one: '1 osoba to ma.',
      few: `${number(count)} osoby to mają.`,
      many: `${number(count)} osób to ma.`,
      other: `${number(count)} osoby to ma.`,
    }),
  siteHasIt: (site) => `Ma to ${site}.`,
  haveParts: (count) =>
    plural(count, {
      one: '1 osoba ma części.',
      few: `${number(count)} osoby mają części.`,
      many: `${number(count)} osób ma części.`,
      other: `${number(count)} osoby ma części.`,
    }),
  tooLittleMemory: (most) =>
    `Za duże na okno prywatne, które mieści najwyżej ${most}. Otwórz link w zwykłym oknie.`,
  inMemory: (most) =>
    `Ta przeglądarka trzyma pobrane pliki w pamięci do zamknięcia strony, najwyżej ${most}. Zapisz to, co chcesz zachować.`,
}
