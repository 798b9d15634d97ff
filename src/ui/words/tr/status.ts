import type { ShareWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const people = (count: number) => `${number(count)} kişi`

export const status: ShareWords['status'] = {
  hashing: 'Dosyaların hazırlanıyor.',
  hashingDetail: 'Link, bu biter bitmez görünür.',
  asleep: 'Uykuda: bu sayfaya dosyalar yeniden gerekiyor.',
  asleepUnfinished:
    'Sayfa kapatıldığında dosyalar hâlâ hazırlanıyordu. Bir tıklama onları açar ve baştan başlar.',
  asleepOneClick:
    'Sayfa yenilenince tarayıcı, dosyaları okumadan önce sorar. Bir tıklama onları açar ve aynı link yeniden çalışır.',
  asleepChoose:
    'Sayfa yenilenince tarayıcı hangi dosyaların paylaşıldığını unutur. Aynılarını seç ya da bırak, aynı link yeniden çalışır.',
  leftOut: (names, count) =>
    plural(count, {
      one: `${names} dışarıda kaldı: tarayıcı onu okuyamadı.`,
      other: `${names} dışarıda kaldı: tarayıcı onları okuyamadı.`,
    }),

  nobodyHere: 'Buna sahip kimse şu anda çevrimiçi değil.',
  startsByItself: 'Biri açar açmaz kendiliğinden başlar. Linki gönderenden sayfayı yeniden açmasını iste.',
  nobodyStartsByItself:
    'Buna sahip kimse şu anda çevrimiçi değil. Biri açar açmaz kendiliğinden başlar. Linki gönderenden sayfayı yeniden açmasını iste.',
  othersWait: (count) => `${number(count)} kişiye bağlı, onlar da bekliyor.`,
  startsWithOwner: 'Buna sahip biri çevrimiçi olur olmaz kendiliğinden başlar.',
  onlyPeopleKnow: 'Bunun ne olduğunu yalnızca başkaları söyleyebilir.',
  youChoseNobody: 'Kimseye bağlanmamayı seçtin. “Hız sınırları” altında izin verirsen devam eder.',
  asking: 'Bunun ne olduğu soruluyor.',
  lookingForIt: 'Buna sahip kişiler aranıyor.',
  linkSays: 'Link öyle diyor.',
  linkSaysSize: (size) => `Linke göre ${size}.`,
  waitingForSize: (size) => `Bekleniyor: ${size}.`,
  waitingForName: (name) => `“${name}” bekleniyor.`,
  waitingForBoth: (name, size) => `“${name}” bekleniyor, ${size}.`,

  soFar: (percent) => `${percent} geldi ve saklanıyor.`,
  goesOn: 'Biri açar açmaz kendiliğinden sürer.',
  nobodyHasRest: (count) => `${people(count)} bağlı, ama burada eksik olan kimsede yok.`,
  waitsForTurn: (count) => `${people(count)} bağlı, sıra bekleniyor.`,
  waitsForTurnDetail: 'Şu anda başkalarına gönderiyorlar. Çoğunlukla bir dakikadan kısa sürer.',
  downloadingFromPeople: (count) => `${number(count)} kişiden indiriliyor.`,
  downloadingFromSite: (site) => `${site} üzerinden indiriliyor.`,
  downloadingFromBoth: (count, site) => `${number(count)} kişiden ve ${site} üzerinden indiriliyor.`,
  aboutToStart: 'Başlamak üzere.',

  allHere: 'Hepsi geldi.',
  allHereNobody: 'Başkalarına bağlanmamayı seçtin, bu yüzden onlara hiçbir şey gönderilmiyor.',
  connectedGoOn: 'Zaten bağlı olanlar sürdürür.',
  sentEnough: 'Sınırı kadar gönderdi, artık göndermiyor.',
  heldInMemory: 'Bellekte duruyor: ondan önce, saklamak istediğini kaydet.',
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
  sendTheLink: 'Linki, alması gereken herkese gönder. Buna sahip biri sayfayı açık tuttukça çalışır.',

  paused: 'Duraklatıldı.',
  pausedAt: (percent) => `Duraklatıldı: ${percent}.`,
  wentWrong: 'Bir şeyler ters gitti.',

  connecting: 'Bağlanıyor.',
  cannotLook: 'Bu site yanıt vermiyor.',
  cannotLookNow: 'Şimdi yeniden deneniyor. Çevrimiçi misin?',
  cannotLookFor: (seconds) => `${number(seconds)} saniye sonra yeniden denenecek. Çevrimiçi misin?`,
  relayUsedUp: 'Bu sitenin relay’i bugün senin için artık veri taşımıyor.',
  relayUsedUpDetail:
    'Başkalarına yalnızca onun üzerinden ulaşılıyor ve site günlük bir sınır koyuyor. Yarın kendiliğinden sürer, doğrudan bir yol varsa hemen: başka bir ağda çoğu zaman vardır.',
  refused: 'Bu paylaşım reddedildi.',
  refusedWhy: (reason) => `İnsanları tanıştıran sunucu diyor ki: “${reason}”. Bu siteyi yönetene sor.`,
  membersOnly: 'Bu site yalnızca üyeler için.',
  membersOnlyDetail: 'Davet iste: linki seni üye yapar, sonra kendiliğinden sürer.',
  siteSendsNothing: 'Web sunucusu şu anda göndermiyor.',
  peopleOff: 'Başkalarına bağlanmamayı seçtin: “Hız sınırları” altında izin verebilirsin.',
  peopleOnceThere: (count) => `${number(count)} kişi olunca başkalarına bağlanır.`,
  connectingTo: (count) => `${number(count)} kişiye bağlanıyor.`,
  noConnection: (count) => `${number(count)} kişi var, ama bu sayfa onlara ulaşamıyor.`,
  looking: 'Başkaları aranıyor.',
  wayOut: {
    'no-addresses':
      'Bu tarayıcı sayfanın kimseye bağlanmasına izin vermiyor: bir eklenti ya da ilke WebRTC’yi kapatmış. Bu site için izin ver ya da başka bir tarayıcı kullan.',
    'no-udp':
      'Ağın, insanları bağlayan şeyi (UDP) engelliyor: arada bir güvenlik duvarı ya da VPN var. VPN’i kapat ya da telefon erişim noktası gibi başka bir ağ kullan; bu sayfa denemeyi sürdürüyor.',
    'no-relay':
      'Doğrudan yol yok ve bu sitenin relay’i yanıt vermiyor. Burada ya da karşı tarafta başka bir ağ çoğunlukla işe yarar; bu sayfa denemeyi sürdürüyor. Böyle kalırsa siteyi yönetene bildir.',
    relay:
      'Senin bağlantın iyi, relay de var. Karşıdakiler az önce ayrılmış ya da ağları hiçbir şeyi geçirmiyor olabilir; bu sayfa denemeyi sürdürüyor.',
    open: 'Senin bağlantın iyi, ama aranızda bir güvenlik duvarı, VPN ya da katı bir ağ var ve bu sitenin bunu aşacak bir relay’i yok. Burada ya da karşı tarafta başka bir ağ işe yarar; bu sayfa denemeyi sürdürüyor.',
    unknown:
      'Burada ya da karşı tarafta bir güvenlik duvarı, VPN ya da katı bir şirket ağı araya giriyor olabilir. Başka bir ağ çoğunlukla işe yarar; bu sayfa denemeyi sürdürüyor.',
  },

  haveIt: (count) => `${number(count)} kişide var.`,
  siteHasIt: (site) => `${site} sitesinde var.`,
  haveParts: (count) => `${number(count)} kişide bazı parçaları var.`,
  tooLittleMemory: (most) =>
    `Bu tarayıcı sayfaya disk vermiyor, bellekte de en fazla ${most} tutuyor: bunun için çok az. Linki normal bir pencerede ya da başka bir tarayıcıda aç.`,
  inMemory: (most) =>
    `Bu tarayıcı sayfaya disk vermiyor: indirdiklerin bellekte tutulur, en fazla ${most}, ve sayfa kapanınca gider. Saklamak istediğini kaydet.`,
}
