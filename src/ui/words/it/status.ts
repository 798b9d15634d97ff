import type { ShareWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const people = (count: number) => plural(count, { one: '1 persona', other: `${number(count)} persone` })

export const status: ShareWords['status'] = {
  hashing: 'Preparazione dei tuoi file.',
  hashingDetail: 'Il link compare appena finito.',
  asleep: 'In sospeso: questa pagina ha di nuovo bisogno dei file.',
  asleepUnfinished:
    'Erano ancora in preparazione quando la pagina è stata chiusa. Un clic li apre e si ricomincia.',
  asleepOneClick:
    'Dopo un ricaricamento il browser chiede prima di leggerli. Un clic li apre e lo stesso link torna a funzionare.',
  asleepChoose:
    'Dopo un ricaricamento un browser dimentica quali file erano condivisi. Scegli o trascina gli stessi e lo stesso link torna a funzionare.',
  leftOut: (names, count) =>
    plural(count, {
      one: `${names} resta fuori: il browser non è riuscito a leggerlo.`,
      other: `${names} restano fuori: il browser non è riuscito a leggerli.`,
    }),

  nobodyHere: 'Al momento non è online nessuno che ce l’abbia.',
  startsByItself:
    'Parte da sola appena qualcuno la apre. Chiedi a chi ti ha inviato il link di riaprire la pagina.',
  nobodyStartsByItself:
    'Al momento non è online nessuno che ce l’abbia. Parte da sola appena qualcuno la apre. Chiedi a chi ti ha inviato il link di riaprire la pagina.',
  othersWait: (count) =>
    plural(count, {
      one: 'Connesso a 1 persona, che l’aspetta anche lei.',
      other: `Connesso a ${number(count)} persone, che l’aspettano anche loro.`,
    }),
  startsWithOwner: 'Parte da sola appena va online qualcuno che ce l’ha.',
  onlyPeopleKnow: 'Solo altre persone possono dire che cos’è.',
  youChoseNobody: 'Hai scelto di non connetterti a nessuno. Permettilo sotto «Limiti» e si va avanti.',
  asking: 'Chiedo che cos’è.',
  lookingForIt: 'Cerco qualcuno che ce l’abbia.',
  linkSays: 'Così dice il link.',
  linkSaysSize: (size) => `${size}, così dice il link.`,
  waitingForSize: (size) => `In attesa di ${size}.`,
  waitingForName: (name) => `In attesa di «${name}».`,
  waitingForBoth: (name, size) => `In attesa di «${name}», ${size}.`,

  soFar: (percent) => `Già qui, e al sicuro: ${percent}.`,
  goesOn: 'Riprende da sola appena qualcuno la apre.',
  nobodyHasRest: (count) => `Connesso a ${people(count)}, ma nessuno ha ciò che manca qui.`,
  waitsForTurn: (count) => `Connesso a ${people(count)}, in attesa del proprio turno.`,
  waitsForTurnDetail: 'Stanno inviando ad altri. Di solito ci vuole meno di un minuto.',
  downloadingFromPeople: (count) => `Download da ${people(count)}.`,
  downloadingFromSite: (site) => `Download da ${site}.`,
  downloadingFromBoth: (count, site) => `Download da ${people(count)} e ${site}.`,
  aboutToStart: 'Sta per partire.',

  allHere: 'È tutto qui.',
  allHereNobody: 'Hai scelto di non connetterti ad altre persone, quindi non si invia loro nulla.',
  connectedGoOn: 'Chi è già connesso continua.',
  sentEnough: 'Ha inviato quanto permette il suo limite e non invia altro.',
  heldInMemory: 'È tenuta in memoria: prima, salva ciò che vuoi conservare.',
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
  sendTheLink:
    'Invia il link a chi deve riceverla. Funziona finché qualcuno che ce l’ha tiene aperta la pagina.',

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
  relayUsedUpDetail:
    'Gli altri si raggiungono solo attraverso di esso, e il sito fissa un limite al giorno. Domani riprende da sola, o subito se c’è una via diretta: un’altra rete spesso ce l’ha.',
  refused: 'Questa condivisione è stata rifiutata.',
  refusedWhy: (reason) =>
    `Il server che mette in contatto le persone dice: «${reason}». Chiedi a chi gestisce questo sito.`,
  membersOnly: 'Questo sito è riservato ai membri.',
  membersOnlyDetail: 'Chiedi un invito: il suo link ti rende membro, poi si va avanti da soli.',
  siteSendsNothing: 'Al momento il server web non la invia.',
  peopleOff: 'Hai scelto di non connetterti ad altre persone: puoi permetterlo sotto «Limiti».',
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
      'Questo browser non permette alla pagina di connettersi a nessuno: un’estensione o un criterio ha disattivato WebRTC. Consentilo per questo sito, o usa un altro browser.',
    'no-udp':
      'La tua rete blocca ciò che collega le persone (UDP): c’è di mezzo un firewall o una VPN. Disattiva la VPN o usa un’altra rete, come l’hotspot di un telefono; questa pagina continua a provare.',
    'no-relay':
      'Non c’è una via diretta, e il relay di questo sito non risponde. Un’altra rete spesso aiuta, qui o dall’altra parte; questa pagina continua a provare. Se non cambia, dillo a chi gestisce questo sito.',
    relay:
      'La tua connessione va bene, e c’è anche un relay. Gli altri forse sono appena andati via, o la loro rete non lascia passare nulla; questa pagina continua a provare.',
    open: 'La tua connessione va bene, ma tra voi c’è un firewall, una VPN o una rete severa, e questo sito non ha un relay per aggirarli. Un’altra rete aiuta, qui o dall’altra parte; questa pagina continua a provare.',
    unknown:
      'Forse c’è di mezzo un firewall, una VPN o una rete aziendale severa, qui o dall’altra parte. Un’altra rete spesso aiuta; questa pagina continua a provare.',
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
    `Questo browser non dà disco alla pagina, e in memoria ci stanno al massimo ${most}: troppo poco. Apri il link in una finestra normale, o in un altro browser.`,
  inMemory: (most) =>
    `Questo browser non dà disco alla pagina: ciò che scarichi resta in memoria, al massimo ${most}, e sparisce quando la pagina viene chiusa. Salva ciò che vuoi conservare.`,
}
