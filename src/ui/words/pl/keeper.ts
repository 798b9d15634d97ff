import type { ShareWords } from '../areas.ts'
import { number, plural } from './speech.ts'

export const keeper: ShareWords['keeper'] = {
  label: 'Trzymane online',
  keepOnline: 'Trzymaj online',
  askBridge: 'Poproś tę witrynę o pobranie',
  bridgeOffer:
    'Nikt tutaj tego nie ma. Serwer witryny szuka tego u zwykłych użytkowników BitTorrenta i przekazuje to, co dostanie.',
  deleteCopy: 'Usuń kopię z serwera',
  progress: 'Ile ma serwer witryny',
  offer: (days) =>
    plural(days, {
      one: 'Witryna przechowuje kopię przez jeden dzień.',
      few: `Witryna przechowuje kopię przez ${number(days)} dni.`,
      many: `Witryna przechowuje kopię przez ${number(days)} dni.`,
      other: `Witryna przechowuje kopię przez ${number(days)} dnia.`,
    }),
  tooLarge: (most) => `To za dużo, by serwer witryny mógł to trzymać: przyjmuje najwyżej ${most}.`,
  looking: 'Serwer witryny szuka kogoś, kto to ma. Nie zamykaj tej strony, dopóki nie pobierze całości.',
  fetching: (percent) =>
    `Serwer witryny ma już ${percent}. Nie zamykaj tej strony, dopóki nie pobierze całości.`,
  kept: (day) => `Możesz zamknąć tę stronę: serwer witryny trzyma kopię do ${day}.`,
  gone: 'Serwer witryny nie ma już kopii.',
  failures: {
    'too-large': 'Serwer witryny tego nie zachował: jest większe, niż wolno tam trzymać.',
    'no-room': 'Serwer witryny tego nie zachował: całe jego miejsce jest obiecane innym.',
    evicted: 'Serwer witryny już tego nie trzyma: miejsce było potrzebne innym.',
    'disk-full': 'Serwer witryny nie mógł tego zachować: ma pełny dysk.',
    incomplete: 'Serwer witryny nie dostał całości na czas i usunął to, co miał.',
    refused: 'Witryna nie pozwala swojemu serwerowi tego trzymać.',
    broken: 'Serwer witryny nie mógł tego zachować. Spróbuj ponownie.',
  },
}
