import type { ShareWords } from '../areas.ts'
import { number, plural } from './speech.ts'

/** “Al 3 dicembre”, but “all’8” and “all’11”. */
const toDay = (day: string) => (/^(8|11)\b/.test(day) ? `all’${day}` : `al ${day}`)

export const keeper: ShareWords['keeper'] = {
  label: 'Tenuta online',
  keepOnline: 'Tieni online',
  askBridge: 'Chiedi a questo sito di cercarlo',
  bridgeOffer:
    'Qui non ce l’ha nessuno. Il server del sito lo cerca tra i normali utenti di BitTorrent e passa quello che riceve.',
  deleteCopy: 'Elimina la copia del server',
  progress: 'Che cos’ha il server del sito',
  offer: (days) =>
    plural(days, {
      one: 'Il sito tiene una copia per un giorno.',
      other: `Il sito tiene una copia per ${number(days)} giorni.`,
    }),
  tooLarge: (most) => `È troppo grande perché il server del sito la tenga: accetta al massimo ${most}.`,
  looking:
    'Il server del sito cerca qualcuno che ce l’abbia. Lascia aperta questa pagina finché non ha tutto.',
  fetching: (percent) =>
    `Il server del sito ne ha il ${percent}. Lascia aperta questa pagina finché non ha tutto.`,
  kept: (day) => `Puoi chiudere questa pagina: il server del sito tiene una copia, fino ${toDay(day)}.`,
  gone: 'Il server del sito non ha più una copia.',
  failures: {
    'too-large': 'Il server del sito non l’ha tenuta: è più grande di quanto vi si possa tenere.',
    'no-room': 'Il server del sito non l’ha tenuta: tutto il suo spazio è promesso ad altri.',
    evicted: 'Il server del sito non la tiene più: il suo spazio serviva ad altri.',
    'disk-full': 'Il server del sito non ha potuto tenerla: il suo disco è pieno.',
    incomplete: 'Il server del sito non ha ricevuto tutto in tempo e ha eliminato ciò che aveva.',
    refused: 'Il sito non permette al suo server di tenere questa.',
    broken: 'Il server del sito non ha potuto tenerla. Riprova.',
  },
}
