import type { FaultsWords } from '../areas.ts'
import { failures } from './failures.ts'
import { notices } from './notices.ts'
import { number, plural } from './speech.ts'
import { torrents } from './torrents.ts'

export const faults: FaultsWords = {
  failures,
  notices,
  torrents,

  unexpected: 'È successo qualcosa di imprevisto.',
  fileChanged: 'Un file di questa condivisione è stato modificato, spostato o eliminato.',
  fileDamaged: 'Un file di questa condivisione non è più ciò che è stato condiviso.',
  copyUnusable: (why) => `Questa copia non si può usare. ${why}`,
  addressTooLarge: (host, most) =>
    `Ciò che ${host} ha inviato supera ${most}: non è un file .torrent. L’indirizzo è giusto?`,
  serverError: (status) => `Il server dice: errore ${status}.`,
  linksNotOpened: (count, of, why) =>
    `Link che non si sono potuti aprire: ${number(count)} su ${number(of)}. ${why}`,

  plain: {
    'nothing-chosen': 'Scegli prima almeno un file.',
    'file-incomplete': 'Questo file non è ancora completo.',
    'data-not-open': 'I dati di questa condivisione non sono aperti.',
    'share-removed': 'Questa condivisione è stata rimossa.',
    'engine-elsewhere': 'Un’altra scheda ha preso il posto di questa.',
    'files-not-opened':
      'Il browser non ha aperto i file: sono stati modificati o spostati, o non ne aveva il permesso. Sceglili di nuovo.',
    'files-of-other-sizes': 'Questi non sono i file di questa condivisione: le loro dimensioni sono diverse.',
    'password-wrong': 'Non è la sua password. Le maiuscole contano.',
    'sealed-part-damaged':
      'Una parte non è ciò che è stato sigillato. Chiedi a chi l’ha inviata di condividerla di nuovo.',
    'files-of-other-contents': 'Questi non sono i file di questa condivisione: il loro contenuto è diverso.',
    'not-a-web-address': 'Questo non è un indirizzo web: comincia con https:// o http://.',
    'share-not-ready': 'La condivisione non è ancora pronta.',
    'address-error': ({ host, status }) =>
      `${host} ha risposto «${status}» invece di un file .torrent. L’indirizzo è ancora giusto?`,
    'address-silent': ({ host, seconds }) =>
      `${host} non ha risposto in ${number(seconds)} secondi. Riprova, o scarica il file .torrent e trascinalo qui.`,
    'address-unreachable': ({ host }) =>
      `Questa pagina non ha potuto leggere da ${host}: la maggior parte dei siti lo rifiuta (CORS), oppure è offline. Scarica invece il file .torrent e trascinalo qui.`,
    'torrent-file-too-large': 'È di gran lunga troppo grande per essere un file .torrent.',
    'site-silent': 'Il sito non ha risposto. Sei online?',
    'site-busy': 'Al momento il sito riceve troppe richieste. Aspetta un minuto.',
    'site-error': ({ status }) => `Il sito ha risposto con un errore (${status}).`,
    'site-unclear': 'Il sito ha inviato una configurazione che questa pagina non capisce.',
    'answer-unclear': 'Il sito ha inviato una risposta che questa pagina non capisce.',
    'not-listed': 'Il sito non ha detto che cosa c’è da guardare. Riprova tra un momento.',
    'not-published': 'Il sito non lo pubblica, o non più.',
    'live-encrypted': 'Questa diretta è cifrata: qui non si può mostrare.',
    'server-silent': 'Il server non ha risposto. È in funzione, e tu sei online?',
    'insecure-address':
      'Shoal ha bisogno di un indirizzo sicuro: apri questa pagina con https, o su questo computer con http://localhost.',
    'no-webrtc':
      'Questo browser non offre WebRTC, o è disattivato, quindi non può raggiungere altre persone.',
    'outdated-page':
      'In questo browser è già al lavoro una versione più recente di Shoal. Ricarica questa pagina; non si perde nulla.',
    'engine-not-loaded':
      'Shoal non è riuscito a caricare la parte che trasferisce i file. Controlla la connessione e riprova, o ricarica la pagina.',
    'part-not-loaded':
      'Impossibile caricare la parte che lo fa. Controlla la connessione e riprova, o ricarica la pagina.',
    'no-worker-to-save':
      'Questo browser non permette alla pagina di scrivere download propri (capita spesso nelle finestre private). I file si possono comunque salvare uno per uno.',
    'no-worker-to-play':
      'Questo browser non permette alla pagina di riprodurre ciò che sta ancora arrivando (capita spesso nelle finestre private). Lo si può salvare quando è arrivato.',
    'worker-silent-to-save': 'Il browser non ha avviato la parte che lo scrive.',
    'worker-silent-to-play': 'Il browser non ha avviato la parte che lo riproduce.',
    'download-not-begun': 'Il browser non ha cominciato il download.',
    'download-lost': 'Il browser l’ha interrotto a metà; ciò che ha scritto non è completo. Riprova.',
    'no-room-to-save': 'Sul disco non c’è più spazio. Liberane un po’, poi riprova.',
    'place-refused': 'Il browser non può scrivere lì. Scegli un altro posto.',
    'file-busy': 'Un altro programma ha quel file aperto. Chiudilo, o scegli un altro nome.',
    'source-changed': 'Uno dei suoi file è stato modificato, spostato o eliminato.',
    'source-gone': 'Nel frattempo un file o la sua cartella è stato spostato o eliminato.',
    'no-hls': 'Questo browser non può riprodurre film in più qualità (HLS).',
    'film-broken': 'Impossibile leggere o decodificare una parte del film.',
    'not-readable-now': 'Ora non si può leggere.',
    'note-too-long': 'È più di quanto sta in una nota. Accorciala, o fanne due.',
    'written-too-much': 'Hai scritto qui quanto può una persona. Elimina prima qualcosa.',
    'thread-full':
      'Questa conversazione è piena: nessuno vedrebbe la tua risposta. Scrivi invece una nuova nota, o elimina alcune delle tue risposte.',
    'review-full':
      'Questa revisione è piena. La tua nota non raggiungerebbe nessuno. Eliminane alcune delle tue per fare spazio, o comincia una revisione privata.',
    'review-full-of-people': ({ people }) =>
      `Questa revisione è piena: vi hanno scritto ${number(people)} persone. La tua nota non raggiungerebbe nessuno. Nascondi le note di qualcuno per fare spazio alla tua, o comincia una revisione privata.`,
    'reads-only': 'Hai aperto questa revisione con il link di sola lettura: puoi leggere, ma non scrivere.',
    'notes-taken-over': 'Un’altra scheda ha preso il posto di questa.',
    'author-forked': 'Nessuno crede più a questo autore.',
    'notes-of-odd-ending':
      'Questo file non finisce in .md, .csv, .vtt, .srt o .edl, quindi non è chiaro come leggerlo.',
    'notes-too-large': 'Questo file è di gran lunga troppo grande per essere un elenco di note.',
    'notes-not-text': 'Questo file non è testo (UTF-8). Salvalo così, e riprova.',
    'notes-unreadable': ({ skipped }) =>
      plural(skipped, {
        one: 'Nulla in questo file si può leggere come nota: a 1 voce mancavano le parole o un tempo.',
        other: `Nulla in questo file si può leggere come nota: a ${number(skipped)} voci mancavano le parole o un tempo.`,
      }),
    'no-notes-in-it': 'In questo file non ci sono note.',
    'notes-elsewhere': 'Ora le note sono in un’altra scheda.',
  },

  intake: {
    'text-too-long': 'Questo testo è troppo lungo per essere un link.',
    'nothing-pasted': 'Non c’è ancora nulla da aprire. Incolla un link.',
    'no-link':
      'Questo non è un link, né un link magnet, né un info hash, né l’indirizzo di un file .torrent.',
    'hash-of-odd-length': ({ digits }) =>
      `Un info hash ha 40 cifre esadecimali; questo ne ha ${number(digits)}. È stato copiato tutto?`,
    'link-without-hash': 'Questo link è danneggiato dopo il #. È stato copiato tutto?',
    'review-damaged':
      'La fine di questo link, che apre la sua revisione privata, è danneggiata. È stato copiato tutto?',
    'key-damaged':
      'La fine di questo link, che apre ciò che è sigillato, è danneggiata. È stato copiato tutto?',
    'address-damaged': 'Questo indirizzo web è danneggiato. È stato copiato tutto?',
    'magnet-without-hash':
      'Questo link magnet non ha un info hash valido (xt=urn:btih:…). È stato copiato tutto?',
    'link-of-version-2': 'Questo è un torrent solo di BitTorrent versione 2, che non è ancora supportata.',
  },

  origin: {
    'origin-unreachable': 'Non è raggiungibile da questa pagina.',
    'origin-silent': 'Non risponde, o lo fa troppo lentamente.',
    'origin-stopped': 'Si è fermata a metà.',
    'origin-error': ({ status }) => `Risponde con un errore (${status}).`,
    'origin-lacks-file': 'Non ha il file.',
    'origin-refuses': 'Non dà il file a tutti.',
    'origin-without-ranges': 'Non può inviare una parte di un file.',
    'origin-other-range': 'Invia una parte diversa da quella richiesta.',
    'origin-shorter': 'Il suo file è più corto.',
    'origin-other-size': 'Il suo file ha un’altra dimensione.',
    'origin-differs': 'Il suo contenuto è diverso da questa condivisione.',
    'origin-false': 'Invia qualcosa di diverso da ciò che è condiviso.',
    'origin-by-http': 'C’è solo via http, e questa pagina è arrivata via https: i browser lo rifiutano.',
  },

  server: {
    'address-busy': 'Il server dice: troppe richieste dal tuo indirizzo.',
    'database-busy': 'Il server dice: il suo database è occupato, riprova.',
    failed: 'Il server dice: non ha funzionato; il suo log dice perché.',
    'host-unknown': 'Il server dice: l’header Host manca o è sbagliato.',
    'link-void':
      'Il server dice: questo link è sconosciuto, scaduto o già stato aperto; il server ne mostra un altro.',
    'no-data-folder': 'Il server dice: non c’è una cartella dati.',
    'no-such-invitation': 'Il server dice: questo invito non esiste.',
    'no-such-member': 'Il server dice: questo membro non esiste.',
    'no-such-token': 'Il server dice: questo token non esiste.',
    'not-an-admin': 'Questo browser non è più di un admin.',
    'revoked-before': 'Il server dice: questa iscrizione è stata ritirata.',
    'swarm-empty': 'Il server dice: in questo sciame non c’è nessuno.',
    'torrent-unknown': 'Il server dice: non conosce questo torrent.',
  },
}
