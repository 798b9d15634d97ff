import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const failures: FaultsWords['failures'] = {
  unreadable: (name) => `Impossibile leggere «${name}».`,
  atMostFiles: (most) => `Una condivisione ne contiene al massimo ${number(most)}.`,

  byCode: {
    'file-unreadable': {
      what: 'Impossibile leggere un file.',
      why: 'È stato modificato, spostato o eliminato dopo la scelta, o questo browser non può leggerlo.',
      todo: 'Scegli di nuovo i file.',
    },
    'share-unreadable': {
      what: 'Impossibile aprire questa condivisione.',
      why: '',
      todo: 'Chiedi un nuovo link a chi te l’ha inviata.',
    },
    'too-many-files': {
      what: 'Sono troppi file per una sola condivisione.',
      why: '',
      todo: 'Condividili in più parti, o mettili prima in un archivio.',
    },
    'seal-damaged': {
      what: 'Impossibile aprire questa condivisione.',
      why: 'La chiave nel suo link non va bene, o ciò che è sigillato è danneggiato.',
      todo: 'Copia ancora una volta tutto il link, o chiedine uno nuovo a chi te l’ha inviato.',
    },
    'manifest-impossible': {
      what: 'Impossibile aprire questa condivisione.',
      why: 'Ciò che dice dei suoi file è impossibile: chi l’ha fatta ha usato un programma difettoso, o ha cattive intenzioni.',
      todo: 'Chiedi a chi te l’ha inviata di condividere di nuovo i file.',
    },
    'seal-expired': {
      what: 'Questa condivisione è finita.',
      why: 'Quello che questa pagina ne aveva è stato eliminato.',
      todo: 'Chiedi a chi l’ha inviata di condividerla di nuovo.',
    },
    'seal-newer': {
      what: 'Questa condivisione non si può aprire qui.',
      why: 'È stata sigillata da una versione più recente di questo programma.',
      todo: 'Ricarica la pagina, o apri il link sul sito da cui viene.',
    },
    'too-large-to-seal': {
      what: 'Impossibile sigillare questi file.',
      why: 'Insieme sono troppo grandi.',
      todo: 'Condividili in più parti.',
    },
    'files-changed': {
      what: 'Questa condivisione non può continuare a inviare.',
      why: 'Uno dei suoi file è stato modificato, spostato o eliminato, e ciò che si invia dev’essere esattamente ciò che è stato condiviso.',
      todo: 'Rimetti il file al suo posto e riprova, o condividi di nuovo i file.',
    },
    'disk-full': {
      what: 'Non c’è più spazio.',
      why: 'Il disco, o la parte che questo browser dà ai siti, è pieno. Ciò che era arrivato è conservato.',
      todo: 'Rimuovi altre condivisioni o libera spazio sul disco, poi riprova.',
    },
    'no-disk': {
      what: 'Questa condivisione è troppo grande per questo browser.',
      why: 'Non dà disco alla pagina, come nelle finestre private, e in memoria non ci sta tanto.',
      todo: 'Apri il link in una finestra normale, o in un altro browser.',
    },
    'store-in-use': {
      what: 'Questa condivisione è aperta in un’altra scheda.',
      why: 'Due schede non possono scrivere gli stessi file.',
      todo: 'Continua nell’altra scheda, o chiudila e riprova qui.',
    },
    'files-damaged': {
      what: 'Questa condivisione non può continuare a inviare.',
      why: 'Uno dei suoi file non è più ciò che è stato condiviso, e ciò che si invia dev’essere esattamente quello.',
      todo: 'Rimetti il file com’era e riprova, o condividi di nuovo i file.',
    },
    'store-broken': {
      what: 'Il browser non è riuscito a conservare o leggere i dati di questa condivisione.',
      why: 'La sua memoria ha segnalato un errore. Ciò che era arrivato forse c’è ancora.',
      todo: 'Riprova; se non basta, ricarica la pagina.',
    },
    unexpected: {
      what: 'Qualcosa è andato storto in questa pagina.',
      why: '',
      todo: 'Riprova. Ciò che era arrivato è conservato.',
    },
  },
}
