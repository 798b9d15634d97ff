import type { ShareWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const people = (count: number) => `${number(count)} orang`

export const status: ShareWords['status'] = {
  hashing: 'Menyiapkan filemu.',
  hashingDetail: 'Linknya muncul begitu selesai.',
  asleep: 'Tertidur: halaman ini perlu filenya lagi.',
  asleepUnfinished:
    'Filenya masih disiapkan saat halaman ditutup. Satu klik membukanya, dan semuanya mulai lagi.',
  asleepOneClick:
    'Setelah dimuat ulang, browser bertanya dulu sebelum membacanya. Satu klik membukanya, dan link yang sama berfungsi lagi.',
  asleepChoose:
    'Setelah dimuat ulang, browser lupa file mana yang dibagikan. Pilih atau taruh file yang sama, dan link yang sama berfungsi lagi.',
  leftOut: (names, count) =>
    plural(count, { other: `${names} tidak disertakan: browser tidak bisa membacanya.` }),

  nobodyHere: 'Belum ada pemiliknya yang online saat ini.',
  startsByItself: 'Mulai sendiri begitu ada yang membukanya. Minta pengirim link membuka halamannya lagi.',
  nobodyStartsByItself:
    'Belum ada pemiliknya yang online saat ini. Mulai sendiri begitu ada yang membukanya. Minta pengirim link membuka halamannya lagi.',
  othersWait: (count) => `Terhubung ke ${number(count)} orang, yang juga menunggu.`,
  startsWithOwner: 'Mulai sendiri begitu ada pemiliknya yang online.',
  onlyPeopleKnow: 'Hanya orang lain yang tahu ini apa.',
  youChoseNobody:
    'Kamu memilih tidak terhubung ke siapa pun. Izinkan di “Batas kecepatan”, dan ini berlanjut.',
  asking: 'Menanyakan ini apa.',
  lookingForIt: 'Mencari orang yang punya ini.',
  linkSays: 'Begitu menurut linknya.',
  linkSaysSize: (size) => `${size}, menurut linknya.`,
  waitingForSize: (size) => `Menunggu ${size}.`,
  waitingForName: (name) => `Menunggu “${name}”.`,
  waitingForBoth: (name, size) => `Menunggu “${name}”, ${size}.`,

  soFar: (percent) => `${percent} sudah tiba dan tersimpan.`,
  goesOn: 'Berlanjut sendiri begitu ada yang membukanya.',
  nobodyHasRest: (count) =>
    `Terhubung ke ${people(count)}, tetapi tak ada yang punya bagian yang kurang di sini.`,
  waitsForTurn: (count) => `Terhubung ke ${people(count)} dan menunggu giliran.`,
  waitsForTurnDetail: 'Mereka sedang mengirim ke orang lain. Biasanya kurang dari semenit.',
  downloadingFromPeople: (count) => `Mengunduh dari ${people(count)}.`,
  downloadingFromSite: (site) => `Mengunduh dari ${site}.`,
  downloadingFromBoth: (count, site) => `Mengunduh dari ${people(count)} dan ${site}.`,
  aboutToStart: 'Segera mulai.',

  allHere: 'Semuanya sudah tiba.',
  allHereNobody: 'Kamu memilih tidak terhubung ke orang lain, jadi tidak ada yang dikirim kepada mereka.',
  connectedGoOn: 'Yang sudah terhubung tetap lanjut.',
  sentEnough: 'Yang dikirim sudah mencapai batasnya, dan tidak dikirim lagi.',
  heldInMemory: 'Ini ada di memori: simpan dulu yang ingin kamu miliki.',
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
  sendTheLink:
    'Kirim linknya kepada siapa pun yang perlu. Link berfungsi selama ada pemiliknya yang membiarkan halamannya terbuka.',

  paused: 'Dijeda.',
  pausedAt: (percent) => `Dijeda pada ${percent}.`,
  wentWrong: 'Ada yang salah.',

  connecting: 'Menghubungkan.',
  cannotLook: 'Situs ini tidak merespons.',
  cannotLookNow: 'Mencoba lagi sekarang. Apakah kamu online?',
  cannotLookFor: (seconds) => `Mencoba lagi dalam ${number(seconds)} detik. Apakah kamu online?`,
  relayUsedUp: 'Relay situs ini tidak meneruskan apa pun lagi untukmu hari ini.',
  relayUsedUpDetail:
    'Orang lain hanya terjangkau lewat relay, dan situs ini menetapkan batas per hari. Besok berlanjut sendiri, atau langsung jika ada jalur langsung: jaringan lain sering punya.',
  refused: 'Kiriman ini ditolak.',
  refusedWhy: (reason) =>
    `Kata server yang mempertemukan orang: “${reason}”. Tanyakan kepada pengelola situs ini.`,
  membersOnly: 'Situs ini khusus untuk anggota.',
  membersOnlyDetail: 'Minta undangan: linknya menjadikanmu anggota, dan ini berlanjut sendiri.',
  siteSendsNothing: 'Server web sedang tidak mengirimnya.',
  peopleOff: 'Kamu memilih tidak terhubung ke orang lain: kamu bisa mengizinkannya di “Batas kecepatan”.',
  peopleOnceThere: (count) => `Terhubung ke orang lain begitu ada ${number(count)} orang.`,
  connectingTo: (count) => `Menghubungkan ke ${people(count)}.`,
  noConnection: (count) => `Ada ${number(count)} orang, tetapi halaman ini tidak bisa menjangkaunya.`,
  looking: 'Mencari orang lain.',
  wayOut: {
    'no-addresses':
      'Browser ini tidak membiarkan halaman terhubung ke siapa pun: WebRTC dimatikan oleh ekstensi atau kebijakan. Izinkan untuk situs ini, atau pakai browser lain.',
    'no-udp':
      'Jaringanmu memblokir yang menghubungkan orang (UDP): terhalang firewall atau VPN. Matikan VPN, atau pakai jaringan lain, misalnya hotspot ponsel; halaman ini terus mencoba.',
    'no-relay':
      'Tidak ada jalur langsung, dan relay situs ini tidak menjawab. Jaringan lain sering membantu, di sini atau di sana; halaman ini terus mencoba. Jika tetap begitu, beri tahu pengelola situs ini.',
    relay:
      'Koneksimu baik-baik saja, dan relay juga ada. Mungkin yang lain baru saja pergi, atau jaringan mereka tidak meloloskan apa pun; halaman ini terus mencoba.',
    open: 'Koneksimu baik-baik saja, tetapi ada firewall, VPN, atau jaringan ketat di antara kalian, dan situs ini tidak punya relay untuk mengitarinya. Jaringan lain membantu, di sini atau di sana; halaman ini terus mencoba.',
    unknown:
      'Mungkin terhalang firewall, VPN, atau jaringan kantor yang ketat, di sini atau di sana. Jaringan lain sering membantu; halaman ini terus mencoba.',
  },

  haveIt: (count) => `${number(count)} orang punya ini.`,
  siteHasIt: (site) => `${site} punya ini.`,
  haveParts: (count) => `${number(count)} orang punya sebagian.`,
  tooLittleMemory: (most) =>
    `Browser ini tidak memberi halaman ruang disk, dan memori hanya memuat maksimal ${most}: terlalu sedikit untuk ini. Buka linknya di jendela biasa, atau di browser lain.`,
  inMemory: (most) =>
    `Browser ini tidak memberi halaman ruang disk: yang kamu unduh ada di memori, maksimal ${most}, dan hilang saat halaman ditutup. Simpan yang ingin kamu miliki.`,
}
