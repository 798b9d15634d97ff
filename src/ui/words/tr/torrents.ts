import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const torrents: FaultsWords['torrents'] = {
  'not-bencoded': 'Bu bir .torrent dosyası değil ya da bozuk.',
  'bencode-cut-short': 'Yarıda kesilmiş.',
  'bencode-key-twice': 'Aynı şeyi iki kez söylüyor, hangisi geçerli belli değil.',
  'bencode-too-many-keys': 'Kendisi hakkında bir torrentten çok daha fazlasını söylüyor.',
  'bencode-too-deep': 'Hiçbir torrentin olmadığı kadar iç içe.',
  'bencode-minus-zero': 'İçindeki bir sayı “-0” diye yazılmış.',
  'bencode-leading-zero': 'İçindeki bir sayı sıfırla başlıyor.',
  'not-a-torrent': 'Bu bir .torrent dosyası değil.',
  'torrent-too-large': 'Bir .torrent dosyasının olması gerekenden büyük.',
  'torrent-goes-on': 'Tanımından sonra bir şey daha geliyor.',
  'torrent-of-version-2': 'Bu bir BitTorrent sürüm 2 torrenti; henüz desteklenmiyor.',
  'torrent-of-no-tracker': 'Özel bir torrent ve tracker’larının hiçbirine tarayıcıdan ulaşılamıyor.',
  'torrent-takes-too-long': 'Okunması çok uzun sürüyor.',
  'files-too-large': 'Dosyaları olamayacak kadar büyük.',
  'piece-length-missing': 'Parçalarının ne kadar uzun olduğunu söylemiyor.',
  'piece-length-senseless': 'Parça uzunluğu anlamsız.',
  'pieces-too-short': ({ length, least }) =>
    `Parçaları ${number(length)} bayt: alt sınır olan ${number(least)} bayttan (1 KiB) kısa; böyleleri taşıdığından çok mesaj harcar.`,
  'pieces-too-long': ({ length, most }) =>
    `Parçaları ${number(length)} bayt: üst sınır olan ${number(most)} bayttan (64 MiB) uzun; bir sayfa bunu bellekte tutamaz.`,
  'piece-hashes-damaged': 'Parça hash’leri bozuk.',
  'piece-hashes-miscounted': ({ hashes, pieces }) =>
    `${number(hashes)} parça için hash var, boyutuna göre ise ${number(pieces)} parça olmalı.`,
  'file-list-damaged': 'Dosya listesi bozuk.',
  'torrent-of-too-many-files': ({ most }) => `En fazla ${number(most)} dosya olabilir, bunda daha çok var.`,
  'torrent-of-too-many-folders': 'Çok fazla klasörde çok fazla dosya var.',
  'file-too-deep': ({ most }) => `İçindeki bir dosya ${number(most)} klasörden daha derinde.`,
  'only-padding': 'Dosyası yok, yalnızca dolgu var.',
  'file-length-missing': 'Dosyalarının ne kadar uzun olduğunu söylemiyor.',
  'file-too-large': 'İçindeki bir dosya olamayacak kadar büyük.',
  'file-length-negative': 'İçindeki bir dosya sıfırdan kısa.',
}
