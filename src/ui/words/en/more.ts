import { number } from './speech.ts'

/** What waits behind “More”: here, and here alone, the words of torrents stand. */
export const more = {
  heading: 'More',
  privateReview: 'Private review',
  linkTells: 'Links tell the name and size to whoever gets them',
  nameTrackers: (trackers: string) => `Name ${trackers} in the link as well`,
  webCopy: 'With a copy on a web server',
  webCopyAddress: {
    file: 'Address of the same file on a web server. Whoever opens the link receives from there what nobody else can send in time.',
    files:
      'Address of the same files on a web server. Whoever opens the link receives from there what nobody else can send in time.',
    sealed:
      'Save the sealed file, put it on a web server, and give its address here: who has no link cannot read it there either. Whoever opens the link receives from there what nobody else can send in time.',
  },
  saveSealed: 'Save the sealed file',
  addWebCopy: 'Add an HTTP copy',
  checking: 'Checking…',
  webCopyAdded: 'The copy is right, and the link now names it. Send the new link.',
  otherPrograms: 'For other programs',
  magnetLink: 'Magnet link',
  copyMagnet: 'Copy magnet',
  torrentFile: '.torrent file',
  details: 'Details',
  infoHash: 'Info hash',
  pieces: 'Pieces',
  piecesOf: (count: number, size: string) => `${number(count)} of ${size}`,
  trackerCount: 'Tracker’s count',
  seedsAndLeechers: (seeds: number, leechers: number) =>
    `${number(seeds)} with all of it, ${number(leechers)} without, this page included`,
  keptHere: 'Kept in this browser',
  sinceOpened: 'Since the page was opened',
  receivedAndSent: (received: string, sent: string) => `received ${received}, sent ${sent}`,
  peers: 'Connected peers',
  program: 'Program',
  way: 'Way',
  relay: 'relay',
  direct: 'direct',
  has: 'Has',
  youReceive: 'You receive',
  youSend: 'You send',
  peer: 'Peer',
}
