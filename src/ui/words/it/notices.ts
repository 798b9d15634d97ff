import type { FaultsWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const linksOpened = (count: number) =>
  plural(count, { one: '1 link aperto.', other: `${number(count)} link aperti.` })

export const notices: FaultsWords['notices'] = {
  filesWithheld: (names) =>
    `Il browser non ha il permesso di leggere ${names}. Consentilo, o scegli altri file.`,
  folderEmpty: 'Lì dentro non ci sono file: la cartella è vuota. Scegline un’altra.',
  pasteNotOpened: (why) => `Non ha funzionato. ${why}`,
  linksOpened,
  someLinksOpened: (count, left) =>
    `${linksOpened(count)} ${plural(left, {
      one: '1 altro non ci stava: incollalo in un secondo momento.',
      other: `Altri ${number(left)} non ci stavano: incollali in un secondo momento.`,
    })}`,
  torrentNotOpened: (name, why) => `Impossibile aprire «${name}» come torrent. ${why}`,
  launchNotRead: (name) => `Impossibile leggere «${name}». Aprilo di nuovo.`,
  sharedMissed: 'Qui non è arrivato nulla. Condividi di nuovo, o scegli i file in questa pagina.',
  sharedTooLarge: 'È troppo per essere consegnato in una volta. Scegli invece i file in questa pagina.',
  filesAsk: (files) => `Un’altra app o un altro sito vuole farti inviare questo: ${files}.`,
  textAsks: 'Un’altra app o un altro sito vuole farti inviare un testo.',
  memberAlready: 'Sei già membro di questo sito. L’invito resta per altri.',
  memberNow: 'Ora sei membro di questo sito. Questo browser lo ricorda; non c’è altro da fare.',
  memberForNow:
    'Sei membro di questo sito finché non chiudi questa pagina: questo browser non conserva nulla per lui.',
  memberNotYet: (why) => `Non sei ancora membro. ${why}`,
  invitationVoid:
    'Questo invito non funziona più: è esaurito, scaduto o è stato ritirato. Chiedine un altro.',
  passkeyVoid: 'La passkey in questo indirizzo non è valida qui, o non lo è più.',
  membershipEnded: 'Non sei più membro di questo sito. Chiedi un invito a chi lo gestisce.',
  membersOnly: 'Questo sito è riservato ai membri. Chiedi un link d’invito e aprilo qui.',
  fileNotSaved: (name, why) => `Impossibile salvare «${name}». ${why}`,
  folderNotSaved: (why) => `Non è stato possibile salvare tutti i file. ${why}`,
  folderSaved: (folder) => `Tutti i file sono in «${folder}».`,
  renamed: (from, to) => `«${from}» non è un nome che si possa scrivere: si chiama «${to}».`,
  renamedAndMore: (from, to, more) =>
    plural(more, {
      one: `«${from}» non è un nome che si possa scrivere: si chiama «${to}», ed è cambiato anche 1 altro nome.`,
      other: `«${from}» non è un nome che si possa scrivere: si chiama «${to}», e sono cambiati anche altri ${number(more)} nomi.`,
    }),
  zipNotSaved: (why) => `Impossibile salvare lo ZIP. ${why}`,
  zipCancelled: 'Il download dello ZIP è stato annullato.',
  zipSaved: 'Lo ZIP è tra i tuoi download.',
}
