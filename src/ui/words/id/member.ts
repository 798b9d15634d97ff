import type { ShareWords } from '../areas.ts'

export const member: ShareWords['member'] = {
  ended: 'Kamu bukan lagi anggota situs ini. Minta undangan kepada pengelolanya.',
  isOne: 'Kamu anggota situs ini.',
  sums: (sent, received) => `Kamu mengirim ${sent} dan menerima ${received}.`,
  sumsAndRatio: (sent, received, ratio) => `Kamu mengirim ${sent} dan menerima ${received}: rasio ${ratio}.`,
  yourAddress: 'Alamat announce kamu',
  yourAddressWhy:
    'Untuk program lain, dan untuk menjadi anggota di browser lain: tempel di halaman ini di sana. Simpan untuk dirimu sendiri: siapa pun yang memegangnya dianggap kamu.',
  keptForYou: 'Dijaga online untukmu',
  notKept: 'tidak disimpan',
  keptWaiting: 'menunggu',
  keptUntil: (day) => `sampai ${day}`,
  deleteCopy: 'Hapus salinan',
  keeperProblems: {
    quota: 'Simpananmu sudah mencapai batas. Tarik yang lain dulu.',
    full: 'Server situs ini sudah menyimpan sebanyak yang ia bisa. Coba lagi nanti.',
    often: 'Server situs ini terlalu sering diminta. Coba lagi sebentar lagi.',
    members: 'Server situs ini hanya menyimpan kiriman anggota.',
    refused: 'Situs ini tidak mengizinkan servernya menyimpan ini.',
    down: 'Server situs ini sedang tidak menyimpan apa pun. Coba lagi nanti.',
    gone: 'Sudah tidak disimpan lagi.',
    unreachable: 'Situs tidak menjawab. Coba lagi.',
  },
}
