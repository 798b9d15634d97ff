import type { SettingsWords } from '../areas.ts'
import { number } from './speech.ts'

export const settings: SettingsWords = {
  forAll: 'Untuk semua kiriman bersama, mulai sekarang.',
  sendAtMost: 'Kirim maksimal',
  receiveAtMost: 'Terima maksimal',
  megabytesASecond: 'MB per detik',
  noLimit: 'tanpa batas',
  connectionsAtMost: 'Koneksi maksimal',
  inAll: 'seluruhnya',
  aNumber: 'Angka di atas 0, atau kosong.',
  aWholeNumber: (least) => `Bilangan bulat mulai ${number(least)}, atau kosong.`,
  stopForTheDay: 'Berhenti hari ini setelah mengirim',
  megabytes: 'MB',
  never: 'tidak pernah',
  connectToPeople: 'Hubungkan ke orang lain',
  whenever: 'kapan pun orang lain punya',
  whenPeople: (count) => `jika ada ${number(count)} orang atau lebih`,
  connectWhy:
    'Untuk yang salinannya ada di server web. Dengan “tidak pernah”, semuanya hanya datang dari sana, tak ada orang lain yang melihat alamatmu, dan kamu tidak mengirim apa pun. Selain itu, semuanya hanya datang dari orang lain.',
  contactAll: 'Hubungi server di link tanpa bertanya',
  onlyOnClick: 'Hubungkan hanya saat aku klik',
  onlyOnClickWhy: 'Dengan ini, halaman link menunggu klikmu sebelum menghubungi siapa pun.',
  screenOn: 'Layar tetap menyala selama ada yang bergerak',
  screenIsOn: 'Ada yang bergerak, jadi layar tetap menyala.',
  gentle:
    'Koneksi ini tampaknya dibayar menurut kuota, jadi halaman ini mengirim sedikit saja sampai kamu memilih lain.',
  ofThisShare: 'Batas kiriman ini',
  ofThisShareOn: 'Batas kiriman ini: aktif',
  stopAfter: 'Berhenti mengirim setelah',
  timesItsSize: 'kali ukurannya',
}
