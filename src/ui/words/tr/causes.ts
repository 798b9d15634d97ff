import type { DoctorWords } from '../areas.ts'
import { number } from './speech.ts'

const people = (count: number) => `${number(count)} kişi`

export const causes: DoctorWords['causes'] = {
  remedies: {
    resume: 'Sürdür',
    retry: 'Yeniden dene',
    connectToPeople: 'Başkalarına bağlan',
    connectToAnybody: 'Herkese bağlan',
    liftDay: 'Günlük sınır olmadan gönder',
  },
  moving: { sentence: 'Şu anda ilerliyor.', help: 'Hiçbir engel yok.' },
  paused: {
    sentence: 'Bu paylaşımı duraklattın.',
    help: 'Sen sürdürene dek hiçbir şey gönderilmez ya da alınmaz.',
  },
  asleep: {
    sentence: 'Bu sayfaya bu paylaşımın dosyaları yeniden gerekiyor.',
    help: 'Sayfa yenilenince tarayıcı hangi dosyaların paylaşıldığını unutur. Aynılarını aç ya da seç, aynı link yeniden çalışır.',
  },
  noRoom: {
    sentence: (missing, room) => `Yer çok az: ${missing} eksik, tarayıcıda ise ${room} kaldı.`,
    help: 'Başka paylaşımları kaldır ya da diskte yer aç; sonra sürer.',
  },
  offline: {
    sentence: 'Bu cihaz çevrimdışı.',
    help: 'Bir ağa bağla, her şey kendiliğinden sürer.',
  },
  siteAway: {
    sentence: 'Site yanıt vermiyor.',
    help: 'Kapalı olabilir ya da ağın ona ulaşmanı engelliyordur. Bu sayfa denemeyi sürdürüyor, bağlı olanlar bağlı kalıyor.',
  },
  siteError: {
    sentence: (status) => `Site hatayla yanıt veriyor (${status}).`,
    help: 'Bunu yalnızca siteyi yöneten düzeltebilir. Bu sayfa denemeyi sürdürüyor.',
  },
  socketBlocked: {
    sentence:
      'Ağın sayfanın yüklenmesine izin veriyor, ama insanların birbirini bulduğu bağlantıyı engelliyor.',
    help: 'Bunu WebSocket tanımayan bir proxy ya da virüs tarayıcısı yapar. Başka bir ağ kullan ya da ağını yönetenden bu site için izin iste.',
  },
  trackerSilent: {
    sentence: 'Bu site orada ama kimseyi tanıştırmıyor.',
    help: 'Aşırı yüklü ya da yeniden başlamak üzere olabilir. Bu sayfa denemeyi sürdürüyor; böyle kalırsa siteyi yönetene bildir.',
  },
  membersOnly: {
    sentence: 'Bu site üyelere özel ve bu tarayıcı üye değil.',
    help: 'Davet iste: linki seni üye yapar.',
  },
  refused: {
    sentence: (reason) => `Bu site bu paylaşımı reddetti: “${reason}”.`,
    help: 'Bu siteyi yönetene sor.',
  },
  noWebRtc: {
    sentence: 'Tarayıcıları birbirine bağlayan WebRTC bu tarayıcıda kapalı.',
    help: 'Bu site için izin ver ya da başka bir tarayıcı kullan.',
  },
  noAddresses: {
    sentence: 'Bu tarayıcı sayfaya hiçbir adresini bildirmiyor, bu yüzden kimse ona bağlanamıyor.',
    help: 'Bunu WebRTC için bir eklenti ya da ilke yapar. Bu site için izin ver ya da başka bir tarayıcı kullan.',
  },
  noUdp: {
    sentence: 'Ağın, insanları bağlayan şeyi (UDP) engelliyor.',
    help: 'Arada bir güvenlik duvarı ya da VPN var. VPN’i kapat ya da telefon erişim noktası gibi başka bir ağ kullan.',
  },
  stunSilent: {
    sentence: 'UDP’ye hiçbir yanıt gelmiyor: ya ağın engelliyor ya da bu sitenin STUN sunucusu kapalı.',
    help: 'Telefon erişim noktası gibi başka bir ağ dene. Orada da aynıysa siteyi yönetene bildir.',
  },
  peopleOff: {
    sentence: 'Başkalarına bağlanmamayı seçtin.',
    help: 'Eksik olan yalnızca onlardan gelebilir.',
  },
  tooFew: {
    sentence: (wanted) => `Başkalarına ancak ${number(wanted)} kişi olunca bağlanıyorsun.`,
    help: '“Hız sınırları” altında ya da yayımlayan tarafından böyle ayarlanmış.',
  },
  alone: {
    sentence: 'Şu anda bunu başka kimse açık tutmuyor.',
    help: 'Linki sana gönderenden ya da senin gönderdiğin kişiden açmasını iste. Sonra kendiliğinden sürer.',
  },
  connecting: {
    sentence: 'Bağlantı şu anda kuruluyor.',
    help: 'Birkaç saniye sürer. O zamana dek kurulmazsa yeniden bak.',
  },
  unanswered: {
    sentence: (others) => `${people(others)} orada olmalı, ama kimse yanıt vermiyor.`,
    help: 'Az önce ayrılmış ya da cihazları uykuda olabilir. Bu sayfa sormayı sürdürüyor.',
  },
  noHandshake: {
    sentence: 'Başkalarına giden bir yol bulundu, ama gönderilen oraya değişmeden ulaşmıyor.',
    help: 'Bunu burada ya da karşı tarafta, paketlerin içine bakan bir güvenlik duvarı yapar. Başka bir ağ işe yarar.',
  },
  noRelay: {
    sentence: 'Başkalarına doğrudan yol yok ve bu sitenin relay’i yanıt vermiyor.',
    help: 'Burada ya da karşı tarafta başka bir ağ çoğunlukla işe yarar. Böyle kalırsa siteyi yönetene bildir.',
  },
  relayRefuses: {
    sentence: 'Doğrudan yol yok ve bu sitenin relay’i seni geri çeviriyor.',
    help: 'Sayfayı yenile. İşe yaramazsa siteyi yönetene bildir.',
  },
  symmetric: {
    sentence:
      'Yönlendiricin her bağlantıya başka bir adres veriyor ve bu sitenin bunu aşacak bir relay’i yok.',
    help: 'Telefon erişim noktası gibi başka bir ağ kullan ya da karşıdaki kişi kullansın.',
  },
  unreachable: {
    sentence: (others) => `${number(others)} kişi var, ama oraya giden bir yol yok.`,
    help: 'Senin bağlantın iyi, demek ki sorun onlarınkinde: güvenlik duvarı, VPN ya da katı bir ağ. İki taraftan birinde başka bir ağ işe yarar.',
  },
  noData: {
    sentence: (peers) => `Burada eksik olan, bağlı olanların (${people(peers)}) hiçbirinde yok.`,
    help: 'Kalanına sahip biri çevrimiçi olur olmaz kendiliğinden sürer.',
  },
  choked: {
    sentence: (peers) => `${number(peers)} kişide var, ama şu anda başkalarına gönderiyor.`,
    help: 'Sıra yakında sende, çoğunlukla bir dakika içinde. Bazıları hiçbir şey göndermemeyi seçmiş.',
  },
  relayUsedUp: {
    sentence: 'Bu sitenin relay’i bugün senin için artık veri taşımıyor.',
    help: 'Başkalarına yalnızca onun üzerinden ulaşılıyor ve site günlük bir sınır koyuyor. Yarın kendiliğinden sürer, doğrudan bir yol varsa hemen: başka bir ağda çoğu zaman vardır.',
  },
  dayOver: {
    sentence: 'Bugün izin verdiğin kadar gönderildi.',
    help: 'Yarın kendiliğinden sürer.',
  },
  ratioReached: {
    sentence: 'Bu paylaşım sınırı kadar gönderdi.',
    help: 'Sınır, paylaşımda “Daha fazla” altında.',
  },
  clock: {
    ahead: (time) => `Bu cihazın saati ${time} ileri.`,
    behind: (time) => `Bu cihazın saati ${time} geri.`,
    help: 'Geri kalan her şey iyi. Saati otomatiğe al: bazı siteler ve relay’ler bu kadar sapanı reddeder.',
  },
  fineShare: {
    sentence: 'Burada hiçbir engel yok.',
    help: 'Başkalarını bekliyor olabilir; bir dakika sonra yeniden bak.',
  },
  finePage: {
    sentence: 'Bu sayfaya gereken her şey çalışıyor.',
    help: 'Bir paylaşım duruyorsa orada sor.',
  },
}
