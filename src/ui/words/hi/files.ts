import type { ShareWords } from '../areas.ts'
import { number, plural } from './speech.ts'

export const files: ShareWords['files'] = {
  linkToSome: 'कुछ फ़ाइलों का लिंक',
  chooseAll: 'सभी चुनें',
  chooseNone: 'कोई न चुनें',
  find: 'नाम से फ़ाइल ढूँढें',
  sort: 'फ़ाइलों का क्रम',
  found: (found, count, size) =>
    plural(count, {
      one: `${number(count)} फ़ाइल में से ${number(found)}, ${size}`,
      other: `${number(count)} फ़ाइलों में से ${number(found)}, ${size}`,
    }),
  fetchNamed: (name) => `${name} पाएँ`,
  linkToNamed: (name) => `${name} का लिंक`,
  tickThem: 'उन फ़ाइलों पर निशान लगाएँ जिनके लिए लिंक है। लिंक खोलने वाला बाकी फ़ाइलें भी डाउनलोड कर सकता है।',
  linkToFiles: (count) =>
    plural(count, {
      one: `${number(count)} फ़ाइल का लिंक`,
      other: `${number(count)} फ़ाइलों का लिंक`,
    }),
  copyThisLink: 'यह लिंक कॉपी करें',

  play: 'चलाएँ',
  playNamed: (name) => `${name} चलाएँ`,
  preview: 'प्रीव्यू',
  previewNamed: (name) => `${name} का प्रीव्यू`,
  closeNamed: (name) => `${name} बंद करें`,
  showLarge: (name) => `${name} बड़ा दिखाएँ`,
  actionsFor: (name) => `${name} के लिए विकल्प`,
  opening: 'खुल रहा है…',
  inside: (name) => `${name} में क्या है`,
  copyText: 'टेक्स्ट कॉपी करें',
  onlyBeginning: 'यह शुरुआत है; पूरा देखने के लिए फ़ाइल सहेजें।',
  cannotBeShown: (why) => `यह दिखाया नहीं जा सकता। ${why}`,
  noPicture: 'यह दिखाई नहीं जा सकती: ब्राउज़र इस तरह की तस्वीर नहीं जानता।',
  pictures: 'तस्वीरें',
  pictureBefore: 'पिछली तस्वीर',
  nextPicture: 'अगली तस्वीर',
  placeOf: (place, count) => `${number(count)} में से ${number(place)}`,
  pageOf: (name, page) => `${name}, पेज ${number(page)}`,
  page: 'पेज',
  pageBefore: 'पिछला पेज',
  nextPage: 'अगला पेज',

  player: (name) => `${name} का प्लेयर`,
  filmAndControls: 'फ़िल्म और कंट्रोल',
  startingPlayer: 'प्लेयर शुरू हो रहा है…',
  closePlayer: 'प्लेयर बंद करें',
  previous: 'पिछला',
  next: 'अगला',
  soundLanguage: 'आवाज़ की भाषा',
  cannotPlay: (name) => `यह ब्राउज़र “${name}” नहीं चला सकता। इसे सहेजें और किसी और प्रोग्राम से चलाएँ।`,
  /** `{pause}` is a button: “pause the download”. */
  cannotPlayYet: (name, pause) =>
    `यह ब्राउज़र “${name}” नहीं चला सकता। इसे डाउनलोड करें और किसी और प्रोग्राम से चलाएँ, या ${pause}।`,
  pauseDownload: 'डाउनलोड रोकें',
  onlySound: (name) => `यह ब्राउज़र “${name}” की सिर्फ़ आवाज़ चलाता है। इसे सहेजें और किसी और प्रोग्राम से चलाएँ।`,
  chapters: 'अध्याय',
  codedAs: (codec: string) => `यह ${codec} में कोड किया गया है, जिसे यह ब्राउज़र नहीं जानता।`,
  silent: (codec: string) => `इसकी आवाज़ ${codec} में कोड की गई है, जिसे यह ब्राउज़र नहीं चला सकता।`,
  lost: (name) => `“${name}” को आगे नहीं पढ़ा जा सका। प्लेयर बंद करें और इसे फिर चलाएँ।`,
  waitingForNext: 'आगे के हिस्से का इंतज़ार है…',

  saveAll: 'सब सहेजें',
  saveHere: 'जो आ चुका, सहेजें',
  saveZip: 'ZIP सहेजें',
  writingFile: (place, count) => `${number(count)} में से फ़ाइल ${number(place)} लिखी जा रही है…`,
  writingZip: 'ZIP लिखी जा रही है…',
  zipProgress: 'ZIP की प्रगति',
  stop: 'रोकें',
}
