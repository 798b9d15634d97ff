import type { DoctorWords } from '../areas.ts'
import { number } from './speech.ts'

const people = (count: number) => `${number(count)} orang`

export const causes: DoctorWords['causes'] = {
  remedies: {
    resume: 'Lanjutkan',
    retry: 'Coba lagi',
    connectToPeople: 'Hubungkan ke orang lain',
    connectToAnybody: 'Hubungkan ke siapa saja',
    liftDay: 'Kirim tanpa batas harian',
  },
  moving: { sentence: 'Saat ini sedang bergerak.', help: 'Tidak ada yang menghalangi.' },
  paused: {
    sentence: 'Kamu menjeda kiriman ini.',
    help: 'Tidak ada yang dikirim atau diterima sampai kamu melanjutkannya.',
  },
  asleep: {
    sentence: 'Halaman ini perlu file kiriman ini lagi.',
    help: 'Setelah dimuat ulang, browser lupa file mana yang dibagikan. Buka atau pilih file yang sama, dan link yang sama berfungsi lagi.',
  },
  noRoom: {
    sentence: (missing, room) =>
      `Ruangnya terlalu sempit: kurang ${missing}, dan sisa ruang browser ${room}.`,
    help: 'Keluarkan kiriman lain atau kosongkan ruang disk; lalu ini berlanjut.',
  },
  offline: {
    sentence: 'Perangkat ini offline.',
    help: 'Hubungkan ke jaringan, dan semuanya berlanjut sendiri.',
  },
  siteAway: {
    sentence: 'Situs tidak menjawab.',
    help: 'Mungkin situsnya mati, atau jaringanmu menghalanginya. Halaman ini terus mencoba, dan yang terhubung tetap terhubung.',
  },
  siteError: {
    sentence: (status) => `Situs menjawab dengan error (${status}).`,
    help: 'Hanya pengelolanya yang bisa memperbaiki. Halaman ini terus mencoba.',
  },
  socketBlocked: {
    sentence: 'Jaringanmu membiarkan halaman ini dimuat, tetapi memblokir koneksi yang mempertemukan orang.',
    help: 'Ini ulah proxy atau antivirus yang tidak mengenal WebSocket. Pakai jaringan lain, atau minta pengelola jaringanmu mengizinkannya untuk situs ini.',
  },
  trackerSilent: {
    sentence: 'Situs ini ada, tetapi tidak memperkenalkan siapa pun.',
    help: 'Mungkin kewalahan, atau akan dimulai ulang. Halaman ini terus mencoba; jika tetap begitu, beri tahu pengelola situs.',
  },
  membersOnly: {
    sentence: 'Situs ini untuk anggota, dan browser ini bukan anggota.',
    help: 'Minta undangan: linknya menjadikanmu anggota.',
  },
  refused: {
    sentence: (reason) => `Situs ini menolak kiriman ini: “${reason}”.`,
    help: 'Tanyakan kepada pengelola situs ini.',
  },
  noWebRtc: {
    sentence: 'WebRTC, yang menghubungkan browser satu sama lain, dimatikan di browser ini.',
    help: 'Izinkan untuk situs ini, atau pakai browser lain.',
  },
  noAddresses: {
    sentence: 'Browser ini tidak memberi tahu halaman alamatnya, jadi tak ada yang bisa terhubung ke sini.',
    help: 'Ini ulah ekstensi atau kebijakan untuk WebRTC. Izinkan untuk situs ini, atau pakai browser lain.',
  },
  noUdp: {
    sentence: 'Jaringanmu memblokir yang menghubungkan orang (UDP).',
    help: 'Terhalang firewall atau VPN. Matikan VPN, atau pakai jaringan lain, misalnya hotspot ponsel.',
  },
  stunSilent: {
    sentence: 'Tidak ada jawaban lewat UDP: jaringanmu memblokirnya, atau server STUN situs ini mati.',
    help: 'Coba jaringan lain, misalnya hotspot ponsel. Jika di sana sama saja, beri tahu pengelola situs ini.',
  },
  peopleOff: {
    sentence: 'Kamu memilih tidak terhubung ke orang lain.',
    help: 'Yang kurang hanya bisa datang dari mereka.',
  },
  tooFew: {
    sentence: (wanted) => `Kamu baru terhubung ke orang lain jika sudah ada ${number(wanted)} orang.`,
    help: 'Begitu diatur di “Batas kecepatan”, atau oleh penerbitnya.',
  },
  alone: {
    sentence: 'Saat ini tidak ada orang lain yang membukanya.',
    help: 'Minta pengirim link, atau orang yang kamu kirimi, untuk membukanya. Lalu ini berlanjut sendiri.',
  },
  connecting: {
    sentence: 'Koneksinya sedang dibuat.',
    help: 'Perlu beberapa detik. Jika setelah itu belum jadi, periksa lagi.',
  },
  unanswered: {
    sentence: (others) => `Seharusnya ada ${people(others)}, tetapi tidak ada yang menjawab.`,
    help: 'Mungkin mereka baru saja pergi, atau perangkatnya tertidur. Halaman ini terus bertanya.',
  },
  noHandshake: {
    sentence: 'Jalur ke orang lain ditemukan, tetapi yang dikirim tidak tiba utuh.',
    help: 'Ini ulah firewall yang memeriksa isi paket, di sini atau di sana. Jaringan lain membantu.',
  },
  noRelay: {
    sentence: 'Tidak ada jalur langsung ke orang lain, dan relay situs ini tidak menjawab.',
    help: 'Jaringan lain sering membantu, di sini atau di sana. Jika tetap begitu, beri tahu pengelola situs ini.',
  },
  relayRefuses: {
    sentence: 'Tidak ada jalur langsung, dan relay situs ini menolakmu.',
    help: 'Muat ulang halaman. Jika tidak membantu, beri tahu pengelola situs ini.',
  },
  symmetric: {
    sentence:
      'Routermu memberi tiap koneksi alamat lain, dan situs ini tidak punya relay untuk mengitarinya.',
    help: 'Pakai jaringan lain, misalnya hotspot ponsel, atau minta orang di sana memakainya.',
  },
  unreachable: {
    sentence: (others) => `Ada ${number(others)} orang, tetapi tidak ada jalur ke sana.`,
    help: 'Koneksimu baik-baik saja, jadi mungkin koneksi mereka: firewall, VPN, atau jaringan ketat. Jaringan lain membantu, di salah satu sisi.',
  },
  noData: {
    sentence: (peers) =>
      `Tak seorang pun dari yang terhubung (${people(peers)}) punya bagian yang kurang di sini.`,
    help: 'Berlanjut sendiri begitu ada pemilik sisanya yang online.',
  },
  choked: {
    sentence: (peers) => `${number(peers)} orang punya ini, tetapi sedang mengirim ke orang lain.`,
    help: 'Sebentar lagi giliranmu, biasanya kurang dari semenit. Ada juga yang memilih tidak mengirim apa pun.',
  },
  relayUsedUp: {
    sentence: 'Relay situs ini tidak meneruskan apa pun lagi untukmu hari ini.',
    help: 'Orang lain hanya terjangkau lewat relay, dan situs ini menetapkan batas per hari. Besok berlanjut sendiri, atau langsung jika ada jalur langsung: jaringan lain sering punya.',
  },
  dayOver: {
    sentence: 'Hari ini sudah dikirim sebanyak yang kamu izinkan.',
    help: 'Besok berlanjut sendiri.',
  },
  ratioReached: {
    sentence: 'Yang dikirim dari kiriman ini sudah mencapai batasnya.',
    help: 'Batasnya ada di “Lainnya”, pada kirimannya.',
  },
  clock: {
    ahead: (time) => `Jam perangkat ini ${time} lebih cepat.`,
    behind: (time) => `Jam perangkat ini terlambat ${time}.`,
    help: 'Selebihnya baik-baik saja. Atur jam agar otomatis: ada situs dan relay yang menolak jika selisihnya sebesar itu.',
  },
  fineShare: {
    sentence: 'Tidak ada yang menghalangi di sini.',
    help: 'Mungkin sedang menunggu yang lain; periksa lagi sebentar lagi.',
  },
  finePage: {
    sentence: 'Semua yang diperlukan halaman ini berfungsi.',
    help: 'Jika ada kiriman yang diam, tanyakan di sana.',
  },
}
