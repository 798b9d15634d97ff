import type { DoctorWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const people = (count: number) => plural(count, { one: '1 persona', other: `${number(count)} persone` })

export const causes: DoctorWords['causes'] = {
  remedies: {
    resume: 'Riprendi',
    retry: 'Riprova',
    connectToPeople: 'Connetti ad altri',
    connectToAnybody: 'Connetti a tutti',
    liftDay: 'Invia senza limite al giorno',
  },
  moving: { sentence: 'Il trasferimento è in corso.', help: 'Nulla è d’intralcio.' },
  paused: {
    sentence: 'Hai messo in pausa questa condivisione.',
    help: 'Non si invia né si riceve nulla finché non riprendi.',
  },
  asleep: {
    sentence: 'Questa pagina ha di nuovo bisogno dei file di questa condivisione.',
    help: 'Dopo un ricaricamento un browser dimentica quali file erano condivisi. Apri o scegli gli stessi e lo stesso link torna a funzionare.',
  },
  noRoom: {
    sentence: (missing, room) => `C’è troppo poco spazio: mancano ${missing}, e al browser restano ${room}.`,
    help: 'Rimuovi altre condivisioni o libera spazio sul disco; poi si va avanti.',
  },
  offline: {
    sentence: 'Questo dispositivo è offline.',
    help: 'Collegalo a una rete e tutto riprende da solo.',
  },
  siteAway: {
    sentence: 'Il sito non risponde.',
    help: 'Forse è giù, o la tua rete ti impedisce di raggiungerlo. Questa pagina continua a provare, e chi è connesso lo resta.',
  },
  siteError: {
    sentence: (status) => `Il sito risponde con un errore (${status}).`,
    help: 'Può rimediare solo chi lo gestisce. Questa pagina continua a provare.',
  },
  socketBlocked: {
    sentence:
      'La tua rete lascia caricare la pagina, ma blocca la connessione con cui le persone si trovano.',
    help: 'Lo fa un proxy o un antivirus che non conosce i WebSocket. Usa un’altra rete, o chiedi a chi gestisce la tua di permetterli per questo sito.',
  },
  trackerSilent: {
    sentence: 'Questo sito c’è, ma non mette in contatto nessuno.',
    help: 'Forse è sovraccarico o sta per riavviarsi. Questa pagina continua a provare; se non cambia, dillo a chi gestisce il sito.',
  },
  membersOnly: {
    sentence: 'Questo sito è per i membri, e questo browser non lo è.',
    help: 'Chiedi un invito: il suo link ti rende membro.',
  },
  refused: {
    sentence: (reason) => `Questo sito ha rifiutato questa condivisione: «${reason}».`,
    help: 'Chiedi a chi gestisce questo sito.',
  },
  noWebRtc: {
    sentence: 'WebRTC, con cui i browser si collegano tra loro, in questo è disattivato.',
    help: 'Consentilo per questo sito, o usa un altro browser.',
  },
  noAddresses: {
    sentence: 'Questo browser non dà alla pagina nessuno dei suoi indirizzi, quindi nessuno può connettersi.',
    help: 'Lo fa un’estensione o un criterio per WebRTC. Consentilo per questo sito, o usa un altro browser.',
  },
  noUdp: {
    sentence: 'La tua rete blocca ciò che collega le persone (UDP).',
    help: 'C’è di mezzo un firewall o una VPN. Disattiva la VPN o usa un’altra rete, come l’hotspot di un telefono.',
  },
  stunSilent: {
    sentence: 'Niente risponde via UDP: o la tua rete lo blocca, o il server STUN di questo sito è fermo.',
    help: 'Prova un’altra rete, come l’hotspot di un telefono. Se non cambia, dillo a chi gestisce questo sito.',
  },
  peopleOff: {
    sentence: 'Hai scelto di non connetterti ad altre persone.',
    help: 'Ciò che manca può arrivare solo da loro.',
  },
  tooFew: {
    sentence: (wanted) => `Ti connetti ad altre persone solo quando ce ne sono ${number(wanted)}.`,
    help: 'È impostato così sotto «Limiti», o da chi l’ha pubblicata.',
  },
  alone: {
    sentence: 'Al momento nessun altro l’ha aperta.',
    help: 'Chiedi di aprirla a chi ti ha inviato il link, o a chi l’hai inviato. Poi riprende da sola.',
  },
  connecting: {
    sentence: 'La connessione è in corso.',
    help: 'Ci vogliono alcuni secondi. Ricontrolla se per allora non è pronta.',
  },
  unanswered: {
    sentence: (others) =>
      plural(others, {
        one: 'Dovrebbe esserci 1 persona, ma nessuno risponde.',
        other: `Dovrebbero esserci ${number(others)} persone, ma nessuno risponde.`,
      }),
    help: 'Forse sono appena andate via, o il loro dispositivo dorme. Questa pagina continua a chiedere.',
  },
  noHandshake: {
    sentence: 'Una via verso altri c’è, ma ciò che vi si invia non arriva intatto.',
    help: 'Lo fa un firewall che guarda dentro i pacchetti, qui o dall’altra parte. Un’altra rete aiuta.',
  },
  noRelay: {
    sentence: 'Non c’è una via diretta verso gli altri, e il relay di questo sito non risponde.',
    help: 'Un’altra rete spesso aiuta, qui o dall’altra parte. Se non cambia, dillo a chi gestisce questo sito.',
  },
  relayRefuses: {
    sentence: 'Non c’è una via diretta, e il relay di questo sito ti respinge.',
    help: 'Ricarica la pagina. Se non basta, dillo a chi gestisce questo sito.',
  },
  symmetric: {
    sentence:
      'Il tuo router dà a ogni connessione un altro indirizzo, e questo sito non ha un relay per ovviare.',
    help: 'Usa un’altra rete, come l’hotspot di un telefono, o fallo fare all’altra persona.',
  },
  unreachable: {
    sentence: (others) =>
      plural(others, {
        one: 'C’è 1 persona, ma nessuna via per raggiungerla.',
        other: `Ci sono ${number(others)} persone, ma nessuna via per raggiungerle.`,
      }),
    help: 'La tua connessione va bene, quindi è probabilmente la loro: un firewall, una VPN o una rete severa. Un’altra rete aiuta, da una parte o dall’altra.',
  },
  noData: {
    sentence: (peers) => `Nessuno di chi è connesso (${people(peers)}) ha ciò che manca qui.`,
    help: 'Riprende da sola appena va online qualcuno che ha il resto.',
  },
  choked: {
    sentence: (peers) =>
      plural(peers, {
        one: '1 persona ce l’ha, e sta inviando ad altri.',
        other: `${number(peers)} persone ce l’hanno, e stanno inviando ad altri.`,
      }),
    help: 'Presto tocca a te, di solito entro un minuto. Alcuni hanno scelto di non inviare nulla.',
  },
  relayUsedUp: {
    sentence: 'Per oggi il relay di questo sito non trasmette altro per te.',
    help: 'Gli altri si raggiungono solo attraverso di esso, e il sito fissa un limite al giorno. Domani riprende da sola, o subito se c’è una via diretta: un’altra rete spesso ce l’ha.',
  },
  dayOver: {
    sentence: 'Oggi è stato inviato quanto hai permesso.',
    help: 'Domani riprende da sola.',
  },
  ratioReached: {
    sentence: 'Questa condivisione ha inviato quanto permette il suo limite.',
    help: 'Il limite è sotto «Altro», nella condivisione.',
  },
  clock: {
    ahead: (time) => `L’orologio di questo dispositivo va avanti di ${time}.`,
    behind: (time) => `L’orologio di questo dispositivo va indietro di ${time}.`,
    help: 'Tutto il resto va bene. Impostalo in automatico: alcuni siti e relay rifiutano chi sbaglia di tanto.',
  },
  fineShare: {
    sentence: 'Qui nulla è d’intralcio.',
    help: 'Forse aspetta gli altri; ricontrolla tra un minuto.',
  },
  finePage: {
    sentence: 'Tutto ciò che serve a questa pagina funziona.',
    help: 'Se una condivisione è ferma, chiedi lì.',
  },
}
