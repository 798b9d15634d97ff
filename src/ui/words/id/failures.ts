import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const failures: FaultsWords['failures'] = {
  unreadable: (name) => `“${name}” tidak bisa dibaca.`,
  atMostFiles: (most) => `Satu kiriman memuat maksimal ${number(most)} file.`,

  byCode: {
    'file-unreadable': {
      what: 'Ada file yang tidak bisa dibaca.',
      why: 'File itu diubah, dipindahkan, atau dihapus setelah dipilih, atau browser ini tidak boleh membacanya.',
      todo: 'Pilih filenya lagi.',
    },
    'share-unreadable': {
      what: 'Kiriman ini tidak bisa dibuka.',
      why: '',
      todo: 'Minta link baru kepada pengirimnya.',
    },
    'too-many-files': {
      what: 'Filenya terlalu banyak untuk satu kiriman.',
      why: '',
      todo: 'Bagikan per bagian, atau kemas dulu dalam satu arsip.',
    },
    'seal-damaged': {
      what: 'Kiriman ini tidak bisa dibuka.',
      why: 'Kunci di linknya tidak cocok, atau yang tersegel rusak.',
      todo: 'Salin lagi link lengkapnya, atau minta yang baru kepada pengirimnya.',
    },
    'manifest-impossible': {
      what: 'Kiriman ini tidak bisa dibuka.',
      why: 'Keterangan tentang filenya mustahil: pembuatnya memakai program yang bermasalah, atau berniat buruk.',
      todo: 'Minta pengirimnya membagikan filenya lagi.',
    },
    'seal-expired': {
      what: 'Kiriman ini sudah berakhir.',
      why: 'Yang dimiliki halaman ini sudah dihapus.',
      todo: 'Minta pengirimnya membagikannya lagi.',
    },
    'seal-newer': {
      what: 'Kiriman ini tidak bisa dibuka di sini.',
      why: 'Disegel oleh versi program ini yang lebih baru.',
      todo: 'Muat ulang halaman, atau buka linknya di situs asalnya.',
    },
    'too-large-to-seal': {
      what: 'File-file ini tidak bisa disegel.',
      why: 'Totalnya terlalu besar.',
      todo: 'Bagikan per bagian.',
    },
    'files-changed': {
      what: 'Kiriman ini tidak bisa terus mengirim.',
      why: 'Salah satu filenya diubah, dipindahkan, atau dihapus, padahal yang dikirim harus persis sama dengan yang dibagikan.',
      todo: 'Kembalikan filenya lalu coba lagi, atau bagikan filenya dari awal.',
    },
    'disk-full': {
      what: 'Ruangnya habis.',
      why: 'Disk, atau jatah yang diberikan browser ini untuk situs, sudah penuh. Yang sudah tiba tetap tersimpan.',
      todo: 'Keluarkan kiriman lain atau kosongkan ruang disk, lalu coba lagi.',
    },
    'no-disk': {
      what: 'Kiriman ini terlalu besar untuk browser ini.',
      why: 'Browser tidak memberi halaman ruang disk, seperti di jendela privat, dan memori tidak memuat sebanyak itu.',
      todo: 'Buka linknya di jendela biasa, atau di browser lain.',
    },
    'store-in-use': {
      what: 'Kiriman ini terbuka di tab lain.',
      why: 'Dua tab tidak bisa menulis file yang sama.',
      todo: 'Lanjutkan di tab itu, atau tutup lalu coba lagi di sini.',
    },
    'files-damaged': {
      what: 'Kiriman ini tidak bisa terus mengirim.',
      why: 'Salah satu filenya bukan lagi yang dibagikan, padahal yang dikirim harus persis sama.',
      todo: 'Kembalikan filenya seperti semula lalu coba lagi, atau bagikan filenya dari awal.',
    },
    'store-broken': {
      what: 'Browser tidak bisa menyimpan atau membaca data kiriman ini.',
      why: 'Penyimpanannya melaporkan error. Yang sudah tiba mungkin masih ada.',
      todo: 'Coba lagi; jika tidak membantu, muat ulang halaman.',
    },
    unexpected: {
      what: 'Ada yang salah di halaman ini.',
      why: '',
      todo: 'Coba lagi. Yang sudah tiba tetap tersimpan.',
    },
  },
}
