import type { ShareWords } from '../areas.ts'
import { number } from './speech.ts'

export const keeper: ShareWords['keeper'] = {
  label: 'Çevrimiçi tutuluyor',
  keepOnline: 'Çevrimiçi tut',
  askBridge: 'Bu siteden getirmesini iste',
  bridgeOffer:
    'Burada kimsede yok. Sitenin sunucusu bunu sıradan BitTorrent kullanıcılarında arar ve aldığını aktarır.',
  deleteCopy: 'Sunucudaki kopyayı sil',
  progress: 'Sitenin sunucusunda olan',
  offer: (days) => `Site, bir kopyayı ${number(days)} gün saklar.`,
  tooLarge: (most) => `Sitenin sunucusu için çok büyük: en fazla ${most} alıyor.`,
  looking: 'Sitenin sunucusu buna sahip birini arıyor. Hepsini alana dek bu sayfayı açık tut.',
  fetching: (percent) => `Sitenin sunucusunun aldığı: ${percent}. Hepsini alana dek bu sayfayı açık tut.`,
  kept: (day) => `Bu sayfayı kapatabilirsin: sitenin sunucusu ${day} tarihine kadar bir kopya tutuyor.`,
  gone: 'Sitenin sunucusunda artık bir kopya yok.',
  failures: {
    'too-large': 'Sitenin sunucusu tutmadı: orada izin verilenden büyük.',
    'no-room': 'Sitenin sunucusu tutmadı: bütün yeri başkalarına söz verilmiş.',
    evicted: 'Sitenin sunucusu artık tutmuyor: yeri başkalarına gerekti.',
    'disk-full': 'Sitenin sunucusu tutamadı: diski dolu.',
    incomplete: 'Sitenin sunucusu hepsini zamanında alamadı ve aldığını sildi.',
    refused: 'Site, sunucusunun bunu tutmasına izin vermiyor.',
    broken: 'Sitenin sunucusu tutamadı. Yeniden dene.',
  },
}
