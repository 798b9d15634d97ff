import type { ShareWords } from '../areas.ts'

/** “Al 3 dicembre”, but “all’8” and “all’11”. */
const toDay = (day: string) => (/^(8|11)\b/.test(day) ? `all’${day}` : `al ${day}`)

export const member: ShareWords['member'] = {
  ended: 'Non sei più membro di questo sito. Chiedi un invito a chi lo gestisce.',
  isOne: 'Sei membro di questo sito.',
  sums: (sent, received) => `Hai inviato ${sent} e ricevuto ${received}.`,
  sumsAndRatio: (sent, received, ratio) =>
    `Hai inviato ${sent} e ricevuto ${received}: un rapporto di ${ratio}.`,
  yourAddress: 'Il tuo indirizzo di annuncio',
  yourAddressWhy:
    'Per altri programmi, e per essere membro in un altro browser: incollalo lì su questa pagina. Tienilo per te: chi ce l’ha passa per te.',
  keptForYou: 'Tenute online per te',
  notKept: 'non tenuta',
  keptWaiting: 'in attesa',
  keptUntil: (day) => `fino ${toDay(day)}`,
  deleteCopy: 'Elimina la copia',
  keeperProblems: {
    quota: 'Tieni già online tutto ciò che è permesso. Togli prima qualcos’altro.',
    full: 'Il server del sito tiene già tutto quello che può. Riprova più tardi.',
    often: 'Il server del sito ha ricevuto troppe richieste. Riprova tra un minuto.',
    members: 'Il server del sito tiene condivisioni solo per i membri.',
    refused: 'Il sito non permette al suo server di tenere questa.',
    down: 'Al momento il server del sito non tiene nulla. Riprova più tardi.',
    gone: 'Non è più tenuta.',
    unreachable: 'Il sito non ha risposto. Riprova.',
  },
}
