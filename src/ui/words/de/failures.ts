import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const failures: FaultsWords['failures'] = {
  unreadable: (name) => `„${name}“ konnte nicht gelesen werden.`,
  atMostFiles: (most) => `Eine Freigabe fasst höchstens ${number(most)}.`,

  byCode: {
    'file-unreadable': {
      what: 'Eine Datei konnte nicht gelesen werden.',
      why: 'Sie wurde nach der Auswahl geändert, verschoben oder gelöscht, oder dieser Browser darf sie nicht lesen.',
      todo: 'Wähle die Dateien noch einmal.',
    },
    'share-unreadable': {
      what: 'Diese Freigabe kann nicht geöffnet werden.',
      why: '',
      todo: 'Bitte, wer sie geschickt hat, um einen neuen Link.',
    },
    'too-many-files': {
      what: 'Das sind zu viele Dateien für eine Freigabe.',
      why: '',
      todo: 'Teile sie in mehreren Freigaben, oder packe sie zuerst in ein Archiv.',
    },
    'seal-damaged': {
      what: 'Diese Freigabe kann nicht geöffnet werden.',
      why: 'Der Schlüssel in ihrem Link passt nicht, oder das Versiegelte ist beschädigt.',
      todo: 'Kopiere den ganzen Link noch einmal, oder bitte um einen neuen.',
    },
    'manifest-impossible': {
      what: 'Diese Freigabe kann nicht geöffnet werden.',
      why: 'Was sie von ihren Dateien sagt, kann nicht sein: Wer sie gemacht hat, hatte ein fehlerhaftes Programm oder meint es nicht gut.',
      todo: 'Bitte darum, die Dateien neu zu teilen.',
    },
    'seal-newer': {
      what: 'Diese Freigabe kann hier nicht geöffnet werden.',
      why: 'Sie wurde mit einer neueren Version dieses Programms versiegelt.',
      todo: 'Lade die Seite neu, oder öffne den Link auf der Website, von der er kommt.',
    },
    'seal-expired': {
      what: 'Diese Freigabe ist zu Ende.',
      why: 'Was diese Seite davon hatte, ist gelöscht.',
      todo: 'Bitte darum, sie neu zu teilen.',
    },
    'too-large-to-seal': {
      what: 'Diese Dateien können nicht versiegelt werden.',
      why: 'Sie sind zusammen zu groß.',
      todo: 'Teile sie in mehreren Freigaben.',
    },
    'files-changed': {
      what: 'Diese Freigabe kann nicht weiter senden.',
      why: 'Eine ihrer Dateien wurde geändert, verschoben oder gelöscht, und gesendet werden muss genau das, was geteilt wurde.',
      todo: 'Lege die Datei zurück und versuche es noch einmal, oder teile die Dateien neu.',
    },
    'disk-full': {
      what: 'Es ist kein Platz mehr.',
      why: 'Die Festplatte ist voll, oder der Teil davon, den dieser Browser Websites gibt. Was angekommen war, bleibt.',
      todo: 'Entferne andere Freigaben oder schaffe Platz, und versuche es dann noch einmal.',
    },
    'no-disk': {
      what: 'Diese Freigabe ist zu groß für diesen Browser.',
      why: 'Er gibt der Seite keinen Platz auf der Festplatte, wie in privaten Fenstern, und so viel fasst der Arbeitsspeicher nicht.',
      todo: 'Öffne den Link in einem gewöhnlichen Fenster oder in einem anderen Browser.',
    },
    'store-in-use': {
      what: 'Diese Freigabe ist in einem anderen Tab offen.',
      why: 'Zwei Tabs können nicht dieselben Dateien schreiben.',
      todo: 'Mach im anderen Tab weiter, oder schließe ihn und versuche es hier noch einmal.',
    },
    'files-damaged': {
      what: 'Diese Freigabe kann nicht weiter senden.',
      why: 'Eine ihrer Dateien ist nicht mehr, was geteilt wurde, und gesendet werden muss genau das.',
      todo: 'Stelle die Datei wieder her und versuche es noch einmal, oder teile die Dateien neu.',
    },
    'store-broken': {
      what: 'Der Browser konnte die Daten dieser Freigabe nicht aufbewahren oder lesen.',
      why: 'Sein Speicher meldet einen Fehler. Was angekommen war, ist vielleicht noch da.',
      todo: 'Versuche es noch einmal; hilft das nicht, lade die Seite neu.',
    },
    unexpected: {
      what: 'Etwas ist in dieser Seite schiefgegangen.',
      why: '',
      todo: 'Versuche es noch einmal. Was angekommen war, bleibt.',
    },
  },
}
