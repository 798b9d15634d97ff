import type { ShareWords } from '../areas.ts'
import { number } from './speech.ts'

export const more: ShareWords['more'] = {
  heading: 'المزيد',
  privateReview: 'مراجعة خاصة',
  linkTells: 'الروابط تكشف الاسم والحجم لمن يستلمها',
  nameTrackers: (trackers) => `ذكر ${trackers} في الرابط أيضًا`,
  webCopy: 'مع نسخة على خادم ويب',
  webCopyAddress:
    'عنوان الملف نفسه على خادم ويب. من يفتح الرابط يستلم من هناك ما لا يستطيع غيره إرساله في الوقت المناسب.',
  webCopySealed:
    'احفظ الملف المختوم، وضعه على خادم ويب، واكتب عنوانه هنا: حتى هناك لا يقرؤه من ليس لديه الرابط. ومن يفتح الرابط يستلم من هناك ما لا يستطيع غيره إرساله في الوقت المناسب.',
  saveSealed: 'حفظ الملف المختوم',
  addWebCopy: 'إضافة نسخة HTTP',
  checking: 'جارٍ التحقق…',
  webCopyAdded: 'النسخة صحيحة، والرابط يذكرها الآن. أرسل الرابط الجديد.',
  otherPrograms: 'للبرامج الأخرى',
  magnetLink: 'رابط magnet',
  copyMagnet: 'نسخ magnet',
  torrentFile: 'ملف .torrent',
  details: 'التفاصيل',
  infoHash: 'Info hash',
  pieces: 'القطع',
  piecesOf: (count, size) => `${number(count)} × ${size}`,
  trackerCount: 'عدد المتتبّع',
  seedsAndLeechers: (seeds, leechers) =>
    `كاملة لدى ${number(seeds)}، وناقصة لدى ${number(leechers)}، ومنهم هذه الصفحة`,
  keptHere: 'محفوظ في هذا المتصفح',
  sinceOpened: 'منذ فتح الصفحة',
  receivedAndSent: (received, sent) => `استُلم ${received}، وأُرسل ${sent}`,
  peers: 'الأقران المتصلون',
  program: 'البرنامج',
  way: 'الطريق',
  relay: 'عبر مُرحِّل',
  direct: 'مباشر',
  has: 'لديه',
  youReceive: 'تستلم',
  youSend: 'ترسل',
  peer: 'قرين',
}
