import type { ShareWords } from '../areas.ts'
import { files } from './files.ts'
import { keeper } from './keeper.ts'
import { member } from './member.ts'
import { more } from './more.ts'
import { number, plural } from './speech.ts'
import { status } from './status.ts'

export const share: ShareWords = {
  status,
  files,
  more,
  keeper,
  member,

  filesAndSize: (count, size) => `${number(count)} file, ${size}`,

  sealed: 'Tersegel: hanya yang memegang link lengkap bisa membacanya.',
  asksPassword: 'Kiriman ini punya kata sandi. Tanyakan kepada yang mengirim link.',
  password: 'Kata sandi',
  openIt: 'Buka',
  endsOn: (moment) => `Berakhir pada ${moment}.`,
  sealAnew: 'Ini akan menjadi kiriman lain, dengan link lain.',
  endedMine:
    'Batas waktu yang kamu tetapkan sudah lewat. File-filemu tetap di tempatnya: bagikan lagi untuk mendapat link baru.',
  toStart: 'Ke halaman awal',
  name: 'Nama',
  youSendToo: 'Selama halaman ini terbuka, orang lain juga menerimanya darimu.',
  doneSaved: 'Selesai. Tersimpan.',
  doneHere: 'Selesai. Semuanya sudah tiba.',
  received: (percent, size) => `${percent} dari ${size}`,
  timeLeft: (time) => `${time} lagi`,
  percentDone: (tens) => `${number(tens)} persen selesai`,

  download: 'Unduh',
  resume: 'Lanjutkan',
  pause: 'Jeda',
  openFiles: 'Buka filenya',
  remove: 'Keluarkan',
  save: 'Simpan',
  chooseAgain: {
    file: 'Pilih file lagi',
    files: 'Pilih file-file lagi',
    folder: 'Pilih folder lagi',
  },
  keepCopy: 'Simpan salinan di browser ini',
  keepingCopy: (percent) => `Menyimpan salinan: ${percent}`,
  copyKept: 'Ada salinan di browser ini',
  whyACopy: 'Dengan begitu, muat ulang tidak meminta apa-apa, dan linknya langsung berfungsi lagi.',
  tellMe: {
    here: 'Kabari jika ada yang datang',
    done: 'Kabari jika selesai',
    theirs: 'Kabari jika sudah diterima',
  },
  mayNotTell: 'Notifikasi diblokir. Izinkan untuk situs ini, lalu coba lagi.',
  told: {
    ownerHere: 'Ada yang memilikinya di sini.',
    linkReady: 'Linknya siap.',
    opened: 'Ada yang membukanya.',
    sent: 'Ada yang sudah menerima semuanya.',
  },

  removeNamed: (name) => `Keluarkan “${name}”?`,
  removeMany: (count) => `Keluarkan ${number(count)} kiriman?`,
  removeMine: 'Linknya tidak lagi berfungsi dari sini. File aslimu tetap di tempatnya.',
  removeManyMine: 'Link-linknya tidak lagi berfungsi dari sini. File aslimu tetap di tempatnya.',
  removeTheirs: 'Menghapus salinan di browser ini. File yang sudah disimpan tetap ada.',
  notRemoved: (name, why) => `“${name}” gagal dikeluarkan. ${why}`,
  removed: (name) => `“${name}” dikeluarkan.`,
  removedMany: (count) => `${number(count)} kiriman dikeluarkan.`,
  undo: 'Urungkan',

  shareLink: 'Link kiriman',
  copyLink: 'Salin link',
  copyTheLink: 'Salin linknya',
  copyLinkTo: (name) => `Salin link ke ${name}`,
  mayNotCopyLink: 'Browser tidak mengizinkan halaman ini menyalin. Linknya ada di bawah, di “Link dan file”.',
  qrCode: 'Kode QR',
  qrCodeOfLink: 'Kode QR link kiriman',
  sendOn: 'Kirim…',

  people: 'Orang',
  somebody: 'Seseorang',
  unknownProgram: 'program tak dikenal',
  hasIt: 'sudah punya',
  looks: 'melihat',
  percentAndLeft: (percent, time) => `${percent}, ${time} lagi`,
  andMore: (count) => `dan ${number(count)} lainnya`,
  whatOthersCallYou: 'Sebutan orang lain untukmu',
  aNameIfYouLike: 'Nama, kalau mau',
  youAnd: (count) => `Kamu dan ${number(count)} orang.`,
  youAndBusiest: (count, most) =>
    `Kamu dan ${number(count)} orang, ditampilkan ${number(most)} yang paling sibuk.`,
  receivedAndSent: (received, sent) => `Diterima ${received}, dikirim ${sent} sejak halaman ini dibuka.`,
  youReceive: (rate) => `Menerima ${rate}`,
  youSend: (rate) => `Mengirim ${rate}`,
  rateAtMost: (rate) => `maksimal ${rate}`,
  aMinuteAgo: 'semenit lalu',
  now: 'sekarang',
  sends: (rate) => `mengirim ${rate}`,
  fromPeopleAndSite: (people, site, host, sent) =>
    `${people} datang dari orang lain, ${site} dari ${host}; ${sent} dikirim ke orang lain.`,
  siteNotAsked: (host, why) => `${host} sedang tidak dimintai. ${why}`,

  partsHere: (count) => `Sudah ada semua: ${number(count)} bagian.`,
  partsOf: (here, count) => `${number(here)} dari ${number(count)} bagian sudah ada.`,
  partsOfAndComing: (here, count, coming) =>
    `${number(here)} dari ${number(count)} bagian sudah ada, ${number(coming)} di jalan.`,

  addressSeen: 'Orang yang membuka link ini bisa melihat alamat IP-mu.',
  downloadAsks: (count, trackers) =>
    plural(count, {
      other: `“Unduh” juga bertanya kepada ${trackers} siapa yang memilikinya; alamatmu jadi diketahui di sana.`,
    }),
  linkNames: (count, trackers) =>
    plural(count, {
      other: `Link ini juga menyebut ${trackers}. Di sana mungkin diketahui lebih banyak orang yang memilikinya, tetapi alamatmu dan apa yang kamu cari juga akan diketahui.`,
    }),
  alwaysConnect: 'Selalu hubungkan',
  copyNear: (hosts) =>
    `Menurut link ini, ${hosts} punya salinannya. Itu ada di jaringanmu sendiri atau di perangkat ini; pakai hanya jika kamu mengenalnya.`,
  useThisCopy: 'Pakai salinan ini',

  otherShares: 'Kiriman lain',
  select: 'Pilih',
  selectNamed: (name) => `Pilih ${name}`,
  selected: (count) => `${number(count)} kiriman dipilih`,
  withSelected: 'Tindakan untuk yang dipilih',
  all: 'Semua',
  none: 'Tidak ada',
  findShare: 'Cari kiriman',
  sortShares: 'Urutkan kiriman',
  newestFirst: 'Terbaru dulu',
  byName: 'Menurut nama',
  largestFirst: 'Terbesar dulu',
  noneNamed: (words) => `Tidak ada yang namanya memuat “${words}”.`,
  notShown: (why) => `Kiriman ini tidak bisa ditampilkan. ${why}`,
  removeIt: 'Keluarkan',
  linkAndFiles: 'Link dan file',
  link: 'Link',

  somebodyShares: 'Ada yang berbagi sesuatu denganmu.',
  ofItFiles: (count) => `${number(count)} file darinya`,
  nobodyContacted:
    'Kamu belum terhubung. Setelah itu, situs ini dan semua yang membuka link bisa melihat alamat IP-mu.',
  connect: 'Hubungkan',
  toWatch: 'Untuk ditonton',
  lookingWhatThereIs: 'Melihat apa yang ada…',
  nothingPublished: 'Belum ada yang diterbitkan di sini.',
  live: 'Langsung',
  watch: (name) => `Tonton ${name}`,
  moreToCome: (count) => `${number(count)} file lagi akan muncul setelah server selesai membacanya.`,

  sealTerms: 'Kata sandi dan akhir',
  sealPassword: 'Kata sandi, selain link',
  sealPasswordHint:
    'Beri tahu lewat jalan lain, bukan bersama link. Tidak ada yang bisa mencarikannya untukmu.',
  sealEnds: 'Berakhir',
  sealEndsHint:
    'Setelah itu tidak dibagikan lagi. Halaman yang jujur menghapus salinannya; yang lain tak bisa dipaksa.',
  endsNever: 'tidak pernah',
  endsInHour: 'dalam satu jam',
  endsInDay: 'dalam satu hari',
  endsInWeek: 'dalam satu minggu',
  endsInMonth: 'dalam 30 hari',
  sealWith: 'Segel begini',
  kept: (used, free) => `${used} tersimpan di browser ini, ${free} kosong.`,
  mayBeCleared: 'Browser bisa menghapusnya saat disk penuh.',
  leftovers: (size) => `${size} di antaranya milik kiriman yang sudah tidak ada di daftar.`,
  deleteLeftovers: 'Hapus',
}
