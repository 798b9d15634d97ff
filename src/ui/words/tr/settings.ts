import type { SettingsWords } from '../areas.ts'
import { number } from './speech.ts'

export const settings: SettingsWords = {
  forAll: 'Tüm paylaşımlar için birlikte, şu andan başlayarak.',
  sendAtMost: 'En fazla gönder',
  receiveAtMost: 'En fazla al',
  megabytesASecond: 'MB/saniye',
  noLimit: 'sınırsız',
  connectionsAtMost: 'En fazla bağlantı',
  inAll: 'toplam',
  aNumber: '0’dan büyük bir sayı ya da boş.',
  aWholeNumber: (least) => `En az ${number(least)} olan bir tam sayı ya da boş.`,
  stopForTheDay: 'Bugünlük dur, şu kadar gönderince',
  megabytes: 'MB',
  never: 'asla',
  connectToPeople: 'Başkalarına bağlan',
  whenever: 'başkalarında olduğu sürece',
  whenPeople: (count) => `en az ${number(count)} kişi varken`,
  connectWhy:
    'Bir web sunucusunda kopyası olanlar için. “asla” seçiliyken yalnızca oradan gelir, adresini başka kimse göremez, sen de hiçbir şey göndermezsin. Geri kalan her şey yalnızca başkalarından gelir.',
  contactAll: 'Linklerdeki sunuculara bana sormadan bağlan',
  onlyOnClick: 'Yalnızca tıklayınca bağlan',
  onlyOnClickWhy: 'Bununla bir linkin sayfası, kimseyle iletişim kurmadan önce tıklamanı bekler.',
  screenOn: 'Aktarım sürerken ekranı açık tut',
  screenIsOn: 'Aktarım sürüyor, ekran şimdi açık kalıyor.',
  gentle: 'Bu bağlantı kotalı görünüyor, bu yüzden sen başka türlü seçene dek sayfa az gönderir.',
  ofThisShare: 'Bu paylaşımın sınırları',
  ofThisShareOn: 'Bu paylaşımın sınırları: açık',
  stopAfter: 'Şu kadar gönderince dur',
  timesItsSize: '× boyutu',
}
