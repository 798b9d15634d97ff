import type { ShareWords } from '../areas.ts'
import { files } from './files.ts'
import { keeper } from './keeper.ts'
import { member } from './member.ts'
import { more } from './more.ts'
import { number, plural } from './speech.ts'
import { status } from './status.ts'

export const share: ShareWords = {
  status,
  files,
  more,
  keeper,
  member,

  filesAndSize: (count, size) => `${number(count)} dosya, ${size}`,

  sealed: 'Mühürlü: yalnızca linkin tamamına sahip olan okuyabilir.',
  asksPassword: 'Bu paylaşımın parolası var. Linki gönderene sor.',
  password: 'Parola',
  openIt: 'Aç',
  endsOn: (moment) => `Bitişi: ${moment}.`,
  sealAnew: 'Başka linki olan başka bir paylaşıma dönüşür.',
  endedMine:
    'Koyduğun süre doldu. Kendi dosyaların olduğu yerde kalır: yeni bir link için onları yeniden paylaş.',
  toStart: 'Başlangıç sayfasına',
  name: 'Ad',
  youSendToo: 'Bu sayfa açıkken başkaları senden de alır.',
  doneSaved: 'Bitti. Kaydedildi.',
  doneHere: 'Bitti. Hepsi geldi.',
  received: (percent, size) => `${percent} / ${size}`,
  timeLeft: (time) => `${time} kaldı`,
  percentDone: (tens) => `yüzde ${number(tens)} tamam`,

  download: 'İndir',
  resume: 'Sürdür',
  pause: 'Duraklat',
  openFiles: 'Dosyalarını aç',
  remove: 'Kaldır',
  save: 'Kaydet',
  chooseAgain: {
    file: 'Dosyayı yeniden seç',
    files: 'Dosyaları yeniden seç',
    folder: 'Klasörü yeniden seç',
  },
  keepCopy: 'Bu tarayıcıda kopya sakla',
  keepingCopy: (percent) => `Kopya saklanıyor: ${percent}`,
  copyKept: 'Bu tarayıcıda bir kopya var',
  whyACopy: 'Böylece sayfa yenilenince hiçbir şey sorulmaz, link hemen yeniden çalışır.',
  tellMe: { here: 'Biri gelince haber ver', done: 'Bitince haber ver', theirs: 'Ulaşınca haber ver' },
  mayNotTell: 'Bildirimler engelli. Bu site için izin ver, sonra yeniden dene.',
  told: {
    ownerHere: 'Dosyaya sahip biri geldi.',
    linkReady: 'Linki hazır.',
    opened: 'Biri açtı.',
    sent: 'Artık birinde hepsi var.',
  },

  removeNamed: (name) => `“${name}” kaldırılsın mı?`,
  removeMany: (count) => `${number(count)} paylaşım kaldırılsın mı?`,
  removeMine: 'Linki buradan çalışmaz olur. Dosyaların olduğu yerde kalır.',
  removeManyMine: 'Linkleri buradan çalışmaz olur. Kendi dosyaların olduğu yerde kalır.',
  removeTheirs: 'Bu tarayıcıdaki kopyayı siler. Kaydettiğin dosyalar kalır.',
  notRemoved: (name, why) => `“${name}” kaldırılamadı. ${why}`,
  removed: (name) => `“${name}” kaldırıldı.`,
  removedMany: (count) => `${number(count)} paylaşım kaldırıldı.`,
  undo: 'Geri al',

  shareLink: 'Paylaşım linki',
  copyLink: 'Linki kopyala',
  copyTheLink: 'Linki kopyala',
  copyLinkTo: (name) => `Linki kopyala: ${name}`,
  mayNotCopyLink:
    'Tarayıcı bu sayfanın kopyalamasına izin vermiyor. Link aşağıda, “Link ve dosyalar” altında.',
  qrCode: 'QR kodu',
  qrCodeOfLink: 'Paylaşım linkinin QR kodu',
  sendOn: 'Gönder…',

  people: 'Kişiler',
  somebody: 'Biri',
  unknownProgram: 'bilinmeyen program',
  hasIt: 'hepsi var',
  looks: 'bakıyor',
  percentAndLeft: (percent, time) => `${percent}, ${time} kaldı`,
  andMore: (count) => `ve ${number(count)} kişi daha`,
  whatOthersCallYou: 'Başkalarının gördüğü adın',
  aNameIfYouLike: 'İstersen bir ad',
  youAnd: (count) => `Sen ve ${number(count)} kişi.`,
  youAndBusiest: (count, most) =>
    `Sen ve ${number(count)} kişi; en hareketli ${number(most)} kişi gösteriliyor.`,
  receivedAndSent: (received, sent) => `Bu sayfa açıldığından beri ${received} alındı, ${sent} gönderildi.`,
  youReceive: (rate) => `Alınıyor: ${rate}`,
  youSend: (rate) => `Gönderiliyor: ${rate}`,
  rateAtMost: (rate) => `en fazla ${rate}`,
  aMinuteAgo: 'bir dakika önce',
  now: 'şimdi',
  sends: (rate) => `${rate} gönderiyor`,
  fromPeopleAndSite: (people, site, host, sent) =>
    `${people} başkalarından, ${site} ${host} üzerinden geldi; ${sent} başkalarına gitti.`,
  siteNotAsked: (host, why) => `${host} şu anda kullanılmıyor. ${why}`,

  partsHere: (count) =>
    plural(count, { one: 'Tek parça burada.', other: `${number(count)} parçanın hepsi burada.` }),
  partsOf: (here, count) => `${number(count)} parçadan burada olan: ${number(here)}.`,
  partsOfAndComing: (here, count, coming) =>
    `${number(count)} parçadan burada olan: ${number(here)}, yolda olan: ${number(coming)}.`,

  addressSeen: 'Bu linki açık tutanlar IP adresini görebilir.',
  downloadAsks: (count, trackers) =>
    plural(count, {
      one: `“İndir”, kimde olduğunu şu tracker’a da sorar: ${trackers}. O da adresini öğrenir.`,
      other: `“İndir”, kimde olduğunu şu tracker’lara da sorar: ${trackers}. Onlar da adresini öğrenir.`,
    }),
  linkNames: (count, trackers) =>
    plural(count, {
      one: `Linkte şu tracker da geçiyor: ${trackers}. Buna sahip daha çok kişi biliyor olabilir, ama adresini ve ne aradığını öğrenir.`,
      other: `Linkte şu tracker’lar da geçiyor: ${trackers}. Buna sahip daha çok kişi biliyor olabilirler, ama adresini ve ne aradığını öğrenirler.`,
    }),
  alwaysConnect: 'Hep bağlan',
  copyNear: (hosts) =>
    `Linke göre şurada bir kopya var: ${hosts}. Burası kendi ağında ya da bu cihazda; yalnızca tanıyorsan kullan.`,
  useThisCopy: 'Bu kopyayı kullan',

  otherShares: 'Diğer paylaşımlar',
  select: 'Seç',
  selectNamed: (name) => `Seç: ${name}`,
  selected: (count) => `${number(count)} paylaşım seçildi`,
  withSelected: 'Seçilenlerle ne yapılsın',
  all: 'Hepsi',
  none: 'Hiçbiri',
  findShare: 'Paylaşım ara',
  sortShares: 'Paylaşımları sırala',
  newestFirst: 'Önce en yeni',
  byName: 'Ada göre',
  largestFirst: 'Önce en büyük',
  noneNamed: (words) => `Hiçbirinin adında “${words}” geçmiyor.`,
  notShown: (why) => `Bu paylaşım gösterilemiyor. ${why}`,
  removeIt: 'Kaldır',
  linkAndFiles: 'Link ve dosyalar',
  link: 'Link',

  somebodyShares: 'Biri seninle bir şey paylaşıyor.',
  ofItFiles: (count) => `İçinden ${number(count)} dosya`,
  nobodyContacted:
    'Henüz bağlı değilsin. Bağlanınca bu site ve linki açık tutan herkes IP adresini görebilir.',
  connect: 'Bağlan',
  toWatch: 'İzlenecekler',
  lookingWhatThereIs: 'Ne var diye bakılıyor…',
  nothingPublished: 'Burada henüz bir şey yayımlanmadı.',
  live: 'Canlı',
  watch: (name) => `İzle: ${name}`,
  moreToCome: (count) => `Sunucu okuyunca ${number(count)} dosya daha gelecek.`,

  sealTerms: 'Parola ve bitiş',
  sealPassword: 'Parola, linke ek olarak',
  sealPasswordHint: 'Linki gönderdiğin yoldan başka bir yolla söyle. Onu senin için kimse bulamaz.',
  sealEnds: 'Bitiş',
  sealEndsHint: 'Ondan sonra paylaşılmaz. Dürüst sayfalar kopyasını siler; ötekileri kimse zorlayamaz.',
  endsNever: 'hiçbir zaman',
  endsInHour: 'bir saat sonra',
  endsInDay: 'bir gün sonra',
  endsInWeek: 'bir hafta sonra',
  endsInMonth: '30 gün sonra',
  sealWith: 'Böyle mühürle',
  kept: (used, free) => `Bu tarayıcıda ${used} saklanıyor, ${free} boş.`,
  mayBeCleared: 'Disk dolarsa tarayıcı bunu silebilir.',
  leftovers: (size) => `Bunun ${size} kadarı artık listede olmayan paylaşımlara ait.`,
  deleteLeftovers: 'Sil',
}
