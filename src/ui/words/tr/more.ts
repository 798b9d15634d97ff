import type { ShareWords } from '../areas.ts'
import { number } from './speech.ts'

export const more: ShareWords['more'] = {
  heading: 'Daha fazla',
  privateReview: 'Özel inceleme',
  linkTells: 'Linki alan, adı ve boyutu görsün',
  nameTrackers: (trackers) => `Linkte şunlar da geçsin: ${trackers}`,
  webCopy: 'Web sunucusundaki bir kopyayla',
  webCopyAddress:
    'Aynı dosyanın bir web sunucusundaki adresi. Linki açan, başka kimsenin zamanında gönderemediğini oradan alır.',
  webCopySealed:
    'Mühürlü dosyayı kaydet, bir web sunucusuna koy ve adresini buraya yaz: linki olmayan orada da okuyamaz. Linki açan, başkasının zamanında gönderemediğini oradan alır.',
  saveSealed: 'Mühürlü dosyayı kaydet',
  addWebCopy: 'HTTP kopyası ekle',
  checking: 'Denetleniyor…',
  webCopyAdded: 'Kopya doğru ve artık linkte geçiyor. Yeni linki gönder.',
  otherPrograms: 'Başka programlar için',
  magnetLink: 'Magnet linki',
  copyMagnet: 'Magnet kopyala',
  torrentFile: '.torrent dosyası',
  details: 'Ayrıntılar',
  infoHash: 'Info hash',
  pieces: 'Parçalar',
  piecesOf: (count, size) => `${number(count)} × ${size}`,
  trackerCount: 'Tracker’ın sayımı',
  seedsAndLeechers: (seeds, leechers) =>
    `hepsi olan ${number(seeds)}, olmayan ${number(leechers)}, bu sayfa dahil`,
  keptHere: 'Bu tarayıcıda saklanan',
  sinceOpened: 'Sayfa açıldığından beri',
  receivedAndSent: (received, sent) => `${received} alındı, ${sent} gönderildi`,
  peers: 'Bağlı peer’lar',
  program: 'Program',
  way: 'Yol',
  relay: 'relay',
  direct: 'doğrudan',
  has: 'Onda olan',
  youReceive: 'Aldığın',
  youSend: 'Gönderdiğin',
  peer: 'Peer',
}
