import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const torrents: FaultsWords['torrents'] = {
  'not-bencoded': 'Bu bir .torrent dosyası değil ya da bozuk.',
  damaged: 'Bozuk.',
  'not-a-torrent': 'Bu bir .torrent dosyası değil.',
  'torrent-too-large': 'Bir .torrent dosyasının olması gerekenden büyük.',
  'torrent-of-version-2': 'Bu bir BitTorrent sürüm 2 torrenti; henüz desteklenmiyor.',
  'torrent-of-no-tracker': 'Özel bir torrent ve tracker’larının hiçbirine tarayıcıdan ulaşılamıyor.',
  'torrent-takes-too-long': 'Okunması çok uzun sürüyor.',
  'pieces-too-short': ({ length, least }) =>
    `Parçaları ${number(length)} bayt: alt sınır olan ${number(least)} bayttan (1 KiB) kısa; böyleleri taşıdığından çok mesaj harcar.`,
  'pieces-too-long': ({ length, most }) =>
    `Parçaları ${number(length)} bayt: üst sınır olan ${number(most)} bayttan (64 MiB) uzun; bir sayfa bunu bellekte tutamaz.`,
  'torrent-of-too-many-files': ({ most }) => `En fazla ${number(most)} dosya olabilir, bunda daha çok var.`,
  'torrent-of-too-many-folders': 'Çok fazla klasörde çok fazla dosya var.',
  'file-too-deep': ({ most }) => `İçindeki bir dosya ${number(most)} klasörden daha derinde.`,
  'only-padding': 'Dosyası yok, yalnızca dolgu var.',
}
