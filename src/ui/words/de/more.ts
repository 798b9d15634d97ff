import type { ShareWords } from '../areas.ts'
import { number } from './speech.ts'

export const more: ShareWords['more'] = {
  heading: 'Mehr',
  privateReview: 'Private Durchsicht',
  linkTells: 'Links verraten Name und Größe allen, die sie bekommen',
  nameTrackers: (trackers) => `${trackers} auch im Link nennen`,
  webCopy: 'Mit einer Kopie auf einem Webserver',
  webCopyAddress:
    'Adresse derselben Datei auf einem Webserver. Wer den Link öffnet, empfängt von dort, was sonst niemand rechtzeitig senden kann.',
  webCopySealed:
    'Speichere die versiegelte Datei, leg sie auf einen Webserver, und gib hier ihre Adresse an: Auch dort kann sie nicht lesen, wer keinen Link hat. Wer den Link öffnet, empfängt von dort, was sonst niemand rechtzeitig senden kann.',
  saveSealed: 'Versiegelte Datei speichern',
  addWebCopy: 'HTTP-Kopie hinzufügen',
  checking: 'Wird geprüft …',
  webCopyAdded: 'Die Kopie stimmt, und der Link nennt sie jetzt. Schick den neuen Link.',
  otherPrograms: 'Für andere Programme',
  magnetLink: 'Magnet-Link',
  copyMagnet: 'Magnet kopieren',
  torrentFile: '.torrent-Datei',
  details: 'Einzelheiten',
  infoHash: 'Info-Hash',
  pieces: 'Stücke',
  piecesOf: (count, size) => `${number(count)} zu ${size}`,
  trackerCount: 'Vom Tracker gezählt',
  seedsAndLeechers: (seeds, leechers) =>
    `${number(seeds)} mit allem, ${number(leechers)} ohne, diese Seite mitgezählt`,
  keptHere: 'In diesem Browser aufbewahrt',
  sinceOpened: 'Seit die Seite offen ist',
  receivedAndSent: (received, sent) => `${received} empfangen, ${sent} gesendet`,
  peers: 'Verbundene Peers',
  program: 'Programm',
  way: 'Weg',
  relay: 'Relais',
  direct: 'direkt',
  has: 'Hat',
  youReceive: 'Du empfängst',
  youSend: 'Du sendest',
  peer: 'Peer',
}
