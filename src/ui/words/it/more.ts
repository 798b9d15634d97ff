import type { ShareWords } from '../areas.ts'
import { number } from './speech.ts'

export const more: ShareWords['more'] = {
  heading: 'Altro',
  privateReview: 'Revisione privata',
  linkTells: 'I link dicono nome e dimensione a chi li riceve',
  nameTrackers: (trackers) => `Nomina anche ${trackers} nel link`,
  webCopy: 'Con una copia su un server web',
  webCopyAddress:
    'Indirizzo dello stesso file su un server web. Chi apre il link riceve da lì ciò che nessun altro può inviare in tempo.',
  webCopySealed:
    'Salva il file sigillato, mettilo su un server web e scrivi qui il suo indirizzo: neanche lì può leggerlo chi non ha il link. Chi apre il link riceve da lì quello che nessun altro può inviare in tempo.',
  saveSealed: 'Salva il file sigillato',
  addWebCopy: 'Aggiungi copia HTTP',
  checking: 'Controllo…',
  webCopyAdded: 'La copia è giusta, e ora il link la nomina. Invia il nuovo link.',
  otherPrograms: 'Per altri programmi',
  magnetLink: 'Link magnet',
  copyMagnet: 'Copia magnet',
  torrentFile: 'File .torrent',
  details: 'Dettagli',
  infoHash: 'Info hash',
  pieces: 'Pezzi',
  piecesOf: (count, size) => `${number(count)} da ${size}`,
  trackerCount: 'Secondo il tracker',
  seedsAndLeechers: (seeds, leechers) =>
    `${number(seeds)} con tutto, ${number(leechers)} senza, compresa questa pagina`,
  keptHere: 'In questo browser',
  sinceOpened: 'Da quando la pagina è aperta',
  receivedAndSent: (received, sent) => `ricevuti ${received}, inviati ${sent}`,
  peers: 'Peer connessi',
  program: 'Programma',
  way: 'Via',
  relay: 'relay',
  direct: 'diretta',
  has: 'Ha',
  youReceive: 'Ricevi',
  youSend: 'Invii',
  peer: 'Peer',
}
