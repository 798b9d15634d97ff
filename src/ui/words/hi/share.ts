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

  filesAndSize: (count, size) =>
    plural(count, { one: `${number(count)} फ़ाइल, ${size}`, other: `${number(count)} फ़ाइलें, ${size}` }),

  sealed: 'सीलबंद: सिर्फ़ वही पढ़ सकता है जिसके पास पूरा लिंक है।',
  asksPassword: 'इस शेयर का पासवर्ड है। लिंक भेजने वाले से पूछें।',
  password: 'पासवर्ड',
  openIt: 'खोलें',
  endsOn: (moment) => `समाप्ति: ${moment}।`,
  sealAnew: 'यह एक नया शेयर बनेगा, नए लिंक के साथ।',
  endedMine:
    'आपका तय किया समय बीत चुका है। आपकी अपनी फ़ाइलें जहाँ हैं, वहीं रहेंगी: नया लिंक पाने के लिए उन्हें फिर से शेयर करें।',
  toStart: 'शुरुआती पेज पर',
  name: 'नाम',
  youSendToo: 'जब तक यह पेज खुला है, दूसरों को यह आपसे भी मिलेगा।',
  doneSaved: 'हो गया। सहेज लिया।',
  doneHere: 'हो गया। सब यहाँ है।',
  received: (percent, size) => `${size} में से ${percent}`,
  timeLeft: (time) => `${time} बाकी`,
  percentDone: (tens) => `${number(tens)} प्रतिशत हो गया`,

  download: 'डाउनलोड करें',
  resume: 'जारी रखें',
  pause: 'रोकें',
  openFiles: 'फ़ाइलें खोलें',
  remove: 'हटाएँ',
  save: 'सहेजें',
  chooseAgain: {
    file: 'फ़ाइल फिर से चुनें',
    files: 'फ़ाइलें फिर से चुनें',
    folder: 'फ़ोल्डर फिर से चुनें',
  },
  keepCopy: 'इस ब्राउज़र में कॉपी रखें',
  keepingCopy: (percent) => `कॉपी रखी जा रही है: ${percent}`,
  copyKept: 'इस ब्राउज़र में एक कॉपी रखी है',
  whyACopy: 'फिर पेज दोबारा लोड होने पर कुछ नहीं पूछेगा, और लिंक तुरंत काम करेगा।',
  tellMe: { here: 'किसी के आने पर बताएँ', done: 'पूरा होने पर बताएँ', theirs: 'मिल जाने पर बताएँ' },
  mayNotTell: 'सूचनाएँ बंद हैं। इस साइट के लिए उन्हें चालू करें, फिर कोशिश करें।',
  told: {
    ownerHere: 'जिसके पास यह है, वह आ गया है।',
    linkReady: 'इसका लिंक तैयार है।',
    opened: 'किसी ने इसे खोला है।',
    sent: 'किसी को अब यह पूरा मिल गया है।',
  },

  removeNamed: (name) => `“${name}” को हटाएँ?`,
  removeMany: (count) => `${number(count)} शेयर हटाएँ?`,
  removeMine: 'इसका लिंक यहाँ से काम करना बंद कर देगा। आपकी फ़ाइलें जहाँ हैं, वहीं रहेंगी।',
  removeManyMine: 'इनके लिंक यहाँ से काम करना बंद कर देंगे। आपकी अपनी फ़ाइलें जहाँ हैं, वहीं रहेंगी।',
  removeTheirs: 'इस ब्राउज़र की कॉपी मिट जाएगी। सहेजी हुई फ़ाइलें रहेंगी।',
  notRemoved: (name, why) => `“${name}” को हटाया नहीं जा सका। ${why}`,
  removed: (name) => `“${name}” हटाया गया।`,
  removedMany: (count) => `${number(count)} शेयर हटाए गए।`,
  undo: 'वापस लाएँ',

  shareLink: 'शेयर लिंक',
  copyLink: 'लिंक कॉपी करें',
  copyTheLink: 'लिंक कॉपी करें',
  copyLinkTo: (name) => `${name} का लिंक कॉपी करें`,
  mayNotCopyLink: 'ब्राउज़र इस पेज को कॉपी नहीं करने देता। लिंक नीचे “लिंक और फ़ाइलें” में है।',
  qrCode: 'QR कोड',
  qrCodeOfLink: 'शेयर लिंक का QR कोड',
  sendOn: 'भेजें…',

  people: 'लोग',
  somebody: 'कोई',
  unknownProgram: 'अनजान प्रोग्राम',
  hasIt: 'पूरा है',
  looks: 'देख रहे हैं',
  percentAndLeft: (percent, time) => `${percent}, ${time} बाकी`,
  andMore: (count) => `और ${number(count)} अन्य`,
  whatOthersCallYou: 'दूसरों को दिखने वाला आपका नाम',
  aNameIfYouLike: 'चाहें तो एक नाम',
  youAnd: (count) =>
    plural(count, {
      one: `आप और ${number(count)} व्यक्ति।`,
      other: `आप और ${number(count)} लोग।`,
    }),
  youAndBusiest: (count, most) => `आप और ${number(count)} लोग; सबसे सक्रिय ${number(most)} दिखाए गए हैं।`,
  receivedAndSent: (received, sent) => `यह पेज खुलने के बाद से ${received} पाया, ${sent} भेजा।`,
  youReceive: (rate) => `पा रहे हैं ${rate}`,
  youSend: (rate) => `भेज रहे हैं ${rate}`,
  rateAtMost: (rate) => `ज़्यादा से ज़्यादा ${rate}`,
  aMinuteAgo: 'एक मिनट पहले',
  now: 'अभी',
  sends: (rate) => `भेजने की गति ${rate}`,
  fromPeopleAndSite: (people, site, host, sent) =>
    `${people} दूसरे लोगों से आया, ${site} ${host} से; ${sent} दूसरों को गया।`,
  siteNotAsked: (host, why) => `${host} से अभी नहीं माँगा जा रहा। ${why}`,

  partsHere: (count) =>
    plural(count, {
      one: 'इकलौता हिस्सा यहाँ है।',
      other: `सभी ${number(count)} हिस्से यहाँ हैं।`,
    }),
  partsOf: (here, count) => `${number(count)} में से ${number(here)} हिस्से यहाँ हैं।`,
  partsOfAndComing: (here, count, coming) =>
    `${number(count)} में से ${number(here)} हिस्से यहाँ हैं, ${number(coming)} रास्ते में हैं।`,

  addressSeen: 'जिन लोगों ने यह लिंक खोला है, वे आपका IP पता देख सकते हैं।',
  downloadAsks: (count, trackers) =>
    plural(count, {
      one: `“डाउनलोड करें” ${trackers} से भी पूछता है कि यह किन लोगों के पास है; उसे आपका पता मालूम हो जाता है।`,
      other: `“डाउनलोड करें” ${trackers} से भी पूछता है कि यह किन लोगों के पास है; उन्हें आपका पता मालूम हो जाता है।`,
    }),
  linkNames: (count, trackers) =>
    plural(count, {
      one: `लिंक में ${trackers} का भी नाम है। हो सकता है वह ऐसे और लोगों को जानता हो जिनके पास यह है; उसे आपका पता, और आप क्या ढूँढ रहे हैं, मालूम हो जाएगा।`,
      other: `लिंक में ${trackers} के भी नाम हैं। हो सकता है वे ऐसे और लोगों को जानते हों जिनके पास यह है; उन्हें आपका पता, और आप क्या ढूँढ रहे हैं, मालूम हो जाएगा।`,
    }),
  alwaysConnect: 'हमेशा कनेक्ट करें',
  copyNear: (hosts) =>
    `लिंक कहता है कि ${hosts} के पास एक कॉपी है। यह आपके अपने नेटवर्क में या इसी मशीन पर है; तभी लें जब आप इसे जानते हों।`,
  useThisCopy: 'यह कॉपी लें',

  otherShares: 'दूसरे शेयर',
  select: 'चुनें',
  selectNamed: (name) => `${name} को चुनें`,
  selected: (count) => `${number(count)} शेयर चुने गए`,
  withSelected: 'चुने हुए शेयरों का क्या करें',
  all: 'सभी',
  none: 'कोई नहीं',
  findShare: 'शेयर ढूँढें',
  sortShares: 'शेयरों का क्रम',
  newestFirst: 'सबसे नए पहले',
  byName: 'नाम से',
  largestFirst: 'सबसे बड़े पहले',
  noneNamed: (words) => `इनमें से किसी के नाम में “${words}” नहीं है।`,
  notShown: (why) => `यह शेयर दिखाया नहीं जा सकता। ${why}`,
  removeIt: 'इसे हटाएँ',
  linkAndFiles: 'लिंक और फ़ाइलें',
  link: 'लिंक',

  somebodyShares: 'किसी ने आपके साथ कुछ शेयर किया है।',
  ofItFiles: (count) =>
    plural(count, { one: `इसकी ${number(count)} फ़ाइल`, other: `इसकी ${number(count)} फ़ाइलें` }),
  nobodyContacted: 'आप अभी जुड़े नहीं हैं। जुड़ने पर यह साइट और लिंक खोले हुए सभी लोग आपका IP पता देख सकेंगे।',
  connect: 'कनेक्ट करें',
  toWatch: 'देखने के लिए',
  lookingWhatThereIs: 'देख रहे हैं कि क्या-क्या है…',
  nothingPublished: 'यहाँ अभी कुछ प्रकाशित नहीं हुआ है।',
  live: 'लाइव',
  watch: (name) => `${name} देखें`,
  moreToCome: (count) =>
    plural(count, {
      one: `सर्वर के पढ़ लेने पर ${number(count)} और फ़ाइल यहाँ होगी।`,
      other: `सर्वर के पढ़ लेने पर ${number(count)} और फ़ाइलें यहाँ होंगी।`,
    }),

  sealTerms: 'पासवर्ड और समाप्ति',
  sealPassword: 'लिंक के साथ पासवर्ड',
  sealPasswordHint: 'इसे लिंक से अलग तरीके से बताएँ। कोई इसे आपके लिए खोज नहीं पाएगा।',
  sealEnds: 'समाप्ति',
  sealEndsHint: 'उसके बाद यह साझा नहीं होता। ईमानदार पेज अपनी कॉपी मिटा देते हैं; बाकी को कोई मजबूर नहीं कर सकता।',
  endsNever: 'कभी नहीं',
  endsInHour: 'एक घंटे में',
  endsInDay: 'एक दिन में',
  endsInWeek: 'एक सप्ताह में',
  endsInMonth: '30 दिन में',
  sealWith: 'ऐसे सील करें',
  kept: (used, free) => `इस ब्राउज़र में ${used} रखा है, ${free} खाली है।`,
  mayBeCleared: 'डिस्क भरने पर ब्राउज़र इसे मिटा सकता है।',
  leftovers: (size) => `इसमें से ${size} उन शेयरों का है जो अब सूची में नहीं हैं।`,
  deleteLeftovers: 'उसे मिटाएँ',
}
