import type { ShareWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const people = (count: number) => `${number(count)} kişi`

export const status: ShareWords['status'] = {
  hashing: 'Dosyaların hazırlanıyor.',
  hashingDetail: 'Link, bu biter bitmez görünür.',
  asleep: 'Uykuda: bu sayfaya dosyalar yeniden gerekiyor.',
  asleepUnfinished: 'Sayfa kapatıldığında hazır değillerdi.',
  asleepOneClick: 'Link aynı kalır.',
  asleepChoose: 'Aynılarını seç, link yeniden çalışır.',
  leftOut: (names, count) =>
    plural(count, {
      one: `${names} dışarıda kaldı: tarayıcı onu okuyamadı.`,
      other: `${names} dışarıda kaldı: tarayıcı onları okuyamadı.`,
    }),

  nobodyHere: 'Buna sahip kimse şu anda çevrimiçi değil.',
  startsByItself: 'Gönderen sayfayı yeniden açınca başlar. Ondan bunu iste.',
  othersWait: (count) => `${number(count)} kişiye bağlı, onlar da bekliyor.`,
  startsWithOwner: 'Buna sahip biri çevrimiçi olur olmaz kendiliğinden başlar.',
  onlyPeopleKnow: 'Bunun ne olduğunu yalnızca başkaları söyleyebilir.',
  youChoseNobody: '“Hız sınırları” altında izin verirsen devam eder.',
  asking: 'Bunun ne olduğu soruluyor.',
  lookingForIt: 'Buna sahip kişiler aranıyor.',
  linkSays: 'Link öyle diyor.',
  linkSaysSize: (size) => `Linke göre ${size}.`,

  soFar: (percent) => `${percent} geldi ve saklanıyor.`,
  goesOn: 'Biri açar açmaz kendiliğinden sürer.',
  nobodyHasRest: (count) => `${people(count)} bağlı, ama burada eksik olan kimsede yok.`,
  waitsForTurn: (count) => `${people(count)} bağlı, sıra bekleniyor.`,
  waitsForTurnDetail: 'Çoğunlukla bir dakikadan kısa sürer.',
  downloadingFromPeople: (count) => `${number(count)} kişiden indiriliyor.`,
  downloadingFromSite: (site) => `${site} üzerinden indiriliyor.`,
  downloadingFromBoth: (count, site) => `${number(count)} kişiden ve ${site} üzerinden indiriliyor.`,
  aboutToStart: 'Başlamak üzere.',

  allHere: 'Hepsi geldi.',
  channel: 'Bu bir canlı yayın.',
  channelDetail: 'Yapılırken oynar. Hiçbiri saklanmaz.',
  connectedGoOn: 'Zaten bağlı olanlar sürdürür.',
  sentEnough: 'Sınırı kadar gönderdi, artık göndermiyor.',
  heldInMemory: 'Yalnızca bellekte: önce kaydet.',
  othersHave: (count) => `${number(count)} kişide daha var.`,
  othersHaveAndFetch: (have, fetching) =>
    `${number(have)} kişide daha var, ${number(fetching)} kişi indiriyor.`,
  mayClose: 'Bu sayfayı kapatabilirsin. Açık kaldıkça başkalarına yardım eder.',
  downloadingIt: (count) => `${number(count)} kişi indiriyor.`,
  mayCloseOnceDone: (count) =>
    plural(count, {
      one: 'O kişi bitirince bu sayfayı kapatabilirsin.',
      other: 'İçlerinden biri bitirince bu sayfayı kapatabilirsin.',
    }),
  lookingAtIt: (count) => `${number(count)} kişi bakıyor.`,
  onlyYou: 'Bu sayfayı açık tut: yalnızca sende var.',
  sendTheLink: 'Linki gönder.',

  paused: 'Duraklatıldı.',
  pausedAt: (percent) => `Duraklatıldı: ${percent}.`,
  wentWrong: 'Bir şeyler ters gitti.',

  connecting: 'Bağlanıyor.',
  cannotLook: 'Bu site yanıt vermiyor.',
  cannotLookNow: 'Şimdi yeniden deneniyor. Çevrimiçi misin?',
  cannotLookFor: (seconds) => `${number(seconds)} saniye sonra yeniden denenecek. Çevrimiçi misin?`,
  relayUsedUp: 'Bu sitenin relay’i bugün senin için artık veri taşımıyor.',
  relayUsedUpDetail: 'Yarın ya da doğrudan bir yol olunca sürer: başka bir ağda çoğu zaman vardır.',
  refused: 'Bu paylaşım reddedildi.',
  refusedWhy: (reason) => `İnsanları tanıştıran sunucu diyor ki: “${reason}”. Bu siteyi yönetene sor.`,
  membersOnly: 'Bu site yalnızca üyeler için.',
  membersOnlyDetail: 'Bir davet linki iste ve burada aç.',
  siteSendsNothing: 'Web sunucusu şu anda göndermiyor.',
  peopleOnceThere: (count) => `${number(count)} kişi olunca başkalarına bağlanır.`,
  connectingTo: (count) => `${number(count)} kişiye bağlanıyor.`,
  noConnection: (count) => `${number(count)} kişi var, ama bu sayfa onlara ulaşamıyor.`,
  looking: 'Başkaları aranıyor.',
  wayOut: {
    'no-addresses':
      'Bir eklenti ya da ilke WebRTC’yi kapatmış. Bu site için izin ver ya da başka bir tarayıcı kullan.',
    'no-udp':
      'Bir güvenlik duvarı ya da VPN bağlantıyı engelliyor (UDP). VPN’i kapat ya da telefon gibi başka bir ağ dene.',
    'no-relay':
      'Doğrudan yol yok ve bu sitenin aktarıcısı yanıt vermiyor. Başka bir ağ çoğu zaman yardımcı olur, sende ya da karşıda.',
    relay:
      'Bağlantın iyi. Belki yeni ayrıldılar ya da ağları hiçbir şeyi geçirmiyor. Denemeye devam ediliyor.',
    open: 'Bağlantın iyi ama arada bir güvenlik duvarı, VPN ya da katı bir ağ var ve bu sitenin aktarıcısı yok. Başka bir ağ yardımcı olur, sende ya da karşıda. Denemeye devam ediliyor.',
    unknown:
      'Arada bir güvenlik duvarı ya da VPN olabilir. Başka bir ağ çoğu zaman yardımcı olur, sende ya da karşıda. Denemeye devam ediliyor.',
  },

  haveIt: (count) => `${number(count)} kişide var.`,
  siteHasIt: (site) => `${site} sitesinde var.`,
  haveParts: (count) => `${number(count)} kişide bazı parçaları var.`,
  tooLittleMemory: (most) =>
    `Gizli pencere için fazla büyük; o en çok ${most} tutar. Linki sıradan bir pencerede aç.`,
  inMemory: (most) =>
    `Bu tarayıcı indirilenleri sayfa kapanana dek bellekte tutar, en çok ${most}. Kalmasını istediğini kaydet.`,
}
