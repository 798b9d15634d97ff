import type { ShareWords } from '../areas.ts'
import { number } from './speech.ts'

export const keeper: ShareWords['keeper'] = {
  label: 'Dijaga online',
  keepOnline: 'Jaga tetap online',
  askBridge: 'Minta situs ini mengambilnya',
  bridgeOffer:
    'Tidak ada yang memilikinya di sini. Server situs mencarinya di antara pengguna BitTorrent biasa dan meneruskan yang didapat.',
  deleteCopy: 'Hapus salinan di server',
  progress: 'Yang dimiliki server situs',
  offer: (days) => `Situs menyimpan salinan selama ${number(days)} hari.`,
  tooLarge: (most) => `Terlalu besar untuk disimpan server situs: batasnya ${most}.`,
  looking:
    'Server situs sedang mencari orang yang memilikinya. Biarkan halaman ini terbuka sampai server menerima semuanya.',
  fetching: (percent) =>
    `Server situs sudah punya ${percent}. Biarkan halaman ini terbuka sampai server menerima semuanya.`,
  kept: (day) => `Kamu boleh menutup halaman ini: server situs menyimpan salinannya sampai ${day}.`,
  gone: 'Server situs tidak lagi punya salinannya.',
  failures: {
    'too-large': 'Server situs tidak menyimpannya: lebih besar dari yang boleh disimpan di sana.',
    'no-room': 'Server situs tidak menyimpannya: semua ruangnya sudah dijanjikan untuk orang lain.',
    evicted: 'Server situs tidak lagi menyimpannya: ruangnya diperlukan untuk orang lain.',
    'disk-full': 'Server situs tidak bisa menyimpannya: disknya penuh.',
    incomplete: 'Server situs tidak menerima semuanya tepat waktu, dan menghapus yang sudah ada.',
    refused: 'Situs ini tidak mengizinkan servernya menyimpan ini.',
    broken: 'Server situs tidak bisa menyimpannya. Coba lagi.',
  },
}
