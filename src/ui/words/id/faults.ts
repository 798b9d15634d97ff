import type { FaultsWords } from '../areas.ts'
import { failures } from './failures.ts'
import { notices } from './notices.ts'
import { number } from './speech.ts'
import { torrents } from './torrents.ts'

export const faults: FaultsWords = {
  failures,
  notices,
  torrents,

  unexpected: 'Terjadi kesalahan tak terduga.',
  fileChanged: 'Ada file kiriman ini yang diubah, dipindahkan, atau dihapus.',
  fileDamaged: 'Ada file kiriman ini yang bukan lagi yang dibagikan.',
  copyUnusable: (why) => `Salinan ini tidak bisa dipakai. ${why}`,
  addressTooLarge: (host, most) =>
    `Yang dikirim ${host} lebih besar dari ${most}: itu bukan file .torrent. Apakah alamatnya benar?`,
  serverError: (status) => `Kata server: error ${status}.`,
  linksNotOpened: (count, of, why) => `${number(count)} dari ${number(of)} link tidak bisa dibuka. ${why}`,

  plain: {
    'nothing-chosen': 'Pilih dulu setidaknya satu file.',
    'file-incomplete': 'File ini belum lengkap.',
    'data-not-open': 'Data kiriman ini tidak terbuka.',
    'share-removed': 'Kiriman ini sudah dikeluarkan.',
    'engine-elsewhere': 'Tab lain sudah mengambil alih.',
    'files-not-opened':
      'Browser tidak membuka filenya: file diubah atau dipindahkan, atau browser tidak diizinkan. Pilih lagi.',
    'files-of-other-sizes': 'Ini bukan file kiriman ini: ukurannya berbeda.',
    'password-wrong': 'Itu bukan kata sandinya. Huruf besar berpengaruh.',
    'sealed-part-damaged': 'Sebagian isinya bukan yang disegel. Minta pengirimnya membagikannya lagi.',
    'files-of-other-contents': 'Ini bukan file kiriman ini: isinya berbeda.',
    'not-a-web-address': 'Ini bukan alamat web: alamat web diawali https:// atau http://.',
    'share-not-ready': 'Kirimannya belum siap.',
    'address-error': ({ host, status }) =>
      `${host} menjawab “${status}”, bukan file .torrent. Apakah alamatnya masih benar?`,
    'address-silent': ({ host, seconds }) =>
      `${host} tidak menjawab dalam ${number(seconds)} detik. Coba lagi, atau unduh file .torrent dan taruh di sini.`,
    'address-unreachable': ({ host }) =>
      `Halaman ini tidak diizinkan mengambil dari ${host}: kebanyakan situs menolaknya (CORS), atau sedang offline. Unduh file .torrent dan taruh di sini saja.`,
    'torrent-file-too-large': 'Terlalu besar untuk sebuah file .torrent.',
    'site-silent': 'Situs tidak menjawab. Apakah kamu online?',
    'site-busy': 'Situs sedang terlalu sering diminta. Tunggu sebentar.',
    'site-error': ({ status }) => `Situs menjawab dengan error (${status}).`,
    'site-unclear': 'Situs mengirim konfigurasi yang tidak dimengerti halaman ini.',
    'answer-unclear': 'Situs mengirim jawaban yang tidak dimengerti halaman ini.',
    'not-listed': 'Situs tidak menyebut apa yang bisa ditonton. Coba lagi sebentar lagi.',
    'not-published': 'Situs tidak menerbitkan ini, atau tidak lagi.',
    'live-encrypted': 'Siaran langsung ini terenkripsi, jadi tidak bisa ditampilkan di sini.',
    'server-silent': 'Server tidak menjawab. Apakah server berjalan, dan kamu online?',
    'insecure-address':
      'Shoal perlu alamat yang aman: buka halaman ini lewat https, atau di perangkat ini lewat http://localhost.',
    'no-webrtc':
      'Browser ini tidak punya WebRTC, atau WebRTC dimatikan, jadi tidak bisa menjangkau orang lain.',
    'outdated-page':
      'Versi Shoal yang lebih baru sedang bekerja di browser ini. Muat ulang halaman ini; tidak ada yang hilang.',
    'engine-not-loaded':
      'Shoal gagal memuat bagian yang memindahkan file. Periksa koneksimu lalu coba lagi, atau muat ulang halaman.',
    'part-not-loaded':
      'Bagian yang melakukannya gagal dimuat. Periksa koneksimu lalu coba lagi, atau muat ulang halaman.',
    'no-worker-to-save':
      'Browser ini tidak mengizinkan halaman menulis unduhan sendiri (jendela privat sering begitu). File masih bisa disimpan satu per satu.',
    'no-worker-to-play':
      'Browser ini tidak mengizinkan halaman memutar yang masih berdatangan (jendela privat sering begitu). Bisa disimpan setelah tiba.',
    'worker-silent-to-save': 'Browser tidak memulai bagian yang menulisnya.',
    'worker-silent-to-play': 'Browser tidak memulai bagian yang memutarnya.',
    'download-not-begun': 'Browser tidak memulai unduhan.',
    'download-lost': 'Browser berhenti di tengah jalan; yang ditulisnya tidak lengkap. Silakan coba lagi.',
    'no-room-to-save': 'Ruang disk habis. Kosongkan sebagian, lalu coba lagi.',
    'place-refused': 'Browser tidak boleh menulis di sana. Pilih tempat lain.',
    'file-busy': 'File itu sedang dibuka program lain. Tutup dulu, atau pilih nama lain.',
    'source-changed': 'Salah satu filenya diubah, dipindahkan, atau dihapus.',
    'source-gone': 'Sementara itu, file atau foldernya dipindahkan atau dihapus.',
    'no-hls': 'Browser ini tidak bisa memutar film dengan beberapa kualitas (HLS).',
    'film-broken': 'Sebagian film tidak bisa dibaca atau didekode.',
    'not-readable-now': 'Sekarang tidak bisa dibaca.',
    'note-too-long': 'Ini lebih dari yang muat di satu catatan. Perpendek, atau jadikan dua.',
    'written-too-much': 'Tulisanmu di sini sudah mencapai batas per orang. Hapus sesuatu dulu.',
    'thread-full':
      'Percakapan ini penuh: jawabanmu tidak akan terlihat. Tulis catatan baru saja, atau hapus beberapa jawabanmu.',
    'review-full':
      'Tinjauan ini penuh. Catatanmu tidak akan sampai ke siapa pun. Hapus beberapa catatanmu, atau mulai tinjauan privat.',
    'review-full-of-people': ({ people }) =>
      `Tinjauan ini penuh: ${number(people)} orang sudah menulis di dalamnya. Catatanmu tidak akan sampai ke siapa pun. Sembunyikan catatan seseorang agar ada tempat, atau mulai tinjauan privat.`,
    'reads-only': 'Kamu membuka tinjauan ini lewat link hanya-baca: bisa membaca, tetapi tidak menulis.',
    'notes-taken-over': 'Tab lain sudah mengambil alih.',
    'author-forked': 'Penulis ini tidak lagi dipercaya siapa pun.',
    'notes-of-odd-ending':
      'Akhiran file ini bukan .md, .csv, .vtt, .srt, atau .edl, jadi tidak jelas cara membacanya.',
    'notes-too-large': 'File ini terlalu besar untuk daftar catatan.',
    'notes-not-text': 'File ini bukan teks (UTF-8). Simpan sebagai teks, lalu coba lagi.',
    'notes-unreadable': ({ skipped }) =>
      `Tidak ada isi file ini yang bisa dibaca sebagai catatan: ${number(skipped)} entri tanpa kata atau waktu.`,
    'no-notes-in-it': 'Tidak ada catatan di file ini.',
    'notes-elsewhere': 'Catatannya sekarang di tab lain.',
  },

  intake: {
    'text-too-long': 'Teks itu terlalu panjang untuk sebuah link.',
    'nothing-pasted': 'Belum ada yang bisa dibuka. Tempel link.',
    'no-link': 'Ini bukan link, link magnet, info hash, atau alamat file .torrent.',
    'hash-of-odd-length': ({ digits }) =>
      `Info hash terdiri dari 40 digit heksadesimal; yang ini ${number(digits)}. Apakah tersalin semua?`,
    'link-without-hash': 'Link ini rusak setelah tanda #. Apakah tersalin semua?',
    'review-damaged': 'Bagian akhir link ini, yang membuka tinjauan privatnya, rusak. Apakah tersalin semua?',
    'key-damaged': 'Bagian akhir link ini, yang membuka segelnya, rusak. Apakah tersalin semua?',
    'address-damaged': 'Alamat web ini rusak. Apakah tersalin semua?',
    'magnet-without-hash':
      'Link magnet ini tidak punya info hash yang sah (xt=urn:btih:…). Apakah tersalin semua?',
    'link-of-version-2': 'Ini torrent khusus BitTorrent versi 2, yang belum didukung.',
  },

  origin: {
    'origin-unreachable': 'Tidak bisa dijangkau dari halaman ini.',
    'origin-silent': 'Tidak menjawab, atau terlalu lambat.',
    'origin-stopped': 'Berhenti di tengah jalan.',
    'origin-error': ({ status }) => `Menjawab dengan error (${status}).`,
    'origin-lacks-file': 'Tidak punya filenya.',
    'origin-refuses': 'Tidak memberikan file kepada semua orang.',
    'origin-without-ranges': 'Tidak bisa mengirim sebagian file saja.',
    'origin-other-range': 'Mengirim bagian yang lain dari yang diminta.',
    'origin-shorter': 'Filenya lebih pendek.',
    'origin-other-size': 'Ukuran filenya berbeda.',
    'origin-differs': 'Isinya berbeda dari kiriman ini.',
    'origin-false': 'Mengirim sesuatu yang lain dari yang dibagikan.',
    'origin-by-http': 'Hanya ada lewat http, sedangkan halaman ini lewat https: browser menolaknya.',
  },

  server: {
    'address-busy': 'Kata server: terlalu banyak permintaan dari alamatmu.',
    'database-busy': 'Kata server: basis datanya sedang sibuk; coba lagi.',
    failed: 'Kata server: ini tidak berhasil; sebabnya ada di log server.',
    'host-unknown': 'Kata server: header Host tidak ada atau salah.',
    'link-void':
      'Kata server: link ini tidak dikenal, kedaluwarsa, atau sudah pernah dibuka; server menampilkan yang lain.',
    'no-data-folder': 'Kata server: tidak ada folder data.',
    'no-such-invitation': 'Kata server: undangan itu tidak ada.',
    'no-such-member': 'Kata server: anggota itu tidak ada.',
    'no-such-token': 'Kata server: token itu tidak ada.',
    'not-an-admin': 'Browser ini bukan lagi milik admin.',
    'revoked-before': 'Kata server: keanggotaan ini sudah dicabut.',
    'swarm-empty': 'Kata server: tidak ada siapa pun di swarm ini.',
    'torrent-unknown': 'Kata server: torrent ini tidak dikenal.',
  },
}
