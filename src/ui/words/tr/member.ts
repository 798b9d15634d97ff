import type { ShareWords } from '../areas.ts'

export const member: ShareWords['member'] = {
  ended: 'Artık bu sitenin üyesi değilsin. Siteyi yönetenden davet iste.',
  isOne: 'Bu sitenin üyesisin.',
  sums: (sent, received) => `${sent} gönderdin, ${received} aldın.`,
  sumsAndRatio: (sent, received, ratio) => `${sent} gönderdin, ${received} aldın: oran ${ratio}.`,
  yourAddress: 'Announce adresin',
  yourAddressWhy:
    'Başka programlar için ve başka bir tarayıcıda da üye olmak için: orada bu sayfaya yapıştır. Kimseye gösterme: ona sahip olan, sen sayılır.',
  keptForYou: 'Senin için çevrimiçi tutulanlar',
  notKept: 'tutulmuyor',
  keptWaiting: 'bekliyor',
  keptUntil: (day) => `${day} tarihine kadar`,
  deleteCopy: 'Kopyayı sil',
  keeperProblems: {
    quota: 'Bir kişinin tutturabileceği kadarını tutturuyorsun. Önce başka bir şeyi geri çek.',
    full: 'Sitenin sunucusu tutabileceği kadarını tutuyor. Daha sonra yeniden dene.',
    often: 'Sitenin sunucusuna çok sık istek geldi. Bir dakika sonra yeniden dene.',
    members: 'Sitenin sunucusu yalnızca üyelerin paylaşımlarını tutar.',
    refused: 'Site, sunucusunun bunu tutmasına izin vermiyor.',
    down: 'Sitenin sunucusu şu anda hiçbir şey tutmuyor. Daha sonra yeniden dene.',
    gone: 'Artık tutulmuyor.',
    unreachable: 'Site yanıt vermedi. Yeniden dene.',
  },
}
