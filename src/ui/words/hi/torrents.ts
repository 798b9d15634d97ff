import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const torrents: FaultsWords['torrents'] = {
  'not-bencoded': 'यह .torrent फ़ाइल नहीं है, या ख़राब हो गई है।',
  'bencode-cut-short': 'यह बीच में कटा हुआ है।',
  'bencode-key-twice': 'इसमें एक बात दो बार कही गई है, और मतलब कोई भी हो सकता है।',
  'bencode-too-many-keys': 'यह अपने बारे में किसी टोरेंट से कहीं ज़्यादा बताता है।',
  'bencode-too-deep': 'इसकी परतें किसी भी टोरेंट से गहरी हैं।',
  'bencode-minus-zero': 'इसमें एक संख्या “-0” लिखी है।',
  'bencode-leading-zero': 'इसमें एक संख्या शून्य से शुरू होती है।',
  'not-a-torrent': 'यह .torrent फ़ाइल नहीं है।',
  'torrent-too-large': 'यह किसी .torrent फ़ाइल के लिए ज़रूरत से ज़्यादा बड़ा है।',
  'torrent-goes-on': 'इसके विवरण के बाद कुछ और है।',
  'torrent-of-version-2': 'यह BitTorrent वर्शन 2 का टोरेंट है, जो अभी नहीं चलता।',
  'torrent-of-no-tracker': 'यह निजी है, और इसके किसी ट्रैकर तक ब्राउज़र से नहीं पहुँचा जा सकता।',
  'torrent-takes-too-long': 'इसे पढ़ने में बहुत समय लगता है।',
  'files-too-large': 'इसकी फ़ाइलें नामुमकिन हद तक बड़ी हैं।',
  'piece-length-missing': 'यह नहीं बताता कि इसके टुकड़े कितने लंबे हैं।',
  'piece-length-senseless': 'इसके टुकड़ों की लंबाई का कोई मतलब नहीं बनता।',
  'pieces-too-short': ({ length, least }) =>
    `इसके टुकड़े ${number(length)} बाइट लंबे हैं: ${number(least)} (1 KiB) से छोटे, जिनमें डेटा से ज़्यादा संदेश लगते हैं।`,
  'pieces-too-long': ({ length, most }) =>
    `इसके टुकड़े ${number(length)} बाइट लंबे हैं: ${number(most)} (64 MiB) से लंबे, जो पेज की मेमोरी में नहीं समाते।`,
  'piece-hashes-damaged': 'इसके टुकड़ों के हैश ख़राब हैं।',
  'piece-hashes-miscounted': ({ hashes, pieces }) =>
    `इसमें ${number(hashes)} टुकड़ों के हैश हैं, जबकि आकार के हिसाब से ${number(pieces)} होने चाहिए।`,
  'file-list-damaged': 'इसकी फ़ाइलों की सूची ख़राब है।',
  'torrent-of-too-many-files': ({ most }) => `इसमें ${number(most)} से ज़्यादा फ़ाइलें हैं।`,
  'torrent-of-too-many-folders': 'इसमें बहुत ज़्यादा फ़ोल्डरों में बहुत ज़्यादा फ़ाइलें हैं।',
  'file-too-deep': ({ most }) => `इसमें एक फ़ाइल ${number(most)} से ज़्यादा फ़ोल्डर अंदर है।`,
  'only-padding': 'इसमें कोई फ़ाइल नहीं है, सिर्फ़ भराव है।',
  'file-length-missing': 'यह नहीं बताता कि इसकी फ़ाइलें कितनी लंबी हैं।',
  'file-too-large': 'इसमें एक फ़ाइल नामुमकिन हद तक बड़ी है।',
  'file-length-negative': 'इसमें एक फ़ाइल शून्य से भी छोटी है।',
}
