import type { ShareWords } from '../areas.ts'

export const member: ShareWords['member'] = {
  ended: 'Nie masz już członkostwa w tej witrynie. Poproś osobę, która ją prowadzi, o zaproszenie.',
  isOne: 'Masz członkostwo w tej witrynie.',
  sums: (sent, received) => `Wysłane: ${sent}, odebrane: ${received}.`,
  sumsAndRatio: (sent, received, ratio) => `Wysłane: ${sent}, odebrane: ${received}, stosunek: ${ratio}.`,
  yourAddress: 'Twój adres announce',
  yourAddressWhy:
    'Dla innych programów oraz do członkostwa w innej przeglądarce: wklej go tam na tej stronie. Zachowaj go dla siebie: kto go ma, uchodzi za ciebie.',
  keptForYou: 'Trzymane online dla ciebie',
  notKept: 'nietrzymane',
  keptWaiting: 'czeka',
  keptUntil: (day) => `do ${day}`,
  deleteCopy: 'Usuń kopię',
  keeperProblems: {
    quota: 'Trzymasz już online tyle, ile wolno. Najpierw usuń coś innego.',
    full: 'Serwer witryny trzyma już tyle, ile może. Spróbuj później.',
    often: 'Serwer witryny dostał zbyt wiele próśb. Spróbuj za minutę.',
    members: 'Serwer witryny trzyma przesyłki tylko dla członków.',
    refused: 'Witryna nie pozwala swojemu serwerowi tego trzymać.',
    down: 'Serwer witryny na razie niczego nie trzyma. Spróbuj później.',
    gone: 'To nie jest już trzymane online.',
    unreachable: 'Witryna nie odpowiedziała. Spróbuj ponownie.',
  },
}
