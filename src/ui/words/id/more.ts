import type { ShareWords } from '../areas.ts'
import { number } from './speech.ts'

export const more: ShareWords['more'] = {
  heading: 'Lainnya',
  privateReview: 'Tinjauan privat',
  linkTells: 'Link memberi tahu nama dan ukuran kepada penerimanya',
  nameTrackers: (trackers) => `Sebut juga ${trackers} di link`,
  webCopy: 'Dengan salinan di server web',
  webCopyAddress:
    'Alamat file yang sama di server web. Yang membuka link menerima dari sana apa yang tidak sempat dikirim orang lain.',
  webCopySealed:
    'Simpan berkas tersegel, taruh di server web, lalu beri alamatnya di sini: di sana pun yang tidak punya link tidak bisa membacanya. Siapa pun yang membuka link menerima dari sana apa yang tidak sempat dikirim orang lain.',
  saveSealed: 'Simpan berkas tersegel',
  addWebCopy: 'Tambah salinan HTTP',
  checking: 'Memeriksa…',
  webCopyAdded: 'Salinannya cocok, dan kini disebut di link. Kirim link yang baru.',
  otherPrograms: 'Untuk program lain',
  magnetLink: 'Link magnet',
  copyMagnet: 'Salin magnet',
  torrentFile: 'File .torrent',
  details: 'Detail',
  infoHash: 'Info hash',
  pieces: 'Potongan',
  piecesOf: (count, size) => `${number(count)} × ${size}`,
  trackerCount: 'Hitungan tracker',
  seedsAndLeechers: (seeds, leechers) =>
    `${number(seeds)} lengkap, ${number(leechers)} belum, termasuk halaman ini`,
  keptHere: 'Tersimpan di browser ini',
  sinceOpened: 'Sejak halaman dibuka',
  receivedAndSent: (received, sent) => `diterima ${received}, dikirim ${sent}`,
  peers: 'Peer terhubung',
  program: 'Program',
  way: 'Jalur',
  relay: 'relay',
  direct: 'langsung',
  has: 'Punya',
  youReceive: 'Kamu terima',
  youSend: 'Kamu kirim',
  peer: 'Peer',
}
