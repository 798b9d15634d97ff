import type { FaultsWords } from '../areas.ts'
import { failures } from './failures.ts'
import { notices } from './notices.ts'
import { number } from './speech.ts'
import { torrents } from './torrents.ts'

export const faults: FaultsWords = {
  failures,
  notices,
  torrents,

  unexpected: 'Beklenmedik bir şey ters gitti.',
  fileChanged: 'Bu paylaşımın bir dosyası değiştirilmiş, taşınmış ya da silinmiş.',
  fileDamaged: 'Bu paylaşımın bir dosyası artık paylaşılan dosya değil.',
  copyUnusable: (why) => `Bu kopya kullanılamıyor. ${why}`,
  addressTooLarge: (host, most) =>
    `${host} sitesinden gelen, ${most} sınırından büyük: bu bir .torrent dosyası değil. Adres doğru mu?`,
  serverError: (status) => `Sunucu diyor ki: hata ${status}.`,
  linksNotOpened: (count, of, why) => `${number(of)} linkten açılamayan: ${number(count)}. ${why}`,

  plain: {
    'nothing-chosen': 'Önce en az bir dosya seç.',
    'file-incomplete': 'Bu dosya henüz tam değil.',
    'data-not-open': 'Bu paylaşımın verileri açık değil.',
    'share-removed': 'Bu paylaşım kaldırıldı.',
    'engine-elsewhere': 'İşi başka bir sekme devraldı.',
    'files-not-opened':
      'Tarayıcı dosyaları açmadı: değiştirilmiş ya da taşınmışlar, ya da izni yoktu. Onları yeniden seç.',
    'files-of-other-sizes': 'Bunlar bu paylaşımın dosyaları değil: boyutları farklı.',
    'password-wrong': 'Parolası bu değil. Büyük harf fark eder.',
    'sealed-part-damaged': 'Bir parçası mühürlenen şey değil. Gönderen kişiden yeniden paylaşmasını iste.',
    'files-of-other-contents': 'Bunlar bu paylaşımın dosyaları değil: içerikleri farklı.',
    'not-a-web-address': 'Bu bir web adresi değil: web adresi https:// ya da http:// ile başlar.',
    'share-not-ready': 'Paylaşım henüz hazır değil.',
    'address-error': ({ host, status }) =>
      `${host}, .torrent dosyası yerine “${status}” yanıtını verdi. Adres hâlâ doğru mu?`,
    'address-silent': ({ host, seconds }) =>
      `${host} ${number(seconds)} saniye içinde yanıt vermedi. Yeniden dene ya da .torrent dosyasını indirip buraya bırak.`,
    'address-unreachable': ({ host }) =>
      `Bu sayfanın ${host} sitesinden almasına izin verilmedi: çoğu site bunu reddeder (CORS), ya da site çevrimdışı. .torrent dosyasını indirip buraya bırak.`,
    'torrent-file-too-large': 'Bir .torrent dosyası olmak için fazla büyük.',
    'site-silent': 'Site yanıt vermedi. Çevrimiçi misin?',
    'site-busy': 'Siteye şu anda çok sık istek geliyor. Bir dakika bekle.',
    'site-error': ({ status }) => `Site hatayla yanıt verdi (${status}).`,
    'site-unclear': 'Site, bu sayfanın anlamadığı bir yapılandırma gönderdi.',
    'answer-unclear': 'Site, bu sayfanın anlamadığı bir yanıt gönderdi.',
    'not-listed': 'Site izlenecek ne olduğunu söylemedi. Birazdan yeniden dene.',
    'not-published': 'Site bunu yayımlamıyor ya da artık yayımlamıyor.',
    'live-encrypted': 'Bu canlı yayın şifreli, bu yüzden burada gösterilemez.',
    'server-silent': 'Sunucu yanıt vermedi. Çalışıyor mu, sen çevrimiçi misin?',
    'insecure-address':
      'Shoal güvenli bir adres ister: bu sayfayı https ile ya da bu cihazda http://localhost ile aç.',
    'no-webrtc': 'Bu tarayıcıda WebRTC yok ya da kapalı, bu yüzden başkalarına ulaşamıyor.',
    'outdated-page':
      'Bu tarayıcıda Shoal’ın daha yeni bir sürümü çalışıyor. Sayfayı yenile; hiçbir şey kaybolmaz.',
    'engine-not-loaded':
      'Shoal, dosyaları taşıyan bölümü yükleyemedi. Bağlantını denetleyip yeniden dene ya da sayfayı yenile.',
    'part-not-loaded':
      'Bunu yapan bölüm yüklenemedi. Bağlantını denetleyip yeniden dene ya da sayfayı yenile.',
    'no-worker-to-save':
      'Bu tarayıcı sayfanın kendi indirmelerini yazmasına izin vermiyor (gizli pencereler çoğunlukla vermez). Dosyalar yine de tek tek kaydedilebilir.',
    'no-worker-to-play':
      'Bu tarayıcı sayfanın, hâlâ gelmekte olanı oynatmasına izin vermiyor (gizli pencereler çoğunlukla vermez). Gelince kaydedilebilir.',
    'worker-silent-to-save': 'Tarayıcı, bunu yazan bölümü başlatmadı.',
    'worker-silent-to-play': 'Tarayıcı, bunu oynatan bölümü başlatmadı.',
    'download-not-begun': 'Tarayıcı indirmeye başlamadı.',
    'download-lost': 'Tarayıcı yarıda durdurdu; yazdığı tam değil. Lütfen yeniden dene.',
    'no-room-to-save': 'Diskte yer kalmadı. Biraz yer aç, sonra yeniden dene.',
    'place-refused': 'Tarayıcı oraya yazamıyor. Başka bir yer seç.',
    'file-busy': 'Bu dosya başka bir programda açık. Programı kapat ya da başka bir ad seç.',
    'source-changed': 'Dosyalarından biri değiştirilmiş, taşınmış ya da silinmiş.',
    'source-gone': 'Bu arada bir dosya ya da klasörü taşınmış veya silinmiş.',
    'no-hls': 'Bu tarayıcı birden çok kaliteli filmleri (HLS) oynatamıyor.',
    'film-broken': 'Filmin bir kısmı okunamadı ya da çözülemedi.',
    'not-readable-now': 'Şu anda okunamıyor.',
    'note-too-long': 'Bu, bir nota sığandan uzun. Kısalt ya da ikiye böl.',
    'written-too-much': 'Burada bir kişinin yazabileceği kadar yazdın. Önce bir şey sil.',
    'thread-full':
      'Bu konuşma dolu: yanıtın görünmez. Onun yerine yeni bir not yaz ya da yanıtlarından bazılarını sil.',
    'review-full':
      'Bu inceleme dolu. Notun kimseye ulaşmaz. Yer açmak için notlarından bazılarını sil ya da özel bir inceleme başlat.',
    'review-full-of-people': ({ people }) =>
      `Bu inceleme dolu: içine ${number(people)} kişi yazmış. Notun kimseye ulaşmaz. Yer açmak için birinin notlarını gizle ya da özel bir inceleme başlat.`,
    'reads-only': 'Bu incelemeyi salt okunur linkiyle açtın: okuyabilirsin, ama yazamazsın.',
    'notes-taken-over': 'İşi başka bir sekme devraldı.',
    'author-forked': 'Bu yazara artık kimse inanmıyor.',
    'notes-of-odd-ending':
      'Bu dosyanın uzantısı .md, .csv, .vtt, .srt ya da .edl değil, bu yüzden nasıl okunacağı belli değil.',
    'notes-too-large': 'Bu dosya bir not listesi olmak için fazla büyük.',
    'notes-not-text': 'Bu dosya metin (UTF-8) değil. Metin olarak kaydedip yeniden dene.',
    'notes-unreadable': ({ skipped }) =>
      `Bu dosyada not olarak okunabilecek bir şey yok: ${number(skipped)} girdide söz ya da zaman eksikti.`,
    'no-notes-in-it': 'Bu dosyada not yok.',
    'notes-elsewhere': 'Notlar artık başka bir sekmede.',
  },

  intake: {
    'text-too-long': 'Bu metin bir link olmak için fazla uzun.',
    'nothing-pasted': 'Henüz açılacak bir şey yok. Bir link yapıştır.',
    'no-link': 'Bu bir link, magnet linki, info hash ya da .torrent dosyası adresi değil.',
    'hash-of-odd-length': ({ digits }) =>
      `Bir info hash 40 onaltılık basamaktan oluşur; bunda ${number(digits)} var. Tamamı kopyalandı mı?`,
    'link-without-hash': 'Bu link # işaretinden sonra bozuk. Tamamı kopyalandı mı?',
    'review-damaged': 'Bu linkin, özel incelemesini açan sonu bozuk. Tamamı kopyalandı mı?',
    'key-damaged': 'Bu linkin, mührü açan sonu bozuk. Tamamı kopyalandı mı?',
    'address-damaged': 'Bu web adresi bozuk. Tamamı kopyalandı mı?',
    'magnet-without-hash':
      'Bu magnet linkinde geçerli bir info hash yok (xt=urn:btih:…). Tamamı kopyalandı mı?',
    'link-of-version-2': 'Bu, yalnızca BitTorrent sürüm 2 torrenti; henüz desteklenmiyor.',
  },

  origin: {
    'origin-unreachable': 'Bu sayfadan ulaşılamıyor.',
    'origin-silent': 'Yanıt vermiyor ya da fazlasıyla yavaş.',
    'origin-stopped': 'Yarıda durdu.',
    'origin-error': ({ status }) => `Hatayla yanıt veriyor (${status}).`,
    'origin-lacks-file': 'Dosya orada yok.',
    'origin-refuses': 'Dosyayı herkese vermiyor.',
    'origin-without-ranges': 'Bir dosyanın yalnızca bir kısmını gönderemiyor.',
    'origin-other-range': 'İstenenden başka bir kısım gönderiyor.',
    'origin-shorter': 'Dosyası daha kısa.',
    'origin-other-size': 'Dosyasının boyutu farklı.',
    'origin-differs': 'İçeriği bu paylaşımdan farklı.',
    'origin-false': 'Paylaşılandan başka bir şey gönderiyor.',
    'origin-by-http': 'Yalnızca http ile var, bu sayfa ise https ile geldi: tarayıcılar bunu reddeder.',
  },

  server: {
    'address-busy': 'Sunucu diyor ki: adresinden çok fazla istek geldi.',
    'database-busy': 'Sunucu diyor ki: veritabanı meşgul, yeniden dene.',
    failed: 'Sunucu diyor ki: bu olmadı; nedeni sunucunun günlüğünde.',
    'host-unknown': 'Sunucu diyor ki: Host başlığı eksik ya da yanlış.',
    'link-void':
      'Sunucu diyor ki: bu link bilinmiyor, süresi dolmuş ya da daha önce açılmış; sunucu yenisini yazar.',
    'no-data-folder': 'Sunucu diyor ki: veri klasörü yok.',
    'no-such-invitation': 'Sunucu diyor ki: böyle bir davet yok.',
    'no-such-member': 'Sunucu diyor ki: böyle bir üye yok.',
    'no-such-token': 'Sunucu diyor ki: böyle bir token yok.',
    'not-an-admin': 'Bu tarayıcı artık bir yöneticinin değil.',
    'revoked-before': 'Sunucu diyor ki: bu üyelik geri alınmış.',
    'swarm-empty': 'Sunucu diyor ki: bu sürüde kimse yok.',
    'torrent-unknown': 'Sunucu diyor ki: bu torrent bilinmiyor.',
  },
}
