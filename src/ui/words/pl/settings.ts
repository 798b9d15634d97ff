import type { SettingsWords } from '../areas.ts'
import { number } from './speech.ts'

export const settings: SettingsWords = {
  forAll: 'Dla wszystkich przesyłek razem, od teraz.',
  sendAtMost: 'Wysyłaj najwyżej',
  receiveAtMost: 'Odbieraj najwyżej',
  megabytesASecond: 'MB na sekundę',
  noLimit: 'bez limitu',
  connectionsAtMost: 'Połączeń najwyżej',
  inAll: 'łącznie',
  aNumber: 'Liczba większa od 0 albo puste pole.',
  aWholeNumber: (least) => `Liczba całkowita, co najmniej ${number(least)}, albo puste pole.`,
  stopForTheDay: 'Na dziś przestań po wysłaniu',
  megabytes: 'MB',
  never: 'nigdy',
  connectToPeople: 'Łącz z innymi osobami',
  whenever: 'zawsze, gdy ktoś to ma',
  whenPeople: (count) => `gdy jest ich co najmniej ${number(count)}`,
  connectWhy:
    'Dotyczy tego, co ma kopię na serwerze WWW. Przy „nigdy” wszystko przychodzi tylko stamtąd, nikt inny nie zobaczy twojego adresu, a ty nic nie wysyłasz. Cała reszta przychodzi tylko od innych osób.',
  contactAll: 'Łącz bez pytania z serwerami podanymi w linkach',
  onlyOnClick: 'Łącz dopiero, gdy kliknę',
  onlyOnClickWhy: 'Po włączeniu strona linku poczeka na twoje kliknięcie, zanim z kimkolwiek się połączy.',
  screenOn: 'Nie wygaszaj ekranu, gdy coś się przesyła',
  screenIsOn: 'Coś się przesyła, więc ekran zostaje włączony.',
  gentle:
    'Za to łącze płaci się chyba od ilości danych, więc strona wysyła mało, dopóki nie wybierzesz inaczej.',
  ofThisShare: 'Limity tej przesyłki',
  ofThisShareOn: 'Limity tej przesyłki: włączone',
  stopAfter: 'Przestań wysyłać po',
  timesItsSize: '× rozmiar',
}
