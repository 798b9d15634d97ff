import type { ShareWords } from '../areas.ts'
import { number } from './speech.ts'

export const more: ShareWords['more'] = {
  heading: 'और',
  privateReview: 'निजी समीक्षा',
  linkTells: 'लिंक पाने वाले को उससे नाम और आकार पता चल जाता है',
  nameTrackers: (trackers) => `लिंक में ${trackers} का नाम भी दें`,
  webCopy: 'वेब सर्वर पर एक कॉपी के साथ',
  webCopyAddress:
    'किसी वेब सर्वर पर इसी फ़ाइल का पता। जो लिंक खोलेगा, उसे वहाँ से वह मिलेगा जो कोई और समय पर नहीं भेज सकता।',
  webCopySealed:
    'सीलबंद फ़ाइल सहेजें, उसे किसी वेब सर्वर पर रखें और उसका पता यहाँ दें: वहाँ भी उसे वही पढ़ सकता है जिसके पास लिंक है। लिंक खोलने वाले को वहाँ से वह मिलता है जो कोई और समय पर नहीं भेज पाता।',
  saveSealed: 'सीलबंद फ़ाइल सहेजें',
  addWebCopy: 'HTTP कॉपी जोड़ें',
  checking: 'जाँच हो रही है…',
  webCopyAdded: 'कॉपी सही है, और अब लिंक में उसका पता है। नया लिंक भेजें।',
  otherPrograms: 'दूसरे प्रोग्रामों के लिए',
  magnetLink: 'magnet लिंक',
  copyMagnet: 'magnet कॉपी करें',
  torrentFile: '.torrent फ़ाइल',
  details: 'ब्योरा',
  infoHash: 'Info hash',
  pieces: 'टुकड़े',
  piecesOf: (count, size) => `${number(count)} × ${size}`,
  trackerCount: 'ट्रैकर की गिनती',
  seedsAndLeechers: (seeds, leechers) =>
    `${number(seeds)} के पास पूरा, ${number(leechers)} के पास अधूरा, यह पेज भी शामिल`,
  keptHere: 'इस ब्राउज़र में रखा है',
  sinceOpened: 'पेज खुलने के बाद से',
  receivedAndSent: (received, sent) => `${received} पाया, ${sent} भेजा`,
  peers: 'कनेक्टेड पीयर',
  program: 'प्रोग्राम',
  way: 'रास्ता',
  relay: 'रिले',
  direct: 'सीधा',
  has: 'उसके पास',
  youReceive: 'आप पा रहे हैं',
  youSend: 'आप भेज रहे हैं',
  peer: 'पीयर',
}
