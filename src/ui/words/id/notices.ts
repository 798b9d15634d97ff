import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const notices: FaultsWords['notices'] = {
  filesWithheld: (names) => `Browser tidak boleh membaca ${names}. Izinkan, atau pilih file lain.`,
  folderEmpty: 'Tidak ada file di situ: foldernya kosong. Pilih yang lain.',
  pasteNotOpened: (why) => `Tidak berhasil. ${why}`,
  linksOpened: (count) => `${number(count)} link dibuka.`,
  someLinksOpened: (count, left) =>
    `${number(count)} link dibuka. ${number(left)} lagi tidak muat: tempel setelah ini.`,
  torrentNotOpened: (name, why) => `“${name}” tidak bisa dibuka sebagai torrent. ${why}`,
  launchNotRead: (name) => `“${name}” tidak bisa dibaca. Buka sekali lagi.`,
  sharedMissed: 'Tidak ada yang sampai di sini. Bagikan sekali lagi, atau pilih file di halaman ini.',
  sharedTooLarge: 'Itu terlalu banyak untuk sekali kirim. Pilih saja file di halaman ini.',
  filesAsk: (files) => `Aplikasi atau situs lain ingin kamu mengirim ini: ${files}.`,
  textAsks: 'Aplikasi atau situs lain ingin kamu mengirim sebuah teks.',
  memberAlready: 'Kamu sudah menjadi anggota situs ini. Undangannya dibiarkan untuk orang lain.',
  memberNow:
    'Kamu sekarang anggota situs ini. Browser ini mengingatnya; tidak ada lagi yang perlu dilakukan.',
  memberForNow:
    'Kamu anggota situs ini sampai halaman ini ditutup: browser ini tidak menyimpan apa pun untuknya.',
  memberNotYet: (why) => `Kamu belum menjadi anggota. ${why}`,
  invitationVoid:
    'Undangan ini tidak berlaku lagi: sudah terpakai, kedaluwarsa, atau ditarik. Minta yang lain.',
  passkeyVoid: 'Passkey di alamat ini tidak berlaku di sini, atau tidak lagi.',
  membershipEnded: 'Kamu bukan lagi anggota situs ini. Minta undangan kepada pengelolanya.',
  membersOnly: 'Situs ini khusus untuk anggota. Minta link undangan, lalu buka di sini.',
  fileNotSaved: (name, why) => `“${name}” tidak bisa disimpan. ${why}`,
  folderNotSaved: (why) => `Tidak semua file bisa disimpan. ${why}`,
  folderSaved: (folder) => `Semua file ada di “${folder}”.`,
  renamed: (from, to) => `“${from}” tidak bisa dipakai sebagai nama: diganti menjadi “${to}”.`,
  renamedAndMore: (from, to, more) =>
    `“${from}” tidak bisa dipakai sebagai nama: diganti menjadi “${to}”, dan ${number(more)} nama lagi juga berubah.`,
  zipNotSaved: (why) => `ZIP tidak bisa disimpan. ${why}`,
  zipCancelled: 'Unduhan ZIP dibatalkan.',
  zipSaved: 'ZIP ada di unduhanmu.',
}
