import type { ShareWords } from '../areas.ts'
import { number, plural } from './speech.ts'

export const keeper: ShareWords['keeper'] = {
  label: 'Online gehalten',
  keepOnline: 'Online halten',
  askBridge: 'Diese Website bitten, es zu holen',
  bridgeOffer:
    'Hier hat es niemand. Der Server der Website sucht es bei gewöhnlichen BitTorrent-Programmen und gibt weiter, was er bekommt.',
  deleteCopy: 'Kopie des Servers löschen',
  progress: 'Was der Server der Website hat',
  offer: (days) =>
    plural(days, {
      one: 'Die Website bewahrt eine Kopie einen Tag lang auf.',
      other: `Die Website bewahrt eine Kopie ${number(days)} Tage lang auf.`,
    }),
  tooLarge: (most) => `Es ist zu groß für den Server der Website: Er nimmt höchstens ${most}.`,
  looking: 'Der Server der Website sucht jemanden, der es hat. Lass diese Seite offen, bis er alles hat.',
  fetching: (percent) =>
    `Der Server der Website hat ${percent} davon. Lass diese Seite offen, bis er alles hat.`,
  kept: (day) => `Du kannst diese Seite schließen: Der Server der Website hält eine Kopie, bis ${day}.`,
  gone: 'Der Server der Website hat keine Kopie mehr.',
  failures: {
    'too-large': 'Der Server der Website hat es nicht aufbewahrt: Es ist größer, als man dort darf.',
    'no-room': 'Der Server der Website hat es nicht aufbewahrt: Sein Platz ist anderen versprochen.',
    evicted: 'Der Server der Website bewahrt es nicht mehr auf: Andere brauchten den Platz.',
    'disk-full': 'Der Server der Website konnte es nicht aufbewahren: Seine Festplatte ist voll.',
    incomplete: 'Der Server der Website bekam nicht rechtzeitig alles, und hat gelöscht, was er hatte.',
    refused: 'Die Website erlaubt ihrem Server nicht, das aufzubewahren.',
    broken: 'Der Server der Website konnte es nicht aufbewahren. Versuche es noch einmal.',
  },
}
