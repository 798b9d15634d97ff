import type { FaultsWords } from '../areas.ts'
import { number, plural } from './speech.ts'

export const notices: FaultsWords['notices'] = {
  filesWithheld: (names) => `Der Browser darf ${names} nicht lesen. Erlaube es, oder wähle andere Dateien.`,
  folderEmpty: 'Darin ist keine Datei: Der Ordner ist leer. Wähle einen anderen.',
  pasteNotOpened: (why) => `Das ging nicht. ${why}`,
  linksOpened: (count) =>
    plural(count, { one: '1 Link geöffnet.', other: `${number(count)} Links geöffnet.` }),
  someLinksOpened: (count, left) =>
    `${plural(count, { one: '1 Link geöffnet.', other: `${number(count)} Links geöffnet.` })} ${number(left)} weitere passten nicht: Füge sie in einem zweiten Gang ein.`,
  torrentNotOpened: (name, why) => `„${name}“ konnte nicht als Torrent geöffnet werden. ${why}`,
  launchNotRead: (name) => `„${name}“ konnte nicht gelesen werden. Öffne es noch einmal.`,
  sharedMissed:
    'Hier ist nichts angekommen. Teile es noch einmal, oder wähle die Dateien auf dieser Seite aus.',
  sharedTooLarge:
    'Das ist zu viel, um es auf einmal zu übergeben. Wähle die Dateien stattdessen auf dieser Seite aus.',
  filesAsk: (files) => `Eine andere App oder Website möchte, dass du das sendest: ${files}.`,
  textAsks: 'Eine andere App oder Website möchte, dass du einen Text sendest.',
  memberAlready: 'Du bist schon Mitglied dieser Website. Die Einladung bleibt für andere.',
  memberNow: 'Du bist jetzt Mitglied dieser Website. Dieser Browser merkt es sich; mehr ist nicht zu tun.',
  memberForNow:
    'Du bist Mitglied dieser Website, bis du diese Seite schließt: Dieser Browser merkt sich nichts für sie.',
  memberNotYet: (why) => `Du bist noch kein Mitglied. ${why}`,
  invitationVoid:
    'Diese Einladung gilt nicht mehr: Sie ist aufgebraucht, abgelaufen oder zurückgenommen. Bitte um eine andere.',
  passkeyVoid: 'Der Passkey in dieser Adresse gilt hier nicht, oder nicht mehr.',
  membershipEnded: 'Du bist nicht mehr Mitglied dieser Website. Bitte ihren Betreiber um eine Einladung.',
  membersOnly: 'Diese Website ist nur für Mitglieder. Bitte um einen Einladungslink, und öffne ihn hier.',
  fileNotSaved: (name, why) => `„${name}“ konnte nicht gespeichert werden. ${why}`,
  folderNotSaved: (why) => `Nicht alle Dateien konnten gespeichert werden. ${why}`,
  folderSaved: (folder) => `Alle Dateien sind in „${folder}“.`,
  renamed: (from, to) => `„${from}“ ist kein Name, der sich schreiben lässt: Es heißt „${to}“.`,
  renamedAndMore: (from, to, more) =>
    plural(more, {
      one: `„${from}“ ist kein Name, der sich schreiben lässt: Es heißt „${to}“, und 1 weiterer Name wurde auch geändert.`,
      other: `„${from}“ ist kein Name, der sich schreiben lässt: Es heißt „${to}“, und ${number(more)} weitere Namen wurden auch geändert.`,
    }),
  zipNotSaved: (why) => `Die ZIP-Datei konnte nicht gespeichert werden. ${why}`,
  zipCancelled: 'Der Download der ZIP-Datei wurde abgebrochen.',
  zipSaved: 'Die ZIP-Datei ist bei deinen Downloads.',
}
