import type { ShareWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const people = (count: number) => plural(count, { one: '1 persona', other: `${number(count)} persone` })

export const status: ShareWords['status'] = {
  hashing: 'Preparazione dei tuoi file.',
  hashingDetail: 'Il link compare appena finito.',
  asleep: 'In sospeso: questa pagina ha di nuovo bisogno dei file.',
  asleepUnfinished: 'Non erano pronti quando la pagina è stata chiusa.',
  asleepOneClick: 'Il link resta lo stesso.',
  asleepChoose: 'Scegli gli stessi e il link funziona di nuovo.',
  leftOut: (names, count) =>
    plural(count, {
      one: `${names} resta fuori: il browser non è riuscito a leggerlo.`,
      other: `${names} restano fuori: il browser non è riuscito a leggerli.`,
    }),

  nobodyHere: 'Al momento non è online nessuno che ce l’abbia.',
  startsByItself: 'Inizia quando il mittente riapre la pagina. Chiediglielo.',
  othersWait: (count) =>
    plural(count, {
      one: 'Connesso a 1 persona, che l’aspetta anche lei.',
      other: `Connesso a ${number(count)} persone, che l’aspettano anche loro.`,
    }),
  startsWithOwner: 'Parte da sola appena va online qualcuno che ce l’ha.',
  onlyPeopleKnow: 'Solo altre persone possono dire che cos’è.',
  youChoseNobody: 'Permettilo sotto «Limiti» e si va avanti.',
  asking: 'Chiedo che cos’è.',
  lookingForIt: 'Cerco qualcuno che ce l’abbia.',
  linkSays: 'Così dice il link.',
  linkSaysSize: (size) => `${size}, così dice il link.`,

  soFar: (percent) => `Già qui, e al sicuro: ${percent}.`,
  goesOn: 'Riprende da sola appena qualcuno la apre.',
  nobodyHasRest: (count) => `Connesso a ${people(count)}, ma nessuno ha ciò che manca qui.`,
  waitsForTurn: (count) => `Connesso a ${people(count)}, in attesa del proprio turno.`,
  waitsForTurnDetail: 'Di solito ci vuole meno di un minuto.',
  downloadingFromPeople: (count) => `Download da ${people(count)}.`,
  downloadingFromSite: (site) => `Download da ${site}.`,
  downloadingFromBoth: (count, site) => `Download da ${people(count)} e ${site}.`,
  aboutToStart: 'Sta per partire.',

  allHere: 'È tutto qui.',
  channel: 'È un canale in diretta.',
  channelDetail: 'Si vede mentre viene prodotto. Non ne resta nulla.',
  connectedGoOn: 'Chi è già connesso continua.',
  sentEnough: 'Ha inviato quanto permette il suo limite e non invia altro.',
  heldInMemory: 'È solo in memoria: salvalo prima.',
  othersHave: (count) =>
    plural(count, {
      one: 'Un’altra persona ce l’ha.',
      other: `Altre ${number(count)} persone ce l’hanno.`,
    }),
  othersHaveAndFetch: (have, fetching) => {
    const havers = plural(have, {
      one: 'Un’altra persona ce l’ha',
      other: `Altre ${number(have)} persone ce l’hanno`,
    })
    return plural(fetching, {
      one: `${havers}, 1 la sta scaricando.`,
      other: `${havers}, ${number(fetching)} la stanno scaricando.`,
    })
  },
  mayClose: 'Puoi chiudere questa pagina. Finché resta aperta, aiuta gli altri.',
  downloadingIt: (count) =>
    plural(count, {
      one: '1 persona la sta scaricando.',
      other: `${number(count)} persone la stanno scaricando.`,
    }),
  mayCloseOnceDone: (count) =>
    plural(count, {
      one: 'Potrai chiudere questa pagina quando avrà finito.',
      other: 'Potrai chiudere questa pagina quando una di loro avrà finito.',
    }),
  lookingAtIt: (count) =>
    plural(count, {
      one: '1 persona la sta guardando.',
      other: `${number(count)} persone la stanno guardando.`,
    }),
  onlyYou: 'Tieni aperta questa pagina: ce l’hai solo tu.',
  sendTheLink: 'Invia il link.',

  paused: 'In pausa.',
  pausedAt: (percent) => `In pausa: ${percent}.`,
  wentWrong: 'Qualcosa è andato storto.',

  connecting: 'Connessione in corso.',
  cannotLook: 'Questo sito non risponde.',
  cannotLookNow: 'Nuovo tentativo ora. Sei online?',
  cannotLookFor: (seconds) =>
    plural(seconds, {
      one: 'Nuovo tentativo tra 1 secondo. Sei online?',
      other: `Nuovo tentativo tra ${number(seconds)} secondi. Sei online?`,
    }),
  relayUsedUp: 'Per oggi il relay di questo sito non trasmette altro per te.',
  relayUsedUpDetail: 'Riprende domani, o appena c’è una via diretta: un’altra rete spesso ne ha una.',
  refused: 'Questa condivisione è stata rifiutata.',
  refusedWhy: (reason) =>
    `Il server che mette in contatto le persone dice: «${reason}». Chiedi a chi gestisce questo sito.`,
  membersOnly: 'Questo sito è riservato ai membri.',
  membersOnlyDetail: 'Chiedi un link d’invito e aprilo qui.',
  siteSendsNothing: 'Al momento il server web non la invia.',
  peopleOnceThere: (count) => `Si connette ad altre persone quando ce ne sono ${number(count)}.`,
  connectingTo: (count) => `Connessione a ${people(count)}.`,
  noConnection: (count) =>
    plural(count, {
      one: 'C’è 1 persona, ma questa pagina non riesce a raggiungerla.',
      other: `Ci sono ${number(count)} persone, ma questa pagina non riesce a raggiungerle.`,
    }),
  looking: 'Cerco altre persone.',
  wayOut: {
    'no-addresses':
      'Un’estensione o un criterio ha disattivato WebRTC. Consentilo per questo sito o usa un altro browser.',
    'no-udp':
      'Un firewall o una VPN blocca la connessione (UDP). Disattiva la VPN o prova un’altra rete, come l’hotspot di un telefono.',
    'no-relay':
      'Non c’è una via diretta e il relay di questo sito non risponde. Un’altra rete spesso aiuta, da una parte o dall’altra.',
    relay:
      'La tua connessione va bene. Forse sono appena andati via, o la loro rete non lascia passare nulla. Si riprova.',
    open: 'La tua connessione va bene, ma c’è di mezzo un firewall, una VPN o una rete restrittiva, e questo sito non ha un relay. Un’altra rete aiuta, da una parte o dall’altra. Si riprova.',
    unknown:
      'Forse c’è di mezzo un firewall o una VPN. Un’altra rete spesso aiuta, da una parte o dall’altra. Si riprova.',
  },

  haveIt: (count) =>
    plural(count, { one: '1 persona ce l’ha.', other: `${number(count)} persone ce l’hanno.` }),
  siteHasIt: (site) => `${site} ce l’ha.`,
  haveParts: (count) =>
    plural(count, {
      one: '1 persona ne ha delle parti.',
      other: `${number(count)} persone ne hanno delle parti.`,
    }),
  tooLittleMemory: (most) =>
    `Troppo grande per una finestra privata, che tiene al massimo ${most}. Apri il link in una normale.`,
  inMemory: (most) =>
    `Questo browser tiene i download in memoria finché la pagina non viene chiusa, al massimo ${most}. Salva ciò che vuoi tenere.`,
}
