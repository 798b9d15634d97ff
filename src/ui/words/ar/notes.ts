import type { NotesWords } from '../areas.ts'
import { number, plural } from './speech.ts'

const notesOf = (count: number) =>
  plural(count, {
    zero: 'لا ملاحظات',
    one: 'ملاحظة واحدة',
    two: 'ملاحظتان',
    few: `${number(count)} ملاحظات`,
    many: `${number(count)} ملاحظة`,
    other: `${number(count)} ملاحظة`,
  })

/** After a preposition, or as what is saved. */
const ofNotes = (count: number) =>
  plural(count, {
    zero: '0 ملاحظة',
    one: 'ملاحظة واحدة',
    two: 'ملاحظتين',
    few: `${number(count)} ملاحظات`,
    many: `${number(count)} ملاحظة`,
    other: `${number(count)} ملاحظة`,
  })

const answersOf = (count: number) =>
  plural(count, {
    zero: 'لا ردود',
    one: 'ردّ واحد',
    two: 'ردّان',
    few: `${number(count)} ردود`,
    many: `${number(count)} ردًا`,
    other: `${number(count)} ردّ`,
  })

/** After a preposition. */
const ofAnswers = (count: number) =>
  plural(count, {
    zero: '0 ردّ',
    one: 'ردّ واحد',
    two: 'ردّين',
    few: `${number(count)} ردود`,
    many: `${number(count)} ردًا`,
    other: `${number(count)} ردّ`,
  })

export const notes: NotesWords = {
  heading: 'الملاحظات',
  private: 'خاصة',
  privateReadOnly: 'خاصة، للقراءة فقط',
  countOpen: (count, open) => `${number(count)}، المفتوح منها ${number(open)}`,
  shownOpen: (shown, count, open) => `${number(shown)} من ${number(count)}، المفتوح منها ${number(open)}`,
  noteBefore: 'الملاحظة السابقة',
  noteBeforeKey: 'الملاحظة السابقة (p)',
  nextNote: 'الملاحظة التالية',
  nextNoteKey: 'الملاحظة التالية (n)',
  exchange: 'تصدير أو استيراد',
  moreBefore: (count) => `عرض المزيد مما سبق (${number(count)})`,
  moreNotes: (count) => `عرض المزيد من ${ofNotes(count)}`,
  noneLikeThat: 'لا ملاحظة بهذا الوصف.',
  nothingSaid: 'لم يُكتب شيء بعد. ما يُكتب هنا يراه كل من لديه هذه المشاركة، ولاحقًا أيضًا.',
  nothingSaidPrivate: 'لم يُكتب شيء بعد. ما يُكتب هنا يراه كل من لديه الرابط الخاص، ولاحقًا أيضًا.',

  newNote: 'ملاحظة جديدة',
  sayWhatYouSee: 'قل شيئًا عمّا تراه',
  saySomething: 'قل شيئًا عنها',
  drawing: 'الرسم',
  draw: 'رسم',
  add: 'إضافة ملاحظة',
  addWithStrokes: (count) =>
    plural(count, {
      zero: 'إضافة ملاحظة دون خطوط',
      one: 'إضافة ملاحظة مع خط واحد',
      two: 'إضافة ملاحظة مع خطين',
      few: `إضافة ملاحظة مع ${number(count)} خطوط`,
      many: `إضافة ملاحظة مع ${number(count)} خطًا`,
      other: `إضافة ملاحظة مع ${number(count)} خط`,
    }),
  about: 'عن',
  thisMoment: 'هذه اللحظة',
  thisPicture: 'هذه الصورة',
  thisPage: 'هذه الصفحة',
  fileAsAWhole: 'الملف ككل',
  everything: 'كل شيء',
  atThisTime: 'في هذا الوقت',
  until: 'حتى',
  end: 'النهاية',
  start: 'البداية',
  startHere: 'البداية هنا',
  spanBegins: 'يبدأ مقطع هنا (i)',
  stop: 'النهاية',
  stopHere: 'النهاية هنا',
  spanEnds: 'ينتهي مقطع هنا (o)',
  page: 'الصفحة',
  pageNumber: (page) => `الصفحة ${number(page)}`,
  problems: {
    'time-unclear': 'اكتب الأوقات بالدقائق والثواني، مثل 1:05.',
    'span-without-beginning': 'يحتاج المقطع إلى بداية ونهاية.',
    'span-backwards': 'ينتهي المقطع بعد بدايته.',
    'page-unclear': 'اكتب الصفحة كرقم.',
  },
  yourName: 'اسمك',
  yourColour: (colour) => `لونك: ${colour}. تغيير`,
  inks: ['أحمر', 'كهرماني', 'أخضر', 'فيروزي', 'أزرق', 'بنفسجي', 'وردي', 'أبيض'],

  yourNote: 'ملاحظتك',
  asAWhole: 'ككل',
  drawingOf: 'رسم',
  showDrawing: 'عرض الرسم',
  broughtBy: (name) => `أحضرها ${name}`,
  edited: 'معدّلة',
  resolved: 'محلولة',
  showAll: 'عرضها كاملة',
  strokesOnly: (count) =>
    plural(count, {
      zero: 'لا خطوط ولا كلام',
      one: 'خط واحد، دون كلام',
      two: 'خطان، دون كلام',
      few: `${number(count)} خطوط، دون كلام`,
      many: `${number(count)} خطًا، دون كلام`,
      other: `${number(count)} خط، دون كلام`,
    }),
  save: 'حفظ',
  deleteForAll: 'حذفها للجميع',
  keepIt: 'إبقاؤها',
  edit: 'تعديل',
  delete: 'حذف',
  hide: 'إخفاء',
  hideAllOf: (name) => `إخفاء كل ملاحظات ${name}`,
  hideWhat: (name) => `يخفي كل ما كتبه ${name}، في هذه الصفحة`,
  answer: 'ردّ',
  yourAnswer: 'ردّك',
  send: 'إرسال',
  resolve: 'حُلّت',
  loop: 'تكرار',
  copyLink: 'نسخ رابط الملاحظة',
  openAgain: 'إعادة الفتح',
  answersBefore: (count) => `عرض المزيد من ${ofAnswers(count)} قبلها`,
  answersAfter: (count) => `عرض المزيد من ${ofAnswers(count)} بعدها`,
  full: 'هذه المحادثة ممتلئة.',
  fullLeftOut: (count) =>
    plural(count, {
      zero: 'هذه المحادثة ممتلئة.',
      one: 'هذه المحادثة ممتلئة: ردّ واحد لأكثر المشاركين ردًا غير معروض.',
      two: 'هذه المحادثة ممتلئة: ردّان لأكثر المشاركين ردًا غير معروضين.',
      few: `هذه المحادثة ممتلئة: ${number(count)} ردود لأكثر المشاركين ردًا غير معروضة.`,
      many: `هذه المحادثة ممتلئة: ${number(count)} ردًا لأكثر المشاركين ردًا غير معروضة.`,
      other: `هذه المحادثة ممتلئة: ${number(count)} ردّ لأكثر المشاركين ردًا غير معروضة.`,
    }),

  search: 'بحث',
  searchNotes: 'البحث في الملاحظات',
  state: 'الحالة',
  allNotes: 'كل الملاحظات',
  open: 'المفتوحة',
  resolvedOnes: 'المحلولة',
  author: 'الكاتب',
  everybody: 'الجميع',
  withDrawing: 'مع رسم',

  whoIsHere: 'من هنا',
  isHere: 'هنا',
  looksAtIt: 'يتصفّحها',
  looksAt: (name) => `ينظر إلى ${name}`,
  watchesAt: (time) => `يشاهد عند ${time}`,
  watchesAtIn: (time, name) => `يشاهد عند ${time} في ${name}`,
  isAt: (time) => `عند ${time}`,
  isAtIn: (time, name) => `عند ${time} في ${name}`,
  watchAlong: 'مشاهدة معًا',
  watchAlongWith: (name) => `المشاهدة مع ${name}`,
  stopWatching: 'إيقاف',
  stopWatchingWith: (name) => `إيقاف المشاهدة مع ${name}`,
  andMore: (count) => `و${number(count)} غيرهم`,

  drawings: 'الرسوم',
  drawingBy: (name) => `رسم من ${name}`,
  yourDrawing: 'رسمك',
  whatToDraw: 'ماذا ترسم',
  tools: { pen: 'قلم', arrow: 'سهم', box: 'مربع' },
  colour: 'اللون',
  undo: 'تراجع',
  drawingFull: 'الرسم ممتلئ: لم يعد يتسع للمزيد.',

  saidFrom: (from) => `من ${from}`,
  saidFromTo: (from, to) => `من ${from} إلى ${to}`,
  saidNoNotes: 'لا ملاحظات للانتقال إليها.',
  saidNoFurther: 'لا ملاحظة أخرى.',
  saidNote: (at, of, by, text) => `ملاحظة ${number(at)} من ${number(of)}، من ${by}: ${text}`,
  saidNew: (by, text) => `كتب ${by}: ${text}`,
  saidMany: (count) =>
    plural(count, {
      zero: 'لا ملاحظات جديدة',
      one: 'ملاحظة جديدة',
      two: 'ملاحظتان جديدتان',
      few: `${number(count)} ملاحظات جديدة`,
      many: `${number(count)} ملاحظة جديدة`,
      other: `${number(count)} ملاحظة جديدة`,
    }),
  aDrawing: 'رسم',

  fullElsewhere:
    'هذه المراجعة ممتلئة: لا مكان في صفحات الآخرين لما تكتبه. يبقى في هذا المتصفح. يمكنهم توفير مكان بإخفاء ملاحظات أحدهم، أو ابدأ أنت مراجعة خاصة.',
  fullHere: 'هذه المراجعة ممتلئة: بعض ما كتبه الآخرون غير معروض هنا. أخفِ ملاحظات أحدهم لتوفير مكان.',
  answeredYou: (name) => `ردّ عليك ${name}`,
  newAnswers: (count) =>
    plural(count, {
      zero: 'لا ردود جديدة',
      one: 'ردّ جديد واحد',
      two: 'ردّان جديدان',
      few: `${number(count)} ردود جديدة`,
      many: `${number(count)} ردًا جديدًا`,
      other: `${number(count)} ردّ جديد`,
    }),
  showAnswer: 'عرض الردّ',
  fresh: 'جديد',
  hiddenHere: 'مخفي في هذه الصفحة',
  /** `{name}` stands out. */
  isHidden: (name) => `${name} مخفي في هذه الصفحة`,
  show: 'عرض',
  showNotesOf: (name) => `عرض ملاحظات ${name}`,
  andOthers: (count) =>
    plural(count, {
      zero: 'ولا أحد غيرهم',
      one: 'وشخص آخر',
      two: 'وشخصان آخران',
      few: `و${number(count)} آخرون`,
      many: `و${number(count)} آخرون`,
      other: `و${number(count)} آخرون`,
    }),

  review: 'المراجعة',
  withEverybody: 'مع الجميع',
  privateCode: (code) => `خاصة ${code}`,
  inPrivate: (code) => `هذه هي المراجعة الخاصة ${code}.`,
  linkToWrite: 'رابط المراجعة الخاصة: من لديه يقرأ ويكتب',
  copyLinkToWrite: 'نسخ رابط المراجعة',
  readOnly: 'فتحت رابط القراءة فقط: ترى ما يُكتب، ولا تكتب شيئًا.',
  linkToRead: 'رابط المراجعة للقراءة فقط',
  copyLinkToRead: 'نسخ رابط القراءة',
  leaveWhy:
    'ينسى هذا المتصفح السر. من دون أحد الرابطين أعلاه لا يعود أحد، ولا أنت؛ ومن لديه رابط لا يتغير عليه شيء.',
  leaveForget: 'حذف ملاحظاتها من هذا المتصفح أيضًا، وملاحظاتي كذلك. ما ليس لدى أحد غيري يضيع.',
  leavePrivate: 'مغادرة المراجعة الخاصة',
  stay: 'البقاء',
  leave: 'مغادرة…',
  beginAnother: 'بدء مراجعة أخرى',
  aboutPrivate: 'أما المراجعة الخاصة فلمن ترسل إليهم رابطها: هم وحدهم يقرؤون ما يُكتب فيها.',
  beginPrivate: 'بدء مراجعة خاصة',
  goToOther: 'الانتقال إلى مراجعة خاصة أخرى؟',
  youAreIn: (shown, count, asked) =>
    `أنت في المراجعة الخاصة ${shown}، وفيها ${notesOf(count)}. الرابط الذي فتحته يقود إلى مراجعة أخرى، ${asked}.`,
  youKeepBoth: (shown, asked) =>
    `تحتفظ بالاثنتين جنبًا إلى جنب. في ${asked} يقرأ ما تكتبه كل من لديه ذلك الرابط؛ وفي ${shown} لا يتغير شيء.`,
  goTo: (code) => `الانتقال إلى ${code}`,
  stayIn: (code) => `البقاء في ${code}`,

  exchangeHeading: 'تصدير الملاحظات أو استيرادها',
  asAFile: 'كملف',
  formats: {
    markdown: {
      name: 'Markdown',
      holds: 'قائمة للقراءة، بمربعات للتأشير. تضم كل شيء، والرسوم أيضًا.',
    },
    csv: { name: 'جدول (CSV)', holds: 'لبرامج الجداول. يضم كل شيء، والرسوم أيضًا.' },
    webvtt: {
      name: 'ترجمة (WebVTT)',
      holds:
        'ملاحظات تظهر فوق الفيلم في أي مشغّل. فقط ما له وقت؛ تعود الرسوم عند الاستيراد، لكن المشغّلات لا تعرضها.',
    },
    edl: {
      name: 'علامات (EDL)',
      holds:
        'لبرنامج DaVinci Resolve وغيره. فقط الملاحظات التي لها وقت، بدقة الإطار حسب ما يُحدَّد أدناه؛ دون رسوم.',
    },
    fcpxml: {
      name: 'Final Cut (FCPXML)',
      holds:
        'علامات مهام لـ Final Cut Pro. الملاحظات ذات الوقت فقط، بدقة الإطار كما هو محدد أدناه؛ بلا رسوم.',
    },
    premiere: { name: 'Premiere (XML)', holds: 'علامات لـ Premiere. وما عدا ذلك مثله.' },
  },
  framesASecond: 'إطارات في الثانية',
  fromHour: 'من الساعة',
  saveNotes: (count) => `حفظ ${ofNotes(count)}`,
  reading: 'جارٍ القراءة…',
  import: 'استيراد من ملف',
  importLabel: 'استيراد ملاحظات من ملف',
  imported: (added, answers) => `أُضيف: ${notesOf(added)} و${answersOf(answers)}.`,
  importedKnown: (count) =>
    plural(count, {
      zero: 'لم يكن أي منها هنا من قبل.',
      one: 'واحدة كانت هنا من قبل.',
      two: 'اثنتان كانتا هنا من قبل.',
      few: `${number(count)} كانت هنا من قبل.`,
      many: `${number(count)} كانت هنا من قبل.`,
      other: `${number(count)} كانت هنا من قبل.`,
    }),
  importedAstray: (count) =>
    plural(count, {
      zero: 'كلها على ملفات في هذه المشاركة.',
      one: 'واحدة على ملف ليس في هذه المشاركة: أصبحت الآن على كل شيء.',
      two: 'اثنتان على ملفات ليست في هذه المشاركة: أصبحتا الآن على كل شيء.',
      few: `${number(count)} على ملفات ليست في هذه المشاركة: أصبحت الآن على كل شيء.`,
      many: `${number(count)} على ملفات ليست في هذه المشاركة: أصبحت الآن على كل شيء.`,
      other: `${number(count)} على ملفات ليست في هذه المشاركة: أصبحت الآن على كل شيء.`,
    }),
  importedSkipped: (count) =>
    plural(count, {
      zero: 'قُرئت كل المدخلات.',
      one: 'تعذّرت قراءة مدخل واحد.',
      two: 'تعذّرت قراءة مدخلين.',
      few: `تعذّرت قراءة ${number(count)} مدخلات.`,
      many: `تعذّرت قراءة ${number(count)} مدخلًا.`,
      other: `تعذّرت قراءة ${number(count)} مدخل.`,
    }),
}
