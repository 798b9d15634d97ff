import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const failures: FaultsWords['failures'] = {
  unreadable: (name) => `“${name}” okunamadı.`,
  atMostFiles: (most) => `Bir paylaşıma en fazla ${number(most)} dosya sığar.`,

  byCode: {
    'file-unreadable': {
      what: 'Bir dosya okunamadı.',
      why: 'Seçildikten sonra değiştirilmiş, taşınmış ya da silinmiş, ya da bu tarayıcının okuma izni yok.',
      todo: 'Dosyaları yeniden seç.',
    },
    'share-unreadable': {
      what: 'Bu paylaşım açılamıyor.',
      why: '',
      todo: 'Gönderenden yeni bir link iste.',
    },
    'too-many-files': {
      what: 'Bir paylaşım için çok fazla dosya var.',
      why: '',
      todo: 'Parça parça paylaş ya da önce bir arşive koy.',
    },
    'seal-damaged': {
      what: 'Bu paylaşım açılamıyor.',
      why: 'Linkindeki anahtar uymuyor ya da mühürlenen bozuk.',
      todo: 'Linkin tamamını bir kez daha kopyala ya da gönderenden yenisini iste.',
    },
    'manifest-impossible': {
      what: 'Bu paylaşım açılamıyor.',
      why: 'Dosyaları için söylediği mümkün değil: hazırlayan hatalı bir program kullanmış ya da kötü niyetli.',
      todo: 'Gönderenden dosyaları yeniden paylaşmasını iste.',
    },
    'seal-expired': {
      what: 'Bu paylaşım sona erdi.',
      why: 'Bu sayfada ondan ne varsa silindi.',
      todo: 'Gönderen kişiden yeniden paylaşmasını iste.',
    },
    'seal-newer': {
      what: 'Bu paylaşım burada açılamıyor.',
      why: 'Bu programın daha yeni bir sürümüyle mühürlenmiş.',
      todo: 'Sayfayı yenile ya da linki geldiği sitede aç.',
    },
    'too-large-to-seal': {
      what: 'Bu dosyalar mühürlenemiyor.',
      why: 'Toplamda çok büyükler.',
      todo: 'Parça parça paylaş.',
    },
    'files-changed': {
      what: 'Bu paylaşım göndermeyi sürdüremiyor.',
      why: 'Dosyalarından biri değiştirilmiş, taşınmış ya da silinmiş; gönderilen ise tam olarak paylaşılan olmalı.',
      todo: 'Dosyayı geri koyup yeniden dene ya da dosyaları baştan paylaş.',
    },
    'disk-full': {
      what: 'Yer kalmadı.',
      why: 'Disk ya da bu tarayıcının sitelere ayırdığı kısım dolu. Gelmiş olanlar saklanıyor.',
      todo: 'Başka paylaşımları kaldır ya da diskte yer aç, sonra yeniden dene.',
    },
    'no-disk': {
      what: 'Bu paylaşım bu tarayıcı için çok büyük.',
      why: 'Gizli pencerelerde olduğu gibi sayfaya disk vermiyor, bu kadarı da belleğe sığmaz.',
      todo: 'Linki normal bir pencerede ya da başka bir tarayıcıda aç.',
    },
    'store-in-use': {
      what: 'Bu paylaşım başka bir sekmede açık.',
      why: 'İki sekme aynı dosyaları yazamaz.',
      todo: 'Öbür sekmede sürdür ya da onu kapatıp burada yeniden dene.',
    },
    'files-damaged': {
      what: 'Bu paylaşım göndermeyi sürdüremiyor.',
      why: 'Dosyalarından biri artık paylaşılan dosya değil; gönderilen ise tam olarak o olmalı.',
      todo: 'Dosyayı eski haline getirip yeniden dene ya da dosyaları baştan paylaş.',
    },
    'store-broken': {
      what: 'Tarayıcı bu paylaşımın verilerini saklayamadı ya da okuyamadı.',
      why: 'Deposu bir hata bildirdi. Gelmiş olanlar hâlâ orada olabilir.',
      todo: 'Yeniden dene; işe yaramazsa sayfayı yenile.',
    },
    unexpected: {
      what: 'Bu sayfada bir şeyler ters gitti.',
      why: '',
      todo: 'Yeniden dene. Gelmiş olanlar saklanıyor.',
    },
  },
}
