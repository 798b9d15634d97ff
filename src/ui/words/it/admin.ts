import type { AdminWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const haveIt = (count: number) => plural(count, { one: '1 ce l’ha', other: `${number(count)} ce l’hanno` })
const fetchIt = (count: number) =>
  plural(count, { one: '1 lo scarica', other: `${number(count)} lo scaricano` })

/** “Al 3 dicembre”, but “all’8” and “all’11”. */
const toDay = (day: string) => (/^(8|11)\b/.test(day) ? `all’${day}` : `al ${day}`)
const fromDay = (day: string) => (/^(8|11)\b/.test(day) ? `dall’${day}` : `dal ${day}`)
const theDay = (day: string) => (/^(8|11)\b/.test(day) ? `l’${day}` : `il ${day}`)

export const admin: AdminWords = {
  title: 'Amministrazione di Shoal',
  titleOf: (view) => `${view} · Amministrazione di Shoal`,
  brand: 'admin',
  toSiteLabel: 'Shoal, al sito',
  asking: 'Chiedo al server…',
  signOut: 'Esci',
  viewsLabel: 'Viste',
  views: {
    overview: 'Panoramica',
    torrents: 'Torrent',
    members: 'Membri',
    invitations: 'Inviti',
    keeper: 'Custode',
    tokens: 'Token',
  },
  delete: 'Elimina',
  pages: 'Pagine',
  range: (first, last, total) => `${number(first)}–${number(last)} di ${number(total)}`,
  newer: 'Più recenti',
  older: 'Meno recenti',
  back: 'Indietro',
  on: 'Avanti',
  made: (date) => `creato ${theDay(date)}`,
  memberNumber: (id) => `Membro ${id}`,
  ratio: (ratio) => `rapporto ${ratio}`,
  noRatio: 'ancora nessun rapporto',
  now: 'ora',

  strangerHeading: 'Questa pagina è per gli admin del sito.',
  strangerWhy:
    'Per diventarlo, apri il link che il server mostra al primo avvio. Funziona una volta. Per averne un altro, esegui questo dove gira il server, con le sue impostazioni:',
  toSite: 'Al sito',

  overview: {
    modes: {
      open: 'Aperto: tutti possono condividere tutto ciò che non è bloccato.',
      listed: 'In elenco: tutti possono scaricare ciò che i membri hanno registrato.',
      private: 'Privato: solo i membri condividono e scaricano, e solo ciò che è registrato.',
    },
    spanLabel: 'Periodo mostrato dai grafici',
    lastHour: 'Ultima ora',
    lastDay: 'Ultimo giorno',
    anHourAgo: 'un’ora fa',
    aDayAgo: 'un giorno fa',
    people: 'persone',
    swarms: 'sciami',
    members: 'membri',
    torrents: 'torrent',
    connections: (sockets, others) =>
      `Browser connessi via WebSocket: ${number(sockets)}; altri programmi via HTTP e UDP: ${number(others)}.`,
    peopleInSwarms: 'Persone negli sciami',
    messages: 'Messaggi',
    coreTime: 'Tempo di un core',
    memory: 'Memoria',
    atMost: (value) => `al massimo ${value}`,
    drawnLater: 'Si disegna col passare del tempo.',
    backup: 'Backup',
    backupWhy: 'Una copia di membri, torrent e conti, mentre tutto va avanti.',
    backUpNow: 'Fai un backup',
    backedUp: (file) => `Copiato in backups/${file}, nella cartella dati del server.`,
    largest: 'Sciami più grandi',
    haveIt: 'ce l’hanno',
    fetchIt: 'lo scaricano',
    nobodyShares: 'In questo momento nessuno condivide nulla.',
    haveAndFetch: (seeds, leechers) =>
      plural(seeds, {
        one: `1 persona ce l’ha, ${fetchIt(leechers)}`,
        other: `${number(seeds)} persone ce l’hanno, ${fetchIt(leechers)}`,
      }),
  },

  swarm: {
    heading: (name) => `Chi condivide «${name}»`,
    columns: { program: 'Programma', reachedBy: 'Raggiunto via', does: 'Che cosa fa', member: 'Membro' },
    hasIt: 'ce l’ha',
    hasPart: 'ne ha una parte, non vuole altro',
    fetchesIt: 'lo scarica',
    unknown: 'sconosciuto',
    address: 'indirizzo',
    counts: (seeds, leechers) => `${haveIt(seeds)}, ${fetchIt(leechers)}.`,
    firstOfThem: (count) => `I primi ${number(count)}:`,
    table: 'Peer di questo sciame',
    block: 'Blocca',
    blocked: (name) => `«${name}» è bloccato: qui nessuno trova peer per questo torrent.`,
    listed: (name) => `«${name}» è in elenco.`,
  },

  torrents: {
    heading: 'Torrent',
    about:
      'Ciò che i membri hanno registrato. Uno bloccato non viene servito a nessuno, in nessuna modalità, e non può essere registrato di nuovo.',
    empty: 'Nessun torrent è ancora registrato. Ciò che i membri condividono compare qui da solo.',
    noneFits: 'Nessun torrent corrisponde.',
    searchLabel: 'Cerca torrent per nome o info hash',
    search: 'Nome o info hash',
    which: 'Quali torrent',
    any: 'Tutti',
    states: { listed: 'In elenco', pending: 'In attesa', blocked: 'Bloccati' },
    haveIt,
    fetchIt,
    downloads: (count) => plural(count, { one: '1 download', other: `${number(count)} download` }),
    seeWho: 'Vedi chi',
    approve: 'Approva',
    unblock: 'Sblocca',
    remove: 'Rimuovi',
    removeHeading: (name) => `Rimuovere «${name}»?`,
    removeText:
      'Il tracker lo dimentica, e non lo serve più dove i torrent devono essere registrati. Qualsiasi membro può registrarlo di nuovo: bloccalo per tenerlo fuori.',
  },

  members: {
    heading: 'Membri',
    about:
      'Chi può usare questo tracker con una propria passkey. Ciò che hanno inviato e ricevuto è quanto hanno detto i loro programmi, per quanto possibile.',
    empty: 'Nessuno è ancora membro. Invita qualcuno: il link lo rende tale.',
    noneFits: 'Nessun membro corrisponde.',
    searchLabel: 'Cerca membri per nome o invito',
    search: 'Nome o invito',
    sent: (size) => `${size} inviati`,
    received: (size) => `${size} ricevuti`,
    since: (date) => fromDay(date),
    sinceUntil: (from, to) => `${fromDay(from)} ${toDay(to)}`,
    revoked: 'Escluso',
    seeTorrents: 'Vedi i torrent',
    newPasskey: 'Nuova passkey',
    revoke: 'Escludi',
    isRevoked: (name) => `«${name}» non è più membro.`,
    revokeHeading: (name) => `Escludere «${name}»?`,
    revokeText:
      'Perde subito l’accesso, e non può tornare senza un altro invito. Non si può annullare; ciò che ha inviato e ricevuto resta nell’elenco.',
    passkeyHeading: (name) => `Una nuova passkey per «${name}»?`,
    passkeyText:
      'La vecchia non vale più da subito, come dev’essere quando è trapelata. Ottieni un nuovo indirizzo di annuncio da inviare a questo membro.',
    changeIt: 'Cambiala',
    newAddress: (name) => `Il nuovo indirizzo di «${name}»`,
    newAddressText:
      'Invialo solo a questa persona. Incollato nella prima pagina del sito, rende di nuovo membro il suo browser; altri programmi lo usano come tracker. Viene mostrato solo ora.',
    forUdp: 'Per i programmi che preferiscono UDP',
    accountHeading: (name) => `Che cosa ha inviato e ricevuto «${name}»`,
    nothingBooked: 'Non è ancora stato registrato nulla.',
    inAll: (sent, received, ratio) => `In tutto ${sent} inviati e ${received} ricevuti: ${ratio}.`,
    table: 'Torrent di questo membro',
    columns: ['Torrent', 'Inviato', 'Ricevuto', 'Rapporto'],
  },

  invitations: {
    heading: 'Inviti',
    about: 'Link che possono ancora rendere membro qualcuno. Quelli esauriti o scaduti non vengono mostrati.',
    empty: 'Nessun invito attende di essere usato.',
    invite: 'Invita…',
    numbered: (id) => `Invito ${id}`,
    usesLeft: (count) => plural(count, { one: 'ancora 1 uso', other: `ancora ${number(count)} usi` }),
    expires: (when) => `scade ${when}`,
    deleteHeading: 'Eliminare questo invito?',
    deleteText: 'Il suo link non rende più membro nessuno. Chi è arrivato così resta.',
    inviteHeading: 'Invita',
    readyHeading: 'L’invito è pronto',
    ready: (date) => `Chi apre questo link diventa membro, fino ${toDay(date)}. Viene mostrato solo ora.`,
    readyForMany: (count, date) =>
      `Chi apre questo link diventa membro, al massimo ${number(count)} persone, fino ${toDay(date)}. Viene mostrato solo ora.`,
    link: 'Link di invito',
    copyLink: 'Copia link',
    qrLabel: 'Codice QR del link di invito',
    forWhom: 'Per chi è',
    onlyAdmins: 'Lo vedono solo gli admin',
    howMany: 'Quante persone può rendere membri',
    validFor: 'Valido per',
    aDay: 'Un giorno',
    aWeek: 'Una settimana',
    aMonth: 'Un mese',
    aYear: 'Un anno',
    make: 'Crea il link',
  },

  keeper: {
    heading: 'Custode',
    about: 'Un peer accanto al server che tiene online le condivisioni quando tutti sono andati via.',
    taken: (taken, space) => `${taken} di ${space} occupati.`,
    takenAndDown: (taken, space) =>
      `${taken} di ${space} occupati. Al momento non è in funzione: il log del server dice perché.`,
    empty: 'Non si tiene ancora nulla. Lo chiede «Tieni online» sulla pagina di una condivisione.',
    none: 'Il server non ha un custode: glielo dà l’impostazione KEEPER.',
    order: 'Ordine',
    bySize: 'Per dimensione',
    byUse: 'Per ultimo uso',
    states: {
      none: 'Non tenuta',
      waiting: 'In attesa',
      fetching: 'In arrivo',
      kept: 'Online',
      failed: 'Non riuscita',
    },
    failures: {
      'too-large': 'più grande di quanto è permesso',
      'no-room': 'non c’è spazio',
      evicted: 'il suo spazio serviva ad altri',
      'disk-full': 'il disco è pieno',
      incomplete: 'non è arrivato tutto in tempo',
      refused: 'qui non viene servita',
      broken: 'impossibile leggere o scrivere',
    },
    sizeNotKnown: 'dimensione sconosciuta',
    here: (size) => `${size} qui`,
    wanted: (when) => `richiesta ${when}`,
    until: (date) => `fino ${toDay(date)}`,
    deleteHeading: (name) => `Eliminare la copia di «${name}»?`,
    deleteText:
      'Il server elimina la sua copia e dimentica chi l’ha chiesta. La si può chiedere di nuovo: blocca il torrent per tenerlo fuori.',
  },

  tokens: {
    heading: 'Token',
    about: 'Chiavi per i programmi: con una possono fare tutto ciò che può questa pagina.',
    empty: 'Nessun programma ha un token.',
    forWhatLabel: 'A che cosa serve il token',
    forWhat: 'A che cosa serve',
    make: 'Crea un token',
    described: (page, header) =>
      `Tutto ciò che fa questa pagina è descritto in ${page}. Un programma invia il suo token come ${header}.`,
    made: 'Il token',
    copyNow: 'Copialo ora: viene mostrato solo questa volta.',
    token: 'Token',
    deleteHeading: (name) => `Eliminare «${name}»?`,
    deleteText: 'I programmi che lo usano vengono subito rifiutati. Non si può annullare.',
  },
}
