import type { SettingsWords } from '../areas.ts'
import { number } from './speech.ts'

export const settings: SettingsWords = {
  forAll: 'لكل المشاركات معًا، من الآن.',
  sendAtMost: 'حد الإرسال',
  receiveAtMost: 'حد الاستلام',
  megabytesASecond: 'م.ب في الثانية',
  noLimit: 'بلا حد',
  connectionsAtMost: 'حد الاتصالات',
  inAll: 'إجمالًا',
  aNumber: 'عدد أكبر من 0، أو اتركه فارغًا.',
  aWholeNumber: (least) => `عدد صحيح لا يقل عن ${number(least)}، أو اتركه فارغًا.`,
  stopForTheDay: 'التوقف لبقية اليوم بعد إرسال',
  megabytes: 'م.ب',
  never: 'أبدًا',
  connectToPeople: 'الاتصال بأشخاص آخرين',
  whenever: 'كلما كانت لدى آخرين',
  whenPeople: (count) => `عند وجود ${number(count)} أو أكثر`,
  connectWhy:
    'لما توجد منه نسخة على خادم ويب. مع «أبدًا» يأتي من هناك فقط، ولا يرى أحد غيره عنوانك، ولا ترسل شيئًا. وكل ما عداه لا يأتي إلا من الأشخاص.',
  contactAll: 'الاتصال بالخوادم المذكورة في الروابط دون سؤالي',
  onlyOnClick: 'عدم الاتصال إلا عندما أنقر',
  onlyOnClickWhy: 'مع هذا الخيار تنتظر صفحة الرابط نقرتك قبل أن تتصل بأحد.',
  screenOn: 'إبقاء الشاشة مضاءة أثناء النقل',
  screenIsOn: 'هناك نقل جارٍ، لذا تبقى مضاءة الآن.',
  gentle: 'يبدو أن هذا الاتصال يُدفع حسب الكمية، لذا ترسل الصفحة القليل ما لم تختر غير ذلك.',
  ofThisShare: 'حدود هذه المشاركة',
  ofThisShareOn: 'حدود هذه المشاركة: مفعّلة',
  stopAfter: 'إيقاف الإرسال بعد',
  timesItsSize: '× حجمها',
}
