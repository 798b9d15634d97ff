import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const torrents: FaultsWords['torrents'] = {
  'not-bencoded': 'यह .torrent फ़ाइल नहीं है, या ख़राब हो गई है।',
  damaged: 'यह ख़राब है।',
  'not-a-torrent': 'यह .torrent फ़ाइल नहीं है।',
  'torrent-too-large': 'यह किसी .torrent फ़ाइल के लिए ज़रूरत से ज़्यादा बड़ा है।',
  'torrent-of-version-2': 'यह BitTorrent वर्शन 2 का टोरेंट है, जो अभी नहीं चलता।',
  'torrent-of-no-tracker': 'यह निजी है, और इसके किसी ट्रैकर तक ब्राउज़र से नहीं पहुँचा जा सकता।',
  'torrent-takes-too-long': 'इसे पढ़ने में बहुत समय लगता है।',
  'pieces-too-short': ({ length, least }) =>
    `इसके टुकड़े ${number(length)} बाइट लंबे हैं: ${number(least)} (1 KiB) से छोटे, जिनमें डेटा से ज़्यादा संदेश लगते हैं।`,
  'pieces-too-long': ({ length, most }) =>
    `इसके टुकड़े ${number(length)} बाइट लंबे हैं: ${number(most)} (64 MiB) से लंबे, जो पेज की मेमोरी में नहीं समाते।`,
  'torrent-of-too-many-files': ({ most }) => `इसमें ${number(most)} से ज़्यादा फ़ाइलें हैं।`,
  'torrent-of-too-many-folders': 'इसमें बहुत ज़्यादा फ़ोल्डरों में बहुत ज़्यादा फ़ाइलें हैं।',
  'file-too-deep': ({ most }) => `इसमें एक फ़ाइल ${number(most)} से ज़्यादा फ़ोल्डर अंदर है।`,
  'only-padding': 'इसमें कोई फ़ाइल नहीं है, सिर्फ़ भराव है।',
}
