import type { ShareWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const people = (count: number) => `${number(count)} orang`

export const status: ShareWords['status'] = {
  hashing: 'Menyiapkan filemu.',
  hashingDetail: 'Linknya muncul begitu selesai.',
  asleep: 'Tertidur: halaman ini perlu filenya lagi.',
  asleepUnfinished: 'Belum siap saat halaman ditutup.',
  asleepOneClick: 'Linknya tetap sama.',
  asleepChoose: 'Pilih file yang sama, dan link berfungsi lagi.',
  leftOut: (names, count) =>
    plural(count, { other: `${names} tidak disertakan: browser tidak bisa membacanya.` }),

  nobodyHere: 'Belum ada pemiliknya yang online saat ini.',
  startsByItself: 'Mulai saat pengirim membuka halaman lagi. Minta dia melakukannya.',
  othersWait: (count) => `Terhubung ke ${number(count)} orang, yang juga menunggu.`,
  startsWithOwner: 'Mulai sendiri begitu ada pemiliknya yang online.',
  onlyPeopleKnow: 'Hanya orang lain yang tahu ini apa.',
  youChoseNobody: 'Izinkan di “Batas kecepatan”, dan ini berlanjut.',
  asking: 'Menanyakan ini apa.',
  lookingForIt: 'Mencari orang yang punya ini.',
  linkSays: 'Begitu menurut linknya.',
  linkSaysSize: (size) => `${size}, menurut linknya.`,

  soFar: (percent) => `${percent} sudah tiba dan tersimpan.`,
  goesOn: 'Berlanjut sendiri begitu ada yang membukanya.',
  nobodyHasRest: (count) =>
    `Terhubung ke ${people(count)}, tetapi tak ada yang punya bagian yang kurang di sini.`,
  waitsForTurn: (count) => `Terhubung ke ${people(count)} dan menunggu giliran.`,
  waitsForTurnDetail: 'Biasanya kurang dari semenit.',
  downloadingFromPeople: (count) => `Mengunduh dari ${people(count)}.`,
  downloadingFromSite: (site) => `Mengunduh dari ${site}.`,
  downloadingFromBoth: (count, site) => `Mengunduh dari ${people(count)} dan ${site}.`,
  aboutToStart: 'Segera mulai.',

  allHere: 'Semuanya sudah tiba.',
  channel: 'Ini saluran langsung.',
  channelDetail: 'Diputar selagi dibuat. Tidak ada yang disimpan.',
  connectedGoOn: 'Yang sudah terhubung tetap lanjut.',
  sentEnough: 'Yang dikirim sudah mencapai batasnya, dan tidak dikirim lagi.',
  heldInMemory: 'Hanya ada di memori: simpan dulu.',
  othersHave: (count) => `${number(count)} orang lain punya ini.`,
  othersHaveAndFetch: (have, fetching) =>
    `${number(have)} orang lain punya ini, ${number(fetching)} sedang mengunduh.`,
  mayClose: 'Kamu boleh menutup halaman ini. Selama terbuka, halaman ini membantu yang lain.',
  downloadingIt: (count) => `${number(count)} orang sedang mengunduhnya.`,
  mayCloseOnceDone: (count) =>
    plural(count, {
      other: 'Kamu boleh menutup halaman ini setelah ada yang selesai.',
    }),
  lookingAtIt: (count) => `${number(count)} orang sedang melihatnya.`,
  onlyYou: 'Biarkan halaman ini terbuka: hanya kamu yang punya ini.',
  sendTheLink: 'Kirim linknya.',

  paused: 'Dijeda.',
  pausedAt: (percent) => `Dijeda pada ${percent}.`,
  wentWrong: 'Ada yang salah.',

  connecting: 'Menghubungkan.',
  cannotLook: 'Situs ini tidak merespons.',
  cannotLookNow: 'Mencoba lagi sekarang. Apakah kamu online?',
  cannotLookFor: (seconds) => `Mencoba lagi dalam ${number(seconds)} detik. Apakah kamu online?`,
  relayUsedUp: 'Relay situs ini tidak meneruskan apa pun lagi untukmu hari ini.',
  relayUsedUpDetail: 'Berlanjut besok, atau begitu ada jalan langsung: jaringan lain sering punya.',
  refused: 'Kiriman ini ditolak.',
  refusedWhy: (reason) =>
    `Kata server yang mempertemukan orang: “${reason}”. Tanyakan kepada pengelola situs ini.`,
  membersOnly: 'Situs ini khusus untuk anggota.',
  membersOnlyDetail: 'Minta link undangan, lalu buka di sini.',
  siteSendsNothing: 'Server web sedang tidak mengirimnya.',
  peopleOnceThere: (count) => `Terhubung ke orang lain begitu ada ${number(count)} orang.`,
  connectingTo: (count) => `Menghubungkan ke ${people(count)}.`,
  noConnection: (count) => `Ada ${number(count)} orang, tetapi halaman ini tidak bisa menjangkaunya.`,
  looking: 'Mencari orang lain.',
  wayOut: {
    'no-addresses':
      'Ekstensi atau kebijakan mematikan WebRTC. Izinkan untuk situs ini, atau pakai browser lain.',
    'no-udp':
      'Firewall atau VPN memblokir koneksi (UDP). Matikan VPN, atau coba jaringan lain, misalnya hotspot ponsel.',
    'no-relay':
      'Tidak ada jalan langsung, dan relay situs ini tidak menjawab. Jaringan lain sering membantu, di sini atau di sana.',
    relay:
      'Koneksimu baik. Mungkin mereka baru pergi, atau jaringan mereka tidak meloloskan apa pun. Masih dicoba.',
    open: 'Koneksimu baik, tetapi ada firewall, VPN, atau jaringan ketat di antaranya, dan situs ini tidak punya relay. Jaringan lain membantu, di sini atau di sana. Masih dicoba.',
    unknown:
      'Mungkin ada firewall atau VPN yang menghalangi. Jaringan lain sering membantu, di sini atau di sana. Masih dicoba.',
  },

  haveIt: (count) => `${number(count)} orang punya ini.`,
  siteHasIt: (site) => `${site} punya ini.`,
  haveParts: (count) => `${number(count)} orang punya sebagian.`,
  tooLittleMemory: (most) =>
    `Terlalu besar untuk jendela pribadi, yang paling banyak menampung ${most}. Buka link di jendela biasa.`,
  inMemory: (most) =>
    `Browser ini menyimpan unduhan di memori sampai halaman ditutup, paling banyak ${most}. Simpan yang ingin kamu pertahankan.`,
}
