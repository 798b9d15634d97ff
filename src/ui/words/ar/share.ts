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
    plural(count, {
      zero: `لا ملفات، ${size}`,
      one: `ملف واحد، ${size}`,
      two: `ملفان، ${size}`,
      few: `${number(count)} ملفات، ${size}`,
      many: `${number(count)} ملفًا، ${size}`,
      other: `${number(count)} ملف، ${size}`,
    }),

  sealed: 'مختومة: لا يقرؤها إلا من لديه الرابط كاملًا.',
  asksPassword: 'لهذه المشاركة كلمة مرور. اسأل من أرسل الرابط.',
  password: 'كلمة المرور',
  openIt: 'فتح',
  endsOn: (moment) => `تنتهي في ${moment}.`,
  sealAnew: 'ستصبح مشاركة أخرى، برابط آخر.',
  endedMine: 'انقضى الوقت الذي حدّدته. تبقى ملفاتك في مكانها: شاركها من جديد للحصول على رابط جديد.',
  toStart: 'إلى صفحة البداية',
  name: 'الاسم',
  youSendToo: 'ما دامت هذه الصفحة مفتوحة، يستلمه الآخرون منك أيضًا.',
  doneSaved: 'اكتمل وحُفظ.',
  doneHere: 'اكتمل. كل شيء هنا.',
  received: (percent, size) => `${percent} من ${size}`,
  timeLeft: (time) => `بقي ${time}`,
  percentDone: (tens) => `اكتمل ${number(tens)} بالمئة`,

  download: 'تنزيل',
  resume: 'استئناف',
  pause: 'إيقاف مؤقت',
  openFiles: 'فتح ملفاتها',
  remove: 'إزالة',
  save: 'حفظ',
  chooseAgain: {
    file: 'اختيار الملف من جديد',
    files: 'اختيار الملفات من جديد',
    folder: 'اختيار المجلد من جديد',
  },
  keepCopy: 'حفظ نسخة في هذا المتصفح',
  keepingCopy: (percent) => `جارٍ حفظ نسخة: ${percent}`,
  copyKept: 'حُفظت نسخة في هذا المتصفح',
  whyACopy: 'عندها لا تطلب إعادة التحميل شيئًا، ويعمل الرابط من جديد فورًا.',
  tellMe: { here: 'أخبرني عندما يحضر أحد', done: 'أخبرني عند الاكتمال', theirs: 'أخبرني عند وصوله' },
  mayNotTell: 'الإشعارات محظورة. اسمح بها لهذا الموقع ثم حاول من جديد.',
  told: {
    ownerHere: 'حضر شخص لديه المشاركة.',
    linkReady: 'الرابط جاهز.',
    opened: 'فتحها أحدهم.',
    sent: 'استلمها أحدهم كاملة الآن.',
  },

  removeNamed: (name) => `إزالة «${name}»؟`,
  removeMany: (count) =>
    plural(count, {
      zero: 'لا مشاركات لإزالتها',
      one: 'إزالة مشاركة واحدة؟',
      two: 'إزالة مشاركتين؟',
      few: `إزالة ${number(count)} مشاركات؟`,
      many: `إزالة ${number(count)} مشاركة؟`,
      other: `إزالة ${number(count)} مشاركة؟`,
    }),
  removeMine: 'يتوقف رابطها عن العمل من هنا. أما ملفاتك فتبقى في مكانها.',
  removeManyMine: 'تتوقف روابطها عن العمل من هنا. أما ملفاتك فتبقى في مكانها.',
  removeTheirs: 'تُحذف النسخة الموجودة في هذا المتصفح. ما حفظته يبقى.',
  notRemoved: (name, why) => `تعذّرت إزالة «${name}». ${why}`,
  removed: (name) => `أُزيلت «${name}».`,
  removedMany: (count) =>
    plural(count, {
      zero: 'لم يُزَل شيء.',
      one: 'أُزيلت مشاركة واحدة.',
      two: 'أُزيلت مشاركتان.',
      few: `أُزيلت ${number(count)} مشاركات.`,
      many: `أُزيلت ${number(count)} مشاركة.`,
      other: `أُزيلت ${number(count)} مشاركة.`,
    }),
  undo: 'تراجع',

  shareLink: 'رابط المشاركة',
  copyLink: 'نسخ الرابط',
  copyTheLink: 'نسخ الرابط',
  copyLinkTo: (name) => `نسخ الرابط إلى ${name}`,
  mayNotCopyLink: 'المتصفح لا يسمح لهذه الصفحة بالنسخ. تجد الرابط في الأسفل، ضمن «الرابط والملفات».',
  qrCode: 'رمز QR',
  qrCodeOfLink: 'رمز QR لرابط المشاركة',
  sendOn: 'إرسال…',

  people: 'الأشخاص',
  somebody: 'أحدهم',
  unknownProgram: 'برنامج غير معروف',
  hasIt: 'استلمها كلها',
  looks: 'يتصفّحها',
  percentAndLeft: (percent, time) => `${percent}، بقي ${time}`,
  andMore: (count) => `و${number(count)} غيرهم`,
  whatOthersCallYou: 'الاسم الذي يراه الآخرون',
  aNameIfYouLike: 'اسم، إن أحببت',
  youAnd: (count) =>
    plural(count, {
      zero: 'أنت وحدك.',
      one: 'أنت وشخص آخر.',
      two: 'أنت وشخصان آخران.',
      few: `أنت و${number(count)} أشخاص.`,
      many: `أنت و${number(count)} شخصًا.`,
      other: `أنت و${number(count)} شخص.`,
    }),
  youAndBusiest: (count, most) =>
    `أنت و${number(count)} من الأشخاص، والمعروض أكثر ${number(most)} منهم نشاطًا.`,
  receivedAndSent: (received, sent) => `استلمت ${received} وأرسلت ${sent} منذ فتح هذه الصفحة.`,
  youReceive: (rate) => `تستلم ${rate}`,
  youSend: (rate) => `ترسل ${rate}`,
  rateAtMost: (rate) => `بحد أقصى ${rate}`,
  aMinuteAgo: 'قبل دقيقة',
  now: 'الآن',
  sends: (rate) => `يرسل ${rate}`,
  fromPeopleAndSite: (people, site, host, sent) =>
    `جاء ${people} من أشخاص آخرين، و${site} من ${host}؛ وذهب ${sent} إلى آخرين.`,
  siteNotAsked: (host, why) => `لا يُطلب شيء من ${host} حاليًا. ${why}`,

  partsHere: (count) =>
    plural(count, {
      zero: 'لا أجزاء.',
      one: 'الجزء الوحيد هنا.',
      two: 'الجزآن كلاهما هنا.',
      few: `كل الأجزاء الـ${number(count)} هنا.`,
      many: `كل الأجزاء الـ${number(count)} هنا.`,
      other: `كل الأجزاء الـ${number(count)} هنا.`,
    }),
  partsOf: (here, count) => `الأجزاء الموجودة هنا: ${number(here)} من ${number(count)}.`,
  partsOfAndComing: (here, count, coming) =>
    `الأجزاء الموجودة هنا: ${number(here)} من ${number(count)}، و${number(coming)} في الطريق.`,

  addressSeen: 'من فتح هذا الرابط يمكنه رؤية عنوان IP الخاص بك.',
  downloadAsks: (count, trackers) =>
    plural(count, {
      zero: `«تنزيل» يسأل ${trackers} أيضًا عمّن لديهم المشاركة، فيُعرف عنوانك هناك.`,
      one: `«تنزيل» يسأل ${trackers} أيضًا عمّن لديهم المشاركة، فيعرف عنوانك.`,
      two: `«تنزيل» يسأل ${trackers} أيضًا عمّن لديهم المشاركة، فيعرفان عنوانك.`,
      few: `«تنزيل» يسأل ${trackers} أيضًا عمّن لديهم المشاركة، فتعرف عنوانك.`,
      many: `«تنزيل» يسأل ${trackers} أيضًا عمّن لديهم المشاركة، فتعرف عنوانك.`,
      other: `«تنزيل» يسأل ${trackers} أيضًا عمّن لديهم المشاركة، فتعرف عنوانك.`,
    }),
  linkNames: (count, trackers) =>
    plural(count, {
      zero: `يذكر الرابط ${trackers} أيضًا. قد يُعرف هناك مزيد ممن لديهم المشاركة، وسيُعرف عنوانك وما تبحث عنه.`,
      one: `يذكر الرابط ${trackers} أيضًا. قد يعرف مزيدًا ممن لديهم المشاركة، وسيعرف عنوانك وما تبحث عنه.`,
      two: `يذكر الرابط ${trackers} أيضًا. قد يعرفان مزيدًا ممن لديهم المشاركة، وسيعرفان عنوانك وما تبحث عنه.`,
      few: `يذكر الرابط ${trackers} أيضًا. قد تعرف مزيدًا ممن لديهم المشاركة، وستعرف عنوانك وما تبحث عنه.`,
      many: `يذكر الرابط ${trackers} أيضًا. قد تعرف مزيدًا ممن لديهم المشاركة، وستعرف عنوانك وما تبحث عنه.`,
      other: `يذكر الرابط ${trackers} أيضًا. قد تعرف مزيدًا ممن لديهم المشاركة، وستعرف عنوانك وما تبحث عنه.`,
    }),
  alwaysConnect: 'الاتصال دائمًا',
  copyNear: (hosts) =>
    `يقول الرابط إن لدى ${hosts} نسخة. هذا داخل شبكتك أو على هذا الجهاز؛ لا تستخدمها إلا إن كنت تعرفه.`,
  useThisCopy: 'استخدام هذه النسخة',

  otherShares: 'مشاركات أخرى',
  select: 'تحديد',
  selectNamed: (name) => `تحديد ${name}`,
  selected: (count) =>
    plural(count, {
      zero: 'لم تُحدَّد أي مشاركة',
      one: 'حُدِّدت مشاركة واحدة',
      two: 'حُدِّدت مشاركتان',
      few: `حُدِّدت ${number(count)} مشاركات`,
      many: `حُدِّدت ${number(count)} مشاركة`,
      other: `حُدِّدت ${number(count)} مشاركة`,
    }),
  withSelected: 'ما العمل بالمشاركات المحددة',
  all: 'الكل',
  none: 'لا شيء',
  findShare: 'البحث عن مشاركة',
  sortShares: 'ترتيب المشاركات',
  newestFirst: 'الأحدث أولًا',
  byName: 'حسب الاسم',
  largestFirst: 'الأكبر أولًا',
  noneNamed: (words) => `لا مشاركة في اسمها «${words}».`,
  notShown: (why) => `لا يمكن عرض هذه المشاركة. ${why}`,
  removeIt: 'إزالتها',
  linkAndFiles: 'الرابط والملفات',
  link: 'الرابط',

  somebodyShares: 'أحدهم يشاركك شيئًا.',
  ofItFiles: (count) =>
    plural(count, {
      zero: 'لا ملفات منها',
      one: 'ملف واحد منها',
      two: 'ملفان منها',
      few: `${number(count)} ملفات منها`,
      many: `${number(count)} ملفًا منها`,
      other: `${number(count)} ملف منها`,
    }),
  nobodyContacted: 'لست متصلًا بعد. حين تتصل، يمكن لهذا الموقع ولكل من فتح الرابط رؤية عنوان IP الخاص بك.',
  connect: 'اتصال',
  toWatch: 'للمشاهدة',
  lookingWhatThereIs: 'نبحث عمّا هو متاح…',
  nothingPublished: 'لم يُنشر شيء هنا بعد.',
  live: 'مباشر',
  watch: (name) => `مشاهدة ${name}`,
  moreToCome: (count) =>
    plural(count, {
      zero: 'لا ملفات أخرى قادمة.',
      one: 'سيظهر ملف آخر هنا بعد أن يقرأه الخادم.',
      two: 'سيظهر ملفان آخران هنا بعد أن يقرأهما الخادم.',
      few: `ستظهر ${number(count)} ملفات أخرى هنا بعد أن يقرأها الخادم.`,
      many: `سيظهر ${number(count)} ملفًا آخر هنا بعد أن يقرأها الخادم.`,
      other: `سيظهر ${number(count)} ملف آخر هنا بعد أن يقرأها الخادم.`,
    }),

  sealTerms: 'كلمة المرور والنهاية',
  sealPassword: 'كلمة مرور، إلى جانب الرابط',
  sealPasswordHint: 'أخبر بها بطريق غير طريق الرابط. لا أحد يستطيع معرفتها لك.',
  sealEnds: 'تنتهي',
  sealEndsHint: 'بعد ذلك لا تُشارَك. الصفحات النزيهة تحذف نسختها، أما غيرها فلا يمكن لأحد إجبارها.',
  endsNever: 'أبدًا',
  endsInHour: 'بعد ساعة',
  endsInDay: 'بعد يوم',
  endsInWeek: 'بعد أسبوع',
  endsInMonth: 'بعد 30 يومًا',
  sealWith: 'اختم هكذا',
  kept: (used, free) => `${used} محفوظة في هذا المتصفح، و${free} متاحة.`,
  mayBeCleared: 'قد يمحوها المتصفح عندما يمتلئ القرص.',
  leftovers: (size) => `${size} منها لمشاركات لم تعد في القائمة.`,
  deleteLeftovers: 'حذفها',
}
