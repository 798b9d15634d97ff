import type { ShareWords } from '../areas.ts'
import { files } from './files.ts'
import { keeper } from './keeper.ts'
import { member } from './member.ts'
import { more } from './more.ts'
import { number, plural } from './speech.ts'
import { status } from './status.ts'

export const share: ShareWords = {
  status,
  files,
  more,
  keeper,
  member,

  filesAndSize: (count, size) =>
    plural(count, { one: `1 file, ${size}`, other: `${number(count)} file, ${size}` }),

  sealed: 'Sigillata: la legge solo chi ha il link completo.',
  asksPassword: 'Questa condivisione ha una password. Chiedila a chi ha inviato il link.',
  password: 'Password',
  openIt: 'Apri',
  endsOn: (moment) => `Scade il ${moment}.`,
  sealAnew: 'Diventa un’altra condivisione, con un altro link.',
  endedMine:
    'La scadenza che hai messo è passata. I tuoi file restano dove sono: condividili di nuovo per avere un altro link.',
  toStart: 'Alla pagina iniziale',
  name: 'Nome',
  youSendToo: 'Finché questa pagina è aperta, gli altri lo ricevono anche da te.',
  doneSaved: 'Fatto. Salvato.',
  doneHere: 'Fatto. È tutto qui.',
  received: (percent, size) => `${percent} di ${size}`,
  timeLeft: (time) => `finisce tra ${time}`,
  percentDone: (tens) => `${number(tens)} per cento`,

  download: 'Scarica',
  resume: 'Riprendi',
  pause: 'Pausa',
  openFiles: 'Apri i suoi file',
  remove: 'Rimuovi',
  save: 'Salva',
  chooseAgain: {
    file: 'Scegli di nuovo il file',
    files: 'Scegli di nuovo i file',
    folder: 'Scegli di nuovo la cartella',
  },
  keepCopy: 'Tieni una copia in questo browser',
  keepingCopy: (percent) => `Copia in corso: ${percent}`,
  copyKept: 'C’è una copia in questo browser',
  whyACopy: 'Così, se ricarichi, non ti viene chiesto nulla e il link torna subito a funzionare.',
  tellMe: {
    here: 'Avvisami quando c’è qualcuno',
    done: 'Avvisami quando è finito',
    theirs: 'Avvisami quando è arrivato',
  },
  mayNotTell: 'Le notifiche sono bloccate. Consentile per questo sito e riprova.',
  told: {
    ownerHere: 'È arrivato qualcuno che ce l’ha.',
    linkReady: 'Il link è pronto.',
    opened: 'Qualcuno l’ha aperta.',
    sent: 'Ora qualcuno ha tutto.',
  },

  removeNamed: (name) => `Rimuovere «${name}»?`,
  removeMany: (count) =>
    plural(count, {
      one: 'Rimuovere 1 condivisione?',
      other: `Rimuovere ${number(count)} condivisioni?`,
    }),
  removeMine: 'Da qui il suo link non funzionerà più. I tuoi file restano dove sono.',
  removeManyMine: 'Da qui i loro link non funzioneranno più. I tuoi file restano dove sono.',
  removeTheirs: 'Elimina la copia in questo browser. I file salvati restano.',
  notRemoved: (name, why) => `Impossibile rimuovere «${name}». ${why}`,
  removed: (name) => `«${name}» rimosso.`,
  removedMany: (count) =>
    plural(count, { one: '1 condivisione rimossa.', other: `${number(count)} condivisioni rimosse.` }),
  undo: 'Annulla',

  shareLink: 'Link della condivisione',
  copyLink: 'Copia link',
  copyTheLink: 'Copia il link',
  copyLinkTo: (name) => `Copia il link a ${name}`,
  mayNotCopyLink:
    'Il browser non permette a questa pagina di copiare. Il link è più in basso, sotto «Link e file».',
  qrCode: 'Codice QR',
  qrCodeOfLink: 'Codice QR del link',
  sendOn: 'Invia…',

  people: 'Persone',
  somebody: 'Qualcuno',
  unknownProgram: 'programma sconosciuto',
  hasIt: 'ce l’ha',
  looks: 'guarda',
  percentAndLeft: (percent, time) => `${percent}, finisce tra ${time}`,
  andMore: (count) => plural(count, { one: 'e 1 altra', other: `e altre ${number(count)}` }),
  whatOthersCallYou: 'Come ti chiamano gli altri',
  aNameIfYouLike: 'Un nome, se vuoi',
  youAnd: (count) => plural(count, { one: 'Tu e 1 persona.', other: `Tu e ${number(count)} persone.` }),
  youAndBusiest: (count, most) => `Tu e ${number(count)} persone; qui vedi le ${number(most)} più attive.`,
  receivedAndSent: (received, sent) => `Ricevuti ${received}, inviati ${sent} da quando la pagina è aperta.`,
  youReceive: (rate) => `In ricezione: ${rate}`,
  youSend: (rate) => `In invio: ${rate}`,
  rateAtMost: (rate) => `al massimo ${rate}`,
  aMinuteAgo: 'un minuto fa',
  now: 'ora',
  sends: (rate) => `invia ${rate}`,
  fromPeopleAndSite: (people, site, host, sent) =>
    `${people} ricevuti da altre persone, ${site} da ${host}; ${sent} inviati ad altri.`,
  siteNotAsked: (host, why) => `Al momento non si chiede nulla a ${host}. ${why}`,

  partsHere: (count) =>
    plural(count, { one: 'L’unica parte è qui.', other: `Tutte le ${number(count)} parti sono qui.` }),
  partsOf: (here, count) => `Parti qui: ${number(here)} su ${number(count)}.`,
  partsOfAndComing: (here, count, coming) =>
    `Parti qui: ${number(here)} su ${number(count)}, ${number(coming)} in arrivo.`,

  addressSeen: 'Chi ha aperto questo link può vedere il tuo indirizzo IP.',
  downloadAsks: (count, trackers) =>
    plural(count, {
      one: `«Scarica» chiede anche a ${trackers} chi ce l’ha; quel tracker verrà a sapere il tuo indirizzo.`,
      other: `«Scarica» chiede anche a ${trackers} chi ce l’ha; quei tracker verranno a sapere il tuo indirizzo.`,
    }),
  linkNames: (count, trackers) =>
    plural(count, {
      one: `Il link nomina anche ${trackers}. Potrebbe conoscere altre persone che ce l’hanno, ma verrebbe a sapere il tuo indirizzo e ciò che cerchi.`,
      other: `Il link nomina anche ${trackers}. Potrebbero conoscere altre persone che ce l’hanno, ma verrebbero a sapere il tuo indirizzo e ciò che cerchi.`,
    }),
  alwaysConnect: 'Connetti sempre',
  copyNear: (hosts) =>
    `Secondo il link, una copia si trova su ${hosts}. È nella tua rete o su questo computer; usala solo se sai che cos’è.`,
  useThisCopy: 'Usa questa copia',

  otherShares: 'Altre condivisioni',
  select: 'Seleziona',
  selectNamed: (name) => `Seleziona ${name}`,
  selected: (count) =>
    plural(count, {
      one: '1 condivisione selezionata',
      other: `${number(count)} condivisioni selezionate`,
    }),
  withSelected: 'Che cosa fare di quelle selezionate',
  all: 'Tutte',
  none: 'Nessuna',
  findShare: 'Cerca una condivisione',
  sortShares: 'Ordina le condivisioni',
  newestFirst: 'Prima le più recenti',
  byName: 'Per nome',
  largestFirst: 'Prima le più grandi',
  noneNamed: (words) => `Nessuna ha «${words}» nel nome.`,
  notShown: (why) => `Impossibile mostrare questa condivisione. ${why}`,
  removeIt: 'Rimuovi',
  linkAndFiles: 'Link e file',
  link: 'Link',

  somebodyShares: 'Qualcuno condivide qualcosa con te.',
  ofItFiles: (count) => plural(count, { one: '1 dei suoi file', other: `${number(count)} dei suoi file` }),
  nobodyContacted:
    'Non sei ancora connesso. Poi questo sito e chi ha aperto il link potranno vedere il tuo indirizzo IP.',
  connect: 'Connetti',
  toWatch: 'Da guardare',
  lookingWhatThereIs: 'Vediamo che cosa c’è…',
  nothingPublished: 'Qui non è ancora pubblicato nulla.',
  live: 'In diretta',
  watch: (name) => `Guarda ${name}`,
  moreToCome: (count) =>
    plural(count, {
      one: '1 altro file arriverà quando il server l’avrà letto.',
      other: `Altri ${number(count)} file arriveranno quando il server li avrà letti.`,
    }),

  sealTerms: 'Password e scadenza',
  sealPassword: 'Password, oltre al link',
  sealPasswordHint: 'Comunicala per un’altra via rispetto al link. Nessuno potrà ritrovarla per te.',
  sealEnds: 'Scade',
  sealEndsHint:
    'Dopo non è più condiviso. Le pagine oneste eliminano la loro copia; le altre nessuno può obbligarle.',
  endsNever: 'mai',
  endsInHour: 'tra un’ora',
  endsInDay: 'tra un giorno',
  endsInWeek: 'tra una settimana',
  endsInMonth: 'tra 30 giorni',
  sealWith: 'Sigilla così',
  kept: (used, free) => `${used} conservati in questo browser, ${free} liberi.`,
  mayBeCleared: 'Il browser può cancellarli quando il disco si riempie.',
  leftovers: (size) => `Di questi, ${size} sono di condivisioni non più in elenco.`,
  deleteLeftovers: 'Eliminali',
}
